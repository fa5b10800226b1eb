import type { At, Id } from "../schools/school";
import { adopt } from "./adopt";
import { Digest } from "./digest";
import type { Engine } from "./engine";
import { faultOf } from "./faults";
import { hear } from "./hear";
import { forgetKits } from "./kits";
import { forgetThoseBack } from "./known";
import { Limits } from "./limits";
import { knows, look, myVisits, whoIsOut } from "./look";
import { monitoring, sendFeedback } from "./monitoring";
import type { Parts } from "./parts";
import { KeptPolicies } from "./policies";
import { reportForm, requestForm } from "./request";
import { Sender } from "./sender";
import { submit } from "./submit";
import { Sweep } from "./sweep";
import { type Health, health, watchdog } from "./watchdog";
import type { Work } from "./work";

export type { Parts } from "./parts";

/** What runs beside the bot: timers and the composition root use it. */
export type Running = {
  /** Everything that is due: what the clock makes happen, then what is owed. Answers when nothing is due any more. */
  sweep(): Promise<{ delivered: number }>;
  /** While nothing is due: works out what soon will be, where that is much. Nothing depends on it. */
  foresee(): Promise<void>;
  watchdog(): Promise<{ problems: readonly string[] }>;
  health(): Promise<Health>;
  /** Until when a limit of the channel's holds back something that has not been tried. */
  heldUntil(): At | undefined;
  /** When something may next be said to those who answer for a policy, beside what is due on any visit. */
  nextMorningAt(): At | undefined;
  /** Finishes the sends that have begun and takes no new lease. */
  stop(): Promise<void>;
};

export function createEngine(parts: Parts): Engine & Running {
  const [limits, me] = [new Limits(), parts.ids()];
  const sender = new Sender(parts, limits, me);
  const work: Work = { parts, policies: new KeptPolicies(parts), limits, sender, me, unsaid: new Map() };
  const sweep = new Sweep(work);
  const digest = new Digest(work);
  const who = (id: Id) => knows(work, id);
  const inTurn = oneAtATime();
  const forgetting = [hourly(work, () => forgetThoseBack(work)), hourly(work, () => forgetKits(work))];
  return {
    // A client never says that its press is covert.
    submit: (actor, command) =>
      inTurn(actor, async () => submit(work, await who(actor), { ...command, covert: undefined })),
    hear: (actor, text, sentAt, rehearsed, shared) =>
      inTurn(actor, async () => hear(work, await who(actor), { text, sentAt, rehearsed, shared })),
    adopt: (to, visit, slot, posted) => adopt(work, to, visit, slot, posted),
    look: async (actor, visit) => look(work, await who(actor), visit),
    requestForm: async (actor, amend, start) => requestForm(work, await who(actor), amend, start),
    reportForm: async (actor, sentence) => reportForm(work, await who(actor), sentence),
    myVisits: async (actor) => myVisits(work, await who(actor)),
    whoIsOut: async (viewer) => whoIsOut(work, viewer, "person" in viewer ? await who(viewer.person) : undefined),
    monitoring: async (actor) => monitoring(work, await who(actor)),
    sendFeedback: (actor, text, about) => inTurn(actor, async () => sendFeedback(work, await who(actor), text, about)),
    knows: who,
    sweep: async () => {
      const { delivered } = await sweep.run();
      return { delivered: delivered + (await digest.run()) };
    },
    foresee: () => sweep.foresee(),
    nextMorningAt: () => digest.nextAt(parts.clock.now()),
    watchdog: async () => {
      const found = await watchdog(work);
      for (const forget of forgetting) await forget();
      return found;
    },
    health: () => health(work),
    heldUntil: () => work.limits.heldUntil(parts.clock.now()),
    stop: () => sweep.stop(),
  };
}

/** Once an hour, in the way of nothing: what goes wrong is tried again in an hour. */
function hourly({ parts }: Work, run: () => Promise<void>) {
  let next = Number.NEGATIVE_INFINITY;
  return async (): Promise<void> => {
    const now = parts.clock.now();
    if (now < next) return;
    next = now + 3_600_000;
    await run().catch((error: unknown) => parts.report?.("what is kept of somebody was not forgotten", faultOf(error)));
  };
}

/** One person's presses one after the other, so that a double press finds what the first one did. */
function oneAtATime() {
  const last = new Map<Id, Promise<unknown>>();
  return <T>(actor: Id, turn: () => Promise<T>): Promise<T> => {
    const before = last.get(actor) ?? Promise.resolve();
    const mine = before.then(turn, turn);
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (last.get(actor) === settled) last.delete(actor);
      });
    last.set(actor, settled);
    return mine;
  };
}
