import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSchools, type Schools, schoolsOf } from "../../schools/parse-schools";
import { applied } from "../../schools/setup/apply";
import type { Change } from "../../schools/setup/change";
import { readChange } from "../../schools/setup/inputs";
import {
  confirm,
  decline,
  heard,
  inEffect,
  isNo,
  nothingChanged,
  propose,
  type SetUp,
  type SetUpFacts,
  untold,
} from "../../schools/setup/set-up";
import { readPack } from "../policies/read-pack";

const packs = new Map(["aspire", "liberty"].map((name) => [name, readPack(name)]));
const demo = readFileSync(join(__dirname, "..", "..", "schools.demo.yaml"), "utf8");
const [ann, helen, joan, tom] = ["5", "6", "8", "3"].map((digit) =>
  [8, 4, 4, 4, 12].map((n) => digit.repeat(n)).join("-"),
) as [string, string, string, string];

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
    const file = changes.reduce((before, change) => applied(before, "meadow", change), schools.file);
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
      { do: "closeEarly", earlyDate: "2026-12-18", earlyTime: "14:00" },
      { change: { kind: "earlyClosing", date: "2026-12-18", time: "14:00" } },
    ],
  ])("%j is read", (input, asked) => {
    expect(readChange(input as Record<string, string>)).toEqual(asked);
  });

  it.each([
    [{ do: "giveRole", role: "slt" }, "who"],
    [{ do: "giveRole", who: tom }, "role"],
    [{ do: "close", closedFrom: "2026-12-23", closedTo: "2026-12-21" }, "closedFrom"],
    [{ do: "cover", cover: "morning" }, "cover"],
    [{ do: "channel", channel: "slt", conversation: "https://teams.example" }, "conversation"],
    [{ do: "codeWord", word: "abc" }, "word"],
    [{ do: "setting", setting: "hold" }, "value"],
    [{ do: "constructor" }, "do"],
    [{}, "do"],
  ])("%j is refused beside its field", (input, field) => {
    expect(readChange(input as Record<string, string>)).toMatchObject({ refused: "badInput", field });
  });
});
