import { z } from "zod";

/** Inputs as cards send them: strings. A missing or empty one is `undefined`. */

const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);

export const line = (most = 200) =>
  z.preprocess(blank, z.string().trim().max(most, `Please keep this to ${most} characters.`).optional());
export const text = (most = 2000) => line(most);

export const needed = (say: string, most = 200) =>
  z.preprocess(blank, z.string({ error: say }).trim().max(most, `Please keep this to ${most} characters.`));

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, say: string) =>
  z.preprocess(blank, z.enum(values, { error: say }));

export const optionalOneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(blank, z.enum(values, { error: "Please choose one of the answers on the card." }).optional());

/** Ids are looked up by name, so what every object has is nobody's. */
const anId = (id: string | undefined) => id === undefined || !(id in {});
const chooseFromList = "Please choose from the list.";
export const personId = (say: string) => needed(say, 100).refine(anId, chooseFromList);

/** Comma-joined ids, as a people picker or a multi-select sends them. */
export const ids = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .split(",")
          .map((id) => id.trim())
          .filter(Boolean)
      : [],
  z.array(z.string().max(100).refine(anId, chooseFromList)).max(20, "That is too many."),
);

export const tick = z.preprocess((value) => value === "true", z.boolean());

export const clockTime = (say: string) =>
  z.preprocess(blank, z.string({ error: say }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, say));
export const optionalClockTime = z.preprocess(
  blank,
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Please give a time such as 14:30.")
    .optional(),
);
export const day = (say: string) => z.preprocess(blank, z.string({ error: say }).regex(/^\d{4}-\d{2}-\d{2}$/, say));
export const optionalDay = z.preprocess(
  blank,
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "Please give a date such as 2026-11-30.")
    .optional(),
);
