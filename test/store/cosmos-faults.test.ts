import type { Store, Stored } from "../../engine/ports";
import { opened } from "../opened";
import { CosmosServer } from "./cosmos-server";
import { type Fault, FaultyProxy } from "./faulty-proxy";
import { sample } from "./sample";

const { keep, close } = opened();
let server: CosmosServer;
let proxy: FaultyProxy;
/** Through the proxy, and straight. */
let store: Store;
let straight: Store;

beforeEach(async () => {
  server = await keep(CosmosServer.open());
  proxy = await keep(FaultyProxy.open(server.url));
  [store, straight] = [await keep(server.store(proxy.url)), await keep(server.store())];
});
afterEach(close);

async function read(from: Store = straight): Promise<Stored> {
  const found = await from.read("meadow", "meadow.first");
  if (!found || "unreadable" in found) throw new Error("The visit is not there.");
  return found;
}
const withMark = (stored: Stored, name: string): Stored => ({
  ...stored,
  post: { ...stored.post, marks: { ...stored.post.marks, [name]: { tries: 1 } } },
});
const marks = async (): Promise<string[]> => Object.keys((await read()).post.marks);
const writes = (): number =>
  proxy.asked.filter((line) => /^(POST|PUT) .*docs/.test(line) && !/query$/.test(line)).length;

/** How Cosmos DB and the line to it fail for a moment. */
const passing: [string, Fault][] = [
  ["429 that says when to come again", { when: "before", status: 429, headers: { "x-ms-retry-after-ms": "30" } }],
  ["429 that does not", { when: "before", status: 429 }],
  ["449", { when: "before", status: 449 }],
  ["408 before the write", { when: "before", status: 408 }],
  ["408 after the write", { when: "after", status: 408 }],
  ["500 before the write", { when: "before", status: 500 }],
  ["500 after the write", { when: "after", status: 500 }],
  ["503 before the write", { when: "before", status: 503 }],
  ["503 after the write", { when: "after", status: 503 }],
  ["a connection cut before the write", { when: "before" }],
  ["a connection cut after the write", { when: "after" }],
];

describe.each(passing)("S14: through %s", (_, fault) => {
  it("a visit is inserted once", async () => {
    proxy.spoil("write", 2, fault);
    expect(await store.insert(sample({ purpose: "Mine" }))).toBe("done");
    expect((await read()).visit.plan.purpose).toBe("Mine");
    expect(await store.insert(sample({ purpose: "Another" }))).toBe("exists");
  });

  it("a transition happens once, and the next one builds on it", async () => {
    await straight.insert(sample());
    const before = await read();
    proxy.spoil("write", 2, fault);
    const first = await store.replace(withMark(before, "one"));
    expect(first).toEqual({ etag: (await read()).etag });
    expect(await store.replace(withMark({ ...before, ...(first as { etag: string }) }, "two"))).not.toBe("conflict");
    expect(await marks()).toEqual(["two"]);
  });

  it("a write on what somebody else has changed is a conflict all the same", async () => {
    await straight.insert(sample());
    const before = await read();
    await straight.replace(withMark(before, "theirs"));
    proxy.spoil("write", 1, fault.when === "after" ? { ...fault, when: "before" } : fault);
    expect(await store.replace(withMark(before, "mine"))).toBe("conflict");
    expect(await marks()).toEqual(["theirs"]);
  });

  it("reads and queries answer", async () => {
    await straight.insert(sample({ nextDueAt: 5 }));
    proxy.spoil("read", 1, { ...fault, when: "before" });
    expect(await store.due(5, 1)).toHaveLength(1);
    proxy.spoil("read", 1, { ...fault, when: "before" });
    expect(await read(store)).toEqual(await read());
  });

  it("other documents are kept, and postponed visits are", async () => {
    await straight.insert(sample({ nextDueAt: 5 }));
    proxy.spoil("write", 2, fault);
    await store.put("secret", "meadow", "word");
    expect(await straight.get("secret", "meadow")).toBe("word");
    proxy.spoil("write", 1, fault);
    await store.makeDue("meadow", "meadow.first", 90);
    expect(await straight.nextDueAt()).toBe(90);
  });
});

