import { isDeepStrictEqual } from "node:util";
import { awayOn } from "../../engine/facts";
import { verifyChain } from "../../engine/history";
import { isSettled } from "../../engine/marks";
import type { Stored } from "../../engine/ports";
import type { At, Id } from "../../schools/school";
import type { Event } from "../../visits/events";
import { replay } from "../../visits/evolve";
import type { Notice } from "../../visits/notice";
import { openAlarms } from "../../visits/people";
import { wanted } from "../../visits/wanted";
import { cardsStand } from "./card-laws";
import { localTimes, savedIsSaved } from "./press-laws";
import { answers, mayDo } from "./rights";
import type { Party, School } from "./schools";
import { clock, type Law, type Seen } from "./seen";
import { nobodyElseIsTold, nobodyOutIsTold } from "./told-laws";
import { minute, type Town } from "./town";
import { townLaws } from "./town-laws";

/** As a store has them, without what is undefined; in whatever order. */
function isStoredAlike(a: unknown, b: unknown): boolean {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
}
const eventsOf = ({ lines }: Seen): Event[] => lines.map(({ event }) => event);

const historyHolds: Law = (seen) => {
  const broken = verifyChain(seen.stored.history, seen.stored.aside?.digest);
  const same = isStoredAlike(replay(eventsOf(seen)), seen.visit);
  return [
    ...(broken === undefined ? [] : [`the chain breaks at line ${broken}`]),
    ...(same ? [] : ["history does not replay to the state"]),
  ];
};

/** Silence after which somebody is missed, by the documents: an hour at Aspire (AET-82 to 84) and Hexthorpe (HEX-62); the others agree times. */
const missedAfter: Readonly<Record<string, number>> = { aspire: 60 * minute, hexthorpe: 60 * minute };

/** Nobody who answers alarms is at school: then the engine speaks for itself, and no notice of the visit does. */
const isUnmanned = ({ town, school: { pack, roster }, party }: Seen, at: At): boolean =>
  roster.people.every(
    ({ id, roles }) =>
      !answers(pack, roles) || id === party.lead || id === party.companion || wasOut(town, roster.school.id, id, at),
  );

/** Somebody silent or late is in an alarm, and every alarm has told a person or will be looked at. */
const nobodyForgotten: Law = (seen) => {
  const { stored, visit, town } = seen;
  const { pack } = seen.school;
  const now = town.teams.at;
  const slack = 2 * minute + town.skew;
  const late = Object.entries(visit.outings)
    .filter(([, { back, backBy = visit.plan.back, contact }]) => {
      const missed = contact + (missedAfter[pack] ?? Number.POSITIVE_INFINITY);
      return back === undefined && Math.min(missed, backBy) < now - slack;
    })
    .map(([id]) => id);
  const open = openAlarms(visit);
  const alarmed = new Set(open.flatMap(({ about }) => Object.keys(about)));
  const ofIt = town.teams.of(visit.id).filter(({ to }) => !to.includes(":"));
  const untold = open.filter(({ no, openedAt }) => openedAt < now - slack && !ofIt.some((text) => text.alarm === no));
  return [
    ...late.filter((id) => !alarmed.has(id)).map((id) => `${id} is overdue and in no alarm at ${clock(now)}`),
    ...(stored.nextDueAt === undefined && open.length > 0 ? ["an open alarm will not be looked at again"] : []),
    ...(isUnmanned(seen, now) ? [] : untold.map(({ no }) => `alarm ${no} is open and has told nobody`)),
  ];
};

/** Longest that an open alarm is silent: a step or a hold of five minutes and as much again until it is heard; half an hour once somebody is on their way. */
const mostSilent = { climbing: 12 * minute, underWay: 32 * minute };

