import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSchools, type Schools } from "../../schools/parse-schools";
import { readPack } from "../policies/read-pack";

const packs = new Map([["aspire", readPack("aspire")]]);
const demo = readFileSync(join(__dirname, "..", "..", "schools.demo.yaml"), "utf8");

/** The example that outside clients know. */
const example = `tenant: 11111111-1111-1111-1111-111111111111
schools:
  - id: meadow
    name: Meadow Primary
    policy: aspire                 # a pack in policies/
    timezone: Europe/London
    phone: "+44 1332 900100"
    hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00" }   # closed days, early closing and cover are optional
    channels: { slt: "19:slt@thread.tacv2", office: "19:office@thread.tacv2" }   # a record: other names as the pack needs
    settings: {}                   # what the policy leaves to the school
people:
  - id: 22222222-2222-2222-2222-222222222222   # Entra object id
    name: Priya Shah
    phone: "+44 7700 900001"
    school: meadow                 # or schools: [..]
    roles: [visitor]               # visitor, office, slt, principal, dsl, and what the packs name
    # until: 2027-08-31
`;

function read(text: string): Schools {
  const schools = parseSchools("schools.yaml", text, packs);
  if ("errors" in schools) throw new Error(schools.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  return schools;
}

type Change = readonly [from: string, to: string];
function errorsOf(...changes: Change[]): { line: number; say: string }[] {
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, example);
  const schools = parseSchools("schools.yaml", text, packs);
  return "errors" in schools ? schools.errors.map(({ line, say }) => ({ line, say })) : [];
}

describe("the shortest schools file", () => {
  it("is enough, and takes what the policy proposes as the school's choice", () => {
    const { tenant, rosters, policies, chosen } = read(example);
    expect(tenant).toBe("11111111-1111-1111-1111-111111111111");
    expect(rosters).toMatchObject([
      { school: { id: "meadow", closedDays: [], acting: [] }, people: [{ name: "Priya Shah", checks: {} }] },
    ]);
    expect(policies.get("meadow")?.hold).toEqual({ value: 5, by: "school", clauses: [] });
    expect(chosen.get("meadow")?.join("\n")).toContain("5 min, the school's choice as proposed (hold)");
  });

  it("starts, and says whom and what the school still lacks", () => {
    expect(read(example).missing.get("meadow")).toEqual(
      expect.arrayContaining([
        "nobody has the role Principal: no visit can be approved",
        "nobody has the role DSL or deputy DSL: safeguarding concerns reach nobody",
        "no code word is set, which the policy asks for (AET-84, AET-A-66)",
      ]),
    );
    expect(read(demo).missing.get("meadow")).toEqual([]);
  });
});

describe("the demo school", () => {
  it("has somebody for each role, and numbers that belong to nobody", () => {
    const { rosters } = read(demo);
    const people = rosters[0]?.people ?? [];
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(
      new Set(["visitor", "office", "slt", "principal", "dsl"]),
    );
    for (const { phone } of people) expect(phone).toMatch(/^\+44 7700 900\d{3}$/);
  });

  it("knows the checks of most visitors, and of one that nothing is known", () => {
    const visitors = read(demo).rosters[0]?.people.filter(({ roles }) => roles.includes("visitor")) ?? [];
    expect(visitors.map(({ name, checks }) => [name, Object.keys(checks).length])).toEqual([
      ["Priya Shah", 8],
      ["Tom Okafor", 8],
      ["Grace Lee", 0],
    ]);
    expect(visitors[0]?.checks.dbs).toEqual({ on: "2025-09-01" });
  });

  it("P1: keeps the code word and the disguised answers apart from everything else", () => {
    const { secrets, ...rest } = read(demo);
    expect(secrets[0]).toMatchObject({ school: "meadow", codeWord: "green folder" });
    expect(secrets[0]?.signals["22222222-2222-2222-2222-222222222222"]).toBe("stayingAWhile");
    const open = JSON.stringify([rest.rosters, [...rest.policies], [...rest.chosen], [...rest.missing]]);
    expect(["green folder", "checkInSignal", "stayingAWhile", "onMyWay"].filter((word) => open.includes(word))).toEqual(
      [],
    );
  });
});

