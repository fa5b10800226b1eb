import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inputOf } from "../../policies/setting-input";
import type { ParameterName } from "../../policies/statements";
import { parseSchools, type Schools, schoolsOf } from "../../schools/parse-schools";
import { applied } from "../../schools/setup/apply";
import type { Change } from "../../schools/setup/change";
import { readChange } from "../../schools/setup/inputs";
import {
  channelOf,
  confirm,
  decline,
  heard,
  inEffect,
  isNo,
  nothingChanged,
  propose,
  type SetUp,
  type SetUpFacts,
  toChannel,
  untold,
} from "../../schools/setup/set-up";
import { readPack } from "../policies/read-pack";

const packs = new Map(["aspire", "liberty"].map((name) => [name, readPack(name)]));
const demo = readFileSync(join(__dirname, "..", "..", "schools.demo.yaml"), "utf8");
const [ann, helen, joan, tom, grace] = ["5", "6", "8", "3", "4"].map((digit) =>
  [8, 4, 4, 4, 12].map((n) => digit.repeat(n)).join("-"),
) as [string, string, string, string, string];

function read(text: string): Schools {
  const schools = parseSchools("schools.yaml", text, packs);
  if ("errors" in schools) throw new Error(schools.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  return schools;
}
const withAdministrators = demo.replace("    settings: {", `    administrators: [${ann}, ${helen}]\n    settings: {`);
const schools = read(withAdministrators);

const facts = (actor: string, more: Partial<SetUpFacts> = {}): SetUpFacts => ({
  now: 1,
  actor,
  administrators: [ann, helen],
  faults: () => [],
  stands: () => false,
  tell: () => [helen, joan],
  ...more,
});
const role: Change = { kind: "role", who: tom, role: "slt", holds: true };
const closed: Change = { kind: "closed", from: "2026-12-21", to: "2026-12-23", closed: true };
const proposed = (change: Change, by = ann): SetUp => sound(propose(nothingChanged, change, facts(by)));
function sound(outcome: ReturnType<typeof propose>): SetUp {
  if (isNo(outcome)) throw new Error(outcome.say);
  return outcome;
}
const refusedWith = (outcome: ReturnType<typeof propose>) => isNo(outcome) && outcome.refused;

describe("P2: set-up", () => {
  it("is for the administrators that the schools file names", () => {
    expect(refusedWith(propose(nothingChanged, closed, facts(tom)))).toBe("notYours");
    expect(refusedWith(confirm(proposed(role), 1, facts(tom)))).toBe("notYours");
    expect(refusedWith(decline(proposed(role), 1, facts(tom)))).toBe("notYours");
  });

  it.each<[string, Change]>([
    ["a role", role],
    ["an acting Principal", { kind: "acting", who: tom, role: "principal", from: "2026-12-01", to: "2026-12-05" }],
    ["a channel", { kind: "channel", name: "slt", conversation: "19:new@thread.tacv2" }],
    ["the code word", { kind: "codeWord" }],
    ["the policy", { kind: "policy", pack: "liberty" }],
    ["the ladder", { kind: "setting", name: "climbAfter", value: 3 }],
    ["somebody new", { kind: "person", who: "9", name: "Nia Evans", roles: ["visitor"] }],
    ["a last day", { kind: "leaves", who: tom, until: "2026-12-18" }],
    ["who is on duty", { kind: "duty", duty: { role: "slt", who: [tom], days: ["mon"] }, stands: true }],
  ])("puts %s into effect only when a second administrator has confirmed it", (_, change) => {
    const waiting = proposed(change);
    expect(inEffect(waiting)).toEqual([]);
    expect(refusedWith(confirm(waiting, 1, facts(ann)))).toBe("needsOther");
    expect(inEffect(sound(confirm(waiting, 1, facts(helen))))).toEqual([change]);
  });

  it("tells the other administrators of what waits, and Principal and DSL of what is in effect", () => {
    const waiting = proposed(role);
    expect(untold(waiting).map(({ who }) => who)).toEqual([helen]);
    const done = sound(confirm(waiting, 1, facts(helen)));
    expect(untold(done).map(({ who }) => who)).toEqual([joan, ann]);
    expect(untold(heard(done, 1, joan)).map(({ who }) => who)).toEqual([ann]);
  });

  it("refuses what needs two where there is only one", () => {
    expect(refusedWith(propose(nothingChanged, role, facts(ann, { administrators: [ann] })))).toBe("needsSecond");
  });

  it("puts a day of closure into effect at once, and logs who did it", () => {
    expect(proposed(closed).entries).toEqual([
      { no: 1, at: 1, by: ann, change: closed, state: "inEffect", tell: [], told: [] },
    ]);
  });

  it("takes another number at once, and tells whoever alarms reach by it", () => {
    const change: Change = { kind: "phone", who: tom, phone: "+44 7700 900099" };
    expect(untold(proposed(change)).map(({ who }) => who)).toEqual([tom]);
    expect(untold(sound(propose(nothingChanged, { ...change, who: ann }, facts(ann))))).toEqual([]);
  });

  it("tells a channel that it is one of the school's, which shows that it can be reached (S6)", () => {
    const waiting = proposed({ kind: "channel", name: "slt", conversation: "19:new@thread.tacv2" });
    const done = sound(confirm(waiting, 1, facts(helen, { tell: () => [joan, toChannel("slt")] })));
    expect(untold(done).map(({ who }) => channelOf(who) ?? who)).toEqual([joan, "slt", ann]);
  });

  it("declines for good, by whoever proposed or the second", () => {
    for (const who of [ann, helen]) {
      const declined = sound(decline(proposed(role), 1, facts(who)));
      expect(declined.entries[0]?.state).toBe("declined");
      expect(refusedWith(confirm(declined, 1, facts(helen)))).toBe("settled");
    }
  });

  it("S9: answers the same press again without a second entry", () => {
    const once = proposed(role);
    expect(propose(once, role, facts(ann))).toBe(once);
    const done = sound(confirm(once, 1, facts(helen)));
    expect(confirm(done, 1, facts(helen))).toBe(done);
    expect(propose(nothingChanged, closed, facts(ann, { stands: () => true }))).toBe(nothingChanged);
    const word = proposed({ kind: "codeWord" });
    expect(propose(word, { kind: "codeWord" }, facts(ann))).toBe(word);
    expect(sound(propose(word, { kind: "codeWord" }, facts(helen))).entries).toHaveLength(2);
  });

  it("refuses what would break the school, when it is proposed and when it is confirmed", () => {
    const broken = { faults: () => ["nobody has the role DSL."] };
    expect(propose(nothingChanged, role, facts(ann, broken))).toMatchObject({ say: "nobody has the role DSL." });
    expect(confirm(proposed(role), 1, facts(helen, broken))).toMatchObject({ refused: "notPossible" });
  });
});

describe("a change stands in the schools file", () => {
  const standing = (...changes: Change[]): Schools => {
    const file = changes.reduce((before, change) => applied(before, "meadow", change, packs), schools.file);
    const found = schoolsOf(file, packs);
    if ("faults" in found) throw new Error(found.faults.join());
    return found;
  };

  it("as a role", () => {
    const people = standing(role).rosters[0]?.people;
    expect(people?.find(({ id }) => id === tom)?.roles).toEqual(["visitor", "slt"]);
    expect(standing(role, { ...role, holds: false }).file).toEqual(schools.file);
  });

  it("as days on which nobody is in", () => {
    expect(standing(closed).rosters[0]?.school.closedDays).toEqual(["2026-12-21", "2026-12-22", "2026-12-23"]);
    expect(standing(closed, { ...closed, from: "2026-12-22", closed: false }).rosters[0]?.school.closedDays).toEqual([
      "2026-12-21",
    ]);
  });

  it("as somebody new, their number, what they hold and their last day", () => {
    const nia = "99999999-9999-9999-9999-999999999999";
    const people = standing(
      { kind: "person", who: nia, name: "Nia Evans", roles: ["visitor"] },
      { kind: "phone", who: nia, phone: "+44 7700 900009" },
      { kind: "check", who: nia, check: "dbs", on: "2026-09-01" },
      { kind: "leaves", who: nia, until: "2027-07-21" },
    ).rosters[0]?.people;
    expect(people?.find(({ id }) => id === nia)).toEqual({
      id: nia,
      name: "Nia Evans",
      phone: "+44 7700 900009",
      schools: ["meadow"],
      roles: ["visitor"],
      until: "2027-07-21",
      checks: { dbs: { on: "2026-09-01" } },
    });
    expect(
      standing({ kind: "leaves", who: tom, until: "2027-07-21" }, { kind: "leaves", who: tom, until: null }).file,
    ).toEqual(schools.file);
  });

  it("as a duty of the rota, once, whatever order it is written in", () => {
    const duty = { role: "slt", who: [grace], days: ["mon", "tue"] as const, from: "08:30" };
    const { from, ...rest } = duty;
    const changes: Change[] = [
      { kind: "duty", duty, stands: true },
      { kind: "duty", duty: { from, ...rest }, stands: true },
    ];
    expect(standing(...changes).rosters[0]?.school.rota).toEqual([duty]);
    expect(standing(...changes, { kind: "duty", duty, stands: false }).rosters[0]?.school.rota).toBeUndefined();
    const strange = applied(schools.file, "meadow", { kind: "duty", duty: { ...duty, who: [tom] }, stands: true });
    expect(schoolsOf(strange, packs)).toHaveProperty("faults");
  });

  it("as terms in their order, the school day and cover", () => {
    const autumn = { kind: "term", from: "2026-10-26", to: "2026-12-18", stands: true } as const;
    const { school } = standing(
      autumn,
      { ...autumn, from: "2026-09-02", to: "2026-10-16" },
      { kind: "hours", days: ["mon", "tue"], from: "09:00", to: "15:00" },
      { kind: "cover", spans: [{ from: "09:00", to: "12:00" }] },
    ).rosters[0] as Schools["rosters"][number];
    expect(school.terms?.map(({ from }) => from)).toEqual(["2026-09-02", "2026-10-26"]);
    expect(school.hours).toEqual({
      days: ["mon", "tue"],
      from: "09:00",
      to: "15:00",
      cover: [{ from: "09:00", to: "12:00" }],
    });
    expect(
      schoolsOf(
        applied(applied(schools.file, "meadow", autumn), "meadow", { ...autumn, from: "2026-12-01", to: "2027-01-10" }),
        packs,
      ),
    ).toHaveProperty("faults");
  });

  it("as another policy, under which choices are made anew and roles that it doesn't know fall away", () => {
    const changed = standing({ kind: "setting", name: "hold", value: 3 }, { kind: "policy", pack: "liberty" });
    expect(changed.file.schools[0]?.settings).toEqual({ codeWord: "green folder" });
    expect(changed.policies.get("meadow")?.pack).toBe("liberty");
    expect(changed.rosters[0]?.people.find(({ id }) => id === grace)?.roles).toEqual(["visitor"]);
    expect(changed.missing.get("meadow")).toContain("the school has to choose: the ladder");
  });

  it("as a setting that the policy leaves open", () => {
    const changed = standing({ kind: "setting", name: "hold", value: 3 });
    expect(changed.policies.get("meadow")?.hold).toEqual({ value: 3, by: "school", clauses: [] });
    expect(
      standing({ kind: "setting", name: "hold", value: 3 }, { kind: "setting", name: "hold", value: null }).file,
    ).toEqual(schools.file);
  });

  it("and what the policy decides can't be set", () => {
    const file = applied(schools.file, "meadow", { kind: "setting", name: "waitOutside", value: 60 });
    expect(schoolsOf(file, packs)).toEqual({
      faults: ["schools[1].settings.waitOutside is not open: AET-51 decides it."],
    });
  });

  it.each<[string, Change]>([
    ["a role that the policy doesn't know", { ...role, role: "caretaker" } as Change],
    ["a policy that there is none of", { kind: "policy", pack: "nowhere" }],
  ])("and not with %s", (_, change) => {
    expect(schoolsOf(applied(schools.file, "meadow", change), packs)).toHaveProperty("faults");
  });
});

describe("a school that administrators set up", () => {
  it("starts with what it still has to choose, which is said", () => {
    const bare = `tenant: 11111111-1111-1111-1111-111111111111
schools:
  - { id: oak, name: Oak, policy: liberty, timezone: Europe/London, phone: "+44 1332 900100", hours: { days: [mon], from: "08:30", to: "16:00" }, channels: {}, administrators: [${ann}] }
people:
  - { id: ${ann}, name: Ann, school: oak, roles: [visitor] }
`;
    const found = read(bare);
    const open = found.open.get("oak") ?? [];
    expect(open.map(({ name }) => name)).toContain("ladder");
    expect(found.missing.get("oak")).toEqual(
      expect.arrayContaining([expect.stringContaining("the school has to choose: the ladder")]),
    );
    expect(parseSchools("schools.yaml", bare.replace(`, administrators: [${ann}]`, ""), packs)).toHaveProperty(
      "errors",
    );
  });

  it("names administrators that it has", () => {
    const strange = withAdministrators.replace(`administrators: [${ann}`, "administrators: [nobody-here");
    const found = parseSchools("schools.yaml", strange, packs);
    expect("errors" in found && found.errors[0]).toMatchObject({
      say: "schools[1].administrators[1] is nobody of this school",
    });
  });
});

describe("what is typed on the card", () => {
  const standing = {
    rota: [],
    rooms: ["19:new@thread.tacv2"],
    baseline: null,
    inputOf: (name: string) => inputOf(name as ParameterName),
  };
  it.each([
    [{ do: "giveRole", who: tom, role: "slt" }, { change: role }],
    [{ do: "close", closedFrom: "2026-12-21", closedTo: "2026-12-23" }, { change: closed }],
    [
      { do: "cover", cover: "08:30-12:00, 12:30–16:00" },
      {
        change: {
          kind: "cover",
          spans: [
            { from: "08:30", to: "12:00" },
            { from: "12:30", to: "16:00" },
          ],
        },
      },
    ],
    [{ do: "setting", setting: "hold", value: "3" }, { change: { kind: "setting", name: "hold", value: 3 } }],
    [
      { do: "setting", setting: "policeBy", value: "office, slt" },
      { change: { kind: "setting", name: "policeBy", value: ["office", "slt"] } },
    ],
    [
      { do: "codeWord", word: "the red file" },
      { change: { kind: "codeWord" }, word: "the red file" },
    ],
    [
      { do: "addPerson", personId: "AAAAAAAA-1111-1111-1111-111111111111", name: "Nia", roles: "visitor,slt" },
      {
        change: {
          kind: "person",
          who: "aaaaaaaa-1111-1111-1111-111111111111",
          name: "Nia",
          roles: ["visitor", "slt"],
        },
      },
    ],
    [
      { do: "phone", who: tom, newPhone: "+44 7700 900009" },
      { change: { kind: "phone", who: tom, phone: "+44 7700 900009" } },
    ],
    [{ do: "leaves", who: tom, until: "" }, { change: { kind: "leaves", who: tom, until: null } }],
    [
      { do: "addDuty", role: "slt", who: tom, days: "tue,mon", from: "08:30" },
      {
        change: { kind: "duty", duty: { role: "slt", who: [tom], days: ["mon", "tue"], from: "08:30" }, stands: true },
      },
    ],
    [
      { do: "channel", channel: "slt", conversation: "19:new@thread.tacv2" },
      { change: { kind: "channel", name: "slt", conversation: "19:new@thread.tacv2" } },
    ],
    [
      { do: "addTerm", termFrom: "2026-09-02", termTo: "2026-10-16" },
      { change: { kind: "term", from: "2026-09-02", to: "2026-10-16", stands: true } },
    ],
    [
      { do: "hours", schoolDays: "fri,mon", opens: "08:30", closes: "15:30" },
      { change: { kind: "hours", days: ["mon", "fri"], from: "08:30", to: "15:30" } },
    ],
    [{ do: "setting", setting: "stops", value: "false" }, { change: { kind: "setting", name: "stops", value: false } }],
    [{ do: "setting", setting: "standIns", value: "" }, { change: { kind: "setting", name: "standIns", value: [] } }],
    [
      { do: "setting", setting: "reviewBy", value: "08:30" },
      { change: { kind: "setting", name: "reviewBy", value: "08:30" } },
    ],
    [
      { do: "lacking", on: "2026-09-03", control: "alarms", remedy: "Ordered" },
      {
        change: {
          kind: "setting",
          name: "riskBaseline",
          value: { on: "2026-09-03", notInPlace: [{ control: "alarms", plan: "Ordered" }] },
        },
      },
    ],
    [
      { do: "closeEarly", earlyDate: "2026-12-18", earlyTime: "14:00" },
      { change: { kind: "earlyClosing", date: "2026-12-18", time: "14:00" } },
    ],
  ])("%j is read", (input, asked) => {
    expect(readChange(input as Record<string, string>, standing)).toEqual(asked);
  });

  it.each([
    [{ do: "giveRole", role: "slt" }, "who"],
    [{ do: "giveRole", who: tom }, "role"],
    [{ do: "close", closedFrom: "2026-12-23", closedTo: "2026-12-21" }, "closedFrom"],
    [{ do: "cover", cover: "morning" }, "cover"],
    [{ do: "channel", channel: "slt", conversation: "https://teams.example" }, "conversation"],
    [{ do: "channel", channel: "slt", conversation: "19:never-said@thread.tacv2" }, "conversation"],
    [{ do: "addPerson", name: "Nia", roles: "visitor" }, "personId"],
    [{ do: "addPerson", personId: tom, roles: "visitor" }, "name"],
    [{ do: "addPerson", personId: tom, name: "Nia", phone: "ask", roles: "visitor" }, "phone"],
    [{ do: "addPerson", personId: tom, name: "Nia" }, "roles"],
    [{ do: "phone", who: tom, newPhone: "12" }, "newPhone"],
    [{ do: "leaves", who: tom, until: "soon" }, "until"],
    [{ do: "check", who: tom, check: "dbs", on: "2026-09-01", holdsUntil: "2026-01-01" }, "holdsUntil"],
    [{ do: "addDuty", role: "slt", who: tom }, "days"],
    [{ do: "addDuty", role: "slt", who: tom, days: "mon", from: "12:00", to: "09:00" }, "from"],
    [{ do: "removeDuty", duty: "role=slt" }, "duty"],
    [{ do: "addTerm", termFrom: "2026-10-16", termTo: "2026-09-02" }, "termTo"],
    [{ do: "hours", opens: "08:30", closes: "15:30" }, "schoolDays"],
    [{ do: "policy" }, "pack"],
    [{ do: "lacking", on: "2026-09-03", control: "alarms" }, "remedy"],
    [{ do: "inPlace", control: "alarms" }, "on"],
    [{ do: "codeWord", word: "abc" }, "word"],
    [{ do: "codeWord", word: "Help!" }, "word"],
    [{ do: "codeWord", word: "on my way" }, "word"],
    [{ do: "setting", setting: "hold" }, "value"],
    [{ do: "constructor" }, "do"],
    [{}, "do"],
  ])("%j is refused beside its field", (input, field) => {
    expect(readChange(input as Record<string, string>, standing)).toMatchObject({ refused: "badInput", field });
  });
});
