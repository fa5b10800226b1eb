import { Duration } from "luxon";
import { z } from "zod";
import type { LocalClock } from "./clock";

const longest = Duration.fromISO("P31D").toMillis();

const advance = z.string().transform((text, context) => {
  const ms = Duration.fromISO(text).toMillis();
  if (ms >= 0 && ms <= longest) return Math.round(ms);
  context.addIssue({ code: "custom", message: "must be an ISO 8601 duration from PT0S to P31D, such as PT10M" });
  return z.NEVER;
});
export const move = z.union([z.strictObject({ advance }), z.strictObject({ to: z.literal("nextDeadline") })]);
type Move = z.infer<typeof move>;

/** The part of the program that has deadlines. */
export type Work = {
  /** Does all that is due now. */
  sweep(): Promise<unknown>;
  nextDueAt(): Promise<number | undefined>;
  /** Until when a limit of Teams' holds back something that has not been tried yet. */
  heldUntil(): number | undefined;
  /** The next morning on which leaders may be told something; no deadline of any visit. */
  nextMorningAt?(): number | undefined;
  /** How many messages have gone out since the program started. */
  delivered(): number;
};

/** Goes from deadline to deadline, so that everything happens in its order and at its time. */
export async function moveClock(clock: LocalClock, work: Work, to: Move): Promise<{ now: string; delivered: number }> {
  const before = work.delivered();
  const from = clock.now();
  await settle(clock, work);
  if ("advance" in to) await runUntil(from + to.advance, clock, work);
  else await runToDeadline(clock, work);
  await letGo(clock, work);
  return { now: new Date(clock.now()).toISOString(), delivered: work.delivered() - before };
}

/** What a limit held back on the way goes out before the answer, if the clock has to go on a little for it. */
async function letGo(clock: LocalClock, work: Work): Promise<void> {
  for (let held = work.heldUntil(); held !== undefined && held > clock.now(); held = work.heldUntil())
    await runUntil(held, clock, work);
}

/** What is due this shortly is a message that Teams' limits put off, no deadline that anybody waits for. */
const SHORTLY_MS = 2_000;

async function runToDeadline(clock: LocalClock, work: Work): Promise<void> {
  const from = clock.now();
  while (clock.now() - from < SHORTLY_MS) {
    const next = await nextAfter(clock.now(), work);
    if (next === Number.POSITIVE_INFINITY) return;
    await runUntil(next, clock, work);
  }
}

async function runUntil(target: number, clock: LocalClock, work: Work): Promise<void> {
  for (let at = clock.now(); at < target; ) {
    const morning = work.nextMorningAt?.() ?? Number.POSITIVE_INFINITY;
    // A morning that has come would hold the clock where it is.
    at = Math.min(target, await nextAfter(at, work), morning > at ? morning : Number.POSITIVE_INFINITY);
    clock.moveTo(at);
    await settle(clock, work);
  }
}

/** One sweep leaves some to the next where there is much to do. */
async function settle(clock: LocalClock, work: Work): Promise<void> {
  for (let before = -1; before < work.delivered(); ) {
    before = work.delivered();
    await work.sweep();
    if (((await work.nextDueAt()) ?? Number.POSITIVE_INFINITY) > clock.now()) return;
  }
}

/** What a sweep has left due has been tried; it comes again a second later, so that the clock always goes on. */
async function nextAfter(at: number, work: Work): Promise<number> {
  const next = (await work.nextDueAt()) ?? Number.POSITIVE_INFINITY;
  return next > at ? next : at + 1_000;
}
