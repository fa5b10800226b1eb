import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Erasure, Erasures } from "../../engine/ports";
import { claim } from "../sqlite/open-database";

/** `kept`: it was not erased after all. */
type Line = Erasure & { kept?: true };

/** Beside the database, and no part of what is copied back when that is restored: a line for each erasure. */
export class ErasuresFile implements Erasures {
  private readonly file: string;

  constructor(folder: string) {
    this.file = join(folder, "erasures.jsonl");
  }

  add = async (erasure: Erasure): Promise<void> => this.write(erasure);
  remove = async (erasure: Pick<Erasure, "school" | "visit">): Promise<void> =>
    this.write({ ...erasure, at: 0, kept: true });

  async all(): Promise<Erasure[]> {
    if (!existsSync(this.file)) return [];
    const found = new Map<string, Erasure>();
    for (const { kept, ...erasure } of readFileSync(this.file, "utf8").split("\n").flatMap(parsed)) {
      const key = `${erasure.school}/${erasure.visit}`;
      if (kept) found.delete(key);
      else found.set(key, erasure);
    }
    return [...found.values()];
  }

  private write(line: Line): void {
    claim(this.file);
    const open = openSync(this.file, "a");
    try {
      // What an interrupted write has left stays a line of its own.
      writeSync(open, `\n${JSON.stringify(line)}\n`);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  }
}

function parsed(text: string): Line[] {
  if (text === "") return [];
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return [];
  }
}
