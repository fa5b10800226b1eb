import type { Clause, Policy, Role } from "../policies/policy";
import type { AlternativeContact, ContactMeasure } from "../policies/rows";
import type { At, Id } from "../schools/school";
import { citing } from "./cite";
import type { Contact, ContactMade, Visit } from "./visit";

/** A call in place of a visit: what the policy asks of it. */

type Asking = { policy: Policy };

export const contactOf = ({ policy }: Asking): AlternativeContact | null => policy.alternativeContact.value;
export const contactDeciders = (f: Asking): readonly Role[] => contactOf(f)?.approvers ?? [];
export const firstWay = (f: Asking): Contact["how"] => contactOf(f)?.order[0] ?? "phone";
export const callerOf = ({ contact }: Visit): Id | undefined => contact?.by;
export const takesPart = ({ contact }: Visit, id: Id): boolean => contact?.by === id || contact?.beside === id;

export const measuresFor = (f: Asking, when: ContactMeasure["when"]): readonly ContactMeasure[] =>
  contactOf(f)?.measures.filter((measure) => measure.when === when) ?? [];
export const measureClause = (f: Asking, id: string): Clause | undefined => citing(contactOf(f)?.measures, id);

export type Kept = Pick<ContactMade, "kept" | "notKept">;
type Answers = Pick<ContactMade, "device" | "witness"> & { ticked: readonly string[] };

/** Which measures concern this call, and which of them were kept: as ticked, or as the answers say (AET-A-116, AET-A-126, AET-A-127). */
export function keptOf({ device, witness, ticked }: Answers, f: Asking): Kept {
  const asked = [
    ...measuresFor(f, "during"),
    ...(device === "personal" ? measuresFor(f, "personal") : []),
    ...(witness === "recording" ? measuresFor(f, "recorded") : []),
  ];
  const answered: [string, boolean][] = [
    ["device", device === "school"],
    ...(witness === "staff" ? [] : ([["recording", witness === "recording"]] as [string, boolean][])),
    ["secondStaff", witness === "staff"],
    ...asked.map(({ id }): [string, boolean] => [id, ticked.includes(id)]),
  ];
  const known = answered.filter(([id]) => contactOf(f)?.measures.some((measure) => measure.id === id));
  const ids = (yes: boolean) => known.filter(([, kept]) => kept === yes).map(([id]) => id);
  // Nobody could be there, and a recording was agreed to: that is what the document has in place of it.
  const excused = witness === "recording" ? ["secondStaff"] : [];
  return { kept: ids(true), notKept: ids(false).filter((id) => !excused.includes(id)) };
}

/** Authorised, and nobody has said yet that it was made, or that it did not come about. */
export const contactAhead = ({ contact }: Visit): Contact | undefined =>
  contact?.decided?.yes && !contact.made && !contact.notMade ? contact : undefined;

const minute = 60_000;
const mostReminders = 12;

/** After its time whoever makes it is reminded until it is recorded; from the second time on those who decide hear of it too. */
export const callReminders = ({ at }: Pick<Contact, "at">): At[] =>
  Array.from({ length: mostReminders }, (_, i) => at + (30 + i * 60) * minute);

/** When the clock has something to say of it. */
export function contactMoments(v: Visit): At[] {
  const ahead = contactAhead(v);
  return ahead ? [ahead.at, ...callReminders(ahead)] : [];
}
