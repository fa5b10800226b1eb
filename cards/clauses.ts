/** Enough to find the place in the policy; all of them are in the pack. */
const most = 2;

export const clauseList = (clauses: readonly string[]): string =>
  clauses.slice(0, most).join(", ") + (clauses.length > most ? " …" : "");
