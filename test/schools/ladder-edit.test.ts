import { ladderFaults } from "../../policies/ladder";
import type { PackLadder } from "../../policies/statements";
import { editedLadder, faultsOfDraft } from "../../schools/setup/inputs-ladder";
import { differences, lowered, noLadder, raised, withoutRung, withRung } from "../../schools/setup/ladder-edit";
import { readPack } from "../policies/read-pack";

const suggested = readPack("liberty").parameters.ladder as { suggests: PackLadder };
const ladder = suggested.suggests;
const around = (of: PackLadder = ladder) => ({
  ladder: of,
  roles: ["office", "principal", "seniorStaff", "dsl"],
  channels: ["office"],
  minutes: { climbAfter: 5, policeRepeat: 2 },
});
const rung = { tell: ["dsl"], channels: [], ask: "decide", every: 3, within: 4 } as const;
const sound = (of: PackLadder | { say: string } | undefined): PackLadder => {
  if (!of || "say" in of) throw new Error(of?.say ?? "refused");
  return of;
};
/** Whom an alarm comes to while nobody answers, in order. */
function climb({ steps }: PackLadder, from: string): string[] {
  const seen: string[] = [];
  for (let id = from; id !== "again"; id = steps[id]?.late ?? "again") seen.push(id);
  return seen;
}
/** As the card brings it. */
const saved = (id: string, more: Record<string, string> = {}) => {
  const step = ladder.steps[id] as PackLadder["steps"][string];
  const lists = { tell: step.tell.join(), channels: step.channels.join() };
  return {
    do: "saveRung",
    rung: id,
    ...lists,
    ask: step.ask,
    late: step.late,
    ...step.on,
    every: "5",
    within: "5",
    ...more,
  };
};

describe("a rung of the ladder", () => {
  it("is put after another, which then climbs to it, and what meant the next rung means the new one", () => {
    const longer = withRung(ladder, rung, "call");
    expect(climb(longer, "call")).toEqual(["call", "decide", "principal"]);
    expect(Object.keys(longer.steps).indexOf("decide")).toBe(1);
    expect(longer.steps.call?.on).toEqual({ ...ladder.steps.call?.on, noAnswer: "decide", concern: "decide" });
    expect(longer.steps.decide?.on).toMatchObject({ ok: "end", noAnswer: "principal", concern: "police" });
    expect(ladderFaults(longer)).toEqual([]);
  });

  it("is put last, where the last one repeated", () => {
    const longer = withRung(ladder, rung, "principal");
    expect(climb(longer, "call")).toEqual(["call", "principal", "decide"]);
    expect(longer.steps.decide?.late).toBe("again");
    expect(ladderFaults(longer)).toEqual([]);
  });

  it("is asked earlier or later, and the last one goes on repeating", () => {
    const longer = withRung(ladder, rung, "principal");
    const earlier = sound(raised(longer, "decide"));
    expect(climb(earlier, "call")).toEqual(["call", "decide", "principal"]);
    expect(climb(earlier, "cover")).toEqual(["cover", "decide", "principal"]);
    expect(earlier.steps.call?.on.noAnswer).toBe("decide");
    expect(earlier.steps.principal).toMatchObject({ late: "again", on: { noAnswer: "again", concern: "police" } });
    expect(ladderFaults(earlier)).toEqual([]);
    expect(climb(sound(lowered(earlier, "decide")), "call")).toEqual(climb(longer, "call"));
    const first = sound(raised(earlier, "decide"));
    expect([first.start.noContact, ...climb(first, first.start.noContact)]).toEqual([
      "decide",
      "decide",
      "call",
      "principal",
    ]);
    expect(ladderFaults(first)).toEqual([]);
  });

  it("S2: is taken out, and whatever led to it climbs on", () => {
    const shorter = sound(withoutRung(ladder, "principal"));
    expect(shorter.steps.call).toMatchObject({ late: "again", on: { noAnswer: "again", concern: "again" } });
    expect(faultsOfDraft(shorter)).toEqual([]);
    const begun = sound(withoutRung(ladder, "call"));
    expect(begun.start.noContact).toBe("principal");
    expect(faultsOfDraft(begun)).toEqual([]);
  });

  it("stays where alarms begin at it and none comes after it, and a police rung comes last", () => {
    expect(withoutRung(ladder, "police")).toBeUndefined();
    expect(raised(ladder, "call")).toBeUndefined();
    expect(raised(ladder, "police")).toBeUndefined();
    expect(lowered(ladder, "principal")).toBeUndefined();
  });

  it("stands alone at first, and everything begins at it", () => {
    const one = withRung(noLadder, rung, undefined);
    expect(new Set(Object.values(one.start))).toEqual(new Set(["decide"]));
    expect(ladderFaults(one)).toEqual([]);
    const two = withRung(one, { ...rung, ask: "police" }, undefined);
    expect(faultsOfDraft(two)).toEqual([
      { say: "Rung 2 is a step that nothing leads to.", field: "rung", rung: "police" },
    ]);
    const led = editedLadder(
      { ...saved("call"), rung: "decide", ask: "decide", late: "again", noAnswer: "again", concern: "police" },
      around(two),
    );
    expect(faultsOfDraft(sound(led))).toEqual([]);
  });
});

