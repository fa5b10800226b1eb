import type { At, Id } from "../schools/school";
import { climbDue, unaccounted } from "../visits/deadlines";
import { type Notice, type Urgency, urgencies } from "../visits/notice";
import { allOut, openAlarms } from "../visits/people";
import { roundOf } from "../visits/rounds";
import type { Visit } from "../visits/visit";
import { staleSlots } from "./cards";
import type { Around, Scene } from "./facts";
import { happens, undeliveredAfter } from "./failures";
import { freeFrom, isSettled } from "./marks";
import type { Stored } from "./ports";
import { isUnheard } from "./unheard";
import { outlookOf, wantedForAll, wantedOf } from "./wanted";

const second = 1_000;
/** So soon at the latest after they are back somebody hears of what an alarm has for them. */
const lookedForAgain = 60 * second;

/** As much of a visit's document as says what is owed of it. */
type Owing = Pick<Stored, "visit" | "post">;

export const owedNotices = (stored: Owing, scene: Around): Notice[] =>
  wantedOf(stored.visit, scene).filter((notice) => !isSettled(notice, stored.post.marks[notice.id]));

/** When this visit needs the sweep again, and how urgently. */
export function dueOf(stored: Stored, scene: Scene, alone: Id | undefined): Pick<Stored, "nextDueAt" | "urgency"> {
  const owed = owedNotices(stored, scene);
  const urgency = urgencyOf(stored, owed);
  // After a crash a lone sender goes on at once with what was under way; several wait until the lease has run out.
  if (isUnderWay(stored, alone, scene.now)) return { nextDueAt: scene.now, urgency };
  const sends = owed.map(({ id }) => freeFrom(stored.post.marks[id], alone));
  const cards = staleSlots(stored, scene).map(({ key }) => freeFrom(stored.post.cards[key], alone));
  const { deadline } = outlookOf(stored.visit, scene);
  const times = [...sends, ...cards].map((at) => Math.max(at, scene.now));
  for (const { id, alarm } of owed) {
    const late = (stored.post.marks[id]?.firstTry ?? 0) + undeliveredAfter;
    if (alarm !== undefined && late > scene.now) times.push(late);
  }
  if (happens(stored, scene).length > 0) times.push(scene.now);
  if (deadline !== undefined) times.push(deadline);
  if (isUnheard(stored, scene)) times.push(scene.now + 60 * second);
  if (waitsForSomebody(stored, scene)) times.push(scene.now + lookedForAgain);
  const nextDueAt = times.length > 0 ? Math.min(...times) : undefined;
  return { nextDueAt, urgency: isCallNext(stored.visit, scene, nextDueAt) ? urgencies.covert : urgency };
}

/** A discreet call that comes round again is as urgent as it was at first; what of its visit falls due before that is not, with a call or without one (S4). */
const isCallNext = (visit: Visit, scene: Around, at: At | undefined): boolean =>
  openAlarms(visit).some((alarm) => {
    const next = alarm.cause === "covert" ? [climbDue(alarm, scene), roundOf(alarm, scene.policy, scene.now).next] : [];
    return at !== undefined && next.some((due) => due !== undefined && due <= at);
  });

/** An alarm has something for somebody who is out on another visit (S5). Their coming back brings it a look; should that be lost, it looks by itself. */
const waitsForSomebody = ({ visit, post }: Stored, scene: Around): boolean =>
  visit.alarms.length > 0 &&
  scene.away.length > 0 &&
  wantedForAll(visit, scene).some(
    (notice) =>
      "person" in notice.to && scene.away.includes(notice.to.person) && !isSettled(notice, post.marks[notice.id]),
  );

/** A pass of this very engine's is sending: its leases run. */
const isUnderWay = ({ post }: Stored, alone: Id | undefined, now: At): boolean =>
  alone !== undefined &&
  [...Object.values(post.marks), ...Object.values(post.cards)].some(
    ({ by, lease }) => by === alone && lease !== undefined && lease > now,
  );

/**
 * Right after a write, before what is owed has been derived: as urgent as it may be. Of somebody who is out nothing but a covert call is more
 * urgent than their clock, and to say so takes no longer after one than after an ordinary check-in (S4).
 */
export function urgencyAt(stored: Owing, scene: Around): Urgency {
  const { phase, alarms } = stored.visit;
  if (phase !== "out") return urgencyOf(stored, owedNotices(stored, scene));
  return alarms.some(({ cause, ended }) => cause === "covert" && !ended) ? urgencies.covert : urgencies.alarm;
}

/** Where the clock may raise an alarm, climb with one or count somebody as out, it goes before everybody's reminders. */
function urgencyOf(stored: Owing, owed: readonly Notice[]): Urgency {
  const clock = mayAlarm(stored.visit) ? urgencies.alarm : urgencies.rest;
  return Math.min(clock, ...owed.map((notice) => notice.urgency)) as Urgency;
}

/** Also of those who were sent to the address, when the visitors are back (S12), and while it is asked where somebody is (S1). */
const mayAlarm = (visit: Visit): boolean =>
  visit.phase === "out" ||
  allOut(visit).length + openAlarms(visit).length + unaccounted(visit).length > 0 ||
  (visit.askedWhere !== undefined && (visit.phase === "ready" || visit.phase === "asked"));
