import { inEnglish } from "../../policies/in-english/print";
import { packNames, readPack, readTestPack } from "./read-pack";

const willow = readTestPack("willow-lane");
const packs = [...packNames.map(readPack), willow];
const lines = (text: string) => text.split("\n");

describe.each(packs)("the print of $name", (pack) => {
  const text = inEnglish(pack);

  it("attributes nothing to the document that it doesn't say: only its own word cites a clause", () => {
    // Its head is the document's own: title, dates and names.
    let own = true;
    const attributed = lines(text).filter((line) => {
      if (/^[●○?] |^ {4}Suggested/.test(line)) own = line.startsWith("●");
      return !own && /\[[A-Z]{3}(-A)?-\d+/.test(line);
    });
    expect(attributed).toEqual([]);
  });

  it("says every setting, and marks whose it is", () => {
    const { parameters } = pack;
    const marked = (mark: string) => lines(text).filter((line) => line.startsWith(`${mark} `)).length;
    const legend = 1;
    const of = (kind: string) => Object.values(parameters).filter((parameter) => kind in parameter).length;
    expect([marked("●"), marked("○"), marked("?")]).toEqual(
      [of("says"), of("proposes"), of("silent")].map((n) => n + legend),
    );
  });

  it("has every clause of the register somewhere, so that the document can be read beside it", () => {
    const named = (id: string) => new RegExp(`\\b${id}(?![\\w-])`).test(text);
    expect([...pack.register.keys()].filter((id) => !named(id))).toEqual([]);
  });

  it("marks as not the document's each step and start of a ladder that no clause stands behind", () => {
    const { ladder } = pack.parameters;
    if (!("says" in ladder)) return;
    const ours = Object.values(ladder.says.steps).filter(({ clauses }) => clauses.length === 0).length;
    const starts = Object.keys(ladder.says.start).length - Object.keys(ladder.says.startClauses ?? {}).length;
    expect(lines(text).filter((line) => line.startsWith("    - ○ "))).toHaveLength(ours + starts);
  });

  it("is made of sentences", () => {
    expect(text).not.toMatch(/undefined|null|\[object|NaN|\bfunction\b/);
  });
});

describe("a policy in plain English", () => {
  const text = inEnglish(willow);

  it("says what the document says, with its clauses", () => {
    expect(text).toContain("● A visit lasts no longer than 30 minutes. [WIL-13]");
    expect(text).toContain("● Every visit is approved by a safeguarding lead or the Pastoral Leader. [WIL-04]");
    expect(text).toContain(
      "    - To get to know a child before they start (the Office Manager may approve it too; the child's key person is among those who go) [WIL-05, WIL-06, WIL-12]",
    );
  });

  it("says what is proposed and what the school must choose as such", () => {
    expect(text).toContain("○ Taking an alarm holds it for 5 minutes; then it climbs on.");
    expect(text).toContain("? The school must choose: where the record is filed.");
    expect(text).toContain("    Suggested: Issues and incidents go to a safeguarding lead.");
  });

  it("never makes the document's word of a proposal that stands beside its clauses", () => {
    const { departure } = willow.parameters;
    if (!("says" in departure)) throw new Error("It is not said.");
    const proposed = inEnglish({
      ...willow,
      parameters: { ...willow.parameters, departure: { proposes: departure.says } },
    });
    expect(proposed).toContain("    - My phone is charged and switched on (beside WIL-16)");
  });

  it("claims of nobody that they are told what they are not, and says where a record of intervention goes", () => {
    const hexthorpe = inEnglish(readPack("hexthorpe"));
    expect(hexthorpe).toContain("○ Nobody in particular is told what came of visits.");
    expect(hexthorpe).toContain("○ A record of physical intervention goes where incidents go.");
    // Whoever writes the minutes names whom of these.
    for (const { name, parameters } of packs.filter((one) => one.name !== willow.name)) {
      const { minutesFields, outcomesTo } = parameters;
      const named = "says" in minutesFields && minutesFields.says.some(({ id }) => id === "outcomeTo");
      const told = "says" in outcomesTo ? outcomesTo.says : "proposes" in outcomesTo ? outcomesTo.proposes : [];
      expect([name, told.length > 0]).toEqual([name, named]);
    }
  });

  it("tells the ladder step by step", () => {
    expect(text).toMatch(
      /“call”: the Office Manager rings the visitors; .*no answer: “lead”.*unanswered for the time set above: “lead” \[WIL-19\]/,
    );
  });

  it("names clauses that nothing rests on", () => {
    const register = new Map([
      ...willow.register,
      ["WIL-99", { id: "WIL-99", kind: "recorded", phase: "setup", text: "Left over." } as const],
    ]);
    expect(inEnglish({ ...willow, register })).toContain("  WIL-99: Left over.");
    expect(text).not.toContain("nothing in policy.yaml rests on");
  });
});
