import { parsePack } from "../../policies/parse-pack";
import { readPack, textOf } from "./read-pack";

const policy = textOf("aspire", "policy");
const clauses = textOf("aspire", "clauses");
/** The ids alone, which is what most faults are held against. */
const ids = [...readPack("aspire").register.keys()].map(
  (id) => `- { id: ${id}, kind: recorded, phase: setup, text: x }\n`,
);
const register = ids.join("");

type Change = readonly [from: string, to: string];

function errorsOf(changes: readonly Change[], clauses = register) {
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, policy);
  const read = parsePack("aspire", text, clauses);
  return { text, errors: "errors" in read ? read.errors : [] };
}

/** The faults of a pack with one change, each as the text of the line it points at. */
function faultsOf(from: string, to: string): { say: string; at: string }[] {
  const { text, errors } = errorsOf([[from, to]]);
  return errors.map(({ say, line }) => ({ say, at: text.split("\n")[line - 1]?.trim() ?? "" }));
}

describe("parsing a pack", () => {
  it.each([
    [
      "an unknown role",
      "tell: [office]",
      "tell: [caretaker]",
      "names the role caretaker, which the policy does not know",
    ],
    [
      "an unknown step",
      "on: { ok: end }",
      "on: { ok: end, concern: nowhere }",
      "leads to nowhere, which is no step of the ladder",
    ],
    ["an interval of zero", "every: climbAfter", "every: 0", "must be a whole number of minutes from 1 to 60"],
    [
      "a clause of no register",
      "says: 10, clauses: [AET-82]",
      "says: 10, clauses: [AET-999]",
      "cites AET-999, which is in no register",
    ],
    ["an unknown parameter", "waitOutside:", "waitInside:", "parameters.waitInside is not known here"],
    ["a repeated id", "id: bestInterests", "id: necessary", "repeats the id necessary"],
    [
      "a value without its clauses",
      "says: 10, clauses: [AET-82]",
      "says: 10",
      "says something without the clauses that say it",
    ],
    [
      "both said and proposed",
      "hold: { proposes: 5 }",
      "hold: { proposes: 5, says: 5, clauses: [AET-60] }",
      "and only one",
    ],
    [
      "a suggestion beside a proposal",
      "hold: { proposes: 5 }",
      "hold: { proposes: 5, suggests: 5 }",
      "suggests something where the school need not decide",
    ],
    [
      "an unknown role in what is suggested",
      "policeBy: { proposes: [office",
      "policeBy: { silent: true, suggests: [caretaker",
      "names the role caretaker, which the policy does not know",
    ],
    ["a ping after the call", "pingAfter: { proposes: 50", "pingAfter: { proposes: 60", "must come before the call"],
    ["a key that stands twice", "stops: {", "hold: { proposes: 5 }\n  stops: {", "The same key stands here twice"],
    ["text that is no YAML", "stops: {", "stops: }{", "This is not valid YAML"],
    ["an alias within what it names", "stops: { proposes: true }", "stops: &a { proposes: *a }", "or stands within it"],
    ["an alias without an anchor", "stops: { proposes: true }", "stops: *nothing", "An alias here has no anchor"],
  ])("refuses %s", (_, from, to, sentence) => {
    expect(
      faultsOf(from, to)
        .map(({ say }) => say)
        .join("\n"),
    ).toContain(sentence);
  });

  it("points at the line", () => {
    expect(faultsOf("every: climbAfter", "every: 0")).toEqual([
      expect.objectContaining({
        at: "every: 0",
        say: expect.stringContaining("parameters.ladder.says.steps.call.every"),
      }),
    ]);
    expect(faultsOf("waitOutside: {", "waitInside: {")).toContainEqual(
      expect.objectContaining({ at: "waitInside: { says: 10, clauses: [AET-51] }" }),
    );
  });

  it("takes a parameter that is left out as silence, with what is always proposed, or as the school's to choose", () => {
    const text = policy.replace("  stops: { proposes: true }\n", "").replace(/\n {2}monitors: .*/, "");
    const read = parsePack("aspire", text, clauses);
    expect("pack" in read && [read.pack.parameters.stops, read.pack.parameters.monitors]).toEqual([
      { proposes: true },
      { silent: true },
    ]);
  });

  it("holds what is said against what is always proposed", () => {
    const { errors } = errorsOf([
      ["  checkInEvery: { says: 120, clauses: [AET-83, AET-A-58] }\n", ""],
      ["callAfter: { says: 60", "callAfter: { says: 90"],
    ]);
    expect(errors.map(({ say }) => say)).toEqual([
      "parameters.callAfter.says must not be longer than the 60 minutes of checkInEvery",
    ]);
  });

  it("says every problem at once", () => {
    const { errors } = errorsOf([
      ["every: climbAfter", "every: 0"],
      ["tell: [office]", "tell: [caretaker]"],
      ["clauses: [AET-82]", "clauses: [AET-999]"],
      ["stops: { proposes: true }", "stops: { proposes: perhaps }"],
    ]);
    expect(errors.map(({ say }) => say)).toEqual([
      "parameters.stops.proposes must be true or false",
      expect.stringContaining("caretaker"),
      expect.stringContaining("minutes from 1 to 60"),
      expect.stringContaining("AET-999"),
    ]);
  });

  it("refuses a register with an id twice", () => {
    const { errors } = errorsOf([], `${clauses}- { id: AET-01, kind: recorded, phase: setup, text: Again }\n`);
    expect(errors).toEqual([
      { file: "policies/aspire/clauses.yaml", line: 251, say: "AET-01 stands in the register twice" },
    ]);
  });

  it("takes files that are empty or something else as wrong, not as a crash", () => {
    for (const text of ["", "- 1", "just words", "a: &a [*a]"]) {
      const read = parsePack("other", text, text);
      expect("errors" in read && read.errors.length > 0).toBe(true);
    }
  });
});
