import { readdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import { parseSync } from "@swc/core";
import { kept, mayImport, purePackages, pureRooms } from "./rules";

type Node = { type?: string; [key: string]: unknown };
type Import = { from: string; typeOnly: boolean };

const notOurs = new Set(["node_modules", "dist", "data", ".git"]);

/** Every file of the project below a folder, as paths with forward slashes. */
export function filesIn(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (notOurs.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(root, path) : [path];
  });
}

/** What one file of a room does that its room may not, in words. */
export function breaches(path: string, code: string): string[] {
  const nodes = nodesOf(parse(path, code));
  const room = roomOf(path);
  const imports = nodes.flatMap(importsOf);
  const impure = pureRooms.includes(room) ? [...nodes.flatMap(impurities), ...imports.flatMap(impurePackages)] : [];
  return [...imports.flatMap((found) => strays(path, room, found)), ...impure].map((what) => `${path}: ${what}`);
}

function roomOf(path: string): string {
  return path.startsWith("local/page/") ? "local/page" : (path.split("/")[0] ?? "");
}

function parse(path: string, code: string): unknown {
  return /\.tsx?$/.test(path)
    ? parseSync(code, { syntax: "typescript", tsx: path.endsWith("x"), target: "es2024" })
    : parseSync(code, { syntax: "ecmascript", target: "es2024" });
}

function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== "object" || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

function importsOf(node: Node): Import[] {
  const source = (node.source as Node | null | undefined)?.value;
  if (typeof source === "string") return [{ from: source, typeOnly: node.typeOnly === true || onlyTypes(node) }];
  if (node.type === "TsImportType") return [{ from: String((node.argument as Node).value), typeOnly: true }];
  if (node.type === "TsExternalModuleReference") return [{ from: literal(node.expression), typeOnly: false }];
  if (node.type !== "CallExpression") return [];
  const callee = node.callee as Node;
  if (callee.type !== "Import" && callee.value !== "require") return [];
  const [first] = node.arguments as { expression: Node }[];
  return [{ from: literal(first?.expression), typeOnly: false }];
}

/** `import { type A, type B }` brings nothing to run, as `import type` does. */
function onlyTypes(node: Node): boolean {
  const names = node.specifiers as Node[] | undefined;
  return names !== undefined && names.length > 0 && names.every((name) => name.isTypeOnly === true);
}

const literal = (node: unknown): string => {
  const value = (node as Node | undefined)?.value;
  return typeof value === "string" ? value : "(computed)";
};

function strays(path: string, room: string, { from, typeOnly }: Import): string[] {
  if (!from.startsWith(".")) {
    const lost = kept.filter(({ packages, to }) => packages.test(from) && !to.includes(room));
    return lost.map(({ to }) => `imports ${from}, which only ${to.join(" and ")} may know`);
  }
  const target = posix.join(posix.dirname(path), from);
  if (target.startsWith(`${room}/`) || target === room) return [];
  const allowed = (mayImport[room] ?? []).some((rule) => allows(rule, target, typeOnly));
  return allowed ? [] : [`imports ${target}, which ${room} may not`];
}

function allows(rule: string, target: string, typeOnly: boolean): boolean {
  if (rule.startsWith("types:")) return typeOnly && allows(rule.slice("types:".length), target, typeOnly);
  return target === rule || target.startsWith(`${rule}/`);
}

function impurePackages({ from }: Import): string[] {
  if (from.startsWith(".")) return [];
  const known = purePackages.some((name) => from === name || from.startsWith(`${name}/`));
  return known && !isBuiltin(from) ? [] : [`imports ${from}, which is not known to be pure`];
}

const clocks = new Set(["Date.now", "Math.random", "DateTime.now", "performance.now", "crypto.randomUUID"]);
/** Without arguments these read the clock; with them they only convert. */
const clocksIfBare = new Set(["DateTime.local", "DateTime.utc"]);

function impurities(node: Node): string[] {
  if (node.type === "NewExpression" && name(node.callee) === "Date" && bare(node))
    return ["asks new Date() for the time"];
  if (node.type === "CallExpression" && name(node.callee) === "Date") return ["asks Date() for the time"];
  if (node.type === "CallExpression" && clocksIfBare.has(name(node.callee)) && bare(node)) {
    return [`asks ${name(node.callee)}() for the time`];
  }
  if (node.type === "MemberExpression" && clocks.has(name(node))) return [`uses ${name(node)}`];
  return node.type === "Identifier" && node.value === "process" ? ["uses process"] : [];
}

const bare = (node: Node): boolean => !Array.isArray(node.arguments) || node.arguments.length === 0;

/** `a.b` or `a` as it is written; nothing for anything longer. */
function name(value: unknown): string {
  const node = value as Node;
  if (node.type === "Identifier") return String(node.value);
  return node.type === "MemberExpression" ? `${name(node.object)}.${name(node.property)}` : "";
}
