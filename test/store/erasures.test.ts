import { appendFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eraseAgain, eraseRecord } from "../../engine/erase";
import type { Parts } from "../../engine/parts";
import type { Erasures, Store, Stored } from "../../engine/ports";
import { ErasuresFile } from "../../store/erasures/erasures-file";
import { erasuresTable } from "../../store/erasures/erasures-table";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import { erased } from "../../visits/record/retention";
import { CosmosServer } from "./cosmos-server";
import { sample } from "./sample";

const at = Date.UTC(2026, 10, 27, 9);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "homeward-erasures-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The Table service as its REST interface is, as far as it is asked. */
class TableStandIn {
  readonly entities = new Map<string, Record<string, unknown>>();
  fails: number | undefined;
  private readonly server: Server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const answer = (status: number, body?: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(body && JSON.stringify(body));
    if (this.fails) return answer(this.fails, { "odata.error": { code: "x", message: { value: "no" } } });
    const key = /PartitionKey='([^']*)',RowKey='([^']*)'/
      .exec(decodeURIComponent(request.url ?? ""))
      ?.slice(1)
      .join("/");
    if (request.method === "GET") return answer(200, { value: [...this.entities.values()] });
    if (request.method === "DELETE") return answer(this.entities.delete(key ?? "") ? 204 : 404, {});
    this.entities.set(key ?? "", JSON.parse(text));
    return answer(204);
  });

  static async open(): Promise<TableStandIn> {
    const standIn = new TableStandIn();
    await new Promise<void>((resolve) => standIn.server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let service: TableStandIn;
beforeEach(async () => {
  service = await TableStandIn.open();
});
afterEach(() => service.close());
const key = Buffer.from("key").toString("base64");
const places: Record<string, () => Promise<Erasures>> = {
  "a file": async () => new ErasuresFile(folder),
  "a table": () => erasuresTable({ url: service.url, account: "st", key }),
};

describe.each(Object.entries(places))("what was erased, remembered in %s", (_, open) => {
  it("is found again, each once, by whoever looks next", async () => {
    const mine = await open();
    expect(await mine.all()).toEqual([]);
    for (const visit of ["meadow.a", "meadow.b", "meadow.a"]) await mine.add({ school: "meadow", visit, at });
    await mine.remove({ school: "meadow", visit: "meadow.b" });
    await mine.remove({ school: "meadow", visit: "meadow.never" });
    expect(await (await open()).all()).toEqual([{ school: "meadow", visit: "meadow.a", at }]);
  });
});

it("P11: the file is its owner's alone, and half a line that a crash has left costs no other", async () => {
  const file = new ErasuresFile(folder);
  await file.add({ school: "meadow", visit: "meadow.a", at });
  appendFileSync(join(folder, "erasures.jsonl"), '{"school":"mea');
  await file.add({ school: "meadow", visit: "meadow.b", at });
  expect((await file.all()).map(({ visit }) => visit)).toEqual(["meadow.a", "meadow.b"]);
  expect(statSync(join(folder, "erasures.jsonl")).mode & 0o777).toBe(0o600);
});

it("a table that is away says so, and is not asked for long", async () => {
  service.fails = 503;
  const table = await erasuresTable({ url: service.url, account: "st", key });
  await expect(table.add({ school: "meadow", visit: "meadow.a", at })).rejects.toMatchObject({ statusCode: 503 });
});

const stores: Record<string, () => Promise<{ store: Store; close(): Promise<void> }>> = {
  SQLite: async () => {
    const store = new SqliteStore(join(folder, `${Math.random()}.sqlite`));
    return { store, close: () => store.close() };
  },
  "Cosmos DB": async () => {
    const server = await CosmosServer.open();
    const store = await server.store();
    return { store, close: () => store.close().then(() => server.close()) };
  },
};

describe.each(Object.entries(stores))("P11: a restore on %s", (_, open) => {
  let salt = 0;
  const salts = () => `salt ${++salt}`;
  const closed = sample({ id: "meadow.gone", phase: "closed", household: "canary-pupil", purpose: "a canary" });
  const read = async (store: Store, id = closed.id): Promise<Stored> => (await store.read("meadow", id)) as Stored;
  const parts = (store: Store, erasures: Erasures) =>
    ({ store, erasures, clock: { now: () => at } }) as unknown as Parts;
  const erase = async (store: Store, erasures: Erasures) => {
    const before = await read(store);
    await eraseRecord(parts(store, erasures), before, { ...before, visit: erased(before.visit, at) });
  };

  it("erases again what was erased since the moment to which it went back, and nothing else", async () => {
    const erasures = new ErasuresFile(folder);
    const first = await open();
    await first.store.insert(closed);
    await first.store.insert(sample({ id: "meadow.kept", phase: "closed" }));
    await erase(first.store, erasures);
    expect(await eraseAgain({ store: first.store, erasures, salts })).toBe(0);
    await first.close();

    const restored = await open();
    for (const stored of [closed, sample({ id: "meadow.kept", phase: "closed" })]) await restored.store.insert(stored);
    expect(await eraseAgain({ store: restored.store, erasures, salts })).toBe(1);
    const gone = await read(restored.store);
    expect(JSON.stringify(gone)).not.toMatch(/canary/i);
    expect([gone.visit.erased, gone.nextDueAt]).toEqual([at, undefined]);
    expect(await restored.store.household("meadow", "canary-pupil")).toEqual([]);
    expect((await read(restored.store, "meadow.kept")).visit.erased).toBeUndefined();
    expect(await eraseAgain({ store: restored.store, erasures, salts })).toBe(0);
    await restored.close();
  });

  it("remembers no erasure that somebody's hold came before", async () => {
    const erasures = new ErasuresFile(folder);
    const { store, close } = await open();
    await store.insert(closed);
    const before = await read(store);
    await store.replace({ ...before, policy: "held meanwhile" });
    await eraseRecord(parts(store, erasures), before, { ...before, visit: erased(before.visit, at) });
    expect(await erasures.all()).toEqual([]);
    expect((await read(store)).visit.erased).toBeUndefined();
    await close();
  });

  it("finds remembered whatever was erased, since nothing goes that can't be", async () => {
    const { store, close } = await open();
    await store.insert(closed);
    service.fails = 500;
    await expect(erase(store, await erasuresTable({ url: service.url, account: "st", key }))).rejects.toThrow();
    expect((await read(store)).visit.erased).toBeUndefined();
    await close();
  });
});
