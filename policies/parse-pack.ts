import { wrong } from "../words/en-gb/policy/wrong";
import { type Fault, faultsOf, unknownClauses } from "./checks";
import { check, type Located, locate, type Path, type Problem } from "./located";
import type { Clause } from "./policy";
import { sayPath } from "./say-issue";
import { type Pack, packFile, parameterNames, parameters, registerFile } from "./schema";
import { standing } from "./standing";
import type { ParameterName, Statements } from "./statements";

/** Reads a pack's two files; what is wrong with either is said all at once. */
export function parsePack(
  name: string,
  policy: string,
  clauses: string,
  folder = `policies/${name}`,
): { pack: Pack } | { errors: Problem[] } {
  const file = locate(`${folder}/policy.yaml`, policy);
  const registers = locate(`${folder}/clauses.yaml`, clauses);
  const read = check(file, packFile);
  const register = check(registers, registerFile);
  const errors = [
    ...("problems" in read ? read.problems : []),
    ...packProblems(file),
    ...("problems" in register ? register.problems : []),
    ...registerProblems(file, registers),
  ].toSorted((a, b) => b.file.localeCompare(a.file) || a.line - b.line);
  if (errors.length > 0 || !("value" in read) || !("value" in register)) return { errors };
  return { pack: { ...read.value, name, register: new Map(register.value.map((entry) => [entry.id, entry])) } };
}

/** What is wrong between the values; whatever can be read of a file with other faults is looked at too. */
function packProblems(file: Located): Problem[] {
  const raw = recordIn(recordIn(file.value).parameters);
  const faults = faultsOf(readable(raw), new Set(Object.keys(recordIn(recordIn(file.value).roles))));
  return problems(
    file,
    faults.map(({ path, say }) => ({ path: inFile(raw, path), say })),
  );
}

const problems = (file: Located, faults: readonly Fault[]): Problem[] =>
  faults.map(({ path, say }) => file.at(path, `${sayPath(path)} ${say}`));

const recordIn = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const kinds = ["says", "proposes", "suggests"] as const;
const kindOf = (parameter: unknown) => kinds.find((kind) => kind in recordIn(parameter)) ?? "proposes";

/** What the pack gives for each parameter, said, proposed or suggested, where it can be read; else what always is proposed. */
function readable(raw: Record<string, unknown>): Partial<Statements> {
  const entries = parameterNames.flatMap((name) => {
    if (raw[name] === undefined) return Object.hasOwn(standing, name) ? [[name, standing[name]]] : [];
    const read = parameters[name].safeParse(recordIn(raw[name])[kindOf(raw[name])]);
    return read.success ? [[name, read.data]] : [];
  });
  return Object.fromEntries(entries);
}

function inFile(raw: Record<string, unknown>, [name, ...rest]: Path): Path {
  return ["parameters", name as string, kindOf(raw[name as ParameterName]), ...rest];
}

/** What can be read of a register with other faults is looked at too; where nothing can, nothing is held against it. */
function registerProblems(file: Located, register: Located): Problem[] {
  if (!Array.isArray(register.value)) return [];
  const ids = register.value.map((entry: unknown) => recordIn(entry).id);
  const known = new Set(ids.filter((id): id is Clause => typeof id === "string"));
  return [...problems(file, unknownClauses(file.value, known)), ...duplicates(register, ids)];
}

const duplicates = (file: Located, ids: readonly unknown[]): Problem[] =>
  ids.flatMap((id, place) =>
    typeof id === "string" && ids.indexOf(id) < place ? [file.at([place, "id"], wrong.clauseTwice(id))] : [],
  );
