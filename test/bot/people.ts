import type { Person, Roster, School } from "../../schools/school";

export const TENANT = "11111111-1111-1111-1111-111111111111";
export const PRIYA = "22222222-2222-2222-2222-222222222201";
export const ANN = "22222222-2222-2222-2222-222222222202";
export const STRANGER_ID = "99999999-9999-9999-9999-999999999999";
export const PHONE = "+44 1332 900100";
export const OFFICE = "19:office@thread.tacv2";
export const SLT = "19:slt@thread.tacv2";

const school: School = {
  id: "meadow",
  tenant: TENANT,
  name: "Meadow Primary",
  policy: "aspire",
  timezone: "Europe/London",
  phone: PHONE,
  hours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "08:30", to: "16:00" },
  closedDays: [],
  earlyClosing: {},
  channels: { office: OFFICE, slt: SLT },
  acting: [],
  settings: {},
};

const person = (id: string, name: string, role: string): Person => ({
  id,
  name,
  schools: ["meadow"],
  roles: [role],
  checks: {},
});

export const roster: Roster = {
  school,
  people: [person(PRIYA, "Priya Shah", "visitor"), person(ANN, "Ann Whitfield", "office")],
};
