import type { Policy, Role } from "../policies/policy";
import type { At, Id, Roster } from "../schools/school";
import { askedWhereOver, backDue, contactDue, coverDue, minutes, pingDue, watchReminders } from "./deadlines";
import { type Notice, type Recipient, recipientKey, type Say, type Slot, urgencies } from "./notice";
import { allOut, holdersBeside, holdsSomebody, isHelp, openAlarms, stepOf, visitorsOut } from "./people";
import type { Alarm, Visit } from "./visit";

export type WantedFacts = { policy: Policy; roster: Roster; away: readonly Id[]; now: At };

/**
 * What the present state calls for, each with a stable id. What is no longer called for is simply no longer here: an
 * acknowledgement, a check-in or an outcome takes notices away by itself.
 */
export function wanted(v: Visit, w: WantedFacts): Notice[] {
  const byPhase = { asked, ready, out, back, closed: nothing, off: calledOff }[v.phase](v, w);
  return [...byPhase, ...alarmNotices(v, w)].filter(once);
}

const once = (notice: Notice, i: number, all: readonly Notice[]) => all.findIndex(({ id }) => id === notice.id) === i;
const nothing = () => [];

const visitSlot: Slot = { card: "visit" };
const watchSlot: Slot = { card: "watch" };

type Draft = {
  key: Say["key"];
  id: string;
  at: At;
  slot: Slot;
  urgency?: Notice["urgency"];
  args?: Say["args"];
  mention?: readonly Id[];
};

const notice = (to: Recipient, d: Draft): Notice => ({
  id: `${d.id}/${recipientKey(to)}`,
  to,
  urgency: d.urgency ?? urgencies.rest,
  say: { key: d.key, args: d.args ?? {} },
  slot: d.slot,
  at: d.at,
  mention: d.mention,
});
const toEach = (people: readonly Id[], draft: Draft): Notice[] => people.map((person) => notice({ person }, draft));

const namesOf = (ids: readonly Id[], { roster }: WantedFacts): string =>
  ids.map((id) => roster.people.find((p) => p.id === id)?.name ?? "somebody").join(", ");
const facts = (v: Visit, w: WantedFacts): Say["args"] => ({
  names: namesOf(v.plan.visitors, w),
  leaveAt: v.plan.leave,
  startAt: v.plan.start,
  backAt: v.plan.back,
});

/** People of these roles who are not on the visit. */
const beside = (v: Visit, w: WantedFacts, roles: readonly Role[]): Id[] =>
  holdersBeside(v, w.roster, roles, w.now, w.away).map(({ id }) => id);

/** Whoever watches: the person by name, else everyone who may, and their channel. */
const watchers = (v: Visit, w: WantedFacts): Recipient[] => [
  ...(v.watch ? [v.watch.by] : beside(v, w, w.policy.monitors.value)).map((person) => ({ person })),
  ...w.policy.monitors.value.filter((role) => w.roster.school.channels[role]).map((channel) => ({ channel })),
];

function asked(v: Visit, w: WantedFacts): Notice[] {
  const no = v.plan.no;
  const args = { ...facts(v, w), by: namesOf([v.asked.by], w) };
  const unagreed = v.plan.visitors.filter((id) => !v.agreed[id]);
  const needsRisk = w.policy.risk.value.required !== "never" && !v.assessment;
  const decidable = unagreed.length === 0 && !needsRisk && !v.sentBack && !companionMissing(v, w);
  return [
    notice(
      { person: v.asked.by },
      { key: "riskAsked", id: `mine/${v.asked.at}`, at: v.asked.at, slot: visitSlot, args },
    ),
    ...toEach(unagreed, {
      key: "agreeAsked",
      id: `agree/${no}`,
      at: v.asked.at,
      slot: { card: "agree" },
      urgency: urgencies.reminder,
      args,
    }),
    ...(needsRisk
      ? toEach([v.asked.by], { key: "riskAsked", id: `risk/${no}`, at: v.asked.at, slot: { card: "assess" }, args })
      : []),
    ...(decidable
      ? toEach(beside(v, w, w.policy.approvers.value), {
          key: "approvalAsked",
          id: `approval/${no}`,
          at: v.asked.at,
          slot: { card: "approval" },
          urgency: urgencies.reminder,
          args,
        })
      : []),
    ...(v.sentBack
      ? toEach(v.plan.visitors, {
          key: "changesAsked",
          id: `changes/${v.sentBack.at}`,
          at: v.sentBack.at,
          slot: visitSlot,
          urgency: urgencies.reminder,
          args: { ...args, by: namesOf([v.sentBack.by], w) },
        })
      : []),
    ...v.refusals.slice(-1).flatMap(({ who, at }) =>
      toEach([v.asked.by], {
        key: "companionRefused",
        id: `refused/${at}`,
        at,
        slot: visitSlot,
        urgency: urgencies.reminder,
        args: { ...args, names: namesOf([who], w) },
      }),
    ),
  ];
}

