import type { SendFailure } from "../../engine/ports";

/**
 * What becomes of one write: `dies` is the process, before the call reached anything; `fails` the store, before it did anything; `lost`
 * its answer, after it did; `conflict` somebody else who wrote that document first (412).
 */
export type Strike = "dies" | "fails" | "lost" | "conflict" | undefined;
/** What becomes of one send: refused (`arrived` false) or taken with its answer lost (`arrived` true). */
export type SendFate = ((SendFailure | { failed: "gone" }) & { arrived: boolean; retryAfter?: number }) | undefined;
/** How long a send is under way, there and back, ms. */
export type Delay = { there: number; back: number };

/** What may go wrong, and when: a simulation asks it at every write and every send. */
export interface Fate {
  strike(call: string): Strike;
  send(to: string, at: number, isUpdate: boolean): SendFate;
  /** Undefined: at once. */
  takes(): Delay | undefined;
  /** Something that happens while a send is on its way. */
  meanwhile(): Promise<void>;
}

/** The store is not there. */
export class StoreDown extends Error {
  override readonly name = "StoreDown";
}

const nothing = async () => undefined;

/** Nothing goes wrong; counts the moments at which the process could have died. */
export class Calm implements Fate {
  moments = 0;
  strike(): Strike {
    this.moments++;
    return undefined;
  }
  send = (): SendFate => undefined;
  takes = (): Delay | undefined => undefined;
  meanwhile = nothing;
}

/** The process dies once, just before its n-th write or send: after the one before it, since only reads lie between. */
export class DiesAt implements Fate {
  private moments = 0;
  constructor(private readonly no: number) {}
  strike(): Strike {
    return ++this.moments === this.no ? "dies" : undefined;
  }
  send = (): SendFate => undefined;
  takes = (): Delay | undefined => undefined;
  meanwhile = nothing;
}
