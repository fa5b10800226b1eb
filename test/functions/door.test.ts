import { namelessly } from "../../functions/door";

const caught = async (error: unknown): Promise<Error> =>
  namelessly(() => Promise.reject(error))().then(
    () => new Error("nothing was thrown"),
    (thrown: Error) => thrown,
  );

describe("P10: what the host gets to log and trace of a failure", () => {
  it("is its kind, its code and where it came from, and none of its words", async () => {
    const failed = Object.assign(new TypeError("CANARY Sam Smith, 1 High Street"), { code: "ECONNRESET" });
    const thrown = await caught(failed);
    expect(thrown.message).toBe("TypeError (ECONNRESET)");
    expect(thrown.stack).toMatch(/door\.test\.ts/);
    expect(JSON.stringify([thrown, thrown.stack, thrown.cause, String(thrown)])).not.toContain("CANARY");
  });

  it("is no more of what is no error at all", async () => {
    expect((await caught("CANARY")).message).toBe("string");
    expect((await caught(Object.assign(new Error("CANARY"), { cause: new Error("CANARY") }))).cause).toBeUndefined();
  });

  it("leaves alone what succeeds", async () => {
    expect(await namelessly(async (a: number, b: number) => a + b)(1, 2)).toBe(3);
  });
});
