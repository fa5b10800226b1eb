import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { attends, isOut } from "../people";
import type { Visit } from "../visit";

/** What the verbs of those who are out have in common. */

export const isOutOn = (v: Visit, f: Facts) => isOut(v.outings[f.actor.id]);
const wentOn = (v: Visit, f: Facts) => v.outings[f.actor.id] !== undefined || v.plan.visitors.includes(f.actor.id);
export const outRule = {
  binds: "nothing",
  outing: true,
  // Those who were sent to the address may be out longer than the visitors (S12).
  when: ["out", "back", "closed"],
  may: wentOn,
  whose: refusals.visiting.onlyThoseOut,
  offered: isOutOn,
} as const;
/** The visitors' meeting and their paperwork are not theirs (S12, S4). */
export const goesBeside = (v: Visit, f: Facts) => attends(v, f.actor.id);
export const isBack = (v: Visit, f: Facts) => v.outings[f.actor.id]?.back !== undefined;

/** S9: never refused as old. */
export const anyTime = { ...outRule, when: ["asked", "ready", "out", "back", "closed", "off"] as const };
