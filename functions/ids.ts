import { randomFillSync } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** The system is asked for this many bytes at a time: to ask takes longer than all that is done with a few of them. */
const ahead = Buffer.alloc(4_096);
let used = ahead.length;

/** Given to nobody else, and kept nowhere else. */
function random(count: number): Buffer {
  if (used + count > ahead.length) {
    randomFillSync(ahead);
    used = 0;
  }
  const bytes = Buffer.from(ahead.subarray(used, used + count));
  ahead.fill(0, used, used + count);
  used += count;
  return bytes;
}

/** Fifty bits that nobody can guess, without characters that are mistaken for one another. */
export const newId = (): string => Array.from(random(10), (byte) => letters[byte % 32]).join("");

export const newSalt = (): string => random(16).toString("base64url");
