import type { Store, Stored } from "../../engine/ports";
import { inAzure } from "../../store/cosmos/connect";
import { opened } from "../opened";
import { CosmosServer } from "./cosmos-server";
import { type Fault, FaultyProxy } from "./faulty-proxy";
import { sample } from "./sample";

/** A database in Cosmos DB, reached straight and over a line that fails as it is told to. */
class BadLine {
  private constructor(
    readonly server: CosmosServer,
    readonly proxy: FaultyProxy,
    /** Through the proxy, and straight. */
    readonly store: Store,
    readonly straight: Store,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<BadLine> {
    const { keep, close } = opened();
    const server = await keep(CosmosServer.open());
    const proxy = await keep(FaultyProxy.open(server.url));
    return new BadLine(server, proxy, await keep(server.store(proxy.url)), await keep(server.store()), close);
  }

  async read(from: Store = this.straight): Promise<Stored> {
    const found = await from.read("meadow", "meadow.first");
    if (!found || "unreadable" in found) throw new Error("The visit is not there.");
    return found;
  }

  async marks(): Promise<string[]> {
    return Object.keys((await this.read()).post.marks);
  }

  writes(): number {
    return this.proxy.asked.filter((line) => /^(POST|PUT) .*docs/.test(line) && !/query$/.test(line)).length;
  }
}

const onBadLine = (tell: (line: BadLine) => Promise<void>) => async (): Promise<void> => {
  const line = await BadLine.open();
  await tell(line).finally(line.close);
};

const withMark = (stored: Stored, name: string): Stored => ({
  ...stored,
  post: { ...stored.post, marks: { ...stored.post.marks, [name]: { tries: 1 } } },
});

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

/** Told of all of them at once, each on a line of its own: nearly all of it is waiting to try again. */
const throughEach = (tell: (line: BadLine, fault: Fault) => Promise<void>) => async (): Promise<void> => {
  const told = await Promise.allSettled(passing.map(([name, fault]) => tellOf(name, fault, tell)));
  const failed = told.flatMap((one) => (one.status === "rejected" ? [one.reason as Error] : []));
  if (failed[0]) throw new Error(failed.map(({ message }) => message).join("; "), { cause: failed[0].cause });
};

const tellOf = (name: string, fault: Fault, tell: (line: BadLine, fault: Fault) => Promise<void>): Promise<void> =>
  onBadLine((line) => tell(line, fault))().catch((cause: Error) => {
    throw new Error(`Through ${name}: ${cause.message}`, { cause });
  });

describe("S14: through each thing that fails for a moment", () => {
  it.concurrent(
    "a visit is inserted once",
    throughEach(async (line, fault) => {
      const { store, proxy } = line;
      proxy.spoil("write", 2, fault);
      expect(await store.insert(sample({ purpose: "Mine" }))).toBe("done");
      expect((await line.read()).visit.plan.purpose).toBe("Mine");
      expect(await store.insert(sample({ purpose: "Another" }))).toBe("exists");
    }),
  );

  it.concurrent(
    "a transition happens once, and the next one builds on it",
    throughEach(async (line, fault) => {
      const { store, straight, proxy } = line;
      await straight.insert(sample());
      const before = await line.read();
      proxy.spoil("write", 2, fault);
      const first = await store.replace(withMark(before, "one"));
      expect(first).toEqual({ etag: (await line.read()).etag });
      expect(await store.replace(withMark({ ...before, ...(first as { etag: string }) }, "two"))).not.toBe("conflict");
      expect(await line.marks()).toEqual(["two"]);
    }),
  );

  it.concurrent(
    "a write on what somebody else has changed is a conflict all the same",
    throughEach(async (line, fault) => {
      const { store, straight, proxy } = line;
      await straight.insert(sample());
      const before = await line.read();
      await straight.replace(withMark(before, "theirs"));
      proxy.spoil("write", 1, fault.when === "after" ? { ...fault, when: "before" } : fault);
      expect(await store.replace(withMark(before, "mine"))).toBe("conflict");
      expect(await line.marks()).toEqual(["theirs"]);
    }),
  );

  it.concurrent(
    "reads and queries answer",
    throughEach(async (line, fault) => {
      const { store, straight, proxy } = line;
      await straight.insert(sample({ nextDueAt: 5 }));
      proxy.spoil("read", 1, { ...fault, when: "before" });
      expect(await store.due(5, 1)).toHaveLength(1);
      proxy.spoil("read", 1, { ...fault, when: "before" });
      expect(await line.read(store)).toEqual(await line.read());
    }),
  );

  it.concurrent(
    "other documents are kept, and postponed visits are",
    throughEach(async (line, fault) => {
      const { store, straight, proxy } = line;
      await straight.insert(sample({ nextDueAt: 5 }));
      proxy.spoil("write", 2, fault);
      await store.put("secret", "meadow", "word");
      expect(await straight.get("secret", "meadow")).toBe("word");
      proxy.spoil("write", 1, fault);
      await store.makeDue("meadow", "meadow.first", 90);
      expect(await straight.nextDueAt()).toBe(90);
    }),
  );
});

describe("an answer that is lost while somebody else writes", () => {
  const cutAfter = (meanwhile: () => Promise<unknown>): Fault => ({ when: "after", meanwhile });

  it.concurrent(
    "counts as done where the other has built on it, and the next write sees the other",
    onBadLine(async (line) => {
      await line.straight.insert(sample());
      const before = await line.read();
      const other = async () => line.straight.replace(withMark(await line.read(), "theirs"));
      line.proxy.spoil("write", 1, cutAfter(other));
      const mine = await line.store.replace(withMark(before, "mine"));
      expect(mine).not.toBe("conflict");
      expect(await line.marks()).toEqual(["mine", "theirs"]);
      expect(await line.store.replace(withMark({ ...before, ...(mine as { etag: string }) }, "late"))).toBe("conflict");
      expect(await line.marks()).toEqual(["mine", "theirs"]);
    }),
  );

  it.concurrent(
    "counts as done for an insert too",
    onBadLine(async (line) => {
      const other = async () => line.straight.replace(withMark(await line.read(), "theirs"));
      line.proxy.spoil("write", 1, cutAfter(other));
      expect(await line.store.insert(sample())).toBe("done");
      expect(await line.marks()).toEqual(["theirs"]);
    }),
  );
});

it.concurrent(
  "two programs that keep trying on a bad line lose no write and double none",
  onBadLine(async (line) => {
    await line.straight.insert(sample());
    let count = 0;
    const kinds = passing.map(([, fault]) => fault);
    line.proxy.fault = (method, path) => {
      if (!path.includes("/docs") || method === "GET") return undefined;
      return count++ % 3 === 0 ? kinds[count % kinds.length] : undefined;
    };
    const both = [line.store, await line.server.store(line.proxy.url)];
    const counted: string[] = [];
    const add = async (handle: Store, name: string): Promise<void> => {
      const before = await line.read();
      const said = handle.replace({ ...before, history: [...before.history, lineOf(name)] });
      // Said to have failed after all tries, it may be there all the same: whoever tries again looks first.
      const result = await said.catch(async () =>
        (await line.read()).history.some(isOf(name)) ? "there" : "conflict",
      );
      if (result === "conflict") return add(handle, name);
      counted.push(name);
    };
    await Promise.all(Array.from({ length: 20 }, (_, turn) => add(both[turn % 2] ?? line.store, `${turn}`)));
    const stored = (await line.read()).history.map(({ digest }) => digest);
    expect(stored.toSorted()).toEqual(counted.toSorted());
    expect(new Set(stored).size).toBe(20);
    await both[1]?.close();
  }),
);
const lineOf = (digest: string): Stored["history"][number] => ({ leaf: "", digest });
const isOf =
  (name: string) =>
  ({ digest }: Stored["history"][number]): boolean =>
    digest === name;

describe("a fault that does not pass", () => {
  it.concurrent(
    "is said after a few tries, and a write that cannot be known to be done is never called done",
    onBadLine(async (line) => {
      await line.straight.insert(sample());
      const before = await line.read();
      line.proxy.fault = (_, path) => (path.includes("/docs") ? { when: "before", status: 503 } : undefined);
      await expect(line.store.replace(withMark(before, "one"))).rejects.toMatchObject({ code: 503 });
      await expect(line.store.due(5, 1)).rejects.toMatchObject({ code: 503 });
      expect(await line.marks()).toEqual([]);
    }),
  );

  it.concurrent(
    "S14: is not tried again where no second try would change it",
    onBadLine(async (line) => {
      line.proxy.spoil("write", 9, { when: "before", status: 403 });
      await expect(line.store.insert(sample())).rejects.toMatchObject({ code: 403 });
      expect(line.writes()).toBe(1);
    }),
  );

  it.concurrent(
    "S14: is called by its name where a visit is larger than the database takes, and what stands there stays",
    onBadLine(async (line) => {
      await line.straight.insert(sample());
      const before = await line.read();
      line.proxy.spoil("write", 2, { when: "before", status: 413 });
      const tooLarge = { name: "TooLarge", school: "meadow", visit: "meadow.first" };
      await expect(line.store.replace(withMark(before, "one"))).rejects.toMatchObject(tooLarge);
      await expect(line.store.insert(sample())).rejects.toMatchObject(tooLarge);
      expect([line.writes(), await line.read()]).toEqual([2, before]);
    }),
  );

  it.concurrent(
    "S14: ends in time for a press to be answered, even where nothing answers at all",
    onBadLine(async (line) => {
      // Teams waits for ten seconds or longer.
      expect(inAzure.all).toBeLessThan(8_000);
      await line.straight.insert(sample());
      const before = await line.read();
      const hurried = await line.server.store(line.proxy.url, { request: 200, all: 300 });
      line.proxy.fault = (_, path) =>
        path.includes("/docs") ? { when: "before", meanwhile: () => new Promise(() => {}) } : undefined;
      await expect(hurried.replace(withMark(before, "one"))).rejects.toThrow();
      await hurried.close();
    }),
  );
});
