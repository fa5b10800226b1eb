import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { wrong } from "../words/en-gb/policy/wrong";
import { sayIssue, sayPath } from "./say-issue";

/** What is wrong with a file, where, in a sentence for the person who wrote it. Holds no value from the file. */
export type Problem = { file: string; line: number; say: string };
export type Path = readonly PropertyKey[];

/** A YAML file as a plain value that still knows its lines. */
export type Located = { value: unknown; at(path: Path, say: string): Problem; problems: Problem[] };

export function locate(file: string, text: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const at = (path: Path, say: string): Problem => ({ file, line: lineOf(offsetOf(document.contents, path)), say });
  const whole = wrongAltogether(text, document);
  if (whole) return { value: undefined, at, problems: [{ file, line: 1, say: whole }] };
  const aliases = text.includes("*") ? badAliases(document) : [];
  const faults = firsts([...document.errors, ...document.warnings, ...aliases]);
  const problems = faults.map(({ code, pos }) => ({ file, line: lineOf(pos[0]), say: faultSay(code) })).filter(isNew);
  if (problems.length > 0) return { value: undefined, at, problems };
  try {
    return { value: document.toJS(), at, problems };
  } catch {
    return { value: undefined, at, problems: [at([], faultSay("TOO_MANY_ALIASES"))] };
  }
}

/** Saved as something else than text in UTF-8, such as by an old editor; or nothing in it. */
function wrongAltogether(text: string, document: Document): string | undefined {
  if (/[\0\ufffd]/.test(text)) return wrong.notUtf8;
  return document.contents === null && document.errors.length === 0 ? wrong.nothing : undefined;
}

type Fault = { code: string; pos: readonly [number, ...number[]] };

/** A tab makes nonsense of all that follows it: then it is the tabs that are to go first. */
function firsts(faults: readonly Fault[]): readonly Fault[] {
  const tabs = faults.filter(({ code }) => code === "TAB_AS_INDENT");
  return tabs.length > 0 ? tabs : faults;
}

/** One mistake is often found several ways. */
const isNew = ({ line, say }: Problem, place: number, all: readonly Problem[]): boolean =>
  all.findIndex((other) => other.line === line && other.say === say) === place;

/** Aliases of nothing, and those within what they name, which would have no end. */
function badAliases(document: Document): { code: string; pos: [number] }[] {
  const found: { code: string; pos: [number] }[] = [];
  visit(document, {
    Alias(_, alias) {
      const [from = 0] = alias.range ?? [];
      const named = alias.resolve(document)?.range;
      if (!named || (named[0] <= from && from < named[2])) found.push({ code: "BAD_ALIAS", pos: [from] });
    },
  });
  return found;
}

/** Every problem of a located value against a schema, or the value as the schema gives it. */
export function check<T>(located: Located, schema: z.ZodType<T>): { value: T } | { problems: Problem[] } {
  if (located.problems.length > 0) return { problems: located.problems };
  const read = schema.safeParse(located.value, { error: sayIssue });
  if (read.success) return { value: read.data };
  return { problems: read.error.issues.filter(isFirst).flatMap((issue) => problemsOf(located, issue)) };
}

/** What is of the wrong kind is often also too short: once said is enough. */
function isFirst({ path }: z.core.$ZodIssue, place: number, issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.findIndex((other) => sayPath(other.path) === sayPath(path)) === place;
}

/** One a key where several are unknown, each on its own line. */
function problemsOf(located: Located, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "unrecognized_keys") return [located.at(issue.path, `${sayPath(issue.path)} ${issue.message}`)];
  return issue.keys.map((key) => located.at([...issue.path, key], wrong.unknown(sayPath([...issue.path, key]))));
}

// The library's own sentences quote the file, and so could print a code word.
function faultSay(code: string): string {
  return wrong.yaml[code] ?? wrong.noYaml(code.toLowerCase().replaceAll("_", " "));
}

/** Where the last part of a path that exists begins: its key, or its place in a list. */
function offsetOf(root: Node | null, path: Path): number {
  let offset = 0;
  let node: unknown = root;
  for (const part of path) {
    const child = childOf(node, part);
    if (!child) break;
    offset = child.offset;
    node = child.node;
  }
  return offset;
}

function childOf(node: unknown, part: PropertyKey): { offset: number; node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair && isScalar(pair.key) ? { offset: pair.key.range?.[0] ?? 0, node: pair.value } : undefined;
  }
  const item = isSeq(node) ? node.items[Number(part)] : undefined;
  if (item === undefined) return undefined;
  return { offset: (item as Node).range?.[0] ?? 0, node: isAlias(item) ? undefined : item };
}
