import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { School } from "../scenarios/school";

it("the program says at its start what fell due while it was down, and does it then", async () => {
  const school = await School.open({ ownProcess: true });
  await school.sendsOut();
  await school.program.kill("SIGKILL");
  const clock = join(school.program.folder, "clock.json");
  const { offset } = JSON.parse(readFileSync(clock, "utf8"));
  writeFileSync(clock, JSON.stringify({ offset: offset + 27 * 60_000 }));
  await school.program.start();
  expect(school.program.output).toMatch(/1 thing fell due while it was down; it is \d+ min late\./);
  await school.office.sees("Priya Shah");
  await school.office.isOffered("recordCall");
  await school.close();
});
