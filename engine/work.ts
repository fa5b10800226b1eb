import type { Id } from "../schools/school";
import type { Around, Scene } from "./facts";
import type { Limits } from "./limits";
import type { Parts } from "./parts";
import type { KeptPolicies } from "./policies";
import type { Stored } from "./ports";
import type { Sender } from "./sender";

/** What every part of the engine works with. `me`: this engine's name on leases. */
export type Work = { parts: Parts; policies: KeptPolicies; limits: Limits; sender: Sender; me: string; unsaid: Unsaid };

/** By visit: who has gone out on it, where the store failed before the visits that they watch were looked at (S5). */
export type Unsaid = Map<Id, { after: Stored; gone: readonly Id[] }>;

/** A visit's document as the store has it, and what is known around it. */
export type View = { stored: Stored; scene: Scene };
/** As much of it as the clock asks for. */
export type Glance = { stored: Stored; scene: Around };

/** The name of the one engine that sends for its store; undefined where several may. */
export const aloneIn = ({ parts, me }: Work): string | undefined => (parts.alone ? me : undefined);
