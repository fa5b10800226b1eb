import type { Person } from "../../schools/school";
import { answers } from "./rights";
import { clock, type Law, type Seen } from "./seen";

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
