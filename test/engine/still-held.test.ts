import type { Policy } from "../../policies/policy";
import type { Roster } from "../../schools/school";
import { words } from "../../words/en-gb/engine";
import { closeWorlds, out, people, type World, world } from "./world";

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
});

describe("S2: an alarm that calls nobody any more", () => {
  let w: World;
  let visit: string;
  beforeEach(async () => {
    w = await world();
    visit = await out(w);
  });
  afterEach(closeWorlds);
  /** Of the people nobody is left but these. */
  const left = (school: Partial<Roster["school"]>, roles: Readonly<Record<string, string[]>>) => {
    const book = w.book as { roster(school: string): Roster | undefined };
    const listed = book.roster("meadow") as Roster;
    const kept = people.filter(({ id }) => roles[id]).map((one) => ({ ...one, roles: roles[one.id] ?? [] }));
    book.roster = () => ({ school: { ...listed.school, ...school }, people: kept });
  };
  const unheard = () => words.unheard(visit, "+44 1332 900100");

  it("is said to whoever sets the school up, and to nobody who is on the visit", async () => {
    await w.does("priya", "askForHelp", visit);
    const administrators = ["grace", "priya", "tom"];
    left({ channels: {}, administrators }, { priya: ["visitor"], tom: ["visitor"], grace: ["visitor"] });
    await w.engine.sweep();
    expect(administrators.map((who) => w.messenger.texts(who).filter((text) => text === unheard()).length)).toEqual([
      1, 0, 0,
    ]);
  });

  /** The same visit again, of two others. */
  const alsoOut = async (lead: string, companion: string) => {
    const text = JSON.stringify(await w.stored(visit)).replaceAll(visit, `meadow.of-${lead}`);
    await w.store.insert(JSON.parse(text.replaceAll('"priya"', `"${lead}"`).replaceAll('"tom"', `"${companion}"`)));
  };

  it("S5: is said to those who answer alarms though they are out, where that is all of them", async () => {
    await alsoOut("ann", "helen");
    await alsoOut("sam", "joan");
    await w.does("priya", "askForHelp", visit);
    await w.engine.sweep();
    const told = ["ann", "helen", "sam", "joan", "priya", "tom"].filter((who) =>
      w.messenger.texts(who).includes(unheard()),
    );
    expect(told).toEqual(["ann", "helen", "sam", "joan"]);
  });

  it("S4: is posted in no channel that somebody on the visit may read, and in those that nobody on it reads", async () => {
    await w.engine.hear("priya", "The red folder", w.clock.at);
    left({ channels: { slt: "19:slt", office: "19:office" } }, { priya: ["visitor"], tom: ["visitor", "slt"] });
    await w.engine.sweep();
    expect(w.messenger.texts("channel:slt")).not.toContain(unheard());
    expect(w.messenger.texts("channel:office")).toContain(unheard());
  });
});
