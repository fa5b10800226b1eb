import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LogSync } from "../../store/sqlite/log-sync";
import { foldIn, openDatabase } from "../../store/sqlite/open-database";

const folder = mkdtempSync(join(tmpdir(), "homeward-log-"));
const file = join(folder, "some.sqlite");
writeFileSync(`${file}-wal`, "");
afterAll(() => rmSync(folder, { recursive: true }));

/** A disk that answers when it is told to. */
function disk() {
  const waiting: { done(): void; fail(error: Error): void }[] = [];
  const flush = () => new Promise<void>((done, fail) => waiting.push({ done, fail }));
  const folded = jest.fn();
  return { log: new LogSync(file, folded, flush), folded, waiting };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe("the wait for the disk", () => {
  it("is one for all that was written before it began", async () => {
    const { log, waiting } = disk();
    const all = Promise.all([log.reached(), log.reached(), log.reached()]);
    await soon();
    expect(waiting).toHaveLength(1);
    waiting[0]?.done();
    await all;
    await log.close();
  });

  it("is another for what is written while it is under way, and no promise is kept before that", async () => {
    const { log, waiting } = disk();
    const first = log.reached();
    await soon();
    const kept: string[] = [];
    const second = log.reached().then(() => kept.push("second"));
    const third = log.reached().then(() => kept.push("third"));
    waiting[0]?.done();
    await first;
    await soon();
    expect([waiting.length, kept]).toEqual([2, []]);
    waiting[1]?.done();
    await Promise.all([second, third]);
    expect(kept).toEqual(["second", "third"]);
    await log.close();
  });

  it("S14: folds the log in after the disk has refused it, before anything more is said to be stored", async () => {
    const { log, folded, waiting } = disk();
    const first = log.reached();
    await soon();
    const second = log.reached();
    folded.mockImplementationOnce(() => {
      throw new Error("EIO again");
    });
    waiting[0]?.fail(new Error("EIO"));
    await expect(first).rejects.toThrow("EIO");
    await expect(second).rejects.toThrow("EIO again");
    await log.reached();
    expect([folded.mock.calls.length, waiting.length]).toEqual([2, 1]);
    const third = log.reached();
    await soon();
    waiting[1]?.done();
    await third;
    await log.close();
  });

  it("cannot be left out because the log is not where it should be", () => {
    expect(() => new LogSync(join(folder, "none.sqlite"), () => undefined)).toThrow("ENOENT");
  });
});

it("all of the log is folded in, or it fails while somebody still reads it", () => {
  const database = openDatabase(join(folder, "real.sqlite"));
  const reader = openDatabase(join(folder, "real.sqlite"));
  database.exec("INSERT INTO document (kind, id, value) VALUES ('pulse', 'a', '1')");
  reader.exec("BEGIN; SELECT * FROM document");
  database.exec("UPDATE document SET value = '2'");
  const takes = (): number => {
    const began = performance.now();
    expect(() => foldIn(database)).toThrow("in use");
    return performance.now() - began;
  };
  // Alarms do not wait for whoever reads: for a write it would be five seconds. Once more where the machine itself has stalled.
  let quickest = takes();
  for (let more = 0; more < 4 && quickest >= 2_500; more++) quickest = Math.min(quickest, takes());
  expect(quickest).toBeLessThan(2_500);
  expect(database.prepare("PRAGMA busy_timeout").get()).toEqual({ timeout: 5_000 });
  reader.exec("COMMIT");
  foldIn(database);
  expect(statSync(join(folder, "real.sqlite-wal")).size).toBe(0);
  for (const one of [reader, database]) one.close();
});
