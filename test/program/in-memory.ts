import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

/** A folder in memory where there is such a place: a killed program loses nothing of it, and no disk is waited for. */
export const inMemory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
