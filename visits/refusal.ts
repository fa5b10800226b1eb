import type { Clause } from "../policies/policy";

/** An expected "no": a code for programs, a sentence for the person, the input it concerns and the clause it rests on. */
export type Refusal = { refused: string; say: string; field?: string | undefined; clause?: Clause | undefined };

export const refuse = (
  refused: string,
  say: string,
  about: { field?: string; clause?: Clause | undefined } = {},
): Refusal => ({
  refused,
  say,
  ...about,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "refused" in value;
