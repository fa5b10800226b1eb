import type { Policy } from "../policies/policy";
import type { Roster } from "../schools/school";
import type { Recipient } from "../visits/notice";
import { allOut, concerned, holdsSomebody } from "../visits/people";
import type { Visit } from "../visits/visit";
import type { NotTo } from "./ports";

/** Whoever goes on it, was sent after it and is out, or calls discreetly; and the phones that were taken along. `but`: who reads it, where they were sent after it themselves. */
export const thoseOn = (visit: Visit, but?: string): NotTo => ({
  people: [...concerned({ ...visit, outings: {} }), ...allOut(visit).filter((id) => id !== but)],
  phones: Object.values(visit.outings).flatMap(({ ready }) => ready?.phone || []),
});

/** Who may hear of what nobody on a visit may notice. */
export type Beside = { hears(to: Recipient): boolean; notTo?: NotTo };

/** Whoever is beside the visit: nobody who is on it, and no channel in which any of those could read along (S4). */
export function besides(visit: Visit, { roster, policy }: { roster: Roster; policy: Policy }): Beside {
  const onIt = concerned(visit);
  const hears = (to: Recipient): boolean =>
    "person" in to ? !onIt.includes(to.person) : !holdsSomebody(to.channel, roster, onIt, policy);
  return { hears, notTo: thoseOn(visit) };
}