/** A companion refused, and the request said nothing of going alone. */
const companionMissing = (v: Visit, { policy }: WantedFacts): boolean =>
  v.plan.visitors.length + (v.plan.outsider && policy.outsiderCounts.value ? 1 : 0) < policy.visitorsMin.value &&
  v.plan.loneWhy === undefined;

function ready(v: Visit, w: WantedFacts): Notice[] {
  const at = v.approval?.at ?? v.asked.at;
  const args = { ...facts(v, w), by: v.approval ? namesOf([v.approval.by], w) : "" };
  const soon = v.plan.leave - minutes(10);
  return [
    ...toEach(v.plan.visitors, {
      key: "approved",
      id: `approved/${v.plan.no}`,
      at,
      slot: visitSlot,
      urgency: urgencies.reminder,
      args,
    }),
    ...watchers(v, w).map((to) =>
      notice(to, { key: "watchAsked", id: `watch/${v.plan.no}`, at, slot: watchSlot, args }),
    ),
    ...offeredWatch(v, w),
    ...(w.now >= soon && v.askedWhere === undefined
      ? toEach(v.plan.visitors, {
          key: "timeToLeave",
          id: `leave/${v.plan.leave}`,
          at: soon,
          slot: visitSlot,
          urgency: urgencies.reminder,
          args,
        })
      : []),
    ...(v.askedWhere === undefined
      ? []
      : toEach(v.plan.visitors, {
          key: "askedWhere",
          id: `where/${v.askedWhere}`,
          at: v.askedWhere,
          slot: visitSlot,
          urgency: urgencies.alarm,
          args: { ...args, untilAt: askedWhereOver(v, w) ?? w.now },
        })),
  ];
}

const offeredWatch = (v: Visit, w: WantedFacts): Notice[] =>
  v.watch?.offered
    ? toEach([v.watch.offered], {
        key: "watchOffered",
        id: `offered/${v.watch.at}`,
        at: v.watch.at,
        slot: watchSlot,
        urgency: urgencies.reminder,
        args: { ...facts(v, w), by: namesOf([v.watch.by], w) },
      })
    : [];

function out(v: Visit, w: WantedFacts): Notice[] {
  return [
    ...watchers(v, w).map((to) =>
      notice(to, {
        key: "watchAsked",
        id: `watch/${v.plan.no}`,
        at: v.approval?.at ?? w.now,
        slot: watchSlot,
        args: facts(v, w),
      }),
    ),
    ...offeredWatch(v, w),
    ...breaches(v, w),
    ...unwatched(v, w),
    ...clocks(v, w),
    ...meeting(v, w),
    ...delays(v, w),
    ...cover(v, w),
  ];
}

/** S1: the approver is told of a breach, and so is whoever watches. Those reckoned out are asked to answer. */
function breaches(v: Visit, w: WantedFacts): Notice[] {
  return v.breaches
    .filter(({ what }) => what !== "placeNotApproved")
    .flatMap(({ at, who, what }) => {
      const draft = {
        key: "foundOut",
        id: `found/${at}`,
        at,
        urgency: urgencies.alarm,
        args: { ...facts(v, w), names: namesOf(who, w), what },
      } as const;
      const told: Recipient[] = [
        ...beside(v, w, w.policy.approvers.value).map((person) => ({ person })),
        ...watchers(v, w),
      ];
      return [
        ...told.map((to) => notice(to, { ...draft, slot: watchSlot })),
        ...toEach(who, { ...draft, slot: visitSlot }),
      ];
    });
}

function unwatched(v: Visit, w: WantedFacts): Notice[] {
  return watchReminders(v)
    .filter((at) => at <= w.now)
    .flatMap((at, i) => {
      const more = i > 0 ? beside(v, w, w.policy.approvers.value).map((person) => ({ person })) : [];
      return [...watchers(v, w), ...more].map((to) =>
        notice(to, {
          key: "watchAsked",
          id: `unwatched/${at}`,
          at,
          slot: watchSlot,
          urgency: urgencies.reminder,
          args: facts(v, w),
        }),
      );
    });
}

