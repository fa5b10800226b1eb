import { atOdds } from "../../policies/at-odds";
import { ladderFaults } from "../../policies/ladder";
import type { Ladder, Step } from "../../policies/policy";
import type { Statements } from "../../policies/statements";
import { schoolOn } from "../schools/read-school";

const step = (more: Partial<Step> = {}): Step => ({
  tell: ["office"],
  channels: [],
  ask: "call",
  every: 5,
  within: 5,
  on: { ok: "end" },
  late: "again",
  clauses: [],
  ...more,
});

const ladder = (steps: Record<string, Step>): Ladder => ({
  start: {
    arrivalCall: "call",
    noContact: "call",
    notBack: "call",
    uncovered: "call",
    emergency: "call",
    violence: "call",
    covert: "call",
  },
  steps,
});
const says = (steps: Record<string, Step>): string[] => [...new Set(ladderFaults(ladder(steps)).map(({ say }) => say))];

describe("a ladder", () => {
  it("is sound where every alarm comes to a person and an outcome ends it", () => {
    expect(says({ call: step({ late: "slt" }), slt: step() })).toEqual([]);
    const room = step({ tell: [], channels: ["office"], late: "slt", on: { ok: "end", noAnswer: "slt" } });
    expect(says({ call: room, slt: step() })).toEqual([]);
  });

  it.each([
    ["starts nowhere", { other: step() }, "starts at call, which is no step of the ladder"],
    ["never reaches a person", { call: step({ tell: [], channels: ["slt"] }) }, "never reaches a person"],
    [
      "rests in a channel after an answer",
      {
        call: step({ tell: [], channels: ["office"], late: "slt", on: { ok: "end", noAnswer: "room" } }),
        room: step({ tell: [], channels: ["slt"] }),
        slt: step(),
      },
      "never reaches a person",
    ],
    [
      "goes round after an answer",
      {
        call: step({ on: { ok: "end", noAnswer: "slt" } }),
        slt: step({ late: "head" }),
        head: step({ late: "slt" }),
      },
      "goes round in a circle and has no last step that repeats",
    ],
    ["tells nobody", { call: step({ tell: [], late: "slt" }), slt: step() }, "tells nobody"],
    [
      "goes round",
      { call: step({ late: "slt" }), slt: step({ late: "call" }) },
      "goes round in a circle and has no last step that repeats",
    ],
    ["never ends", { call: step({ on: { ok: "again" } }) }, "never ends, whatever is recorded"],
    ["ends in silence", { call: step({ on: { ok: "end", noAnswer: "end" } }) }, "ends without an answer"],
    ["has a step apart", { call: step(), slt: step() }, "is a step that nothing leads to"],
    ["repeats at once", { call: step({ every: 0 }) }, "must be a whole number of minutes from 1 to 60"],
    [
      "leads to the name of an object's own",
      { call: step({ late: "constructor" }) },
      "leads to constructor, which is no step of the ladder",
    ],
  ])("that %s is refused", (_, steps, sentence) => {
    expect(says(steps)).toContain(sentence);
  });
});

describe("a policy that says when the police are called", () => {
  const { ladder: own } = schoolOn("bemrose").policy;
  const saysOf = (
    policeWhen: Statements["policeWhen"],
    change: Partial<Ladder["start"]> = {},
    steps = own.value.steps,
  ) =>
    atOdds({ policeWhen, ladder: { ...own.value, start: { ...own.value.start, ...change }, steps } }).map(
      ({ path }) => path,
    );

  it.each([
    ["violence", "violence"],
    ["covertHelp", "covert"],
    ["emergencyCall", "emergency"],
  ] as const)("has a ladder that starts there at %s", (when, cause) => {
    expect(saysOf([when], { [cause]: "police" })).toEqual([]);
    expect(saysOf([when], { [cause]: "leadership" })).toEqual([["ladder", "start", cause]]);
  });

  it.each(["welfareConcern", "noAnswerAndConcern", "judgement"] as const)(
    "has a ladder on which somebody's word of a concern leads there where it is for %s",
    (when) => {
      const calm = Object.entries(own.value.steps).map(([id, one]) => [id, { ...one, on: { ok: "end" } }]);
      expect(saysOf([when])).toEqual([]);
      expect(saysOf([when], {}, Object.fromEntries(calm))).toEqual([["ladder", "steps"]]);
    },
  );
});

describe("a policy's list of reasons", () => {
  it.each([
    [false, ["illness", "other"], 0],
    [true, ["illness"], 0],
    [false, ["illness"], 1],
    [true, ["illness", "other"], 1],
  ])("that is closed (%s) and holds %s has so many faults: %d", (closed, ids, faults) => {
    const list = ids.map((id) => ({ id, text: id, clauses: [] }));
    expect(atOdds({ reasons: { closed, list } })).toHaveLength(faults);
  });
});

describe("a policy under which visitors check in at intervals", () => {
  it("has one, or a call after silence", () => {
    const says = (checkInEvery: number | null, callAfter: number | null) =>
      atOdds({ checkInTimes: "interval", checkInEvery, callAfter }).map(({ path }) => path);
    expect([says(120, null), says(null, 60), says(null, null)]).toEqual([[], [], [["checkInTimes"]]]);
    expect(atOdds({ checkInTimes: "open", checkInEvery: null, callAfter: null })).toEqual([]);
  });
});

describe.each(["aspire", "bemrose", "hexthorpe", "liberty", "thomas-more"])("the ladder of %s", (pack) => {
  const { ladder: own, policeWhen } = schoolOn(pack).policy;
  const { start, steps } = own.value;
  const asksPolice = (id: string | undefined) => steps[id ?? ""]?.ask === "police";

  it("calls the police when the policy says so", () => {
    const atOnce = { violence: "violence", covertHelp: "covert", emergencyCall: "emergency" } as const;
    for (const when of policeWhen.value) {
      if (when in atOnce) expect([when, asksPolice(start[atOnce[when as keyof typeof atOnce]])]).toEqual([when, true]);
      else expect(Object.values(steps).some(({ ask, on }) => ask === "decide" && asksPolice(on.concern))).toBe(true);
    }
  });
});
