import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { claim } from "./open-database";

/**
 * Keeps a second program out of the same folder. The lock is the operating system's: it goes with the process, however that ends.
 * Undefined where somebody else holds it.
 */
export function holdFolder(folder: string): { release(): void } | undefined {
  const file = join(folder, "in-use");
  claim(file);
  const lock = new DatabaseSync(file);
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    return undefined;
  }
}

const BUSY = 5;
const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === BUSY;
