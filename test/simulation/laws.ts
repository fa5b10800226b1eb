import { isDeepStrictEqual } from "node:util";
import { verifyChain } from "../../engine/history";
import type { Stored } from "../../engine/ports";
import { contactDue, overdueAt } from "../../visits/deadlines";
import type { Event } from "../../visits/events";
import { replay } from "../../visits/evolve";
import { allOut, openAlarms } from "../../visits/people";
import { idAt, policy } from "./schools";
import { minute, type Town } from "./town";

type Law = (stored: Stored, town: Town) => string[];

const eventsOf = ({ history }: Stored): Event[] => history.flatMap((line) => ("event" in line ? [line.event] : []));
/** Without what is undefined, as a store has it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const clock = (at: number): string => new Date(at).toISOString().slice(11, 19);

const historyHolds: Law = (stored) => {
  const broken = verifyChain(stored.history);
  const same = isDeepStrictEqual(plain(replay(eventsOf(stored))), plain(stored.visit));
  return [
    ...(broken === undefined ? [] : [`the chain breaks at line ${broken}`]),
    ...(same ? [] : ["history does not replay to the state"]),
  ];
};

/** Somebody silent or late is in an alarm, and every alarm has told a person or will be looked at. */
const nobodyForgotten: Law = (stored, town) => {
  const { visit, school } = stored;
  const roster = town.book.roster(school);
  if (!roster) return ["no roster"];
  const now = town.teams.at;
  const slack = 2 * minute + town.skew;
  const late = allOut(visit).filter(
    (id) => Math.min(contactDue(visit, id, { policy, roster }) ?? now, overdueAt(visit, id, { policy })) < now - slack,
  );
  const alarmed = new Set(openAlarms(visit).flatMap(({ about }) => Object.keys(about)));
  const open = openAlarms(visit).filter(
    ({ no }) => !town.teams.heard.some((text) => text.school === school && text.alarm === no && !text.to.includes(":")),
  );
  return [
    ...late.filter((id) => !alarmed.has(id)).map((id) => `${id} is overdue and in no alarm at ${clock(now)}`),
    ...(stored.nextDueAt === undefined && openAlarms(visit).length > 0
      ? ["an open alarm will not be looked at again"]
      : []),
    ...open.map(({ no }) => `alarm ${no} is open and has told nobody`),
  ];
};

/** Nothing is alarmed for silence of which the record says that they had been in touch. */
const noFalseAlarms: Law = (stored, town) => {
  const wrong: string[] = [];
  const seen: Event[] = [];
  const roster = town.book.roster(stored.school);
  for (const event of eventsOf(stored)) {
    if (event.type === "AlarmRaised" && event.cause === "noContact" && roster) {
      const before = replay(seen);
      const early = event.about.filter((id) => (contactDue(before, id, { policy, roster }) ?? 0) > event.at);
      if (early.length === event.about.length)
        wrong.push(`alarm ${event.no} came before ${early.join(", ")} was silent`);
    }
    seen.push(event);
  }
  return wrong;
};

/** Who alone may bring about what. */
const rights: Partial<Record<Event["type"], readonly string[]>> = {
  Approved: ["helen"],
  SignedOut: ["priya", "tom"],
  AlarmTaken: ["ann", "helen", "samuel", "grace", "joan"],
  CallRecorded: ["ann", "helen", "samuel", "grace", "joan"],
  Decided: ["helen", "samuel", "grace", "joan"],
};
const nobodyElse: Law = (stored) =>
  eventsOf(stored).flatMap((event) => {
    const may = rights[event.type]?.map((name) => idAt(stored.school, name));
    return may === undefined || may.includes(event.by) ? [] : [`${event.type} by ${event.by}`];
  });

/** The plan that was approved is the one that was asked for last. */
const approvedWhatWasSeen: Law = (stored) => {
  const wrong: string[] = [];
  let plan = 0;
  for (const event of eventsOf(stored)) {
    if (event.type === "Requested" || event.type === "Amended") plan = event.plan.no;
    if (event.type === "Approved" && event.approval.planNo !== plan)
      wrong.push(`plan ${event.approval.planNo} approved, not ${plan}`);
  }
  return wrong;
};

/** Whoever gets a text twice is told so. */
function repeatsSaySo(town: Town): string[] {
  const got = new Set<string>();
  return town.teams.heard.flatMap(({ school, id, to, repeat, alarm }) => {
    const key = `${school} ${id} ${to}`;
    const again = got.has(key);
    got.add(key);
    return again && !repeat && alarm !== undefined ? [`${key} came again and didn't say so`] : [];
  });
}

const laws: readonly Law[] = [historyHolds, nobodyForgotten, noFalseAlarms, nobodyElse, approvedWhatWasSeen];

/** Everything that must hold and does not. */
export async function brokenIn(town: Town): Promise<string[]> {
  const found = [...town.wrong, ...repeatsSaySo(town)];
  for (const school of town.visits.keys()) {
    const stored = await town.stored(school);
    found.push(...laws.flatMap((law) => law(stored, town)).map((what) => `${school}: ${what}`));
  }
  return found;
}
