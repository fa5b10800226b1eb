import type { SendFailure } from "../../engine/ports";

/** What becomes of one call of a port: `dies` is the process, before the call reached anything. */
export type Strike = "dies" | undefined;
/** What becomes of one send: refused (`arrived` false) or taken with its answer lost (`arrived` true). */
export type SendFate = (SendFailure & { arrived: boolean }) | undefined;

/** What may go wrong, and when: a simulation asks it at every write and every send. */
export interface Fate {
  strike(call: string): Strike;
  send(to: string, at: number): SendFate;
  /** Something that happens while a send is on its way. */
  meanwhile(): Promise<void>;
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
  meanwhile = nothing;
}
