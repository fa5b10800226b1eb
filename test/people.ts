import type { Check, Person, Roster, School } from "../schools/school";

/** The standing cast: the same people in every test, one of each role. */

export const tenant = "11111111-1111-1111-1111-111111111111";

export const meadow: School = {
  id: "meadow",
  tenant,
  name: "Meadow Primary",
  policy: "aspire",
  timezone: "Europe/London",
  phone: "+44 1332 900100",
  hours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "08:30", to: "16:00" },
  closedDays: [],
  earlyClosing: {},
  channels: { slt: "19:slt@thread.tacv2", office: "19:office@thread.tacv2" },
  acting: [],
  settings: {},
};

const held: Record<string, Check> = Object.fromEntries(
  [
    "violencePrevention",
    "safePractice",
    "dbs",
    "homeVisitsPolicy",
    "loneWorkingPolicy",
    "businessInsurance",
    "codeOfConduct",
    "deEscalation",
  ].map((id) => [id, { on: "2026-01-12" }]),
);

/** A person's Entra object id; in the demo school's file they are made of one digit as well. */
export const idOf = (digit: number): string => [8, 4, 4, 4, 12].map((length) => String(digit).repeat(length)).join("-");
const person = (digit: number, name: string, roles: string[], more: Partial<Person> = {}): Person => ({
  id: idOf(digit),
  name,
  phone: `+44 7700 90000${digit}`,
  schools: ["meadow"],
  roles,
  checks: held,
  ...more,
});

/** Asks for visits and leads them. */
export const priya = person(2, "Priya Shah", ["visitor"], {
  vehicle: { make: "Skoda", model: "Fabia", registration: "FX21 MDW", colour: "Blue" },
});
/** Goes along. */
export const tom = person(3, "Tom Okafor", ["visitor"]);
/** Goes along too, and is a senior leader. */
export const grace = person(4, "Grace Lee", ["visitor", "slt"]);
export const ann = person(5, "Ann Whitfield", ["office"]);
export const helen = person(6, "Helen Marsh", ["principal"]);
export const samuel = person(7, "Samuel Reid", ["slt"]);
export const joan = person(8, "Joan Ellis", ["dsl"]);
/** Nothing is recorded about her training. */
export const nia = person(9, "Nia Evans", ["visitor"], { checks: {} });

export const cast = [priya, tom, grace, ann, helen, samuel, joan, nia] as const;
export const roster: Roster = { school: meadow, people: cast };