describe("S2: a rung as it is typed", () => {
  it("keeps the times that it takes from the school's other choices, and everything else, where nothing was changed", () => {
    const policeTimes = { every: "2", within: "2" };
    for (const id of Object.keys(ladder.steps)) {
      const times = ladder.steps[id]?.every === "policeRepeat" ? policeTimes : {};
      expect(editedLadder(saved(id, times), around())).toEqual(ladder);
    }
    expect(sound(editedLadder(saved("call", { within: "7" }), around())).steps.call).toMatchObject({
      every: "climbAfter",
      within: 7,
    });
  });

  it.each([
    ["tells nobody", saved("call", { tell: "", channels: "" }), "tell", "This rung tells nobody."],
    [
      "names only roles that the policy hasn't",
      saved("call", { tell: "king", channels: "" }),
      "tell",
      "This rung tells nobody.",
    ],
    ["asks for nothing", saved("call", { ask: "" }), "ask", "Choose what they are asked."],
    ["takes no time", saved("call", { every: "0" }), "every", "must be a whole number of minutes from 1 to 60."],
    ["takes too long", saved("call", { within: "61" }), "within", "must be a whole number of minutes from 1 to 60."],
    [
      "ends an alarm that nobody answered",
      saved("call", { noAnswer: "end" }),
      "noAnswer",
      "This rung ends without an answer.",
    ],
    [
      "never ends",
      saved("police", { ok: "again", ...{ every: "2", within: "2" } }),
      "ok",
      "This rung never ends, whatever is recorded.",
    ],
    ["leads nowhere", saved("call", { concern: "nobody" }), "concern", "leads to nobody, which is no step"],
    [
      "lets the police wait",
      saved("police", { late: "principal", every: "2", within: "2" }),
      "late",
      "repeats itself until somebody records the call",
    ],
    ["is none", saved("call", { rung: "constructor" }), "rung", "Choose a rung."],
    ["comes after the police", { ...saved("call"), do: "addRung", after: "police" }, "after", "A police rung repeats"],
    ["begins at none", { do: "begin", covert: "nowhere" }, "covert", "Choose a rung."],
    ["is moved before the first", { do: "rungUp", rung: "call" }, "rung", "can't be asked earlier"],
    ["is moved after the last", { do: "rungDown", rung: "principal" }, "rung", "can't be asked later"],
    ["is taken from under all alarms", { do: "takeRung", rung: "police" }, "rung", "Alarms begin at this rung"],
  ])("is refused beside its field where it %s", (_, input, field, sentence) => {
    expect(editedLadder(input as Record<string, string>, around())).toMatchObject({
      refused: "badInput",
      field,
      say: expect.stringContaining(sentence),
    });
  });

  it("is refused where an alarm that begins there would go round in a circle for ever", () => {
    const circle = sound(editedLadder(saved("principal", { late: "call" }), around()));
    expect(faultsOfDraft(circle)[0]?.say).toBe(
      "The call after the start of a visit goes round in a circle and has no last step that repeats.",
    );
    expect(editedLadder({ do: "begin", emergency: "call" }, around(circle))).toMatchObject({ refused: "badInput" });
  });

  it("is refused where an alarm would never come to a person", () => {
    const first = withRung(noLadder, { ...rung, tell: [], channels: ["office"] }, undefined);
    expect(faultsOfDraft(first)[0]?.say).toBe("The call after the start of a visit never reaches a person.");
    expect(faultsOfDraft(noLadder)).toEqual([{ say: "A ladder has at least one rung. Add one.", field: "rung" }]);
  });
});

describe("P2: what a second administrator is shown of a ladder that waits", () => {
  it("is each rung that is new, gone or other, and each cause that begins elsewhere; a new order of keys is nothing", () => {
    const longer = withRung(ladder, rung, "call");
    expect(differences(ladder, longer).map(({ how, ...one }) => [how, "id" in one ? one.id : one.cause])).toEqual([
      ["other", "call"],
      ["new", "decide"],
    ]);
    expect(differences(longer, ladder).map(({ how }) => how)).toEqual(["other", "gone"]);
    const begun = { ...ladder, start: { ...ladder.start, emergency: "police" } };
    expect(differences(ladder, begun)).toEqual([{ how: "begins", cause: "emergency", at: "police" }]);
    const turned = Object.fromEntries(
      Object.entries(ladder.steps).map(([id, step]) => [
        id,
        Object.fromEntries(Object.entries(step).toReversed()) as typeof step,
      ]),
    );
    expect(differences(ladder, { ...ladder, steps: turned })).toEqual([]);
  });
});
