import { z } from "zod";
import { localDate } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { refusedFull } from "../full";
import { day, line, needed } from "../inputs";
import { hasRole } from "../people";
import { type Refusal, refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import type { Visit } from "../visit";
import { endWarning as ended, standing, warnedHomes, warningOf, warningRoles } from "../warnings";

const say = refusals.warning;
const always = ["asked", "ready", "out", "back", "closed", "off"] as const;
const mayWarn = (v: Visit, f: Facts): boolean => hasRole(f.roster, f.actor, warningRoles(v, f.policy), f.now);

/** Beyond this a date is a slip of the hand. */
const mostYears = 2;

/** A day from tomorrow on, and not for ever. */
export function refusedReview(review: string, f: Facts): Refusal | undefined {
  const zone = f.roster.school.timezone;
  const today = localDate(f.now, zone);
  const latest = `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}`;
  return review > today && review <= latest
    ? undefined
    : refuse("warningReview", say.review, { field: "warningReview" });
}

const warningInput = z.object({
  warningText: needed(say.text, 1000),
  warningReview: day(say.review),
  warningDoor: line(2),
});
type WarningInput = z.infer<typeof warningInput>;

export const writeWarning = rule<WarningInput>({
  input: warningInput,
  binds: "nothing",
  when: always,
  may: mayWarn,
  whose: say.whose,
  offered: (v) => v.erased === undefined,
  already: (v, f, _asked, { warningText: text }) =>
    standing(v).some((warning) => warning.text === text && warning.by === f.actor.id),
  decide(v, { warningText: text, warningReview: review, warningDoor }, f): Decision {
    const home = warnedHomes(v)[warningDoor === undefined ? 0 : Number(warningDoor)];
    if (!home || v.erased !== undefined) return refuse("warningDoor", say.door, { field: "warningDoor" });
    const refused = refusedReview(review, f) ?? refusedFull(v, "warnings", f);
    if (refused) return refused;
    return [{ type: "WarningWritten", warning: { no: (v.warnings?.length ?? 0) + 1, text, review, home } }];
  },
});

const endInput = z.object({ warning: needed(say.which, 4), warningWhy: needed(say.why, 1000) });

/** Before its day, because it was wrong or is over. */
export const endWarning = rule<z.infer<typeof endInput>>({
  input: endInput,
  binds: "nothing",
  when: always,
  may: mayWarn,
  whose: say.whose,
  offered: (v) => standing(v).length > 0,
  already: (v, _f, _asked, { warning }) =>
    (v.warnings ?? []).some(({ no, ended: over }) => no === Number(warning) && over),
  decide(v, { warning, warningWhy }): Decision {
    const known = warningOf(v, Number(warning));
    return known ? ended(v, known.no, warningWhy) : refuse("noWarning", say.which);
  },
});
