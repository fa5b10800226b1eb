import { z } from "zod";
import { wrong } from "../words/en-gb/policy/wrong";
import { clauseId, clauses, role } from "./parameter";
import { approving, asking, family } from "./parameters-asking";
import { closing } from "./parameters-closing";
import { leaving, risk } from "./parameters-leaving";
import { returning, visiting, watching } from "./parameters-watching";
import type { Clause } from "./policy";
import { standing } from "./standing";
import type { ParameterName, Stated } from "./statements";

export const parameters: { [K in ParameterName]: z.ZodType<Stated<K>> } = {
  ...asking,
  ...approving,
  ...family,
  ...risk,
  ...leaving,
  ...watching,
  ...visiting,
  ...returning,
  ...closing,
};
export const parameterNames = Object.keys(parameters) as ParameterName[];

/**
 * What the document says; what it leaves open and the pack proposes, taken unless the school says otherwise; or what the
 * school itself must decide, perhaps with what the pack suggests, which is taken only when the school's settings say so.
 */
export type Parameter<T> =
  | { says: T; clauses: readonly Clause[] }
  | { proposes: T; clauses?: readonly Clause[] }
  | { silent: true; suggests?: T; clauses?: readonly Clause[] };

const oneOf = ["says", "proposes", "silent"] as const;
/** What a school writes as a setting to take what the pack suggests. */
export const asSuggested = "asSuggested";

function parameter(value: z.ZodType): z.ZodType {
  const shape = { says: value.optional(), proposes: value.optional(), silent: z.literal(true).optional() };
  const suggests = value.optional();
  return z.strictObject({ ...shape, suggests, clauses: clauses.optional() }).superRefine((given, context) => {
    const kinds = oneOf.filter((kind) => given[kind] !== undefined);
    const fail = (message: string) => context.addIssue({ code: "custom", message });
    if (kinds.length !== 1) fail(wrong.kinds);
    if (given.says !== undefined && !given.clauses?.length) fail(wrong.withoutClauses);
    if (given.suggests !== undefined && !given.silent) fail(wrong.suggestsIdly);
  });
}

/** What a pack says nothing about, its document doesn't either. */
const silence = (name: ParameterName): Parameter<unknown> =>
  Object.hasOwn(standing, name) ? { proposes: standing[name] } : { silent: true };

/** A role's title there; and, where "the TITLE" would not do within a sentence, how it is called in one. */
const named = z.string().min(1);
const sayDate = wrong.dateOrMonth;
const date = z.union([z.iso.date(), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], sayDate);

/** `policy.yaml` of a pack. */
export const packFile = z.strictObject({
  title: z.string().min(1),
  date,
  reviewDue: date.nullable(),
  reviewEvery: z.number().int().min(1).max(120).optional(),
  about: z.strictObject({
    trust: z.string(),
    preparedBy: z.string().optional(),
    reviewedBy: z.string().optional(),
    adopted: z.string().optional(),
    clauses,
  }),
  roles: z.record(role, z.union([named, z.strictObject({ title: named, called: named })])),
  parameters: z.strictObject(
    Object.fromEntries(parameterNames.map((name) => [name, parameter(parameters[name]).default(silence(name))])),
  ) as unknown as z.ZodType<{ [K in ParameterName]: Parameter<Stated<K>> }>,
});
export type PackFile = z.infer<typeof packFile>;

const phases = [
  "setup",
  "training",
  "request",
  "riskAssessment",
  "approval",
  "beforeDeparture",
  "during",
  "checkIn",
  "escalation",
  "return",
  "record",
  "monitoring",
] as const;

/** `clauses.yaml` of a pack: the register, in our own words. */
export const registerFile = z.array(
  z.strictObject({
    id: clauseId,
    kind: z.enum(["enforced", "recorded", "guidance"]),
    phase: z.enum(phases),
    text: z.string().min(1),
  }),
);
export type RegisterEntry = z.infer<typeof registerFile>[number];

/** A document as data: what it says, proposes or leaves open, and the register of its clauses. */
export type Pack = PackFile & { name: string; register: ReadonlyMap<Clause, RegisterEntry> };
