import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether a header shows just this key. How long it takes to say so tells nothing of the key. */
export const showsKey = (header: string | null, key: string | undefined): boolean =>
  key !== undefined && header !== null && timingSafeEqual(digest(header), digest(`Bearer ${key}`));
