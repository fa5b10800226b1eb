import type { At, Id } from "../../schools/school";
import { asReadIn } from "../as-read";
import { covertEnders } from "../covert-enders";
import { minutes } from "../deadlines";
import { lastOfEach, type Notice, type Recipient, recipientKey, type Say, urgencies } from "../notice";
import {
  calledDiscreetly,
  concerned,
  holdsSomebody,
  isHelp,
  openAlarms,
  pressedSince,
  stepOf,
  unspoken,
} from "../people";
import { roundName, roundOf } from "../rounds";
import type { Alarm, Visit } from "../visit";
import { type Draft, free, isFree, namesOf, notice, onWatch, toAll, type WantedFacts } from "./draft";

export function alarmNotices(v: Visit, w: WantedFacts): Notice[] {
  return v.alarms.flatMap((alarm) =>
    alarm.ended
      ? [...endedNotices(v, alarm, w), ...stillOpen(v, alarm, w)]
      : [...openNotices(v, alarm, w), ...tapNotices(v, alarm, w)],
  );
}

const urgencyOf = ({ cause }: Alarm) => (cause === "covert" ? urgencies.covert : urgencies.alarm);

/** Once one has been spoken to, it is about the others; of a discreet call nothing is sure before it is over. */
const aboutWhom = (alarm: Alarm): Id[] => {
  const left = alarm.ended || alarm.cause === "covert" ? [] : unspoken(alarm);
  return left.length > 0 ? left : Object.keys(alarm.about);
};
const alarmArgs = (alarm: Alarm, w: WantedFacts): Say["args"] => ({
  names: namesOf(aboutWhom(alarm), w),
  no: alarm.no,
  cause: alarm.cause,
  step: alarm.step,
  ask: stepOf(w.policy, alarm.step).ask,
  dueAt: alarm.dueAt,
  ...(alarm.cause === "arrivalCall" ? { call: alarm.calls.at(-1)?.outcome ?? "unmade" } : {}),
});

/**
 * Every step reached stays told, each round of it anew. While somebody holds the alarm nothing new is owed; police steps go on until
 * stamped. Whoever several steps tell is told by the newest alone: after an outage one message, not one for each step that it passed.
 */
function openNotices(v: Visit, alarm: Alarm, w: WantedFacts): Notice[] {
  const earlier = alarm.reached.filter(({ step }) => step !== alarm.step);
  const now = alarm.reached.filter(({ step }) => step === alarm.step);
  const notices = [...earlier, ...now].flatMap((reached) => stepNotices(v, alarm, reached, w));
  return lastOfEach(notices, ({ to }) => recipientKey(to));
}

function stepNotices(v: Visit, alarm: Alarm, reached: Alarm["reached"][number], w: WantedFacts): Notice[] {
  const { step, at, round } = reached;
  const now = step === alarm.step ? roundOf(alarm, w.policy, w.now) : { no: round, id: roundName(reached), at };
  const draft: Draft = {
    key: alarm.police ? "afterPolice" : "alarm",
    id: roundId(alarm, step, now.id),
    at: now.no === 1 && step === alarm.reached[0]?.step ? alarm.dueAt : now.at,
    slot: { card: "alarm", no: alarm.no },
    urgency: urgencyOf(alarm),
    args: { ...alarmArgs(alarm, w), step, round: now.no, ...contactAt(v, alarm), ...called(alarm) },
    mention: mentions(v, alarm, step, w),
  };
  const quietly = { ...draft, args: { ...draft.args, quiet: 1 } };
  const quiet = isQuiet(v, alarm);
  return toldOf(v, alarm, step, w).map((to) => ({
    ...notice(to, quiet && !isRead(v, to, w) ? quietly : draft),
    alarm: alarm.no,
  }));
}

/** How the ids of one round's notices begin. */
export const roundId = (alarm: Alarm, step: string, round: string): string => `alarm/${alarm.no}/${step}/${round}`;

/**
 * Each in the order of the names; where they are the same a reader is told once. Of whoever has only pressed a button since then it is not said: it is
 * no voice, and "no contact since" that very minute would read as a mistake (S3).
 */
const contactAt = (v: Visit, alarm: Alarm): Say["args"] => {
  const outings = aboutWhom(alarm).map((id) => v.outings[id]);
  const heard = aboutWhom(alarm).every((id) => !v.outings[id]?.unheard && !pressedSince(v, alarm, id));
  const contacts = outings.map((outing) => outing?.contact ?? 0);
  return alarm.cause === "noContact" && heard
    ? { contactAt: Math.min(...contacts), ...(contacts.length > 1 ? { contacts: contacts.join(",") } : {}) }
    : {};
};

const called = ({ police }: Alarm): Say["args"] => (police ? { at: police.when } : {});

/** S4: while somebody asks for help discreetly nobody rings them; a channel that they may read says nothing of it. */
const isQuiet = (v: Visit, alarm: Alarm): boolean =>
  alarm.cause !== "covert" && openAlarms(v).some(({ cause }) => cause === "covert");

const isRead = (v: Visit, to: Recipient, w: WantedFacts): boolean =>
  "channel" in to && holdsSomebody(to.channel, w.roster, concerned(v), w.policy);

