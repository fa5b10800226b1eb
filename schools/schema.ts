import { IANAZone } from "luxon";
import { z } from "zod";
import { role } from "../policies/parameter";

type Raised = { input?: unknown };
const or = (say: string) => ({ error: ({ input }: Raised) => (input === undefined ? "is missing" : say) });

// Entra object ids, and what tools for trying a bot use in their place.
export const idOfPerson = z
  .string(or("must be an id in quotes"))
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,63}$/, "must be an id of letters, digits and dashes");
// Visit ids begin with it, and end it with a dot.
const schoolId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "must be a short id of small letters, digits and dashes");
const text = z.string().trim().min(1).max(120);
const date = z.iso.date(or('must be a date such as "2026-09-01"'));
const time = z
  .string(or('must be a time of day such as "08:30"'))
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "08:30"');
const sayPhone = 'must be a phone number in quotes, such as "+44 1332 900100"';
export const phone = z
  .string(or(sayPhone))
  .refine((given) => /^\+?[\d ()-]+$/.test(given) && /^\d{7,15}$/.test(given.replace(/\D/g, "")), sayPhone);
const zone = z.string().refine((name) => IANAZone.isValidZone(name), "must be a time zone such as Europe/London");

const span = { from: time, to: time };
const forward = ({ from, to }: { from: string; to: string }) => from < to;
const sayForward = "must begin before it ends";
const days = z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])).min(1);

const hours = z
  .strictObject({ days, ...span, cover: z.array(z.strictObject(span).refine(forward, sayForward)).optional() })
  .refine(forward, sayForward);

const acting = z
  .strictObject({ who: idOfPerson, role, from: date, to: date, by: text })
  .refine(({ from, to }) => from <= to, sayForward);

const duty = z
  .strictObject({ role, who: z.array(idOfPerson).min(1), days, from: time.optional(), to: time.optional() })
  .refine(({ from = "00:00", to = "24:00" }) => from < to, sayForward);

/** S4: read in free text, so it must be more than a chance word. */
const codeWord = z.string().trim().min(4, "must have at least four letters").max(60);

export const schoolEntry = z.strictObject({
  id: schoolId,
  name: text,
  policy: z.string().min(1),
  timezone: zone,
  phone,
  phone2: phone.optional(),
  hours,
  /** Where they are given, days between two of them are no school days. */
  terms: z.array(z.strictObject({ from: date, to: date }).refine(({ from, to }) => from <= to, sayForward)).optional(),
  closedDays: z.array(date).default([]),
  earlyClosing: z.record(date, time).default({}),
  /** Beside Teams; the numbers and addresses are the people's. */
  alarmsAlsoBy: z.array(z.enum(["sms", "email"])).optional(),
  channels: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), z.string().min(1)),
  acting: z.array(acting).default([]),
  /** P2: who may set it up in Teams. */
  administrators: z.array(idOfPerson).optional(),
  rota: z.array(duty).optional(),
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
  { error: "must be a date, missing, or on, until and by" },
);
const vehicle = z.strictObject({ make: text, model: text, registration: text, colour: text });

export const personEntry = z
  .strictObject({
    id: idOfPerson,
    name: text,
    phone: phone.optional(),
    email: z.email("must be an e-mail address").optional(),
    school: schoolId.optional(),
    schools: z.array(schoolId).min(1).optional(),
    roles: z.array(role).min(1),
    until: date.optional(),
    checks: z.record(z.string(), check).default({}),
    vehicle: vehicle.optional(),
    /** Which of the three disguised answers means help for this person (S4). */
    checkInSignal: z.enum(["stayingAWhile", "leavingSoon", "onMyWay"]).optional(),
  })
  .refine(
    ({ school, schools }) => (school === undefined) !== (schools === undefined),
    "needs either school or schools",
  );

export const schoolsFile = z.strictObject({
  tenant: idOfPerson,
  schools: z.array(schoolEntry).min(1),
  people: z.array(personEntry).min(1),
});
export type SchoolEntry = z.infer<typeof schoolEntry>;
export type PersonEntry = z.infer<typeof personEntry>;
export type SchoolsFile = z.infer<typeof schoolsFile>;