describe("an answer that is lost while somebody else writes", () => {
  const cutAfter = (meanwhile: () => Promise<unknown>): Fault => ({ when: "after", meanwhile });

  it("counts as done where the other has built on it, and the next write sees the other", async () => {
    await straight.insert(sample());
    const before = await read();
    const other = async () => straight.replace(withMark(await read(), "theirs"));
    proxy.spoil("write", 1, cutAfter(other));
    const mine = await store.replace(withMark(before, "mine"));
    expect(mine).not.toBe("conflict");
    expect(await marks()).toEqual(["mine", "theirs"]);
    expect(await store.replace(withMark({ ...before, ...(mine as { etag: string }) }, "late"))).toBe("conflict");
    expect(await marks()).toEqual(["mine", "theirs"]);
  });

  it("counts as done for an insert too", async () => {
    const other = async () => straight.replace(withMark(await read(), "theirs"));
    proxy.spoil("write", 1, cutAfter(other));
    expect(await store.insert(sample())).toBe("done");
    expect(await marks()).toEqual(["theirs"]);
  });
});

it("two programs that keep trying on a bad line lose no write and double none", async () => {
  await straight.insert(sample());
  let count = 0;
  const kinds = passing.map(([, fault]) => fault);
  proxy.fault = (method, path) => {
    if (!path.includes("/docs") || method === "GET") return undefined;
    return count++ % 3 === 0 ? kinds[count % kinds.length] : undefined;
  };
  const both = [store, await server.store(proxy.url)];
  const counted: string[] = [];
  const add = async (handle: Store, name: string): Promise<void> => {
    const before = await read();
    const said = handle.replace({ ...before, history: [...before.history, lineOf(name)] });
    // Said to have failed after all tries, it may be there all the same: whoever tries again looks first.
    const result = await said.catch(async () => ((await read()).history.some(isOf(name)) ? "there" : "conflict"));
    if (result === "conflict") return add(handle, name);
    counted.push(name);
  };
  await Promise.all(Array.from({ length: 20 }, (_, turn) => add(both[turn % 2] ?? store, `${turn}`)));
  const stored = (await read()).history.map(({ digest }) => digest);
  expect(stored.toSorted()).toEqual(counted.toSorted());
  expect(new Set(stored).size).toBe(20);
  await both[1]?.close();
});
const lineOf = (digest: string): Stored["history"][number] => ({ leaf: "", digest });
const isOf =
  (name: string) =>
  ({ digest }: Stored["history"][number]): boolean =>
    digest === name;

describe("a fault that does not pass", () => {
  it("is said after a few tries, and a write that cannot be known to be done is never called done", async () => {
    await straight.insert(sample());
    const before = await read();
    proxy.fault = (_, path) => (path.includes("/docs") ? { when: "before", status: 503 } : undefined);
    await expect(store.replace(withMark(before, "one"))).rejects.toMatchObject({ code: 503 });
    await expect(store.due(5, 1)).rejects.toMatchObject({ code: 503 });
    expect(await marks()).toEqual([]);
  });

  it("S14: is not tried again where no second try would change it", async () => {
    proxy.spoil("write", 9, { when: "before", status: 403 });
    await expect(store.insert(sample())).rejects.toMatchObject({ code: 403 });
    expect(writes()).toBe(1);
  });

  it("S14: ends in time for a press to be answered, even where nothing answers at all", async () => {
    await straight.insert(sample());
    const before = await read();
    proxy.fault = (_, path) =>
      path.includes("/docs") ? { when: "before", meanwhile: () => new Promise(() => {}) } : undefined;
    const began = Date.now();
    await expect(store.replace(withMark(before, "one"))).rejects.toThrow();
    expect(Date.now() - began).toBeLessThan(12_000);
  });
});
