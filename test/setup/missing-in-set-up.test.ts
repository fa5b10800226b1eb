import { drawSetUp } from "../../cards/draw";
import { notSetUp } from "../../engine/refusals";
import { type Schools, schoolsOf } from "../../schools/parse-schools";
import type { SchoolsFile } from "../../schools/schema";
import { nothingChanged } from "../../schools/setup/set-up";
import { LiveBook } from "../../setup/live-book";
import { setUpSight } from "../../setup/sight";
import { packNames, readPack } from "../policies/read-pack";
import { schoolsOn } from "../schools/read-school";

const packs = new Map(packNames.map((name) => [name, readPack(name)] as const));
const now = Date.parse("2026-11-23T09:00:00Z");

/** The school that the pack is played with, as if its administrators set it up in Teams. */
function fileFor(pack: string): SchoolsFile {
  const { file } = schoolsOn(pack);
  const [first, second] = file.people;
  const administrators = [first?.id ?? "", second?.id ?? ""];
  return { ...file, schools: file.schools.map((one) => ({ ...one, administrators })) };
}

function schoolsIn(file: SchoolsFile): Schools {
  const found = schoolsOf(file, packs);
  if ("faults" in found) throw new Error(found.faults.join());
  return found;
}

type School = SchoolsFile["schools"][number];
const changed = (file: SchoolsFile, change: (school: School) => Partial<School>): SchoolsFile => ({
  ...file,
  schools: file.schools.map((one) => ({ ...one, ...change(one) })),
});
const without = <T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

/** What somebody who asks for a visit hears, and what the administrators' card shows, at that time. */
function heard(file: SchoolsFile, at = now): { refused: string | undefined; card: string } {
  const live = new LiveBook(schoolsIn(file), packs);
  const [roster] = live.rosters();
  const id = roster?.school.id ?? "";
  if (!roster) throw new Error("There is no school.");
  const viewer = roster.school.administrators?.[0] ?? "";
  const around = { viewer, page: "overview", setting: undefined, now: at, others: [], rooms: [], packs: [] } as const;
  const sight = setUpSight(live, roster, { ...around, setUp: nothingChanged });
  return { refused: notSetUp(live.book, id, at)?.say, card: JSON.stringify(drawSetUp(sight)).replaceAll("\\", "") };
}

/** Both say the same: nothing can be asked for, and what is missing. */
function expectMissing(file: SchoolsFile, sentence: string, at = now): void {
  const { refused, card } = heard(file, at);
  expect(refused).toContain(sentence);
  expect(card).toContain("No visit can be asked for yet");
  expect(card).toContain(sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

describe.each(packNames)("a school on the policy of %s", (pack) => {
  const file = fileFor(pack);
  const policy = [...schoolsIn(file).policies.values()][0];
  if (!policy) throw new Error(`${pack} has no policy.`);
  const ladder = Object.values(policy.ladder.value.steps);
  const needed = [
    ...[policy.approvers, policy.coordinators, policy.visitorRoles, policy.monitors].map(({ value }) => value),
    ...[policy.safeguardingTo, policy.incidentsTo].flatMap(({ value }) => value.map((role) => [role])),
    ...ladder.flatMap(({ tell }) => tell.map((role) => [role])),
  ].filter((roles) => roles.length > 0);
  const groups = [...new Map(needed.map((roles) => [roles.join(), roles])).values()];

  it("lacks nothing as it is played, and then visits can be asked for", () => {
    const { refused, card } = heard(file);
    expect(refused).toBeUndefined();
    expect(card).toContain("Set-up is complete");
  });

  it.each(groups)("can ask for no visit while nobody has the role %s", (...roles) => {
    const people = file.people.map((one) => ({ ...one, roles: one.roles.filter((role) => !roles.includes(role)) }));
    const title = roles.map((role) => policy.roles[role]).join(" or ");
    expectMissing({ ...file, people }, roles.length > 2 ? "nobody has the role" : `nobody has the role ${title}`);
  });

  it("can ask for no visit once the last who has a role is gone, or acts no longer", () => {
    const role = policy.safeguardingTo.value[0] ?? "";
    const holder = file.people.find(({ roles }) => roles.includes(role));
    const people = file.people.map((one) => (one.roles.includes(role) ? { ...one, until: "2026-11-22" } : one));
    expectMissing({ ...file, people }, `nobody has the role ${policy.roles[role]}`);
    expect(heard({ ...file, people }, now - 86_400_000).refused).toBeUndefined();
    const other = file.people.find(({ id }) => id !== holder?.id)?.id ?? "";
    const acting = { who: other, role, from: "2026-11-20", to: "2026-11-24", by: "set-up" };
    const acted = changed({ ...file, people }, () => ({ acting: [acting] }));
    expect(heard(acted).refused).toBeUndefined();
    expectMissing(acted, `nobody has the role ${policy.roles[role]}`, now + 2 * 86_400_000);
  });

  const channels = [...new Set(ladder.flatMap((step) => step.channels))];
  it.each(channels)("can ask for no visit without its channel %s", (channel) => {
    const bare = changed(file, (school) => ({ channels: without(school.channels, channel) }));
    expectMissing(bare, `no channel is chosen as “${channel}”`);
  });

  const asking = policy.codeWord.clauses.length > 0 ? ` (${policy.codeWord.clauses.join(", ")})` : "";
  it(`can ask for no visit without the code word that it has${asking}`, () => {
    const bare = changed(file, (school) => ({ settings: without(school.settings, "codeWord") as School["settings"] }));
    if (!policy.codeWord.value) return expect(heard(bare).refused).toBeUndefined();
    expectMissing(bare, "no code word is set");
  });

  it("can ask for no visit while it has not chosen what its policy leaves to it and nothing is proposed for", () => {
    const silent = Object.entries(readPack(pack).parameters).filter(([, parameter]) => "silent" in parameter);
    for (const [name] of silent) {
      const bare = changed(file, (school) => ({ settings: without(school.settings, name) as School["settings"] }));
      expectMissing(bare, "the school has to choose: ");
    }
    expect(silent.map(([name]) => name)).toEqual(["bemrose", "liberty"].includes(pack) ? ["ladder"] : []);
  });
});

describe("what will be missing", () => {
  it("is said a month before, and stops nothing until then", () => {
    const file = fileFor("aspire");
    const people = file.people.map((one) => (one.roles.includes("dsl") ? { ...one, until: "2026-12-18" } : one));
    const { refused, card } = heard({ ...file, people });
    expect(refused).toBeUndefined();
    expect(card).toMatch(/Please see to this.*From Sat 19 Dec on: nobody has the role DSL or deputy DSL/);
  });

  it("is said of term dates that are not given or come to an end", () => {
    const file = fileFor("aspire");
    const termed = (to: string) => heard(changed(file, () => ({ terms: [{ from: "2026-10-26", to }] }))).card;
    expect(heard(file).card).toContain("No term dates are given");
    expect(termed("2026-12-18")).toContain("The last term that is given ends on Fri 18 Dec");
    expect(termed("2027-02-12")).not.toContain("Please see to this");
  });
});
