import { randomBytes } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** Fifty bits that nobody can guess, without characters that are mistaken for one another. */
export const newId = (): string => Array.from(randomBytes(10), (byte) => letters[byte % 32]).join("");

export const newSalt = (): string => randomBytes(16).toString("base64url");
