import { z } from "zod";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { contacted } from "../contact";
import { doorLeft, doorNow, nextDoor, outcomeNow, placeNow } from "../doors";
import type { Happening } from "../events";
import { line, optionalOneOf, text } from "../inputs";
import { refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import { dueFromLeaving } from "../tellings";
import { titlesOf } from "../titles";
import type { Visit } from "../visit";
import { goesBeside, isBack, isOutOn, outRule } from "./outing-rule";

/** Rounds: one sign-out, several doors, one return. */

const stopInput = z.object({
  address: text(300),
  door: line(2),
  outcome: optionalOneOf(["spoken", "noOneHome", "letter"]),
});
type StopInput = z.infer<typeof stopInput>;

/** On to the next door of the plan; or to a place that nobody approved, which is recorded, not refused: the watch has to know it (S1). */
export const nextStop = rule<StopInput>({
  input: stopInput,
  ...outRule,
  offered: (v, f) => f.policy.stops.value && isOutOn(v, f) && !goesBeside(v, f),
  already: (v, f, _asked, { address, door }) =>
    isBack(v, f) ||
    (address !== undefined && placeNow(v).address === address) ||
    (!address && doorNow(v) >= Number(door)),
  decide(v, input, f, asked): Decision {
    const going = input.address ? astray(input.address, f) : onward(v, f);
    if (!going) return refuse("noAddress", refusals.visiting.nextStop(titlesOf(f.policy)), { field: "address" });
    const left = goesBeside(v, f)
      ? []
      : [...dueFromLeaving(v, f), ...posted(v, input, f), ...doorLeft(v, f, outcomeOf(v, input))];
    return [...contacted(v, f, asked, { what: "nextStop" }), ...left, going];
  },
});

const astray = (address: string, f: Facts): Happening => ({ type: "MovedOn", who: f.actor.id, address });

/** What is done between two visits is confirmed by the press (HEX-37). */
function onward(v: Visit, f: Facts): Happening | undefined {
  const next = nextDoor(v);
  const confirmed = f.policy.betweenVisits.value.map(({ id }) => id);
  return next && { type: "MovedOn", who: f.actor.id, address: next.place.address, door: next.no, confirmed };
}

const outcomeOf = (v: Visit, { outcome }: StopInput) =>
  outcome === undefined ? outcomeNow(v) : outcome === "spoken" ? "spoken" : "noOneHome";

const posted = (v: Visit, { outcome }: StopInput, f: Facts): Happening[] =>
  outcome === "letter" && !v.letter ? [{ type: "LetterLeft", who: f.actor.id }] : [];

/** No one home: the letter is posted (TMC-27), or a note put through the door (AET-53), and that it was is on record. */
export const letterLeft = rule({
  input: z.object({}),
  ...outRule,
  offered: (v, f) =>
    isOutOn(v, f) &&
    !goesBeside(v, f) &&
    f.policy.noOneHome.value.leave !== "nothing" &&
    outcomeNow(v) === "noOneHome" &&
    v.letter === undefined,
  already: (v, f) => isBack(v, f) || (v.letter !== undefined && !goesBeside(v, f)),
  // From whoever was sent to the address it is a sign of life: the visitors' letter is not theirs (S12, S4).
  decide: (v, _input, f, asked) => [
    ...contacted(v, f, asked, { what: "letterLeft" }),
    ...(goesBeside(v, f) ? [] : [{ type: "LetterLeft", who: f.actor.id } as const]),
  ],
});
