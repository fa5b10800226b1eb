import { nextOpening } from "../schools/hours";
import { holders } from "../schools/roster";
import type { Id } from "../schools/school";
import type { Facts } from "./command";
import { stillToLeave, unaccounted } from "./deadlines";
import { lettersMissing } from "./doors";
import type { Happening } from "./events";
import { allOut, feltUnsafe } from "./people";
import { opened, type TaskDraft, writtenBy } from "./tasks/paperwork";
import { dueFromLeaving } from "./tellings";
import type { Outing, TaskKind, Visit } from "./visit";

/**
 * What follows from people being back: the paperwork once the last visitor is, and "Everyone is back" once nobody is out (S5). Nobody says so while of
 * somebody who was to go along nothing is known: they are asked after (S1).
 */
export function cameBack(v: Visit, who: readonly Id[], how: NonNullable<Outing["back"]>["how"], f: Facts): Happening[] {
  const back: Happening[] = who.map((id) => ({ type: "CameBack", who: id, how }));
  const stillOut = allOut(v).filter((id) => !who.includes(id));
  const visitorsOut = stillOut.filter((id) => v.outings[id]?.attending === undefined);
  // Whoever was sent after somebody who has not signed out may be back before the visit has begun.
  const begun = who.some((id) => v.plan.visitors.includes(id)) || ["out", "back", "closed"].includes(v.phase);
  const last = begun && visitorsOut.length === 0 && (v.phase === "ready" || v.phase === "out");
  const unsigned = (last ? stillToLeave(v) : unaccounted(v)).filter((id) => !who.includes(id));
  const tasks = [...(atSchool(how) ? checks(v, who, f) : []), ...(last ? paperwork(v, who, f) : [])];
  return [
    ...(who.some((id) => v.plan.visitors.includes(id)) ? dueFromLeaving(v, f) : []),
    ...back,
    ...opened(v, [], tasks, f),
    ...(last && unsigned.length > 0 ? [{ type: "AskedAfter", who: unsigned } as const] : []),
    ...(begun && stillOut.length + unsigned.length === 0 && !v.everyoneBack ? [{ type: "EveryoneBack" } as const] : []),
  ];
}

const atSchool = (how: string): boolean => how === "signedIn" || how === "seen";

/** HEX-36, HEX-58: each visitor confirms it, without being kept from signing in. */
const checks = (v: Visit, who: readonly Id[], f: Facts): TaskDraft[] =>
  (f.policy.returnChecks?.value ?? []).length === 0
    ? []
    : who
        .filter((id) => v.plan.visitors.includes(id) && !v.outings[id]?.back)
        .map((id) => ({ kind: "returnChecks", for: [id], due: writtenBy(f) }));

/** One writes for all: whoever leads, or leads those who did go. The others see who, and may do it in their place. */
const writer = (v: Visit, who: readonly Id[]): Id[] =>
  v.plan.visitors.filter((id) => v.outings[id] !== undefined || who.includes(id)).slice(0, 1);

/** Minutes, the review of the risk assessment after each visit (AET-A-14), and the letter where nobody has said that it was left (TMC-27, AET-53). */
function paperwork(v: Visit, who: readonly Id[], f: Facts): TaskDraft[] {
  const due = writtenBy(f);
  const kinds: TaskKind[] = [
    "minutes",
    ...(looksBack(v, f) ? (["riskReview"] as const) : []),
    ...(meetsAgain(v, f) ? (["meetAgain"] as const) : []),
    ...(f.policy.noOneHome.value.leave !== "nothing" && lettersMissing(v).length > 0 ? (["letter"] as const) : []),
  ];
  const fresh = kinds.filter((kind) => !v.tasks.some((task) => task.kind === kind));
  return [...fresh.map((kind) => ({ kind, for: writer(v, who), due })), ...dayAgain(v, f)];
}

/** The assessment of a first visit is completed with what was seen on it (TMC-19, matrix W18); another policy looks back each time. */
const looksBack = (v: Visit, { policy }: Facts): boolean =>
  policy.risk.value.reviewAfter === "firstVisit" ? v.plan.firstVisit === true : policy.risk.value.reviewAfter;

/** An attendance visit may be needed every day: whoever directs them says before the next school day whether it is (HEX-38, HEX-39). */
function dayAgain(v: Visit, f: Facts): TaskDraft[] {
  const { series, reasons, coordinators } = f.policy;
  const daily = series.value === "daily" && reasons.value.list.find(({ id }) => id === v.plan.reason)?.attendance;
  const roles = coordinators.value;
  const due = nextOpening(f.roster.school, f.now);
  if (!daily || roles.length === 0 || due === undefined || v.tasks.some(({ kind }) => kind === "dayAgain")) return [];
  const people = holders(f.roster, roles, f.now).map(({ id }) => id);
  return [{ kind: "dayAgain", for: people, roles, due, apart: true }];
}

/**
 * The family is met another time, or it is said why not: after any doubt (HEX-55), or with one of those who lead after a threat alone (BEM-11).
 * What only animals have put off was given a new date (`newDate`).
 */
function meetsAgain(v: Visit, { policy: { unsafeEnd } }: Facts): boolean {
  if (unsafeEnd.value.meetAgain === "withLeadership") return feltUnsafe(v);
  return unsafeEnd.value.meetAgain === "alternative" && v.meeting?.state === "off" && v.meeting.how !== "noOneHome";
}
