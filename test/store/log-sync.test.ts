import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LogSync } from "../../store/sqlite/log-sync";

const folder = mkdtempSync(join(tmpdir(), "homeward-log-"));
const file = join(folder, "some.sqlite");
writeFileSync(`${file}-wal`, "");
afterAll(() => rmSync(folder, { recursive: true }));

/** A disk that answers when it is told to. */
function disk() {
  const waiting: { done(): void; fail(error: Error): void }[] = [];
  const flush = () => new Promise<void>((done, fail) => waiting.push({ done, fail }));
  return { log: new LogSync(file, flush), waiting };
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

  it("S14: says of nothing more that it is stored, once the disk has refused", async () => {
    const { log, waiting } = disk();
    const first = log.reached();
    await soon();
    const second = log.reached();
    waiting[0]?.fail(new Error("EIO"));
    await expect(first).rejects.toThrow("EIO");
    await expect(second).rejects.toThrow("EIO");
    await expect(log.reached()).rejects.toThrow("EIO");
    await log.close();
  });
});
