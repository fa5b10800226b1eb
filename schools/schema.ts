import { IANAZone } from "luxon";
import { z } from "zod";
import { role } from "../policies/parameter";
import { schoolsFileWords as w } from "../words/en-gb/schools-file";
import { isCodeWord } from "./code-word";

type Raised = { input?: unknown };
const or = (say: string) => ({ error: ({ input }: Raised) => (input === undefined ? w.missing : say) });

// Entra object ids, and what tools for trying a bot use in their place.
export const idOfPerson = z.string(or(w.idInQuotes)).regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,63}$/, w.id);
// Visit ids begin with it, and end it with a dot.
const schoolId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, w.schoolId);
export const text = z.string().trim().min(1).max(120);
const date = z.iso.date(or(w.date));
const time = z.string(or(w.time)).regex(/^([01]\d|2[0-3]):[0-5]\d$/, w.time);
export const phone = z
  .string(or(w.phone))
  .refine((given) => /^\+?[\d ()-]+$/.test(given) && /^\d{7,15}$/.test(given.replace(/\D/g, "")), w.phone);
export const zone = z.string().refine((name) => IANAZone.isValidZone(name), w.zone);
/** A day, or a moment of one, as the school's clock shows it. */
const moment = z.union([z.iso.date(), z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)], w.moment);

const span = { from: time, to: time };
const forward = ({ from, to }: { from: string; to: string }) => from < to;
const days = z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])).min(1);

const hours = z
  .strictObject({ days, ...span, cover: z.array(z.strictObject(span).refine(forward, w.forward)).optional() })
  .refine(forward, w.forward);

const acting = z
  .strictObject({ who: idOfPerson, role, from: date, to: date, by: text })
  .refine(({ from, to }) => from <= to, w.forward);

const duty = z
  .strictObject({ role, who: z.array(idOfPerson).min(1), days, from: time.optional(), to: time.optional() })
  .refine(({ from = "00:00", to = "24:00" }) => from < to, w.forward);

const codeWord = z.string().trim().refine(isCodeWord, w.codeWord);

export const schoolEntry = z.strictObject({
  id: schoolId,
  name: text,
  policy: z.string().min(1),
  timezone: zone,
  phone,
  phone2: phone.optional(),
  hours,
  /** Where they are given, days between two of them are no school days. */
  terms: z.array(z.strictObject({ from: date, to: date }).refine(({ from, to }) => from <= to, w.forward)).optional(),
  closedDays: z.array(date).default([]),
  earlyClosing: z.record(date, time).default({}),
  /** Beside Teams; the numbers and addresses are the people's. */
  alarmsAlsoBy: z.array(z.enum(["sms", "email"])).optional(),
  channels: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), z.string().min(1)),
  acting: z.array(acting).default([]),
  /** P2: who may set it up in Teams. */
  administrators: z.array(idOfPerson).optional(),
  rota: z.array(duty).optional(),
  /** What was changed in Teams before then is taken to stand in this file, and counts no longer by itself. */
  asOf: moment.optional(),
  settings: z.looseObject({ codeWord: codeWord.optional() }).default({}),
});

const check = z.union(
  [
    date.transform((on) => ({ on })),
    z.literal("missing").transform(() => ({ missing: true })),
    z.strictObject({
      on: date.optional(),
      until: date.optional(),
      missing: z.boolean().optional(),
      by: text.optional(),
    }),
  ],
  { error: w.check },
);
const vehicle = z.strictObject({ make: text, model: text, registration: text, colour: text });

/** `until: null`: they stay at that school, whatever is said of them elsewhere. */
const partAt = z.strictObject({
  roles: z.array(role).optional(),
  phone: phone.optional(),
  until: date.nullable().optional(),
  checks: z.record(z.string(), check).optional(),
});

export const personEntry = z
  .strictObject({
    id: idOfPerson,
    name: text,
    phone: phone.optional(),
    email: z.email(w.email).optional(),
    school: schoolId.optional(),
    schools: z.array(schoolId).min(1).optional(),
    /** None where somebody is there to set the school up alone. */
    roles: z.array(role),
    until: date.optional(),
    checks: z.record(z.string(), check).default({}),
    /** Of somebody who works at several schools: what differs at one of them. */
    at: z.record(schoolId, partAt).optional(),
    vehicle: vehicle.optional(),
    /** Which of the three disguised answers means help for this person (S4). */
    checkInSignal: z.enum(["stayingAWhile", "leavingSoon", "onMyWay"]).optional(),
  })
  .refine(({ school, schools }) => (school === undefined) !== (schools === undefined), w.schoolOrSchools);

export const schoolsFile = z.strictObject({
  tenant: idOfPerson,
  schools: z.array(schoolEntry).min(1),
  people: z.array(personEntry).min(1),
});
export type SchoolEntry = z.infer<typeof schoolEntry>;
export type PersonEntry = z.infer<typeof personEntry>;
export type PartAt = z.infer<typeof partAt>;
export type SchoolsFile = z.infer<typeof schoolsFile>;
