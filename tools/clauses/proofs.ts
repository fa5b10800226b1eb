import type { Clause } from "../../policies/policy";
import type { Pack, RegisterEntry } from "../../policies/schema";

/** One test as it ended; `name` is its full name, with the groups that it stands in. */
export type TestRun = { file: string; name: string; ended: "passed" | "failed" | "notRun" };
export type Proof = RegisterEntry & { tests: readonly TestRun[]; fault?: string };
/** How each clause of one register is proven. */
export type Ledger = { pack: string; title: string; clauses: readonly Proof[] };

const bracketed = /\(([^()]*)\)/g;
const clauseIds = /\b[A-Z]{3}(?:-A)?-\d{2,3}\b/g;

/** The clauses that a test's name bears, in round brackets. */
export function borneBy(name: string): Clause[] {
  return [...name.matchAll(bracketed)].flatMap(([, inside = ""]) => inside.match(clauseIds) ?? []);
}

export function ledgerOf(pack: Pack, tests: readonly TestRun[]): Ledger {
  const bearers = new Map<Clause, TestRun[]>();
  for (const test of tests) for (const id of borneBy(test.name)) bearers.set(id, [...(bearers.get(id) ?? []), test]);
  const cited = citedIn(pack);
  const clauses = [...pack.register.values()].map((entry): Proof => {
    const own = bearers.get(entry.id) ?? [];
    const fault = faultOf(entry, own, cited);
    return { ...entry, tests: own, ...(fault === undefined ? {} : { fault }) };
  });
  return { pack: pack.name, title: `${pack.about.trust}: ${pack.title}`, clauses };
}

function faultOf(entry: RegisterEntry, tests: readonly TestRun[], cited: ReadonlySet<Clause>): string | undefined {
  if (entry.kind === "guidance" && !cited.has(entry.id)) return "no line of the pack shows it";
  if (tests.length === 0) return "no test proves it";
  if (tests.some(({ ended }) => ended === "failed")) return "a test that should prove it failed";
  if (tests.some(({ ended }) => ended === "notRun")) return "a test that should prove it did not run";
  return undefined;
}

/** Guidance is shown by a line: a text for people that cites the clause. */
function citedIn(value: unknown): Set<Clause> {
  if (typeof value !== "object" || value === null) return new Set();
  const { text, clauses } = value as { text?: unknown; clauses?: unknown };
  const own = typeof text === "string" && Array.isArray(clauses) ? (clauses as Clause[]) : [];
  return new Set([...own, ...Object.values(value).flatMap((child) => [...citedIn(child)])]);
}

/** Tests that bear an id which none of the registers has. */
export function strangers(registers: readonly Pick<Pack, "register">[], tests: readonly TestRun[]): string[] {
  const known = new Set(registers.flatMap(({ register }) => [...register.keys()]));
  return tests.flatMap(({ file, name }) =>
    borneBy(name)
      .filter((id) => !known.has(id))
      .map((id) => `${file}: "${name}" bears ${id}, which no register has`),
  );
}

export const faultsIn = ({ clauses }: Ledger): readonly Proof[] => clauses.filter(({ fault }) => fault !== undefined);
