import { asking } from "./policy/asking";
import { closing, print } from "./policy/closing";
import { leaving } from "./policy/leaving";
import { watching } from "./policy/watching";

/** A policy read back in plain English. */
export const policyWords = { ...asking, ...leaving, ...watching, ...closing, print };
