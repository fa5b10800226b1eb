import { listedAs } from "../../schools/roster";
import type { At, Id } from "../../schools/school";
import type { Facts } from "../command";
import { contactDue } from "../deadlines";
import type { Need, Viewer } from "../may-see";
import { attends, visitorRole } from "../people";
import type { VisitorSight } from "../sight";
import type { Outing, Visit } from "../visit";
import { isVisitorSide, who } from "./who";

/** Who goes, each with their clock; phones and vehicles where they are needed. */
export function visitors(v: Visit, viewer: Viewer, need: Need, f: Facts): VisitorSight[] {
  const attenders =
    isVisitorSide(v, viewer) || !need.alarms
      ? []
      : Object.keys(v.outings).filter((id) => v.outings[id]?.attending !== undefined);
  return [...v.plan.visitors, ...attenders.filter((id) => !v.plan.visitors.includes(id))].map((id, i) => {
    const outing = hidesOuting(v, viewer, id) ? undefined : v.outings[id];
    return {
      ...who(id, f),
      title: titleOf(id, f),
      lead: i === 0 && f.policy.leadVisitor.value === "lead",
      agreed: v.agreed[id] !== undefined,
      ...(need.numbers
        ? {
            phone: outing?.ready?.phone ?? listedAs(f.roster, id)?.phone,
            vehicle: vehicleText(outing?.ready?.vehicle),
            idCard: outing?.ready?.idCard,
          }
        : {}),
      ...(v.stayed?.[id] ? { stays: true as const } : {}),
      outing: outing && clockOf(outing, contactDue(v, id, f)),
    };
  });
}

const clockOf = ({ left, contact, unheard, where, back, attending }: Outing, due: At | undefined) => ({
  ...{ left, contact, unheard, due, where },
  ...{ back: back?.at, backHow: back?.how, attending: attending !== undefined },
});

/** Sent to the address, perhaps because of a discreet call, and put on the plan since: of that nobody on the visit learns but they themselves (S4, S12). */
const hidesOuting = (v: Visit, viewer: Viewer, id: Id): boolean =>
  attends(v, id) && isVisitorSide(v, viewer) && !("id" in viewer && viewer.id === id);

export function titleOf(id: Id, f: Pick<Facts, "policy" | "roster" | "now">): string | undefined {
  const person = listedAs(f.roster, id);
  const role = person && f.policy.visitorRoles.value.length > 1 ? visitorRole(person, f) : undefined;
  return role && f.policy.roles[role];
}

const vehicleText = (vehicle: unknown): string | undefined => (typeof vehicle === "string" ? vehicle : undefined);
