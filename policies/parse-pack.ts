import { type Fault, faultsOf, unknownClauses } from "./checks";
import { check, type Located, locate, type Path, type Problem } from "./located";
import type { Clause } from "./policy";
import { sayPath } from "./say-issue";
import {
  type PackFile,
  type Parameter,
  packFile,
  parameterNames,
  type RegisterEntry,
  registerFile,
  type Statements,
} from "./schema";

/** A document as data: what it says, proposes or leaves open, and the register of its clauses. */
export type Pack = PackFile & { name: string; register: ReadonlyMap<Clause, RegisterEntry> };

/** Reads a pack's two files; what is wrong with either is said all at once. */
export function parsePack(name: string, policy: string, clauses: string): { pack: Pack } | { errors: Problem[] } {
  const file = locate(`policies/${name}/policy.yaml`, policy);
  const registers = locate(`policies/${name}/clauses.yaml`, clauses);
  const read = check(file, packFile);
  const register = check(registers, registerFile);
  const ids = "value" in register ? new Set(register.value.map(({ id }) => id)) : undefined;
  const errors = [
    ...("problems" in read ? read.problems : packProblems(file, read.value)),
    ...("problems" in register ? register.problems : duplicates(registers, register.value)),
    ...(ids ? at(file, unknownClauses(file.value, ids)) : []),
  ];
  if (errors.length > 0 || !("value" in read) || !("value" in register)) return { errors };
  return { pack: { ...read.value, name, register: new Map(register.value.map((entry) => [entry.id, entry])) } };
}

const at = (file: Located, faults: readonly Fault[]): Problem[] =>
  faults.map(({ path, say }) => file.at(path, `${sayPath(path)} ${say}`));

function packProblems(file: Located, pack: PackFile): Problem[] {
  const faults = faultsOf(stated(pack), new Set(Object.keys(pack.roles)));
  return at(
    file,
    faults.map(({ path, say }) => ({ path: inFile(pack, path), say })),
  );
}

/** What a pack gives for each parameter, whether said or proposed. */
function stated(pack: PackFile): Partial<Statements> {
  return Object.fromEntries(parameterNames.map((name) => [name, givenBy(pack.parameters[name])]));
}

const givenBy = (parameter: Parameter<unknown>): unknown =>
  "says" in parameter ? parameter.says : "proposes" in parameter ? parameter.proposes : undefined;

function inFile(pack: PackFile, [name, ...rest]: Path): Path {
  const kind = "says" in pack.parameters[name as keyof Statements] ? "says" : "proposes";
  return ["parameters", name as string, kind, ...rest];
}

function duplicates(file: Located, entries: readonly RegisterEntry[]): Problem[] {
  const seen = new Set<Clause>();
  return entries.flatMap(({ id }, place) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice ? [file.at([place, "id"], `${id} stands in the register twice`)] : [];
  });
}
