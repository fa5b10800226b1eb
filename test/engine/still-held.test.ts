import type { Policy } from "../../policies/policy";
import type { Roster } from "../../schools/school";
import { out, people, world } from "./world";

/** The same school under another policy, which calls everybody something else. */
const renamed = <T>(it: T): T =>
  JSON.parse(JSON.stringify(it).replace(/"(office|slt|principal|dsl)"/g, (_, role) => `"${role}2"`)) as T;

it("S2: an alarm that is open when the school takes another policy is told to its present people, who can end it", async () => {
  const w = await world();
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit, { kind: "help" });
  const book = w.book as { policy(): Policy; roster(school: string): Roster | undefined };
  const [policy, roster] = [book.policy(), book.roster("meadow")];
  book.policy = () => ({ ...renamed(policy), hash: "another" });
  book.roster = () => roster && { ...roster, people: renamed(people) };
  await w.pass(1);
  for (const who of ["ann", "helen"]) expect(JSON.stringify(w.messenger.seenBy(who))).toContain("emergency");
  await w.does("helen", "standDown", visit, { why: "Spoke to both", spoken: "priya,tom" }, 1);
  expect((await w.stored(visit)).visit.alarms[0]?.ended?.by).toBe("helen");
  await w.close();
  w.remove();
});
