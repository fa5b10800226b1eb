import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { patience } from "../patience";
import { heardOfTillThree } from "./scenes";
import { School } from "./school";

describe("a program that fails", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: heardOfTillThree });
    await school.settles();
  });
  afterAll(() => school.close());

  /** Beside the running program, on its own file. */
  const onTheDisk = (sql: string): void => {
    const database = new DatabaseSync(join(school.program.folder, "homeward.sqlite"), { timeout: patience });
    database.exec(sql);
    database.close();
  };
  const notTaken = (table: string, when = "TRUE"): void =>
    onTheDisk(
      ["INSERT", "UPDATE"]
        .map(
          (what) =>
            `CREATE TRIGGER refuse_${what} BEFORE ${what} ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'full'); END;`,
        )
        .join("\n"),
    );
  const takenAgain = (): void => onTheDisk("DROP TRIGGER refuse_INSERT; DROP TRIGGER refuse_UPDATE;");
  const health = async (): Promise<number> => (await fetch(`${school.program.url}/api/health`)).status;

  it("S14: says 'not saved' and whom to ring where the disk takes nothing, and never a false tick", async () => {
    const notSaved = "Not saved. Try again, or ring the school on +44 1332 900100.";
    notTaken("visit");
    expect(await school.priya.isRefused("checkIn")).toEqual({ say: notSaved, beside: undefined });
    await school.priya.says("All well here");
    await school.priya.sees(notSaved);
    takenAgain();
    await school.priya.presses("checkIn");
  });

  it("S13: finds that the timers have stopped, says so in Teams and in health, and is well again when they go on", async () => {
    notTaken("document", "NEW.kind = 'pulse' AND NEW.id = 'sweep'");
    await school.program.advance("PT4M");
    await school.slt.sees(/Homeward may be missing something: the timers have not run/);
    await school.ann.sees(/the timers have not run/);
    // What health has said once it says for five seconds, so it is not asked before.
    expect(await health()).toBe(503);
    takenAgain();
    await school.settles();
    await until(async () => (await health()) === 200);
  });

  it("S14: raises an alarm about a record that can't be read, and ticks no press on it", async () => {
    onTheDisk(`UPDATE visit SET document = '{"visit":', next_due_at = 0`);
    await school.slt.sees(/ALARM · Homeward can't read the record of a visit/);
    await school.office.sees(/can't read the record/);
    expect((await school.priya.isRefused("checkIn")).say).toMatch(/^Not saved/);
  });

  it("S14: goes on saying so, also after a restart", async () => {
    await school.program.restart();
    const told = await school.told(/can't read the record/, () => school.program.advance("PT11M"));
    expect(told).toEqual(expect.arrayContaining(["ann", "helen", "samuel", "office", "slt"]));
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (Date.now() > end) throw new Error("It has not come to hold however long it was waited for.");
}
