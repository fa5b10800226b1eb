import type { At, Id, Person } from "../../schools/school";
import { replay } from "../../visits/evolve";
import { answers } from "./rights";
import { clock, type Law, type Seen } from "./seen";
import { minute } from "./town";

/** Who reads along in a channel, by what schools say of theirs: the office, and those who lead. */
const readers: Readonly<Record<string, readonly string[]>> = {
  office: ["office"],
  slt: ["slt", "dutySlt", "principal", "dsl"],
};
const reads = ({ roles }: Person, channel: string): boolean => roles.some((role) => readers[channel]?.includes(role));

/**
 * An alarm is told and shown to those alone who answer alarms at that school; a discreet call to nobody who is on the visit, nor in a channel in which
 * one of them reads along (S4).
 */
export const nobodyElseIsTold: Law = (seen) => {
  const { town, visit, party, school } = seen;
  const { people } = school.roster;
  const goes = people.filter(({ id }) => id === party.lead || id === party.companion);
  const discreet = discreetCalls(seen);
  const mayKnow = (to: string, no: number): boolean => {
    const [, channel] = /^channel:(.*)$/.exec(to) ?? [];
    if (channel !== undefined) return !discreet.has(no) || !goes.some((person) => reads(person, channel));
    const person = people.find(({ id }) => id === to);
    return person !== undefined && answers(school.pack, person.roles) && !(discreet.has(no) && goes.includes(person));
  };
  return town.teams
    .toldOf(visit.id)
    .filter(({ to, no }) => !mayKnow(to, no))
    .map(({ to, no, how, at }) => `${to} is ${how} alarm ${no} at ${clock(at)}`);
};

const discreetCalls = ({ lines }: Seen): ReadonlySet<number> =>
  new Set(lines.flatMap(({ event }) => (event.type === "AlarmRaised" && event.cause === "covert" ? [event.no] : [])));

/** S5: nobody who is out is told of an alarm, of their own visit or another; what was under way when they left is let be. */
export const nobodyOutIsTold: Law = (seen) => {
  const { town, party } = seen;
  const slack = minute + town.skew;
  return [party.lead, party.companion].flatMap((who) =>
    town.teams
      .alarmsTo(who)
      .filter(({ at }) => isOutAt(seen, who, at - slack) && isOutAt(seen, who, at))
      .map(({ alarm, at }) => `${who} is told of alarm ${alarm} at ${clock(at)}, and is out`),
  );
};

const isOutAt = ({ lines }: Seen, who: Id, moment: At): boolean => {
  const before = lines.filter(({ at, given }) => given || at <= moment).map(({ event }) => event);
  const outing = before.length > 0 ? replay(before)?.outings[who] : undefined;
  return outing !== undefined && outing.back === undefined;
};
