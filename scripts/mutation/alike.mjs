// Changes that make no difference to anybody: what stands there, what would stand there, and why it is the same.
const type = "never undefined there: it only satisfies the types";
const order = "all of them follow, one after the other, whichever is first";
const unique = "there is one at most";
const older = "counted from the end: an older one is free by now, and only takes room";
const room = "nobody is answered otherwise: it only gives room back";
const tried = `tried.some((id) => id.startsWith(\`alarm/\${no}/\`))`;
const untold =
  "an alarm that has ended, or of which nothing was tried, has no message that failed: it only saves the asking";
const saved = "nobody who is away is told of an alarm that there is not: it only saves the asking";
const begins = "a visit that only begins has had nothing done to it, and does not close";
const known = "nobody is known at a school that is none of theirs, nor once they have left: that was asked before";
const never = "undefined is neither before nor after any time";
const aLook = "a look more, which finds nothing";
const aWrite = "a write more, of what stands there";
const worked = "it is only kept so as not to be worked out again";

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
  "visits/reach.ts": [
    [
      "rungs(v, f).find(({ reachable }) => !reachable)",
      "rungs(v, f).findLast(({ reachable }) => !reachable)",
      "each of them has to be put right, whichever is named first",
    ],
  ],
  "visits/evolve/going.ts": [
    ["moved.at(-1) ?? 0", "moved.at(-1)", type],
    ["before.reportEvery", "true", type],
  ],
  "visits/evolve/alarm.ts": [
    ['!("no" in e)', "false", "no alarm has no number"],
    ["a.reached.find(({ step }) => step === e.step)", "a.reached.findLast(({ step }) => step === e.step)", unique],
  ],
  "visits/evolve/outing.ts": [
    ["o && !o.back", "!o.back", type],
    ["backBy ?? left", "backBy", type],
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
    ["sent.length - 1", "sent.length + 1", "what is not there was sent at no time"],
    ["now < this.latest - longest", "now <= this.latest - longest", "half a minute is as much either way"],
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
  "engine/sender.ts": [
    ["until === 0", "false", "nothing is given back by whoever has nothing"],
    ["0", "1", "it was over long before"],
  ],
  "engine/failures.ts": [
    [`stored.visit.alarms.filter( ({ no, ended }) => !ended && ${tried}, )`, "stored.visit.alarms", untold],
    [`!ended && ${tried}`, "!ended", untold],
    [`!ended && ${tried}`, tried, untold],
    ["open.length > 0", "true", untold],
    ["open.length > 0", "open.length >= 0", untold],
  ],
  "engine/due.ts": [
    ["stored.post.marks[id]?.firstTry ?? 0", "stored.post.marks[id]?.firstTry", never],
    ["late > scene.now", "late >= scene.now", "the ladder goes on at that moment, which makes it due now anyway"],
    [
      'visit.alarms.length > 0 && away.length > 0 && alarmNotices(visit, { policy, roster, away: [], now }).some( (notice) => "person" in notice.to && away.includes(notice.to.person) && !isSettled(notice, post.marks[notice.id]), )',
      'alarmNotices(visit, { policy, roster, away: [], now }).some( (notice) => "person" in notice.to && away.includes(notice.to.person) && !isSettled(notice, post.marks[notice.id]), )',
      saved,
    ],
    ["visit.alarms.length > 0 && away.length > 0", "visit.alarms.length > 0", saved],
    ["visit.alarms.length > 0 && away.length > 0", "away.length > 0", saved],
    ["visit.alarms.length > 0", "visit.alarms.length >= 0", saved],
    ["away.length > 0", "away.length >= 0", saved],
    ['"person" in notice.to && away.includes(notice.to.person)', "away.includes(notice.to.person)", type],
    ["by === alone && lease !== undefined", "by === alone", type],
  ],
  "engine/held.ts": [["mark", "true", type]],
  "engine/watchdog.ts": [
    ["!isReadable(stored)", "false", "what can't be read throws, and is said as well"],
    ["apart && roster && policy", "apart && roster", "a school that is set up has both"],
    ["apart && roster", "apart", "a school that is set up has both"],
    [
      `id.startsWith(\`alarm/\${no}/\`) && sent === undefined && firstTry !== undefined`,
      `id.startsWith(\`alarm/\${no}/\`) && sent === undefined`,
      never,
    ],
    ["1", "2", "one is enough"],
    ["0", "1", "nothing happened then, long ago"],
    [
      "policy?.callAfter.value ?? policy?.checkInEvery.value ?? null",
      "policy?.callAfter.value ?? policy?.checkInEvery.value",
      type,
    ],
    ["policy?.overdueAfter.value ?? 0", "policy?.overdueAfter.value", type],
    ["policy?.nudgeBefore.value ?? 0", "policy?.nudgeBefore.value", type],
    ["alarm.ended && alarm.about[who]", "alarm.about[who]", "of those about whom one is open it is not asked"],
  ],
  "engine/beat.ts": [
    ["this.due.filter((other) => other + after >= now)", "this.due", room],
    ["other + after >= now", "other + after > now", room],
    ["other + after", "other - after", room],
    [
      "began < this.waitsAgain || !this.isAwaited(began)",
      "began < this.waitsAgain",
      "then it waits for nothing, and waits again as soon",
    ],
  ],
  "engine/hourly.ts": [
    ["!counts.has(from)", "true", room],
    ["this.countOf(key, now) === 0", "false", room],
    ["this.sent.delete(key)", "undefined", room],
    ["!counts", "false", type],
  ],
  "engine/past.ts": [
    ["visits.filter((other) => other.id !== id)", "visits", worked],
    ["last?.id === id && isEach(last.others, others)", "false", worked],
    ["pasts.set(plan, { id, others, past })", "undefined", worked],
    ["visit && !input?.pupil", "false", worked],
  ],
  "engine/refused.ts": [
    [
      'typeof result === "object" && "failed" in result && result.failed === "throttled"',
      'typeof result === "object" && "failed" in result',
      "what failed is only written down sooner",
    ],
    [
      'typeof result === "object" && "failed" in result && result.failed === "throttled"',
      'result.failed === "throttled"',
      type,
    ],
  ],
  "engine/aside.ts": [
    ["lengths.set(line, known)", "undefined", worked],
    ["stored.aside?.pages ?? 0", "stored.aside?.pages", "to no number of pages there is none"],
    ["0", "1", "a page that there is not has no lines, and pages may be counted from any number"],
    ["true", "false", "what was read before is written by nobody any more: it is read again"],
    ["false", "true", "what was read before is written by nobody any more: it is read again"],
    [
      "isReadable(now) && now.visit.erased !== undefined",
      "now.visit.erased !== undefined",
      "what throws is reported, and left for the next look as well",
    ],
    ['(await store.get<Lines>("history", id)) ?? []', '(await store.get<Lines>("history", id))', type],
  ],
  "engine/sweep.ts": [
    ["this.passes.forget()", "undefined", room],
    ["this.ahead.forget(this.work.parts.clock.now())", "undefined", room],
  ],
  "engine/history.ts": [
    ["item ?? null", "item", type],
    ["value ?? null", "value", type],
    ["a < b", "a <= b", "no object has a key twice"],
    ["1", "2", "any number above 0 sorts alike"],
  ],
  "engine/adopt.ts": [
    ["school === undefined", "false", type],
    ["!shown || shown.posted", "shown.posted", type],
  ],
  "engine/policies.ts": [
    [
      "!isFrozen(visit) || hash === undefined",
      "!isFrozen(visit)",
      "what is bound by no hash is bound by none that is kept",
    ],
    ["bound && present && roster", "roster", type],
    ["bound && present", "present", type],
  ],
  "engine/known.ts": [
    ["known !== undefined && (known.at ?? 0) <= before", "(known.at ?? 0) <= before", type],
    ["0", "1", "long ago"],
    ["kept.filter(({ value }) => isOver(value))", "kept", "each is asked once more before it goes"],
  ],
  "engine/same-request.ts": [
    [
      'events.find((event) => event.type === "Requested")',
      'events.findLast((event) => event.type === "Requested")',
      unique,
    ],
    ["0", "1", "the number of both"],
  ],
  "visits/steady-until.ts": [
    ["at && at + news + 1", "at + news + 1", never],
    ["at !== undefined && at > now", "at > now", never],
  ],
  "visits/clock-reading.ts": [
    ["at <= now", "at > now", "one text as well as another says that it is otherwise"],
    ["1", "2", "one text as well as another says that it is otherwise"],
    ["holder?.until ?? []", "holder?.until", never],
  ],
  "engine/raise.ts": [
    ["[never, []]", "[]", "both are set before they are read"],
    ["!roster || !policy", "!roster", "a school that is set up has both"],
    ["!roster || !policy", "!policy", "a school that is set up has both"],
    ["tried.length > 0", "true", aWrite],
    ["tried.length > 0", "tried.length >= 0", aWrite],
    ["tried.length > 0 || !isDeepStrictEqual(round, kept)", "true", aWrite],
    [
      '(await work.parts.store.change<Raised>("pulse", key, change)) ?? never',
      '(await work.parts.store.change<Raised>("pulse", key, change))',
      "what was leased is there",
    ],
    ['"person" in recipient && away.includes(recipient.person)', "away.includes(recipient.person)", type],
  ],
  "engine/raised.ts": [
    [
      "(mark.retryAt ?? 0) > now + repeatAfter",
      "(mark.retryAt ?? 0) >= now + repeatAfter",
      "the next round begins then",
    ],
    ["mark.retryAt ?? 0", "mark.retryAt", never],
    ["ours.length === 0", "false", aWrite],
    [
      "kept?.by === mark.by && kept?.lease === mark.lease",
      "kept?.lease === mark.lease",
      "nobody takes over in the very millisecond in which it was begun",
    ],
    ["marked(mark, result, now) ?? mark", "marked(mark, result, now)", type],
    ["isPosted(result)", "false", "of whoever was told nobody asks when they may be tried again"],
    ["next.retryAt ?? 0", "next.retryAt", type],
  ],
  "engine/word-of-leaving.ts": [
    ["before", "false", aLook],
    ["allOut(after.visit).filter((who) => !known.includes(who))", "allOut(after.visit)", aLook],
    ["gone.length === 0", "false", aLook],
    ["openAlarms(other).length > 0", "openAlarms(other).length >= 0", aLook],
    [
      "watch !== undefined && [watch.by, watch.offered].some((id) => id !== undefined && who.includes(id))",
      "watch !== undefined",
      aLook,
    ],
    ["id !== undefined && who.includes(id)", "id !== undefined", aLook],
    ["id !== undefined && who.includes(id)", "who.includes(id)", type],
  ],
  "engine/word-of-return.ts": [
    ["!before || allOut(before).every((who) => out.includes(who))", "false", aLook],
    ["!before || allOut(before).every((who) => out.includes(who))", "!before", aLook],
    ["roster", "true", type],
    ["alarms.length > 0", "alarms.length >= 0", aLook],
    ["open.filter((other) => other.id !== id && isSo(other.visit))", "open", aLook],
    ["other.id !== id && isSo(other.visit)", "other.id !== id", aLook],
    ["other.id !== id && isSo(other.visit)", "isSo(other.visit)", aLook],
  ],
  "engine/left-behind.ts": [
    ["lease > now + leaseFor", "lease >= now + leaseFor", "it is given the time that it has"],
    [
      "!parts.alone && isTooLong(held, me, now)",
      "isTooLong(held, me, now)",
      "whoever is alone waits for nobody's lease, however long it is",
    ],
    ["row.dueAt > now", "true", aLook],
    ["row.dueAt > now", "row.dueAt >= now", aLook],
  ],
  "engine/set-back.ts": [
    ["!elapsed", "false", type],
    ["by >= least", "true", "of none is so much left then: it only saves the asking"],
    [
      "(alone && (await lastPulse(store))) || 0",
      "(alone && (await lastPulse(store)))",
      "from no time to another is no number, and less than any",
    ],
    ["i < attempts", "i <= attempts", "a try more"],
    ["retryAt > now", "retryAt >= now", aWrite],
    ['"firstTry" in one && one.firstTry !== undefined', '"firstTry" in one', type],
    ['"firstTry" in one && one.firstTry !== undefined', "one.firstTry !== undefined", type],
  ],
  "engine/due-soon.ts": [
    ["from < rows.length", "from <= rows.length", aLook],
    [
      'looks.find((one) => one.status === "rejected")',
      'looks.findLast((one) => one.status === "rejected")',
      "any one of what failed is said",
    ],
  ],
  "engine/reachable.ts": [
    ["ways.set(roster, known)", "undefined", worked],
    ["reached.set(found, known)", "undefined", worked],
  ],
  "engine/settle.ts": [
    ["0", "1", "a try less"],
    ["round < rounds", "round <= rounds", "a try more"],
    ["i < mostTicks", "i <= mostTicks", "a try more"],
    ["scene && { stored, scene }", "{ stored, scene }", type],
  ],
  "engine/foreseen.ts": [
    ["this.forget()", "undefined", room],
    ["now - dueAt >= holdsFor", "false", room],
    ["now - dueAt >= holdsFor", "now - dueAt > holdsFor", room],
    ["this.seen.delete(id)", "undefined", room],
    ["ready ?? []", "ready", type],
  ],
  "engine/ahead.ts": [
    ["!this.isAsked(id, now)", "false", room],
    ["this.asked.delete(id)", "undefined", room],
    ["ready.length > 0", "false", "a look more"],
    [
      "this.nothingAt !== undefined && Math.abs(now - this.nothingAt) < second",
      "Math.abs(now - this.nothingAt) < second",
      never,
    ],
    ["at !== undefined && Math.abs(now - at) < againAfter", "Math.abs(now - at) < againAfter", never],
    ["from < rows.length", "from <= rows.length", "a write of nothing"],
    ["from < ready.length", "from <= ready.length", "a write of nothing"],
    [
      "(await this.work.parts.store.replaceReady?.(some)) ?? []",
      "(await this.work.parts.store.replaceReady?.(some))",
      type,
    ],
    ["most + this.asked.size", "most - this.asked.size", "both are more than there ever are at once"],
    ["ready.length + rows.length", "ready.length - rows.length", "never are there both"],
  ],
  "engine/hear.ts": [["covert || undefined", "covert", "whoever reads it asks whether it is true"]],
  "engine/deliver.ts": [
    ["isNothing(held)", "false", worked],
    ["posted && !again", "!again", type],
    ["now === scene.now && roster === scene.roster", "false", worked],
    ["at !== undefined && at <= now", "at <= now", never],
    [
      'said && digest("sha256", said, "base64url").slice(0, 22)',
      'digest("sha256", said, "base64url").slice(0, 22)',
      type,
    ],
    ['said && digest("sha256", said, "base64url").slice(0, 22)', "said", "a digest takes less room"],
    ["22", "23", "any part of a digest says as much"],
    ["posted", "false", "a card that stands is changed in place: it only saves the looking"],
    [
      "settled && { posted: stored.post.marks[settled.id]?.posted }",
      "{ posted: stored.post.marks[settled.id]?.posted }",
      type,
    ],
    ["moved", "true", type],
  ],
  "engine/look.ts": [
    ["person && policy", "person", type],
    ["person && policy", "policy", type],
    ["!actor || school === undefined || !actor.schools.includes(school)", "!actor.schools.includes(school)", type],
    ["!actor || school === undefined || !actor.schools.includes(school)", "!actor || school === undefined", known],
    ["!actor || school === undefined", "!actor", type],
    ["!actor || school === undefined", "school === undefined", type],
    ["!isReadable(stored) || !person", "!isReadable(stored)", type],
    ["sight ?? noSuchVisit", "sight", type],
    ['actor?.id ?? ""', "actor?.id", type],
    ["person", "true", type],
    ["roster && findPerson(roster, id)", "findPerson(roster, id)", type],
    ["who && shown", "who", type],
    ["who && shown", "shown", type],
    ["roster !== undefined && policy !== undefined", "roster !== undefined", type],
    ["roster !== undefined && policy !== undefined", "policy !== undefined", type],
    [
      "roster !== undefined && isKnown(person, roster.school, parts.clock.now(), visit)",
      "isKnown(person, roster.school, parts.clock.now(), visit)",
      type,
    ],
    [
      "roster !== undefined && isKnown(who, roster.school, parts.clock.now(), visit)",
      "isKnown(who, roster.school, parts.clock.now(), visit)",
      type,
    ],
    ["roster !== undefined && isKnown(who, roster.school, parts.clock.now(), visit)", "roster !== undefined", known],
    [
      "person && roster && isActive(person, roster.school, work.parts.clock.now())",
      "isActive(person, roster.school, work.parts.clock.now())",
      type,
    ],
    ["person && roster", "person", type],
    ["person && roster", "roster", type],
    ["scene", "true", type],
  ],
  "engine/record.ts": [
    ["scene.now === now", "false", worked],
    ["isPosted(result) && at", "true", type],
    ["isPosted(result) && at", "isPosted(result)", type],
    ["kept.length > mostMarks", "kept.length >= mostMarks", "of as many as may be none goes"],
    [
      "shown.lease === begun?.lease && shown.by === begun?.by",
      "shown.lease === begun?.lease",
      "nobody takes over in the very millisecond in which it was begun",
    ],
    [
      'typeof result === "object" && "failed" in result && result.failed === "unreachable"',
      'result.failed === "unreachable"',
      type,
    ],
    ['typeof result === "object" && "failed" in result', 'typeof result === "object"', type],
    ['typeof result === "object" && "failed" in result', '"failed" in result', type],
    ['"event" in line', "true", "of what was erased nothing is known, and nothing happens to it"],
    ["i < attempts", "i <= attempts", "a try more"],
  ],
  "engine/submit.ts": [
    ['command.verb === "requestVisit" || command.verb === "amend"', "true", "no other press has a pupil in it"],
    ["attempt < attempts", "attempt <= attempts", "a try more"],
    ["!roster || !person", "!roster", type],
    ["!roster || !person", "!person", type],
    ["school !== undefined && actor.schools.includes(school)", "actor.schools.includes(school)", type],
    ['verb === "checkIn" && visit !== undefined', 'verb === "checkIn"', type],
    ["school === undefined || visit === undefined", "school === undefined", type],
    [
      "stored ? undefined : sameRequest(turn.visits, person.id, decision)",
      "sameRequest(turn.visits, person.id, decision)",
      begins,
    ],
  ],
  "engine/overhear.ts": [
    ["secret && { ...secret, signals: {} }", "{ ...secret, signals: {} }", "of no secret no word is read either"],
    ["attempt < attempts", "attempt <= attempts", "a try more"],
    [
      "isReadable(stored) && (await sceneOf(work, school, who, stored))",
      "(await sceneOf(work, school, who, stored))",
      "it is asked again in the next line",
    ],
    ["!scene || !isReadable(stored)", "!scene", type],
    ["!scene || !isReadable(stored)", "!isReadable(stored)", type],
    ["actor && { ...around, actor }", "{ ...around, actor }", type],
  ],
  "visits/decide.ts": [
    ["command.no ?? 0", "command.no", "no number is none, and nothing has the number 0"],
    ["visit && rule.already?.(v, facts, asked, parsed.data)", "rule.already?.(v, facts, asked, parsed.data)", begins],
    ["visit", "true", begins],
    ["events.length === 0", "false", "what nothing happens to was looked at when something did"],
    ["[f.actor.id]", "[]", begins],
  ],
  "visits/rules/watching.ts": [
    ["f.roster.people.find(({ id }) => id === to)", "f.roster.people.findLast(({ id }) => id === to)", unique],
    [
      "!who || !(v.plan.visitors.includes(who) || v.outings[who])",
      "!(v.plan.visitors.includes(who) || v.outings[who])",
      type,
    ],
    ["back", "true", type],
  ],
  "visits/rules/assessing.ts": [['held ?? ""', "held", type]],
  "visits/rules/risk-row.ts": [
    ['input.hazard ?? ""', "input.hazard", type],
    ['input.controls ?? ""', "input.controls", type],
  ],
  "visits/rules/minutes.ts": [
    ['input.issuesWhat ?? ""', "input.issuesWhat", type],
    ['input.referralWhat ?? ""', "input.referralWhat", type],
    ['input.happened[0] ?? ""', "input.happened[0]", type],
  ],
  "visits/rules/talking.ts": [["v.talks ?? {}", "v.talks", type]],
  "visits/rules/tasks.ts": [
    ["v.tasks.find(({ no }) => no === asked.no)", "v.tasks.findLast(({ no }) => no === asked.no)", unique],
    ["task.warning ?? 0", "task.warning", type],
    ['input.note ?? ""', "input.note", type],
    ["roster.people.find(({ id }) => id === meetWith)", "roster.people.findLast(({ id }) => id === meetWith)", unique],
    ["refused ?? []", "refused", type],
    ['change ?? ""', "change", type],
  ],
  "visits/tellings.ts": [
    ['task.line ?? ""', "task.line", type],
    ["v.concerns ?? []", "v.concerns", type],
  ],
  "visits/people.ts": [["v.alarms.find((one) => one.no === no)", "v.alarms.findLast((one) => one.no === no)", unique]],
  "visits/contacts.ts": [
    [
      "contactOf(f)?.measures.filter((measure) => measure.when === when) ?? []",
      "contactOf(f)?.measures.filter((measure) => measure.when === when)",
      type,
    ],
  ],
  "visits/next.ts": [["v.outings[id] ?? {}", "v.outings[id]", type]],
  "visits/warnings.ts": [
    [
      "standing(v).find((warning) => warning.no === no)",
      "standing(v).findLast((warning) => warning.no === no)",
      unique,
    ],
  ],
  "visits/contact-text.ts": [
    ["contactOf(f)?.measures ?? []", "contactOf(f)?.measures", type],
    ['off?.why ?? ""', "off?.why", type],
  ],
  "visits/as-read.ts": [["back?.at ?? 0", "back?.at", type]],
  "visits/rules/approving.ts": [
    [
      "f.roster.people.find(({ id }) => id === reserve)",
      "f.roster.people.findLast(({ id }) => id === reserve)",
      unique,
    ],
  ],
  "visits/rules/leaving.ts": [['phone ?? ""', "phone", type]],
  "visits/rules/contacting.ts": [['input.contactKnows?.trim() ?? ""', "input.contactKnows?.trim()", type]],
  "visits/rules/contacted.ts": [['measure?.text ?? ""', "measure?.text", type]],
  "visits/rules/visiting.ts": [
    [
      "reasons.value.list.find(({ id }) => id === plan.reason)",
      "reasons.value.list.findLast(({ id }) => id === plan.reason)",
      unique,
    ],
    ['v.outings[f.actor.id]?.where ?? ""', "v.outings[f.actor.id]?.where", type],
  ],
  "visits/seen/contact.ts": [
    ["contactOf(f)?.measures ?? []", "contactOf(f)?.measures", type],
    [
      "contactOf(f)?.measures.filter(({ id }) => ids.includes(id)) ?? []",
      "contactOf(f)?.measures.filter(({ id }) => ids.includes(id))",
      type,
    ],
  ],
  "visits/seen/forms.ts": [['kit.phone ?? ""', "kit.phone", type]],
  "visits/seen/plan.ts": [
    [
      "f.roster.people.find(({ id }) => id === v.approval?.by)",
      "f.roster.people.findLast(({ id }) => id === v.approval?.by)",
      unique,
    ],
  ],
  "visits/seen/tasks.ts": [
    [
      "policy.copiesTo.value.find(({ id }) => id === line)",
      "policy.copiesTo.value.findLast(({ id }) => id === line)",
      unique,
    ],
    ["lines.find(({ id }) => id === task.line)", "lines.findLast(({ id }) => id === task.line)", unique],
    ["copy.fields ?? []", "copy.fields", type],
  ],
  "visits/forms/report.ts": [['wordsOf(name)[0] ?? ""', "wordsOf(name)[0]", type]],
  "visits/plan.ts": [
    ['input.outOfHoursWhy ?? ""', "input.outOfHoursWhy", type],
    ['input.noAlternative ?? ""', "input.noAlternative", type],
  ],
  "visits/plan/agreement.ts": [
    [
      "groundsOf(f.policy).find(({ id }) => id === input.agreed)",
      "groundsOf(f.policy).findLast(({ id }) => id === input.agreed)",
      unique,
    ],
  ],
  "visits/plan/answers.ts": [
    [
      "reasons.value.list.find(({ id }) => id === input.reason)",
      "reasons.value.list.findLast(({ id }) => id === input.reason)",
      unique,
    ],
    [
      "policy.reasons.value.list.find(({ id }) => id === plan.reason)",
      "policy.reasons.value.list.findLast(({ id }) => id === plan.reason)",
      unique,
    ],
  ],
  "visits/plan/stops.ts": [
    ['postcode ?? address ?? ""', "postcode ?? address", type],
    ["inOrder[i - 1] ?? 0", "inOrder[i - 1]", type],
  ],
  "visits/plan/who.ts": [
    ["f.roster.people.find((p) => p.id === id)", "f.roster.people.findLast((p) => p.id === id)", unique],
    [
      "f.policy.reasons.value.list.find(({ id }) => id === input.reason)",
      "f.policy.reasons.value.list.findLast(({ id }) => id === input.reason)",
      unique,
    ],
    ["roster.people.find((one) => one.id === id)", "roster.people.findLast((one) => one.id === id)", unique],
    ['input.outsiderOrganisation ?? ""', "input.outsiderOrganisation", type],
    ['input.outsiderPhone ?? ""', "input.outsiderPhone", type],
  ],
  "visits/minutes/fields.ts": [
    [
      "policy.minutesFields.value.find((field) => field.id === id)",
      "policy.minutesFields.value.findLast((field) => field.id === id)",
      unique,
    ],
  ],
  "visits/minutes/follow.ts": [
    ['concernWhat ?? ""', "concernWhat", type],
    ['happenedWhat ?? ""', "happenedWhat", type],
  ],
  "visits/record/confirmed.ts": [['done?.by ?? ""', "done?.by", type]],
  "visits/monitoring/figures.ts": [
    ['visitorsWhoWent(v)[0] ?? ""', "visitorsWhoWent(v)[0]", type],
    ["a.roster.people.find((one) => one.id === id)", "a.roster.people.findLast((one) => one.id === id)", unique],
  ],
  "visits/monitoring/registers.ts": [
    ["v.outings[id]?.left ?? 0", "v.outings[id]?.left", type],
    [
      'a.policy.reasons.value.list.find(({ id }) => id === v.plan.reason)?.text ?? ""',
      "a.policy.reasons.value.list.find(({ id }) => id === v.plan.reason)?.text",
      type,
    ],
  ],
};
