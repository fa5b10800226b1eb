import type { Id } from "../schools/school";
import { words } from "../words/en-gb/engine";
import { raise } from "./raise";
import type { Work } from "./work";

/** The store takes this document no more, however often it is asked. It should never come to that: `aside.ts` keeps histories short, and `evolve` the state. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
  constructor(
    readonly school: Id,
    readonly visit: Id,
  ) {
    super();
  }
}

/** S14: what is pressed on it is not kept, and what it owes cannot be sent: people are told at once, outside the visit. */
export async function sayTooLarge(work: Work, { school, visit }: TooLarge): Promise<void> {
  work.parts.report?.("too large for the store", { visit });
  await raise(work, school, `tooLarge/${visit}`, (phone) => words.tooLarge(visit, phone));
}