/** S2: an open alarm goes on: it climbs, somebody answers it, or people are told again. Whoever took it and falls silent has it for a hold. */
const stillClimbs: Law = (seen) => {
  const { lines, visit, town } = seen;
  const now = town.teams.at;
  if (isUnmanned(seen, now)) return [];
  const texts = town.teams.of(visit.id);
  return openAlarms(visit).flatMap(({ no, police, decision, openedAt }) => {
    const told = texts.filter(({ alarm }) => alarm === no).map(({ at }) => at);
    const done = lines.filter(({ event }) => "no" in event && event.no === no && !isTask(event)).map(({ at }) => at);
    const last = Math.max(openedAt, ...told, ...done);
    const most = police || decision?.what === "goThere" ? mostSilent.underWay : mostSilent.climbing;
    return now - last > most + 2 * town.skew
      ? [`alarm ${no} is open and silent since ${clock(last)} at ${clock(now)}`]
      : [];
  });
};
const isTask = ({ type }: Event): boolean => type.startsWith("Task");

/** S4: a call in disguise that was answered is an alarm by then: of the visit, or of a record of its own where the companion has refused to go. */
const covertIsHeard: Law = ({ lines, town, visit }) => {
  const isOn = (who: Id) => visit.plan.visitors.includes(who) || visit.outings[who] !== undefined;
  const elsewhere = () => town.memory.rowsOf(visit.school).flatMap(({ document }) => document ?? []);
  return town.covert
    .filter((call) => call.visit === visit.id)
    .filter(({ who, at }) => !raisedIn(lines, who, at))
    .filter(({ who, at }) => isOn(who) || !elsewhere().some((document) => raisedIn(linesOf(town, document), who, at)))
    .map(({ who, at }) => `${who} called in disguise at ${clock(at)}, and that raised no alarm`);
};

const raisedIn = (lines: Seen["lines"], who: Id, by: At): boolean =>
  lines.some(
    ({ event, at }) =>
      event.type === "AlarmRaised" && event.cause === "covert" && event.about.includes(who) && at <= by,
  );

type Absent = { away: readonly Id[]; backAt: ReadonlyMap<Id, At> };
const absences = new WeakMap<Town, Map<Id, Absent>>();
/** Who of a school is out at the end, and since when others are back. */
function absentFrom(town: Town, school: Id): Absent {
  const known = absences.get(town) ?? new Map<Id, Absent>();
  absences.set(town, known);
  const found = known.get(school) ?? absentIn(town.memory.rowsOf(school).flatMap(({ document }) => document ?? []));
  known.set(school, found);
  return found;
}

function absentIn(documents: readonly Omit<Stored, "etag" | "urgency">[]): Absent {
  const backAt = new Map<Id, At>();
  for (const { visit } of documents)
    for (const [who, { back }] of Object.entries(visit.outings))
      backAt.set(who, Math.max(back?.at ?? 0, backAt.get(who) ?? 0));
  return { away: awayOn(documents.map((document) => ({ ...document, etag: "", urgency: 3 }))), backAt };
}

/** Everything is well again: so whatever anybody is still owed has gone out, and nothing is due that stays due. */
const nothingWaitsForEver: Law = ({ stored, visit, town, school: { policy, roster } }) => {
  const now = town.teams.at;
  const slack = 7 * minute + 2 * town.skew;
  const { away, backAt } = absentFrom(town, visit.school);
  // Whoever was out themselves when it was called for hears of it with what comes next; of an alarm once they are back.
  const wasOut = ({ to, at, slot }: Notice): boolean => {
    const back = "person" in to ? (backAt.get(to.person) ?? 0) : 0;
    return back > (slot.card === "alarm" ? now - slack : at);
  };
  const { marks } = stored.post;
  const owed = wanted(visit, { policy, roster, away, now }).filter(
    (notice) =>
      notice.at < now - slack &&
      !wasOut(notice) &&
      !isSettled(notice, marks[notice.id]) &&
      !isToldSince(notice.id, marks),
  );
  const waiting = stored.nextDueAt !== undefined && stored.nextDueAt < now - minute - town.skew;
  return [
    ...owed.map(({ id, at }) => `${id} is owed since ${clock(at)} and has not gone out by ${clock(now)}`),
    ...(waiting ? [`due since ${clock(stored.nextDueAt ?? 0)}, and nobody has done it by ${clock(now)}`] : []),
  ];
};

