import { parsePack } from "../../policies/parse-pack";
import { testPacks, textOf } from "./read-pack";

const policy = textOf("willow-lane", "policy", testPacks);
const clauses = textOf("willow-lane", "clauses", testPacks);

type Change = readonly [from: string, to: string];

function errorsOf(changes: readonly Change[], register = clauses) {
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, policy);
  const read = parsePack("willow-lane", text, register);
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
      "tell: [officeManager]",
      "tell: [caretaker]",
      "names the role caretaker, which the policy does not know",
    ],
    [
      "an unknown step",
      "on: { ok: end, noAnswer: again",
      "on: { ok: end, noAnswer: nowhere",
      "leads to nowhere, which is no step of the ladder",
    ],
    ["an interval of zero", "every: climbAfter", "every: 0", "must be a whole number of minutes from 1 to 60"],
    [
      "a clause of no register",
      "says: 30, clauses: [WIL-13]",
      "says: 30, clauses: [WIL-999]",
      "cites WIL-999, which is in no register",
    ],
    ["an unknown parameter", "lengthLimit:", "widthLimit:", "parameters.widthLimit is not known here"],
    ["a repeated id", "id: noContact", "id: attendance", "repeats the id attendance"],
    [
      "a check-in interval of zero",
      "lengthLimit:",
      "checkInEvery: { proposes: 0 }\n  lengthLimit:",
      "parameters.checkInEvery.proposes must be at least 1",
    ],
    [
      "a ladder that never reaches a person",
      "tell: [safeguarding, pastoral, officeManager]\n",
      "tell: []\n",
      "start.violence never reaches a person",
    ],
    ["a ladder that goes round", "late: again", "late: call", "goes round in a circle"],
    [
      "a value without its clauses",
      "says: 30, clauses: [WIL-13]",
      "says: 30",
      "says something without the clauses that say it",
    ],
    [
      "both said and proposed",
      "visitorRoles: { proposes: [",
      "visitorRoles: { says: [visitor], clauses: [WIL-04], proposes: [",
      "and only one",
    ],
    [
      "a suggestion beside a proposal",
      "visitorRoles: { proposes: [",
      "visitorRoles: { suggests: [visitor], proposes: [",
      "suggests something where the school need not decide",
    ],
    [
      "an unknown role in what is suggested",
      "incidentsTo: { silent: true, suggests: [safeguarding",
      "incidentsTo: { silent: true, suggests: [caretaker",
      "names the role caretaker, which the policy does not know",
    ],
    ["a ping after the call", "lone: {", "pingAfter: { proposes: 60 }\n  lone: {", "must come before the call"],
    ["a key that stands twice", "lone: {", "logBy: { silent: true }\n  lone: {", "The same key stands here twice"],
    ["text that is no YAML", "lone: {", "lone: }{", "This is not valid YAML"],
    ["a tab", "  lone: {", "\tlone: {", "A tab stands here: YAML is indented with spaces"],
    ["an alias within what it names", "lone: { says: never", "lone: &a { says: *a", "or stands within it"],
    ["an alias without an anchor", "lone: { says: never", "lone: { says: *nothing", "An alias here has no anchor"],
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
    expect(faultsOf("lengthLimit: {", "widthLimit: {")).toContainEqual(
      expect.objectContaining({ at: "widthLimit: { says: 30, clauses: [WIL-13] }" }),
    );
  });

  it("takes a parameter that is left out as silence, with what is always proposed, or as the school's to choose", () => {
    const text = policy.replace(/\n {2}monitors: .*/, "");
    expect(policy).not.toContain("stops:");
    const read = parsePack("willow-lane", text, clauses);
    expect("pack" in read && [read.pack.parameters.stops, read.pack.parameters.monitors]).toEqual([
      { proposes: true },
      { silent: true },
    ]);
  });

  it("holds what is said against what is always proposed", () => {
    const { errors } = errorsOf([["  lone: {", "  callAfter: { says: 90, clauses: [WIL-19] }\n  lone: {"]]);
    expect(errors.map(({ say }) => say)).toEqual([
      "parameters.callAfter.says must not be longer than the 60 minutes of checkInEvery",
    ]);
  });

  it("says every problem at once, line by line", () => {
    const { errors } = errorsOf([
      ["every: climbAfter", "every: 0"],
      ["tell: [officeManager]", "tell: [caretaker]"],
      ["clauses: [WIL-13]", "clauses: [WIL-999]"],
      ["codeWord: { says: true", "codeWord: { says: perhaps"],
    ]);
    expect(errors.map(({ say }) => say)).toEqual([
      "parameters.codeWord.says must be true or false",
      expect.stringContaining("WIL-999"),
      expect.stringContaining("caretaker"),
      expect.stringContaining("minutes from 1 to 60"),
    ]);
  });

  it("refuses a register with an id twice", () => {
    const { errors } = errorsOf([], `${clauses}- { id: WIL-01, kind: recorded, phase: setup, text: Again }\n`);
    expect(errors).toEqual([
      { file: "policies/willow-lane/clauses.yaml", line: 25, say: "WIL-01 stands in the register twice" },
    ]);
  });

  it("says beside another fault of the register which id stands twice, line by line", () => {
    const more =
      "- { id: WIL-01, kind: recorded, phase: setup, text: Again }\n- { id: WIL-99, kind: odd, phase: setup, text: 5 }\n";
    const { errors } = errorsOf([], clauses + more);
    expect(errors.map(({ line, say }) => [line, say])).toEqual([
      [25, "WIL-01 stands in the register twice"],
      [26, "[25].kind must be enforced, recorded or guidance"],
      [26, "[25].text must be text"],
    ]);
  });

  it("takes files that are empty or something else as wrong, not as a crash", () => {
    for (const text of ["", "- 1", "just words", "a: &a [*a]"]) {
      const read = parsePack("other", text, text);
      expect("errors" in read && read.errors.length > 0).toBe(true);
    }
  });
});
