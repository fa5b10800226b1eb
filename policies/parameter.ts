import { z } from "zod";
import { wrong } from "../words/en-gb/policy/wrong";

/** An id of a register: school, an `A` for its annex, a number. */
export const clauseId = z.string().regex(/^[A-Z]{3}(-A)?-\d{2,3}$/, wrong.clauseId);
export const clauses = z.array(clauseId);
const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/, wrong.shortId);
export const role = id;
export const roles = z.array(role);
export const minutes = z.number().int().min(1).max(1440);

const lineShape = { id, text: z.string().min(1), clauses: clauses.default([]) };
export const line = z.strictObject(lineShape);

/** A list of lines whose ids differ; `more` is what these lines say beside their text. */
export function lines<Shape extends z.ZodRawShape>(more: Shape) {
  const item = z.strictObject({ ...lineShape, ...more });
  return z.array(item).superRefine((list, context) => {
    const seen = new Set<string>();
    list.forEach((entry, at) => {
      const own = (entry as { id: string }).id;
      if (seen.has(own)) context.addIssue({ code: "custom", path: [at, "id"], message: wrong.idTwice(own) });
      seen.add(own);
    });
  });
}
export const plainLines = lines({});

/** What a row of the matrix is for, and the clauses that it serves in all the documents read so far. */
export type Row = { title: string; serves: readonly string[] };

/** A parameter: its title and the clauses (or rules of safety) it serves stand with its schema. */
export function row<T extends z.ZodType>(title: string, serves: string, schema: T): T {
  return schema.meta({ title, serves: serves.split(" ") } satisfies Row);
}
