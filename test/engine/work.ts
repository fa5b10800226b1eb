import { Limits } from "../../engine/limits";
import type { Parts } from "../../engine/parts";
import { KeptPolicies } from "../../engine/policies";
import { Sender } from "../../engine/sender";
import type { Work } from "../../engine/work";
import type { World } from "./world";

/** What a part of the engine works with, for a test of that part alone: on a world's store, messenger and clock. */
export function workOf({ store, messenger, clock, book }: World, more: Partial<Parts> = {}): Work {
  const limits = new Limits();
  const draw = (slot: object) => ({ slot });
  const own = { store, messenger, clock, book, draw, salts: () => "salt", say: () => "said", alone: true };
  const parts = { ...own, ...more } as unknown as Parts;
  return {
    parts,
    limits,
    policies: new KeptPolicies(parts),
    sender: new Sender(parts, limits, "me"),
    me: "me",
    unsaid: new Map(),
  };
}

/** What came of a pass, without the document that it left. */
export const toldIn = (pass: { delivered: number } | undefined) => pass && { delivered: pass.delivered };