describe("a schools file that is no such file", () => {
  const faults = (text: string) => {
    const schools = parseSchools("schools.yaml", text, packs);
    return "errors" in schools ? schools.errors.map(({ line, say }) => `${line}: ${say}`) : [];
  };

  it.each([
    ["is empty", "", "1: The file is empty"],
    ["holds nothing but remarks", "# Meadow\n", "1: The file is empty"],
    [
      "was saved in another encoding",
      demo.replace("Helen", "H\ufffdl\ufffdne"),
      "1: The file is not text in UTF-8: save it anew with that encoding",
    ],
    ["was saved as UTF-16", [...demo].join("\0"), "1: The file is not text in UTF-8: save it anew with that encoding"],
    ["is a list", "- one\n", "1: The file must be a set of named values"],
  ])("and %s says so, once", (_, text, say) => {
    expect(faults(text)).toEqual([say]);
  });

  it("names the tabs alone, each with its line, and not what follows from them", () => {
    const text = demo.replace("    name: Meadow", "\tname: Meadow").replace("    roles: [slt]", "\troles: [slt]");
    const lines = text.split("\n").flatMap((line, i) => (line.startsWith("\t") ? [i + 1] : []));
    expect(lines).toHaveLength(2);
    expect(faults(text)).toEqual(lines.map((line) => `${line}: A tab stands here: YAML is indented with spaces`));
  });
});