/** A process whose clock is ahead has told the next round of it already, and forgotten this one. */
const isToldSince = (id: Id, marks: Stored["post"]["marks"]): boolean => {
  const [, step, no, to] = roundOf(id);
  return Object.keys(marks).some((other) => {
    const [, otherStep, otherNo, otherTo] = roundOf(other);
    return step !== undefined && otherStep === step && otherTo === to && Number(otherNo) > Number(no);
  });
};
/** `2.1.police` is the second round as well: told anew, and after the police. */
const roundOf = (id: Id): readonly (string | undefined)[] =>
  /^(alarm\/\d+\/[^/]+)\/(\d+)(?:\.\w+)*\/(.+)$/.exec(id) ?? [];

const isContact = ({ verb }: { verb: string }): boolean => verb === "checkIn" || verb === "arrive";

/** Nobody is alarmed for whose check-in had been taken before that. Once they have had to get away, they say anew that they are safe. */
const noFalseAlarms: Law = ({ lines, town, visit, school }) => {
  const silence = missedAfter[school.pack];
  const taken = town.taken.filter((press) => press.visit === visit.id && isContact(press));
  let gotAway = Number.NEGATIVE_INFINITY;
  return lines.flatMap(({ event, at }) => {
    if (event.type === "MeetingOff" && event.awaySafeBy !== undefined) gotAway = event.at;
    if (event.type !== "AlarmRaised" || event.cause !== "noContact" || silence === undefined) return [];
    const early = event.about.filter((who) =>
      taken.some((press) => {
        const heard = Math.min(press.sentAt, press.at);
        return (
          press.who === who && press.at < at && heard > gotAway + town.skew && at < heard + silence - 2 * town.skew
        );
      }),
    );
    return early.map((who) => `alarm ${event.no} at ${clock(at)} though ${who} had checked in`);
  });
};

/** A clock that is off delays an alarm by as much as it is off, and by nothing else but the time in which nobody served. Whoever is in one already needs no other. */
const noLateAlarms: Law = ({ lines, town }) => {
  const slack = minute + town.skew + town.down;
  const heard = new Map<Id, At>();
  const before = new Set<Id>();
  const open = new Map<number, readonly Id[]>();
  return lines.flatMap(({ event, at }) => {
    for (const who of heardBy(event, open)) heard.set(who, at);
    if (event.type === "AlarmEnded") open.delete(event.no);
    if (event.type !== "AlarmRaised") return [];
    const known = event.about.some((who) => before.has(who) || [...open.values()].flat().includes(who));
    open.set(event.no, event.about);
    if (event.cause !== "noContact" && event.cause !== "notBack") return [];
    for (const who of event.about) before.add(who);
    const due = Math.max(event.dueAt, ...event.about.map((who) => heard.get(who) ?? 0));
    if (!known && at > due + slack) return [`alarm ${event.no} came ${(at - due) / minute} minutes late`];
    return at < event.dueAt - town.skew ? [`alarm ${event.no} came ${(event.dueAt - at) / minute} minutes early`] : [];
  });
};

/** Whose clock begins anew with it. */
const heardBy = (event: Event, open: ReadonlyMap<number, readonly Id[]>): readonly Id[] => {
  if (event.type === "AlarmEnded") return open.get(event.no) ?? [];
  return event.by !== "clock" || event.type === "FoundOut" ? concerned(event) : [];
};

/** Whose clock it may set. */
const concerned = (event: Event): readonly Id[] => ("who" in event ? [event.by, ...[event.who].flat()] : [event.by]);

const nobodyElse: Law = (seen) => {
  const { party, school, lines, town } = seen;
  const all = eventsOf(seen);
  return lines.flatMap(({ event, given, at }, i) => {
    const isOut = (who: Id) => wasOut(town, school.roster.school.id, who, at);
    return given || mayDo(event, all.slice(0, i), { school, party, isOut }) ? [] : [`${event.type} by ${event.by}`];
  });
};

/** By the record as it is at the end, give or take what clocks differ by. */
const wasOut = ({ memory, skew }: Town, school: Id, who: Id, at: At): boolean =>
  memory.rowsOf(school).some(({ document }) => {
    const outing = document?.visit.outings[who];
    return outing !== undefined && outing.left <= at + skew && (outing.back?.at ?? at) >= at - skew;
  });

