import { z } from "zod";
import { refusals } from "../words/en-gb";

const wrong = refusals.inputs;

/** Inputs as cards send them: strings. A missing or empty one is `undefined`. */

/** Nothing that anybody could see: spaces, and characters such as a phone's keyboard leaves behind. */
const nothing = /^[\s\p{Cc}\p{Cf}]*$/u;
const blank = (value: unknown) => (typeof value === "string" && nothing.test(value) ? undefined : value);

export const line = (most = 200) => z.preprocess(blank, z.string().trim().max(most, wrong.tooLong(most)).optional());
export const text = (most = 2000) => line(most);

export const needed = (say: string, most = 200) =>
  z.preprocess(blank, z.string({ error: say }).trim().max(most, wrong.tooLong(most)));

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, say: string) =>
  z.preprocess(blank, z.enum(values, { error: say }));

export const optionalOneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(blank, z.enum(values, { error: wrong.notOnTheCard }).optional());

/** Ids are looked up by name, so what every object has is nobody's. */
const anId = (id: string | undefined) => id === undefined || !(id in {});
export const personId = (say: string) => needed(say, 100).refine(anId, wrong.notInTheList);

/** Comma-joined ids, as a people picker or a multi-select sends them. */
export const ids = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .split(",")
          .map((id) => id.trim())
          .filter(Boolean)
      : [],
  z.array(z.string().max(100).refine(anId, wrong.notInTheList)).max(20, wrong.tooMany),
);

/** Inputs whose names begin alike, by what follows: `answer_aim` as `aim`. What every object has is nobody's. */
export function prefixed(raw: unknown, prefix: string): Record<string, string> {
  if (typeof raw !== "object" || raw === null) return {};
  const found = Object.entries(raw).filter(([key, value]) => key.startsWith(prefix) && typeof value === "string");
  return Object.fromEntries(
    found.map(([key, value]) => [key.slice(prefix.length), value]).filter(([id]) => !(id in {})),
  );
}

export const tick = z.preprocess((value) => value === "true", z.boolean());

export const clockTime = (say: string) =>
  z.preprocess(blank, z.string({ error: say }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, say));
export const optionalClockTime = z.preprocess(
  blank,
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong.noTime)
    .optional(),
);
export const day = (say: string) => z.preprocess(blank, z.string({ error: say }).regex(/^\d{4}-\d{2}-\d{2}$/, say));
export const optionalDay = z.preprocess(
  blank,
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, wrong.noDay)
    .optional(),
);
