import type { At, Id } from "../schools/school";
import { drill as words } from "../words/en-gb";
import { replay } from "./evolve";
import type { Visit } from "./visit";

/** `silence`: somebody does not come back and does not answer. `covert`: somebody calls for help unseen. */
export type DrillKind = "silence" | "covert";
export type Drill = { id: Id; school: Id; kind: DrillKind; player: Id; by: Id; now: At };

const minute = 60_000;
/** Long enough for the player to put the phone away, or to find the words. */
const back: Record<DrillKind, number> = { silence: 3 * minute, covert: 45 * minute };

/** A visit that nobody makes: out from the first moment, with nothing of any pupil in it. */
export function drillVisit({ id, school, kind, player, by, now }: Drill): Visit {
  const plan = {
    no: 1,
    pupil: words.noPupil,
    household: "drill",
    address: words.nowhere,
    postcode: "",
    reason: "",
    purpose: words.purpose,
    whyNotInSchool: "",
    leave: now,
    start: now,
    back: now + back[kind],
    visitors: [player],
    agreement: { kind: "notAsked" } as const,
    news: "",
  };
  return replay([
    { type: "Requested", id, school, plan, lead: player, by, at: now },
    { type: "SignedOut", who: player, ready: { phone: "" }, by: player, at: now },
  ]);
}
