import { z } from "zod";
import type { Id } from "../../schools/school";
import type { Facts } from "../command";
import { calledForHelp, contacted } from "../contact";
import { waitFor } from "../deadlines";
import { doorLeft, outcomeNow } from "../doors";
import type { Happening } from "../events";
import { optionalOneOf } from "../inputs";
import { attends, feltUnsafe, partyOf } from "../people";
import { rule } from "../rule";
import { opened, type TaskDraft } from "../tasks/paperwork";
import { dueFromLeaving } from "../tellings";
import type { TaskKind, Visit } from "../visit";
import { goesBeside, isBack, isOutOn, outRule } from "./outing-rule";

/** From the arranged time, or from arriving if that is later (AET-51). */
export const waiting = (v: Visit, f: Facts, who = f.actor.id): Happening => ({
  type: "WaitingOutside",
  who,
  since: Math.max(v.plan.start, f.now),
});

/** Where the wait does not end by itself, they themselves say when it is over; nothing else does. */
export const isDecided = (v: Visit, { policy }: Facts): boolean =>
  v.meeting?.state === "off" || (v.meeting !== undefined && waitFor(policy) !== null);

/** No one is in: the wait begins, or where none has a time the visit is off at once (TMC-27). Where it may be tried again, said twice. */
export function nobodyIn(v: Visit, f: Facts, who = f.actor.id): Happening {
  const { waitOutside, noOneHome: nobody } = f.policy;
  const over = nobody.value.cancelled ? waitOutside.value === null : v.meeting !== undefined;
  return over ? { type: "MeetingOff", how: "noOneHome" } : waiting(v, f, who);
}

export const noOneHome = rule({
  input: z.object({}),
  ...outRule,
  offered: (v, f) => isOutOn(v, f) && !isDecided(v, f),
  already: (v, f) => isBack(v, f) || (isDecided(v, f) && !goesBeside(v, f)),
  decide: (v, _input, f, asked) => [
    ...contacted(v, f, asked, { what: "noOneHome" }),
    goesBeside(v, f) ? waiting(v, f) : nobodyIn(v, f),
  ],
});

const ways = ["unsafe", "violence", "animals", "unknownPeople"] as const;
type Way = (typeof ways)[number];

/**
 * The meeting is over, or does not begin: it is not safe (AET-80, HEX-54, BEM-10), animals are not kept away (AET-58), or nobody says who is there
 * (AET-A-76). No text needed, the reason comes later; violence goes straight to the step of the ladder that it has (AET-81).
 */
export const endUnsafe = rule<{ how?: Way | undefined }>({
  input: z.object({ how: optionalOneOf(ways) }),
  ...outRule,
  already: (v, f, _asked, { how }) =>
    isBack(v, f) || (!goesBeside(v, f) && v.meeting?.state === "off" && v.meeting.how === (how ?? "unsafe")),
  decide: (v, { how = "unsafe" }, f, asked) => [
    ...contacted(v, f, asked, { what: how }),
    { type: "LeftTheHome", who: [f.actor.id], to: "leftTheHome" },
    ...(goesBeside(v, f) ? [] : dueFromLeaving(v, f)),
    ...(how === "violence" ? calledForHelp(v, f, "violence", themAll(v, f)) : []),
    ...(goesBeside(v, f) ? [] : meetingOff(v, how, f.actor.id, f)),
  ],
});

/** The same by phone, from somebody who has no Teams in hand (S8). */
export const endedByPhone = (v: Visit, who: Id, f: Facts): Happening[] => [
  ...(attends(v, who) ? [] : dueFromLeaving(v, f)),
  { type: "LeftTheHome", who: [who], to: "leftTheHome" },
  ...(attends(v, who) || feltUnsafe(v) ? [] : meetingOff(v, "unsafe", who, f)),
];

const isDanger = (how: Way): boolean => how === "unsafe" || how === "violence";

/** Whoever had to get away is asked soon whether they are; whoever only turned round at the door is not. */
const meetingOff = (v: Visit, how: Way, who: Id, f: Facts): Happening[] => [
  { type: "MeetingOff", how, awaySafeBy: isDanger(how) ? f.now + f.policy.awaySafe.value * 60_000 : undefined },
  ...owedAfter(v, how, who, f),
];

export const themAll = (v: Visit, f: Facts) => [...new Set([f.actor.id, ...partyOf(v, f.actor.id)])];

/** The reason in writing, to whom the policy says (AET-56); a new date where the visit is only put off (AET-A-73, AET-A-75). */
function owedAfter(v: Visit, how: Way, who: Id, f: Facts): Happening[] {
  const kinds: [TaskKind, boolean][] = [
    ["safetyReason", asksSafetyReason(f)],
    ["newDate", !isDanger(how) && f.policy.unsafeEnd.value.meetAgain !== "alternative"],
  ];
  const fresh = kinds.filter(([kind, wanted]) => wanted && !v.tasks.some((task) => task.kind === kind));
  const due = v.plan.back + f.policy.minutesWithin.value * 60_000;
  return opened(
    v,
    [],
    fresh.map(([kind]): TaskDraft => ({ kind, for: [who], due })),
    f,
  );
}

export const asksSafetyReason = ({ policy }: Pick<Facts, "policy">): boolean =>
  policy.unsafeEnd.value.writtenTo.length > 0;

export const leave = rule({
  input: z.object({}),
  ...outRule,
  offered: (v, f) => isOutOn(v, f) && v.outings[f.actor.id]?.where !== "leftTheHome",
  already: (v, f) => isBack(v, f) || v.outings[f.actor.id]?.where === "leftTheHome",
  decide: (v, _input, f, asked) => [
    ...contacted(v, f, asked, { what: "left" }),
    ...(goesBeside(v, f) ? [] : [...doorLeft(v, f), ...dueFromLeaving(v, f)]),
    { type: "LeftTheHome", who: [f.actor.id], to: "leftTheHome" },
  ],
});

/** Always, or where nobody was home (AET-54). */
const comesBack = (v: Visit, f: Facts): boolean =>
  f.policy.goingHome.value === "returnFirst" ||
  (f.policy.noOneHome.value.next === "returnToSchool" && outcomeNow(v) === "noOneHome" && !goesBeside(v, f));

/** Home without coming back to school, after telling base (BEM-36, BEM-93); where the policy has them come back, nobody is offered it, and it is never refused. */
export const leftForHome = rule({
  input: z.object({}),
  ...outRule,
  offered: (v, f) => isOutOn(v, f) && v.outings[f.actor.id]?.where !== "goingHome" && !comesBack(v, f),
  already: (v, f) => isBack(v, f) || v.outings[f.actor.id]?.where === "goingHome",
  decide: (v, _input, f, asked) => [
    ...contacted(v, f, asked, { what: "goingHome" }),
    ...(goesBeside(v, f) ? [] : dueFromLeaving(v, f)),
    { type: "LeftTheHome", who: [f.actor.id], to: "goingHome" },
  ],
});
