import type { At, Id } from "../../schools/school";
import type { Facts } from "../command";
import { unknowns } from "../conditions";
import type { Refusal } from "../refusal";
import type { Approval, Plan } from "../visit";

/** What has changed between two plans, and whether an approval of the first holds for the second. */

/** What voids the approval, or that less has changed than would. */
export function changedBy(before: Plan, after: Plan, f: Facts, approval: Approval | undefined): string[] {
  const what = voidedBy(before, after, f, approval);
  return what.length > 0 || isSamePlan(before, after) ? what : ["details"];
}

export const isSamePlan = (before: Plan, after: Plan | Refusal): boolean => same(before, after);

/** In a way that voids an approval (S11); empty where nothing did. */
function voidedBy(before: Plan, after: Plan, f: Facts, approval: Approval | undefined): string[] {
  const approved = approval?.times ?? before;
  const moved = (a: At, b: At) => Math.abs(a - b) > f.policy.moveVoidsAfter.value * 60_000;
  const newcomers = after.visitors.filter((id) => !before.visitors.includes(id) && !stepsIn(id, after, f, approval));
  const changed: [string, boolean][] = [
    [
      "visitors",
      newcomers.length > 0 ||
        after.visitors.length < before.visitors.length ||
        before.outsider?.name !== after.outsider?.name,
    ],
    ["place", !same(placesOf(before), placesOf(after))],
    ["reason", !same(reasonOf(before), reasonOf(after))],
    ["risk", before.news !== after.news || !same(before.siblings ?? [], after.siblings ?? [])],
    [
      "time",
      moved(approved.leave, after.leave) ||
        moved(approved.start, after.start) ||
        moved(approved.back, after.back) ||
        // However little it moved: that a visit is out of hours is authorised or not (AET-46).
        (before.outOfHours === undefined && after.outOfHours !== undefined),
    ],
    ["agreement", groundOf(before) !== groundOf(after)],
  ];
  return changed.filter(([, yes]) => yes).map(([what]) => what);
}

/** A named reserve of whom all is recorded: what nobody knows of somebody the approver confirms by name (AET-93, AET-99). */
function stepsIn(id: Id, { visitors }: Plan, f: Facts, approval: Approval | undefined): boolean {
  const goes = f.roster.people.filter((person) => visitors.includes(person.id));
  return id === approval?.reserve && !unknowns(goes, f).some(({ who }) => who.id === id);
}

/** An approval of a visit without the parents' agreement is one of its ground (AET-37). */
const groundOf = ({ agreement }: Plan): string =>
  agreement.kind === "unannounced" ? agreement.ground : agreement.kind;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where they go, and about whom. */
const placesOf = ({ address, postcode, pupil, destination, stops }: Plan): unknown => [
  [address, postcode, pupil, destination ?? "home"],
  ...(stops ?? []).map((stop) => [stop.address, stop.postcode, stop.pupil]),
];

/** Why they go, with what the policy's lines and the reason asked (HEX-41, LAT-34). A tick that is made anew each time is no change. */
const reasonOf = ({ reason, purpose, reasonChoice, agency, answers = {} }: Plan): unknown => [
  ...[reason, purpose, reasonChoice, agency],
  Object.entries(answers)
    .filter(([, said]) => said !== "true")
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
];
