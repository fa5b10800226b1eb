import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Erasures } from "../../engine/ports";
import { eraseRestored } from "../../functions/erase-restored";
import { SqliteStore } from "../../store/sqlite/sqlite-store";

it("P11: what was erased is looked up once after a start; while that fails, once a minute, and nobody waits for it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "homeward-restored-"));
  const store = new SqliteStore(join(folder, "homeward.sqlite"));
  const errors: unknown[] = [];
  let looked = 0;
  let now = 0;
  const away = new Set([1, 2]);
  const erasures = {
    all: async () => {
      if (away.has(++looked)) throw new Error("CANARY");
      return [];
    },
  } as unknown as Erasures;
  const log = { warn: () => undefined, error: (about: object) => void errors.push(about) };
  const look = eraseRestored({ store, erasures, salts: () => "" }, log, () => now);
  for (const at of [0, 2_000, 59_999, 60_000, 62_000, 120_000, 180_000, 240_000]) {
    now = at;
    expect(look()).toBeUndefined();
    await new Promise(setImmediate);
  }
  expect(looked).toBe(3);
  expect([errors.length, JSON.stringify(errors)]).toEqual([2, expect.not.stringContaining("CANARY")]);
  await store.close();
  rmSync(folder, { recursive: true });
});
