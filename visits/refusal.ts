import type { Clause, Line } from "../policies/policy";

/** An expected "no": a code for programs, a sentence for the person, the input it concerns and the clause it rests on. */
export type Refusal = {
  refused: string;
  say: string;
  field?: string | undefined;
  clause?: Clause | undefined;
  /** Where the sentence is about several things: each of them. */
  lines?: readonly Line[] | undefined;
  /** What else stands in the way, so that nobody finds out press by press. */
  also?: readonly Refusal[] | undefined;
};

export const refuse = (
  refused: string,
  say: string,
  about: Pick<Refusal, "field" | "clause" | "lines"> = {},
): Refusal => ({
  refused,
  say,
  ...about,
});

/** What is not ticked yet. One thing is named in the sentence, with its clause; several are listed. */
export function refuseOpen(
  field: string,
  open: readonly Line[],
  say: { tick(text: string): string; ticks: string },
): Refusal | undefined {
  const [first, ...more] = open;
  if (!first) return undefined;
  if (more.length > 0) return refuse(field, say.ticks, { field, lines: open });
  return refuse(field, say.tick(first.text), { field, clause: first.clauses[0] });
}

/** All of them in one: the first gives its code. */
export function together(all: readonly (Refusal | undefined)[]): Refusal | undefined {
  const [first, ...more] = all.flatMap((one) => (one ? [{ ...one, also: undefined }, ...(one.also ?? [])] : []));
  return first && more.length > 0 ? { ...first, also: more } : first;
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "refused" in value;