/** The visitors' own pings; never silenced by an alarm, so that covert help changes nothing here (S4). */
function clocks(v: Visit, w: WantedFacts): Notice[] {
  return allOut(v).flatMap((id) => {
    const outing = v.outings[id];
    const ping = pingDue(v, id, w);
    const nudge = backDue(v, id) - minutes(w.policy.nudgeBefore.value);
    const args = { ...facts(v, w), dueAt: contactDue(v, id, w) ?? w.now, backAt: backDue(v, id) };
    return [
      ...(ping !== undefined && ping <= w.now
        ? toEach([id], {
            key: outing?.awaySafeBy ? "awaySafe" : "ping",
            id: `ping/${outing?.contact}`,
            at: ping,
            slot: visitSlot,
            urgency: urgencies.reminder,
            args,
          })
        : []),
      ...(nudge <= w.now
        ? toEach([id], {
            key: "nudge",
            id: `nudge/${backDue(v, id)}`,
            at: nudge,
            slot: visitSlot,
            urgency: urgencies.reminder,
            args,
          })
        : []),
    ];
  });
}

function meeting(v: Visit, w: WantedFacts): Notice[] {
  if (v.meeting?.state !== "off") return [];
  const { at, how } = v.meeting;
  const draft = { at, urgency: urgencies.reminder, args: { ...facts(v, w), how } } as const;
  const toVisitors =
    how === "noOneHome" ? toEach(visitorsOut(v), { ...draft, key: "waitOver", id: `over/${at}`, slot: visitSlot }) : [];
  const people = how === "noOneHome" ? [] : beside(v, w, w.policy.approvers.value).map((person) => ({ person }));
  return [
    ...toVisitors,
    ...[...watchers(v, w), ...people].map((to) =>
      notice(to, { ...draft, key: "meetingOff", id: `off/${at}`, slot: watchSlot }),
    ),
  ];
}

const delays = (v: Visit, w: WantedFacts): Notice[] =>
  v.delays
    .slice(-1)
    .flatMap(({ at, to: backAt }) =>
      watchers(v, w).map((to) =>
        notice(to, { key: "planChanged", id: `later/${at}`, at, slot: watchSlot, args: { ...facts(v, w), backAt } }),
      ),
    );

/** S5: thirty minutes before cover ends with anyone out, somebody takes the watch by name. */
function cover(v: Visit, w: WantedFacts): Notice[] {
  const due = coverDue(v, w);
  if (!due || due.warn > w.now) return [];
  return watchers(v, w).map((to) =>
    notice(to, {
      key: "coverEnds",
      id: `cover/${due.end}`,
      at: due.warn,
      slot: watchSlot,
      urgency: urgencies.reminder,
      args: { ...facts(v, w), names: namesOf(allOut(v), w), endAt: due.end },
    }),
  );
}

function back(v: Visit, w: WantedFacts): Notice[] {
  return [...everyoneBack(v, w), ...tasks(v, w), ...reports(v, w), ...clocks(v, w), ...cover(v, w)];
}

const everyoneBack = (v: Visit, w: WantedFacts): Notice[] =>
  v.everyoneBack === undefined
    ? []
    : watchers(v, w).map((to) =>
        notice(to, {
          key: "everyoneBack",
          id: `back/${v.everyoneBack}`,
          at: v.everyoneBack ?? w.now,
          slot: watchSlot,
          args: facts(v, w),
        }),
      );

function tasks(v: Visit, w: WantedFacts): Notice[] {
  return v.tasks
    .filter(({ done }) => !done)
    .flatMap((task) => {
      const slot: Slot = task.kind === "minutes" ? { card: "minutes" } : { card: "task", no: task.no };
      const args = { ...facts(v, w), kind: task.kind, dueAt: task.due };
      const overdue = task.due <= w.now ? [...task.for, ...beside(v, w, w.policy.approvers.value)] : [];
      return [
        ...toEach(task.for, { key: "taskDue", id: `task/${task.no}`, at: task.opened, slot, args }),
        ...toEach(overdue, {
          key: "taskOverdue",
          id: `overdue/${task.no}`,
          at: task.due,
          slot,
          urgency: urgencies.reminder,
          args,
        }),
      ];
    });
}

/** AET-59: issues to the Principal; AET-108: a concern to the DSL. What was written is on their card alone. */
function reports(v: Visit, w: WantedFacts): Notice[] {
  const { minutes: written } = v;
  if (!written) return [];
  const draft = {
    at: written.at,
    slot: visitSlot,
    urgency: urgencies.reminder,
    args: { ...facts(v, w), by: namesOf([written.by], w) },
  } as const;
  return [
    ...(written.issues
      ? toEach(beside(v, w, w.policy.incidentsTo.value), { ...draft, key: "incident", id: `incident/${written.at}` })
      : []),
    ...(written.concern
      ? toEach(beside(v, w, w.policy.safeguardingTo.value), { ...draft, key: "concern", id: `concern/${written.at}` })
      : []),
  ];
}

