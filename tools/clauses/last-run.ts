import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TestRun } from "./proofs";

const path = (root: string): string => join(root, "dist", "last-run.json");

/** How each test ended when it last ran here, whole test files only; nothing of files that are gone. */
export function readLastRun(root: string): TestRun[] {
  if (!existsSync(path(root))) return [];
  const kept = JSON.parse(readFileSync(path(root), "utf8")) as TestRun[];
  return kept.filter(({ file }) => existsSync(join(root, file)));
}

/** Takes in what ran now, in place of what the same files gave before. */
export function keepRun(root: string, ran: readonly TestRun[]): void {
  const files = new Set(ran.map(({ file }) => file));
  const others = readLastRun(root).filter(({ file }) => !files.has(file));
  mkdirSync(dirname(path(root)), { recursive: true });
  writeFileSync(path(root), JSON.stringify([...others, ...ran]));
}
