import type { Id } from "../../schools/school";
import type { Event } from "../../visits/events";
import type { PackName } from "../visits/played";
import type { Party, School } from "./schools";

/** Who may bring about what, by role, as the documents have it: written down a second time here, so that the packs can't be wrong about it unseen. */
type Roles = readonly string[];
const approve: Readonly<Record<PackName, Roles>> = {
  aspire: ["principal"],
  bemrose: ["slt"],
  hexthorpe: ["pflo"],
  liberty: ["principal"],
  "thomas-more": ["seniorStaff"],
};
/** Whoever an alarm can reach. */
const respond: Readonly<Record<PackName, Roles>> = {
  aspire: ["office", "principal", "slt", "dsl"],
  bemrose: ["office", "slt", "principal", "dsl"],
  hexthorpe: ["office", "dutySlt", "slt", "principal", "dsl"],
  liberty: ["office", "principal", "seniorStaff", "dsl"],
  "thomas-more": ["office", "seniorStaff", "dsl"],
};
/** Who answers for how the policy is followed, besides the DSL: who is told each morning what needs them. */
const leads: Readonly<Record<PackName, Roles>> = approve;
export const answersForPolicy = (pack: PackName, roles: Roles): boolean =>
  roles.some((role) => role === "dsl" || leads[pack].includes(role));

/** Whether this is somebody who decides about visits or answers alarms. */
export const answers = (pack: PackName, roles: Roles): boolean =>
  roles.some((role) => approve[pack].includes(role) || respond[pack].includes(role));

const byResponders: readonly Event["type"][] = [
  "AlarmTaken",
  "CallRecorded",
  "Decided",
  "PoliceCalled",
  "AttendersSent",
  "WatchTaken",
];
const byTheClock: readonly Event["type"][] = [
  "AlarmRaised",
  "AlarmClimbed",
  "AlarmSetBack",
  "OutingsSetBack",
  "AskedWhereTheyAre",
  "Delivered",
];

/** `isOut`: by then, on whatever visit. */
type Around = { school: School; party: Party; isOut: (who: Id) => boolean };

/** Whether this may be brought about by whoever brought it about, after what has happened before. */
export function mayDo(event: Event, before: readonly Event[], around: Around): boolean {
  const { school, party } = around;
  const { by, type } = event;
  const goes = by === party.lead || by === party.companion;
  if (type === "Approved") return has(school, by, approve[school.pack]) && (school.pack === "hexthorpe" || !goes);
  if (type === "SignedOut") return goes && by === event.who;
  if (byResponders.includes(type)) return !goes && has(school, by, respond[school.pack]);
  if (type === "AlarmEnded") return endsIt(event, before, around);
  if (byTheClock.includes(type) && by !== "clock") return knows(school, by);
  return by === "clock" || knows(school, by);
}

/**
 * Covert help is ended by the DSL alone, by whoever decides or answers where every DSL is out themselves; a call for help by nobody who goes; missed
 * contact by those who go while nobody has it in hand (S2 to S5).
 */
function endsIt(
  event: Event & { type: "AlarmEnded" },
  before: readonly Event[],
  { school, party, isOut }: Around,
): boolean {
  const goes = event.by === party.lead || event.by === party.companion;
  const raised = before.findLast((one) => one.type === "AlarmRaised" && one.no === event.no);
  if (raised?.type !== "AlarmRaised") return false;
  const { cause } = raised;
  const isNoDsl = () => !school.roster.people.some(({ id, roles }) => roles.includes("dsl") && !isOut(id));
  if (cause === "covert")
    return has(school, event.by, ["dsl"]) || (!goes && isNoDsl() && has(school, event.by, answering(school)));
  if (cause === "uncovered" || cause === "arrivalCall") return event.by === "clock" || knows(school, event.by);
  if (!goes) return has(school, event.by, respond[school.pack]);
  return cause === "noContact" || cause === "notBack";
}

const answering = ({ pack }: School): Roles => [...approve[pack], ...respond[pack]];
const has = (school: School, id: Id, roles: Roles): boolean =>
  school.roster.people.some((person) => person.id === id && person.roles.some((role) => roles.includes(role)));
const knows = (school: School, id: Id): boolean => school.roster.people.some((person) => person.id === id);
