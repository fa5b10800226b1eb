import type { Id } from "../../schools/school";
import type { Facts } from "../command";
import { householdOf } from "../homes";
import type { Plan } from "../visit";

/** Nothing is known of it but that somebody is out: the shortest clock that the policy has applies to it. */
export function unplanned(
  id: Id,
  visitors: readonly Id[],
  address: string | undefined,
  f: Pick<Facts, "policy" | "now">,
): Plan {
  const soon = (f.policy.callAfter.value ?? f.policy.checkInEvery.value ?? 60) * 60_000;
  return {
    no: 1,
    pupil: "",
    household: householdOf(`unplanned ${id}`),
    address: address ?? "",
    postcode: "",
    reason: "",
    purpose: "",
    whyNotInSchool: "",
    leave: f.now,
    start: f.now,
    back: f.now + soon,
    visitors,
    agreement: { kind: "notAsked" },
    news: "",
  };
}
