import type { Role } from "../policies/policy";

/** An Entra object id for a person; any short id elsewhere. */
export type Id = string;
/** UTC milliseconds since 1970. */
export type At = number;

export type Day = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
/** School-local times of day, `HH:MM`. */
export type Hours = {
  days: readonly Day[];
  from: string;
  to: string;
  /** When somebody is there to watch over who is out, where that is not the whole day (lunch, S5). */
  cover?: readonly { from: string; to: string }[] | undefined;
};

/** From and to, both included. */
export type Span = { from: string; to: string };

export type School = {
  id: Id;
  tenant: Id;
  name: string;
  /** Name of the pack in `policies/`. */
  policy: string;
  /** IANA zone. */
  timezone: string;
  phone: string;
  /** A second number for the visitors' phones (AET-A-65). */
  phone2?: string | undefined;
  hours: Hours;
  /** First and last day of each term, `YYYY-MM-DD`; days between two of them are no school days. None: every week is alike. */
  terms?: readonly Span[] | undefined;
  /** `YYYY-MM-DD` → nobody is in. */
  closedDays: readonly string[];
  /** `YYYY-MM-DD` → `HH:MM` at which the school closes that day. */
  earlyClosing: Readonly<Record<string, string>>;
  /** How alarms go to people's phones beside Teams. */
  alarmsAlsoBy?: readonly ("sms" | "email")[] | undefined;
  channels: Readonly<Record<string, string>>;
  /** Acting Principal: by name and dates only (matrix A19). Dates `YYYY-MM-DD`, inclusive, school-local. */
  acting: readonly { who: Id; role: Role; from: string; to: string; by: string }[];
  /** Who is on duty in a role, by day and school-local time of day; where nobody is, everybody who has the role (HEX-63). */
  rota?: readonly Duty[] | undefined;
  settings: Readonly<Record<string, unknown>>;
  /** P2: who may set it up in Teams; nobody, where it is set up by its file alone. */
  administrators?: readonly Id[] | undefined;
};

export type Duty = {
  role: Role;
  who: readonly Id[];
  days: readonly Day[];
  /** `HH:MM`; all day where they are left out. */
  from?: string | undefined;
  to?: string | undefined;
};

/** What is known of a condition for a person. Absent is *unknown*, which is not *missing*. */
export type Check = {
  on?: string | undefined;
  until?: string | undefined;
  missing?: boolean | undefined;
  by?: string | undefined;
};

export type Vehicle = { make: string; model: string; registration: string; colour: string };

export type Person = {
  id: Id;
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
  schools: readonly Id[];
  roles: readonly Role[];
  /** Last day, `YYYY-MM-DD`, school-local, inclusive. */
  until?: string | undefined;
  /** By condition id of the pack. */
  checks: Readonly<Record<string, Check>>;
  vehicle?: Vehicle | undefined;
};

/** Never changed in place, only followed by another: what follows from one is kept with it. */
export type Roster = { school: School; people: readonly Person[] };
