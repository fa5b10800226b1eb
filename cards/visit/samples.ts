import type { Samples } from "../sample-visit";
import { after } from "./samples-after";
import { before } from "./samples-before";
import { out } from "./samples-out";

/** A visit in every state, in the order of its life. */
export const visitSamples: Samples = { ...before, ...out, ...after };
