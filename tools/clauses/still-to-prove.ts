/**
 * How many clauses of a register may still lack a proof before `npm test` fails, by the letters that its ids begin with.
 * It only ever goes down, and this file goes when nothing is left in it.
 */
export const stillToProve: Readonly<Record<string, number>> = { AET: 3 };