function calledOff(v: Visit, w: WantedFacts): Notice[] {
  if (!v.off) return [];
  const { at, how, by } = v.off;
  const key = how === "declined" ? "declined" : "calledOff";
  const args = { ...facts(v, w), by: by === "clock" ? "" : namesOf([by], w), how };
  const approved = v.approval ? watchers(v, w) : [];
  return [
    ...toEach(
      v.plan.visitors.filter((id) => id !== by),
      { key, id: `off/${at}`, at, slot: visitSlot, urgency: urgencies.reminder, args },
    ),
    ...approved.map((to) => notice(to, { key, id: `off/${at}`, at, slot: watchSlot, args })),
  ];
}

function alarmNotices(v: Visit, w: WantedFacts): Notice[] {
  return v.alarms.flatMap((alarm) =>
    alarm.ended ? endedNotices(v, alarm, w) : [...openNotices(v, alarm, w), ...tapNotices(alarm, w)],
  );
}

const urgencyOf = ({ cause }: Alarm) => (cause === "covert" ? urgencies.covert : urgencies.alarm);
const alarmArgs = (alarm: Alarm, w: WantedFacts): Say["args"] => ({
  names: namesOf(Object.keys(alarm.about), w),
  no: alarm.no,
  cause: alarm.cause,
  step: alarm.step,
  ask: stepOf(w.policy, alarm.step).ask,
  dueAt: alarm.dueAt,
});

/** Every step reached stays told, each round of it anew. While somebody holds the alarm nothing new is owed; police steps go on until stamped. */
function openNotices(v: Visit, alarm: Alarm, w: WantedFacts): Notice[] {
  return alarm.reached.flatMap(({ step, at, round }) =>
    told(v, alarm, step, w).map((to) => ({
      ...notice(to, {
        key: "alarm",
        id: `alarm/${alarm.no}/${step}/${round}`,
        at: round === 1 && step === alarm.reached[0]?.step ? alarm.dueAt : at,
        slot: { card: "alarm", no: alarm.no },
        urgency: urgencyOf(alarm),
        args: { ...alarmArgs(alarm, w), step, round },
        mention: mentions(v, step, w),
      }),
      alarm: alarm.no,
    })),
  );
}

/** Who hears of one step: its roles one to one, then its channels; a covert call keeps out of any channel that somebody on the visit reads (S4). */
function told(v: Visit, alarm: Alarm, stepId: string, w: WantedFacts): Recipient[] {
  const step = stepOf(w.policy, stepId);
  const channels = step.channels.filter(
    (name) =>
      w.roster.school.channels[name] !== undefined &&
      !(alarm.cause === "covert" && holdsSomebody(name, w.roster, onIt(v))),
  );
  return [...beside(v, w, step.tell).map((person) => ({ person })), ...channels.map((channel) => ({ channel }))];
}

const onIt = (v: Visit): Id[] => [...new Set([...v.plan.visitors, ...Object.keys(v.outings)])];

const mentions = (v: Visit, step: string, w: WantedFacts): Id[] =>
  v.watch && stepOf(w.policy, step).ask === "call"
    ? [v.watch.by]
    : beside(v, w, stepOf(w.policy, step).tell).slice(0, 3);

/** Told to the one who has it in hand; the card shows it to the others. */
const tapNotices = (alarm: Alarm, w: WantedFacts): Notice[] =>
  alarm.holder && !isHelp(alarm)
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

/** Everyone alerted hears that it is over, for an hour; while a covert call is open nothing may say that all is well. */
function endedNotices(v: Visit, alarm: Alarm, w: WantedFacts): Notice[] {
  const quiet = alarm.cause === "arrivalCall" && alarm.reached.length === 1;
  if (
    quiet ||
    openAlarms(v).some(({ cause }) => cause === "covert") ||
    !alarm.ended ||
    w.now - alarm.ended.at > minutes(60)
  )
    return [];
  const { at, how } = alarm.ended;
  const everyone = alarm.reached.flatMap(({ step }) => told(v, alarm, step, w));
  return everyone.map((to) =>
    notice(to, {
      key: "alarmEnded",
      id: `ended/${alarm.no}`,
      at,
      slot: { card: "alarm", no: alarm.no },
      urgency: urgencies.reminder,
      args: { ...alarmArgs(alarm, w), how, at },
    }),
  );
}
