import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A place in memory where there is one: a killed program loses nothing of it, and no disk is waited for. */
const place = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const ofProcess = /^homeward-(\d+)$/;

/** Each process has its own folder there, named by its number. What a killed run has left is removed by the next one. */
export const inMemory = join(place, `homeward-${process.pid}`);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

for (const name of readdirSync(place)) {
  const pid = ofProcess.exec(name)?.[1];
  if (pid && !isAlive(Number(pid))) rmSync(join(place, name), { recursive: true, force: true });
}
mkdirSync(inMemory, { recursive: true, mode: 0o700 });
