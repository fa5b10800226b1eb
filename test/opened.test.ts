import { opened } from "./opened";

/** Whether every server that a test has opened is closed, whatever fails. */

const closing = (name: string, closed: string[], error?: Error) =>
  Promise.resolve({
    close: async () => {
      closed.push(name);
      if (error) throw error;
    },
  });

it("closes what was opened before something failed, and that alone, the last first", async () => {
  const closed: string[] = [];
  const { keep, close } = opened();
  await keep(closing("server", closed));
  await keep(closing("proxy", closed));
  await expect(keep(Promise.reject(new Error("no school")))).rejects.toThrow("no school");
  await close();
  expect(closed).toEqual(["proxy", "server"]);
  await close();
  expect(closed).toHaveLength(2);
});

it("closes the others where one fails to close, and says so", async () => {
  const closed: string[] = [];
  const { keep, close } = opened();
  await keep(closing("server", closed));
  await keep(closing("proxy", closed, new Error("stuck")));
  await expect(close()).rejects.toThrow("stuck");
  expect(closed).toEqual(["proxy", "server"]);
});
