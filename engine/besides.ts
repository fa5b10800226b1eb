import type { Policy } from "../policies/policy";
import type { Roster } from "../schools/school";
import type { Recipient } from "../visits/notice";
import { concerned, holdsSomebody } from "../visits/people";
import type { Visit } from "../visits/visit";

/** Whether a recipient is beside the visit: nobody who is on it, and no channel in which any of those could read along (S4). */
export function besides(visit: Visit, { roster, policy }: { roster: Roster; policy: Policy }) {
  const onIt = concerned(visit);
  return (to: Recipient): boolean =>
    "person" in to ? !onIt.includes(to.person) : !holdsSomebody(to.channel, roster, onIt, policy);
}
