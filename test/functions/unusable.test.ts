import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { CannotStart } from "../../functions/cannot-start";
import { notClosed, usable } from "../../functions/usable";
import { holdFolder } from "../../store/sqlite/hold-folder";
import { SqliteStore } from "../../store/sqlite/sqlite-store";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "homeward-unusable-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As `openStore` does; that it does is seen at the running program (`test/local/program.test.ts`). */
const refusal = (open: (file: string) => unknown): string => {
  const file = join(folder, "homeward.sqlite");
  try {
    usable(file, () => open(file));
    return "";
  } catch (error) {
    return (error as CannotStart).reasons.join("\n");
  }
};
const store = (file: string) => new SqliteStore(file);
const rubbish = "no database ".repeat(100);

describe("a data folder that can't be used is refused in a sentence", () => {
  it("where the database is none", () => {
    writeFileSync(join(folder, "homeward.sqlite"), rubbish);
    expect(refusal(store)).toMatch(
      /^DATA_DIR: .*homeward\.sqlite can't be used \(file is not a database\)\. Put that right/,
    );
  });

  it("where the database is a folder", () => {
    mkdirSync(join(folder, "homeward.sqlite"));
    expect(refusal(store)).toMatch(/homeward\.sqlite can't be used \(EISDIR\)/);
  });

  it("where a newer Homeward has written the database", () => {
    const database = new DatabaseSync(join(folder, "homeward.sqlite"));
    database.exec("PRAGMA user_version = 10000");
    database.close();
    expect(refusal(store)).toMatch(/homeward\.sqlite can't be used \(written by a newer Homeward/);
  });

  it("where the lock can't be taken, which is not called another Homeward unless there is one", () => {
    const held = holdFolder(folder);
    expect(holdFolder(folder)).toBeUndefined();
    held?.release();
    writeFileSync(join(folder, "in-use"), rubbish);
    expect(refusal(() => holdFolder(folder))).toMatch(/can't be used \(file is not a database\)/);
  });
});

describe("what a file says when it can't be used", () => {
  const full = Object.assign(new Error("x"), { code: "ERR_SQLITE_ERROR", errstr: "database or disk is full" });

  it("is a sentence where the program ends, too, and says that nothing is lost", () =>
    expect((notClosed("data", full) as CannotStart).reasons).toEqual([
      "DATA_DIR: data could not be tidied up (database or disk is full). What has been stored is there, and goes on at the next start.",
    ]));

  it("is no sentence where it is a bug", () => {
    const bug = new TypeError("undefined is no function");
    const open = () => {
      throw bug;
    };
    expect(() => usable("data", open)).toThrow(bug);
    expect(notClosed("data", bug)).toBe(bug);
  });
});
