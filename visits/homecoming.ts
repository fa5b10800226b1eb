import type { Id } from "../schools/school";
import type { Facts } from "./command";
import type { Happening } from "./events";
import { opened, writtenBy } from "./paperwork";
import { allOut } from "./people";
import type { Outing, TaskKind, Visit } from "./visit";

/** What follows from people being back: the paperwork once the last visitor is, and "Everyone is back" once nobody is out (S5). */
export function cameBack(v: Visit, who: readonly Id[], how: NonNullable<Outing["back"]>["how"], f: Facts): Happening[] {
  const back: Happening[] = who.map((id) => ({ type: "CameBack", who: id, how }));
  const stillOut = allOut(v).filter((id) => !who.includes(id));
  const visitorsOut = stillOut.filter((id) => v.outings[id]?.attending === undefined);
  return [
    ...back,
    ...(visitorsOut.length === 0 && (v.phase === "ready" || v.phase === "out") ? paperwork(v, who, f) : []),
    ...(stillOut.length === 0 && !v.everyoneBack ? [{ type: "EveryoneBack" } as const] : []),
  ];
}

/** One writes for all: whoever leads, or leads those who did go. The others see who, and may do it in their place. */
const writer = (v: Visit, who: readonly Id[]): Id[] =>
  v.plan.visitors.filter((id) => v.outings[id] !== undefined || who.includes(id)).slice(0, 1);

/** Minutes, and the review of the risk assessment after each visit (AET-A-14). */
function paperwork(v: Visit, who: readonly Id[], f: Facts): Happening[] {
  const due = writtenBy(f);
  const kinds: TaskKind[] = [
    "minutes",
    ...(f.policy.risk.value.reviewAfter ? (["riskReview"] as const) : []),
    ...(endedUnsafe(v) && f.policy.unsafeEnd.value.meetAgain !== "open" ? (["meetAgain"] as const) : []),
  ];
  const fresh = kinds.filter((kind) => !v.tasks.some((task) => task.kind === kind));
  return opened(
    v,
    [],
    fresh.map((kind) => ({ kind, for: writer(v, who), due })),
    f,
  );
}

/** HEX-55, BEM-11: the family is met another time, or it is said why not. */
const endedUnsafe = ({ meeting }: Visit): boolean => meeting?.state === "off" && meeting.how !== "noOneHome";