describe("a schools file that is wrong", () => {
  const priya = "  - id: 22222222-2222-2222-2222-222222222222   # Entra object id\n";
  it.each<[string, Change, number, string]>([
    [
      "an unknown policy",
      ["policy: aspire", "policy: aspira"],
      5,
      "schools[1].policy is no policy here; there is aspire",
    ],
    [
      "an unknown role",
      ["roles: [visitor]", "roles: [vistor]"],
      16,
      "people[1].roles[1] names the role vistor; the policy knows",
    ],
    [
      "a day in two terms",
      [
        "    settings: {}",
        '    terms: [{ from: "2026-09-02", to: "2026-10-16" }, { from: "2026-10-16", to: "2026-12-18" }]\n    settings: {}',
      ],
      10,
      "schools[1].terms[2] has days of another term",
    ],
    [
      "a term that ends before it begins",
      ["    settings: {}", '    terms: [{ from: "2026-10-16", to: "2026-09-02" }]\n    settings: {}'],
      10,
      "schools[1].terms[1] must begin before it ends",
    ],
    ["a bad phone", ['phone: "+44 7700 900001"', "phone: ask"], 14, "people[1].phone must be a phone number in quotes"],
    [
      "a phone without quotes",
      ['phone: "+44 1332 900100"', "phone: 01332900100"],
      7,
      "schools[1].phone must be a phone number in quotes",
    ],
    [
      "a bad zone",
      ["Europe/London", "Europe/Derby"],
      6,
      "schools[1].timezone must be a time zone such as Europe/London",
    ],
    ["a missing name", ["    name: Priya Shah\n", ""], 12, "people[1].name is missing"],
    [
      "a channel that the ladder needs",
      [', office: "19:office@thread.tacv2"', ""],
      9,
      "lacks office, which the policy's ladder posts to",
    ],
    [
      "a person of an unknown school",
      ["school: meadow", "school: medow"],
      15,
      "names medow, which is no school of this file",
    ],
    ["a person of no school", ["    school: meadow  ", "    #"], 12, "people[1] needs either school or schools"],
    ["an unknown day", ["[mon,", "[monday,"], 8, "schools[1].hours.days[1] must be mon, tue"],
    [
      "hours that end before they begin",
      ['to: "16:00"', 'to: "08:00"'],
      8,
      "schools[1].hours must begin before it ends",
    ],
    ["a time that is none", ['from: "08:30"', 'from: "8.30"'], 8, "must be a time of day"],
    ["an unknown setting", ["settings: {}", "settings: { hodl: 3 }"], 10, "schools[1].settings.hodl is no setting"],
    ["what the policy decides", ["settings: {}", "settings: { callAfter: 3 }"], 10, "settings.callAfter is not open"],
    ["an unknown field", ["timezone:", "timeZone:"], 6, "schools[1].timeZone is not known here"],
    [
      "an id twice",
      [priya, `${priya}    name: A B\n    school: meadow\n    roles: [slt]\n${priya}`],
      16,
      "people[2].id stands here twice",
    ],
    ["a date that is none", ["# until: 2027-08-31", "until: 2027-02-30"], 17, "must be a date"],
    [
      "an unknown check",
      ["# until: 2027-08-31", "checks: { dps: 2027-01-01 }"],
      17,
      "people[1].checks.dps is no condition of the policy",
    ],
    [
      "somebody acting who is unknown",
      ["settings: {}", "acting: [{ who: nobody, role: principal, from: 2026-01-01, to: 2026-02-01, by: The trust }]"],
      10,
      "acting[1].who is nobody of this school",
    ],
    [
      "somebody on duty without the role",
      ["settings: {}", "rota: [{ role: slt, who: [22222222-2222-2222-2222-222222222222], days: [mon] }]"],
      10,
      "rota[1].who[1] has not the role slt at this school",
    ],
    [
      "a duty that ends before it begins",
      [
        "settings: {}",
        'rota: [{ role: visitor, who: [22222222-2222-2222-2222-222222222222], days: [mon], from: "12:00", to: "08:00" }]',
      ],
      10,
      "must begin before it ends",
    ],
    [
      "early closing after closing",
      ["settings: {}", 'earlyClosing: { 2026-12-18: "17:00" }'],
      10,
      "must be between the school's opening and closing",
    ],
    [
      "a code word of one letter",
      ["settings: {}", "settings: { codeWord: x }"],
      10,
      "settings.codeWord must have at least four letters",
    ],
    ["the tenant missing", ["tenant: 11111111-1111-1111-1111-111111111111\n", ""], 1, "tenant is missing"],
  ])("says %s, with its line", (_, change, line, sentence) => {
    expect(errorsOf(change)).toContainEqual({ line, say: expect.stringContaining(sentence) });
  });

  it("says everything at once, in the order of the lines", () => {
    const errors = errorsOf(
      ["policy: aspire", "policy: aspira"],
      ["Europe/London", "Mars"],
      ["roles: [visitor]", "roles: visitor"],
      ["school: meadow", "school: medow"],
    );
    expect(errors.map(({ line }) => line)).toEqual([5, 6, 15, 16]);
  });

  it("refuses a rung of the ladder that would reach nobody", () => {
    const { aspire } = Object.fromEntries(packs);
    const given = aspire?.parameters.ladder;
    if (!aspire || !given || !("says" in given) || !given.says.steps.slt) throw new Error("Aspire has a ladder");
    const slt = { ...given.says.steps.slt, channels: [] };
    const ladder = { ...given, says: { ...given.says, steps: { ...given.says.steps, slt } } };
    const changed = { ...aspire, parameters: { ...aspire.parameters, ladder } };
    const schools = parseSchools("schools.yaml", example, new Map([["aspire", changed]]));
    expect(schools).toEqual({
      errors: [
        { file: "schools.yaml", line: 3, say: "schools[1] has nobody for the ladder's step slt (principal, slt)" },
      ],
    });
  });

  it("refuses one channel for two schools", () => {
    const second = example
      .slice(example.indexOf("  - id: meadow"), example.indexOf("people:"))
      .replace("meadow", "orchard");
    const errors = errorsOf(["people:", `${second}people:`]);
    expect(errors.map(({ line, say }) => `${line} ${say}`)).toEqual([
      "17 schools[2].channels.slt is the channel of another school",
      "17 schools[2].channels.office is the channel of another school",
    ]);
  });

  it("P10: prints no name, phone or code word", () => {
    const errors = errorsOf(
      ["name: Priya Shah", "name: { first: CANARY }"],
      ['phone: "+44 7700 900001"', "phone: CANARY"],
      ["settings: {}", "settings: { codeWord: [CANARY] }"],
      ["roles: [visitor]", "roles: [visitor] CANARY"],
    );
    expect(errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toContain("CANARY");
    const readable = errorsOf(
      ["name: Priya Shah", "name: { first: CANARY }"],
      ["settings: {}", "settings: { codeWord: [CANARY] }"],
    );
    expect(readable).toHaveLength(2);
    expect(JSON.stringify(readable)).not.toContain("CANARY");
  });

  it.each(["", "[]", "schools: 1", "schools: [1]\npeople: [2]", "tenant: &a [*a]", "a: }"])(
    "takes %j as wrong, not as a crash",
    (text) => {
      const schools = parseSchools("schools.yaml", text, packs);
      expect("errors" in schools && schools.errors.length > 0).toBe(true);
    },
  );
});