/** What was approved is the plan as it stood, and whoever approved had pressed on a card with that very plan. */
const approvedWhatWasSeen: Law = ({ lines, town, visit }) => {
  let plan = 0;
  return lines.flatMap(({ event, given }) => {
    if (event.type === "Requested" || event.type === "Amended") plan = event.plan.no;
    if (event.type === "CompanionRefused") plan++;
    if (event.type !== "Approved" || given) return [];
    const { planNo, by } = event.approval;
    const saw = town.taken.some(
      (press) => press.visit === visit.id && press.verb === "approve" && press.who === by && press.no === planNo,
    );
    return [
      ...(planNo === plan ? [] : [`plan ${planNo} approved, not ${plan}`]),
      ...(saw ? [] : [`plan ${planNo} approved by ${by}, who never saw it`]),
    ];
  });
};

/** So long may Teams' limits, a message that takes ten seconds, and two looks of ten seconds between, keep the first word of an alarm where nothing goes wrong. */
const longestUntold = 30_000;

/** A person, or a channel in which somebody at school reads. */
const reaches = ({ town, school: { roster } }: Seen, { to, at }: { to: string; at: At }): boolean => {
  const [, channel] = /^channel:(.*)$/.exec(to) ?? [];
  return roster.people.some(
    ({ id, roles }) => id === to || (roles.includes(channel ?? "") && !wasOut(town, roster.school.id, id, at)),
  );
};

/** Nobody's alarm waits behind the cards and texts of others: its first text is there within moments of its being raised. */
const notStarved: Law = (seen) => {
  const { lines, town, visit } = seen;
  const texts = town.teams.of(visit.id);
  return lines.flatMap(({ event, at, given }) => {
    if (event.type !== "AlarmRaised" || given) return [];
    const first = texts.find((text) => text.alarm === event.no && reaches(seen, text))?.at ?? town.teams.at;
    const gone = lines.find((line) => line.event.type === "AlarmEnded" && line.event.no === event.no)?.at;
    const excused =
      town.teams.troubles.some((trouble) => trouble >= at - minute && trouble <= first) || isUnmanned(seen, at);
    const took = Math.min(first, gone ?? first) - at;
    return excused || took <= longestUntold ? [] : [`alarm ${event.no} was first heard of after ${took / 1_000} s`];
  });
};

/** Of each visit. */
export const laws = {
  historyHolds,
  nobodyForgotten,
  stillClimbs,
  covertIsHeard,
  nothingWaitsForEver,
  noFalseAlarms,
  noLateAlarms,
  nobodyElse,
  nobodyElseIsTold,
  nobodyOutIsTold,
  approvedWhatWasSeen,
  notStarved,
  cardsStand,
  savedIsSaved,
  localTimes,
} as const satisfies Record<string, Law>;

/** Everything that must hold and does not, each with the name of its law. */
export async function brokenIn(town: Town): Promise<string[]> {
  const found = town.wrong.map((what) => `needlessSend: ${what}`);
  for (const [name, law] of Object.entries(townLaws)) found.push(...law(town).map((what) => `${name}: ${what}`));
  for (const school of town.schools)
    for (const { id } of town.memory.rowsOf(school.roster.school.id)) {
      const party = town.partyOf(id);
      if (party) found.push(...brokenOf(town, school, party, await town.read(party.id, id)));
    }
  return found;
}

function brokenOf(town: Town, school: School, party: Party, stored: Stored): string[] {
  const seen = { stored, visit: stored.visit, lines: linesOf(town, stored), party, school, town };
  return Object.entries(laws).flatMap(([name, law]) => law(seen).map((what) => `${name}: ${party.id}: ${what}`));
}

function linesOf(town: Town, { id, history, aside }: Pick<Stored, "id" | "history" | "aside">): Seen["lines"] {
  const times = town.times.get(id) ?? [];
  const given = town.given.get(id) ?? 0;
  const pages = Array.from({ length: aside?.pages ?? 0 }, (_, no) =>
    town.memory.documents("history").get(`${id}/${no}`),
  );
  return ([...pages, history] as Stored["history"][])
    .flat()
    .flatMap((line, i) => ("event" in line ? [{ event: line.event, at: times[i] ?? 0, given: i < given }] : []));
}
