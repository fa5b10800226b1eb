import { setTimeout as pause } from "node:timers/promises";

const tries = 6;
const firstPause = 40;

type Failure = { code?: number | string | undefined; retryAfterInMs?: number | undefined };

/** Certain answers: it is not there, it is there already, somebody else wrote first. */
const noes: ReadonlySet<unknown> = new Set([404, 409, 412]);
/** Certain answers that no second try changes: a fault of ours or of the set-up. */
const refusals: ReadonlySet<unknown> = new Set([400, 401, 403, 413]);

const codeOf = (error: unknown): unknown => (error as Failure | undefined)?.code;
export const isNo = (error: unknown): boolean => noes.has(codeOf(error));

export const isTooLarge = (error: unknown): boolean => codeOf(error) === 413;

/** Anything else may pass, and may have done its work before it failed: 408, 429, 449, 5xx, a connection that was cut. */
const mayPass = (error: unknown): boolean => !isNo(error) && !refusals.has(codeOf(error));

/** Asks until there is an answer that is certain, for so many ms at most. */
export class Surely {
  constructor(private readonly patience: number) {}

  /** What can be asked twice without harm: reads, queries, writes that leave the same behind. */
  again<T>(act: () => Promise<T>): Promise<T> {
    return this.keepTrying(act, async () => undefined);
  }

  /**
   * A write that must happen once. `ours` looks whether it has: after every failure that leaves that open, and after every no, which may
   * be the answer to our own second attempt.
   */
  async once<T>(write: () => Promise<T>, ours: () => Promise<T | undefined>): Promise<T | "no"> {
    try {
      return await this.keepTrying(write, ours);
    } catch (error) {
      if (!isNo(error)) throw error;
      return (await this.again(ours)) ?? "no";
    }
  }

  private async keepTrying<T>(act: () => Promise<T>, done: () => Promise<T | undefined>): Promise<T> {
    const until = Date.now() + this.patience;
    for (let attempt = 1; ; attempt++) {
      try {
        return await within(until, act());
      } catch (error) {
        if (!mayPass(error)) throw error;
        const wait = waitAfter(error, attempt);
        const found = await within(until, done()).catch(() => undefined);
        if (found !== undefined) return found;
        if (attempt === tries || Date.now() + wait >= until) throw error;
        await pause(wait);
      }
    }
  }
}

/** As the database says, else longer each time, and never in step with other instances. */
function waitAfter(error: unknown, attempt: number): number {
  const asked = (error as Failure).retryAfterInMs;
  return Math.max(asked ?? 0, firstPause * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
}

class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

async function within<T>(until: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer("Cosmos DB has not answered in time.")), until - Date.now());
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}