/**
 * Who hears of one step: its roles one to one, and whoever has the watch where they are to be rung; then its channels. A covert call, and whatever becomes of those who were sent because of it, keeps out
 * of any channel that somebody on the visit reads; a covert call is told to those who alone can end it, whatever the ladder says (S4).
 */
export function toldOf(v: Visit, alarm: Alarm, stepId: string, w: WantedFacts): Recipient[] {
  const step = stepOf(w.policy, stepId);
  const channels = step.channels.filter(
    (name) =>
      w.roster.school.channels[name] !== undefined && asReadIn(v, name, w).alarms.some(({ no }) => no === alarm.no),
  );
  const roles = [
    ...step.tell,
    ...(alarm.cause === "covert" ? [...w.policy.safeguardingTo.value, ...covertEnders(v, w)] : []),
  ];
  // By name they have said "sound on", whatever the roles are that the step names (S5).
  const watching = step.ask === "call" && alarm.cause !== "covert" ? onWatch(v, w) : [];
  const people = [...new Set([...watching, ...free(v, w, roles)])].filter((id) => !calledDiscreetly(alarm, id));
  return [...people.map((person) => ({ person })), ...channels.map((channel) => ({ channel }))];
}

/** Whom the alarm tells that began with somebody's being reckoned out. */
export const alarmedWith = (v: Visit, at: At, w: WantedFacts): Recipient[] =>
  v.alarms
    .filter((alarm) => alarm.cause === "noContact" && alarm.openedAt === at)
    .flatMap((alarm) => alarm.reached.slice(0, 1).flatMap(({ step }) => toldOf(v, alarm, step, w)));

/** Never whoever calls discreetly: it would show on their own phone (S4). */
function mentions(v: Visit, alarm: Alarm, step: string, w: WantedFacts): Id[] {
  const { ask, tell } = stepOf(w.policy, step);
  const watching = v.watch && isFree(v, w, v.watch.by) && ask === "call" ? [v.watch.by] : free(v, w, tell);
  return watching.filter((id) => !calledDiscreetly(alarm, id)).slice(0, 3);
}

/** Told to the one who has it in hand; the card shows it to the others. */
const tapNotices = (v: Visit, alarm: Alarm, w: WantedFacts): Notice[] =>
  alarm.holder && !isHelp(alarm) && isFree(v, w, alarm.holder.who)
    ? alarm.taps.slice(-1).map(({ at, who }) =>
        notice(
          { person: alarm.holder?.who ?? "" },
          {
            key: "tapped",
            id: `tapped/${alarm.no}/${at}`,
            at,
            slot: { card: "alarm", no: alarm.no },
            urgency: urgencies.alarm,
            args: { ...alarmArgs(alarm, w), names: namesOf([who], w), at },
          },
        ),
      )
    : [];

/**
 * Everyone alerted hears that it is over, for an hour. While a covert call is open nothing may say that all is well, but where
 * somebody on the visit reads along, silence would say more (S4).
 */
function endedNotices(v: Visit, alarm: Alarm, w: WantedFacts): Notice[] {
  const quiet = alarm.cause === "arrivalCall" && alarm.reached.length === 1;
  if (quiet || !alarm.ended || w.now - alarm.ended.at > minutes(60)) return [];
  const { at, how } = alarm.ended;
  const covert = openAlarms(v).some(({ cause }) => cause === "covert");
  const everyone = [...alarm.reached.flatMap(({ step }) => toldOf(v, alarm, step, w)), ...toldBefore(v, alarm, w)];
  const hearing = covert ? everyone.filter((to) => isRead(v, to, w)) : everyone;
  return toAll(hearing, {
    key: "alarmEnded",
    id: `ended/${alarm.no}`,
    at,
    slot: { card: "alarm", no: alarm.no },
    urgency: urgencies.reminder,
    args: { ...alarmArgs(alarm, w), how, at },
  });
}

/** Whoever has lost the role in which they were alarmed would wait for ever; it says nothing but names of colleagues. To whoever has left nothing is said (P5). */
const toldBefore = (v: Visit, { told = [] }: Alarm, w: WantedFacts): Recipient[] => {
  const on = concerned(v);
  return told.filter((id) => isFree(v, w, id) && !on.includes(id)).map((person) => ({ person }));
};

/**
 * A channel that somebody on the visit reads says that an alarm is over, as it would have (S4). Whoever knows one to one of a covert call reads
 * there too, and is told in their own chat that it goes on.
 */
function stillOpen(v: Visit, alarm: Alarm, w: WantedFacts): Notice[] {
  const covert = openAlarms(v).find(({ cause }) => cause === "covert");
  if (!covert || !alarm.ended || alarm.ended.at < covert.openedAt || w.now - alarm.ended.at > minutes(60)) return [];
  const said = endedNotices(v, alarm, w).length > 0;
  const people = covert.reached.flatMap(({ step }) => toldOf(v, covert, step, w)).filter((to) => "person" in to);
  return toAll(said ? people : [], {
    key: "stillOpen",
    id: `still/${covert.no}/${alarm.no}`,
    at: alarm.ended.at,
    slot: { card: "alarm", no: covert.no },
    urgency: urgencies.covert,
    args: { ...alarmArgs(covert, w), over: alarm.no },
  });
}
