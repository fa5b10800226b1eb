import type { At } from "../../schools/school";

/** After all promises that wait for nothing else. */
const drained = (): Promise<void> => new Promise((done) => process.nextTick(done));
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
const makesWay = (): boolean => process.getActiveResourcesInfo().includes("Immediate");
/** So often at most whoever commits ahead or says a morning's word makes way for everything else: what waits for the clock would go on for ever. */
const turns = 60;

/** When all has been done that need wait for no moment. A turn of the loop is dear, and only few wait for one. */
export async function quiet(): Promise<void> {
  await drained();
  for (let i = 0; i < turns && makesWay(); i++) await turn();
}

type Waiting = { at: At; goOn: () => void };

/** The clock on the wall, and what waits for a moment on it. Time passes only here, and everything happens in its order. */
export class Timeline {
  /** The soonest first; of those for one moment whoever came first. */
  private readonly waiting: Waiting[] = [];

  constructor(public at: At) {}

  /** So many milliseconds later. */
  after(ms: number): Promise<void> {
    const at = this.at + ms;
    const { promise, resolve } = Promise.withResolvers<void>();
    const later = this.waiting.findIndex((one) => one.at > at);
    this.waiting.splice(later < 0 ? this.waiting.length : later, 0, { at, goOn: resolve });
    return promise;
  }

  /** The next moment for which anything waits. */
  get next(): At | undefined {
    return this.waiting[0]?.at;
  }

  /**
   * On to that moment, once all that is under way now has been done; whatever waits for one on the way has its turn then. Else a text that somebody
   * has begun would be sent a quarter of a minute later by this clock, and in no time by theirs.
   */
  async reach(at: At): Promise<void> {
    if (at > this.at) await quiet();
    for (let first = this.waiting[0]; first && first.at <= at; first = this.waiting[0]) {
      this.waiting.shift();
      this.at = Math.max(this.at, first.at);
      first.goOn();
      await quiet();
    }
    this.at = Math.max(this.at, at);
  }
}
