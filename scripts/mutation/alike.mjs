// Changes that make no difference to anybody: what stands there, what would stand there, and why it is the same.
const type = "never undefined there: it only satisfies the types";
const order = "all of them follow, one after the other, whichever is first";
const unique = "there is one at most";
const older = "counted from the end: an older one is free by now, and only takes room";
const room = "nobody is answered otherwise: it only gives room back";
const never = "undefined is neither before nor after any time";

/** By file. Whoever changes such a line looks again. */
export const alike = {
  "visits/tick.ts": [
    ["due ?? t.now", "due", type],
    ["dueOf(id) ?? t.now", "dueOf(id)", type],
    ["at !== undefined && at <= t.now", "at <= t.now", never],
    [
      "openAlarms(v).find((alarm) => needless(v, alarm))",
      "openAlarms(v).findLast((alarm) => needless(v, alarm))",
      order,
    ],
    [
      "openAlarms(v).find((open) => climbsNow(v, open, t))",
      "openAlarms(v).findLast((open) => climbsNow(v, open, t))",
      order,
    ],
    ['why ?? "late"', "why", type],
    [
      "Object.keys(alarm.about).every((id) => v.outings[id]?.back)",
      "Object.keys(alarm.about).some((id) => v.outings[id]?.back)",
      "the arrival call is about one of them",
    ],
    [
      "openAlarms(v).find( (alarm) => alarm.cause === cause && isApart(v, { cause, about: Object.keys(alarm.about) }) === apart, )",
      "openAlarms(v).findLast((alarm) => alarm.cause === cause && isApart(v, { cause, about: Object.keys(alarm.about) }) === apart)",
      unique,
    ],
  ],
  "visits/deadlines.ts": [
    ["!outing || outing.back", "outing.back", type],
    ["due === undefined || !outing", "due === undefined", "who is not out has nothing due"],
    [
      "v.arrived !== undefined && policy.lengthLimit.value !== null",
      "policy.lengthLimit.value !== null",
      "whoever is inside has arrived",
    ],
    ["v.outings[id]?.left ?? v.plan.leave", "v.outings[id]?.left", type],
    ["end <= since", "end < since", "cover ends after the time it is asked for"],
    ["v.outings[id]?.left ?? 0", "v.outings[id]?.left", type],
    [
      "left.length === 0 || stillToLeave(v).length === 0",
      "stillToLeave(v).length === 0",
      "of nobody the earliest is never, which is no moment",
    ],
    [
      "(v.watch && !isOut(v.outings[v.watch.by])) || left.length === 0",
      "(v.watch && !isOut(v.outings[v.watch.by]))",
      "where nobody has left nobody is out",
    ],
    ["at !== undefined && at > now", "at > now", never],
  ],
  "visits/rounds.ts": [
    [
      "Math.min(step.every, step.within)",
      "Math.max(step.every, step.within)",
      "every pack's police step has the same of both",
    ],
    [
      "alarm.reached.find(({ step }) => step === alarm.step)?.round ?? 1",
      "alarm.reached.find(({ step }) => step === alarm.step)?.round",
      type,
    ],
  ],
  "visits/contact.ts": [
    [
      "Object.keys(about).some((id) => attends(v, id) === attends(v, who))",
      "Object.keys(about).every((id) => attends(v, id) === attends(v, who))",
      "an alarm is about visitors or about those who were sent there, never both",
    ],
    [
      "openAlarms(v).find((alarm) => alarm.cause === cause && isApartAlarm(v, alarm) === apart)",
      "openAlarms(v).findLast((alarm) => alarm.cause === cause && isApartAlarm(v, alarm) === apart)",
      unique,
    ],
  ],
  "visits/rules/alarming.ts": [
    ['name ?? ""', "name", type],
    ["v.alarms.find(({ no }) => no === asked.no)", "v.alarms.findLast(({ no }) => no === asked.no)", unique],
    ["!alarm || last?.by !== f.actor.id", "last?.by !== f.actor.id", type],
    ['about[0] ?? ""', "about[0]", type],
  ],
  "visits/rules/deciding.ts": [
    ["v.alarms.find(({ no }) => no === asked.no)", "v.alarms.findLast(({ no }) => no === asked.no)", unique],
    [
      'Object.keys(steps).find((id) => steps[id]?.ask === "police") ?? alarm.step',
      'Object.keys(steps).find((id) => steps[id]?.ask === "police")',
      "every ladder has a police step: the packs are read so",
    ],
    ["f.roster.people.find((p) => p.id === id)", "f.roster.people.findLast((p) => p.id === id)", unique],
    [
      "input.when && earlierToday(f.now, input.when, f.roster.school.timezone)",
      "earlierToday(f.now, input.when, f.roster.school.timezone)",
      type,
    ],
  ],
  "visits/rules/alarm-rule.ts": [
    ["v.alarms.find((a) => a.no === no)", "v.alarms.findLast((a) => a.no === no)", unique],
    ["!alarm", "false", "an alarm that there is not was refused before"],
  ],
  "visits/rules/helping.ts": [
    [
      "openAlarms(v).find((a) => a.cause === causeOf(kind) && a.about[f.actor.id] !== undefined)",
      "openAlarms(v).findLast((a) => a.cause === causeOf(kind) && a.about[f.actor.id] !== undefined)",
      unique,
    ],
  ],
  "visits/wanted/alarms.ts": [
    [
      "alarm.reached.filter(({ step }) => step !== alarm.step)",
      "alarm.reached",
      "of several notices to one person the last counts",
    ],
    ['alarm.holder?.who ?? ""', "alarm.holder?.who", type],
    ["quiet || !alarm.ended", "quiet", "it is asked of those that have ended"],
    ["!covert || !alarm.ended", "!covert", "it is asked of those that have ended"],
  ],
  "engine/marks.ts": [
    ["backOff[Math.min(tries, backOff.length) - 1] ?? 5", "backOff[Math.min(tries, backOff.length) - 1]", type],
  ],
  "engine/limits.ts": [
    ["sent.filter((at) => at > now - limit.within)", "sent", older],
    ["at > now - limit.within", "at >= now - limit.within", older],
    ["(this.sent.get(recipient) ?? []).filter((at) => at > now - longest)", "(this.sent.get(recipient) ?? [])", older],
    ["at > now - longest", "at >= now - longest", older],
    ["this.all.filter((at) => at > now - 1_000)", "this.all", older],
    ["at > now - 1_000", "at >= now - 1_000", older],
    ["this.forget(now)", "undefined", room],
    ["this.sent.size < 1_000", "true", room],
    ["this.sent.size < 1_000", "false", room],
    ["this.sent.size < 1_000", "this.sent.size <= 1_000", room],
    ["this.sent.size < 1_000", "this.sent.size >= 1_000", room],
    ["this.hourly.forget(now)", "undefined", room],
    ["(times.at(-1) ?? 0) <= now - longest", "false", room],
    ["(times.at(-1) ?? 0) <= now - longest", "(times.at(-1) ?? 0) < now - longest", room],
    ["times.at(-1) ?? 0", "times.at(-1)", type],
    ["this.sent.delete(key)", "undefined", room],
  ],
};
