import { z } from "zod";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { stillToLeave, unaccounted } from "../deadlines";
import type { Happening } from "../events";
import { ids } from "../inputs";
import { allOut, hasRole, ladderRoles } from "../people";
import { refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import type { Visit } from "../visit";

const say = refusals.leaving;

const goes = (v: Visit, f: Facts) => v.plan.visitors.includes(f.actor.id);
const named = (v: Visit, f: Facts, who: readonly string[]) => (goes(v, f) || who.length === 0 ? [f.actor.id] : who);

const asked = (v: Visit) => (v.phase === "out" ? stillToLeave(v) : unaccounted(v));

/** The others were back already (S5). */
const everyoneBack = (v: Visit, stays: readonly string[]): Happening[] =>
  v.phase !== "off" && allOut(v).length === 0 && unaccounted(v).every((id) => stays.includes(id))
    ? [{ type: "EveryoneBack" }]
    : [];

/**
 * The others have left, and somebody does not go along: they say it, or whoever sees them at school does. Nobody reckons them out for want of a sign-out
 * any more (S1), and that the others are fewer than was approved is told at once. Once the others are back, or the visit is off, it is the answer to whether they had gone. It ends no clock: whoever is out is not at school for being named here.
 */
export const stayBehind = rule<{ who: string[] }>({
  input: z.object({ who: ids }),
  binds: "nothing",
  when: ["out", "back", "off"],
  may: (v, f) =>
    goes(v, f) || (hasRole(f.roster, f.actor, ladderRoles(f.policy), f.now) && !f.away.includes(f.actor.id)),
  whose: say.whoStays,
  offered: (v, f) => (goes(v, f) ? asked(v).includes(f.actor.id) : asked(v).length > 0),
  already: (v, f, _asked, { who }) => named(v, f, who).every((id) => v.stayed?.[id] !== undefined),
  decide(v, { who }, f): Decision {
    const stays = named(v, f, who).filter((id) => v.stayed?.[id] === undefined);
    return stays.every((id) => asked(v).includes(id))
      ? [{ type: "StayedBehind", who: stays }, ...everyoneBack(v, stays)]
      : refuse("badWho", say.staysOut, { field: "who" });
  },
});
