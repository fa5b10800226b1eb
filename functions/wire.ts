import pino, { type DestinationStream } from "pino";
import { sayWays } from "../phone/addresses";
import type { Ground } from "./assemble";
import { beatOf } from "./beat-of";
import { CannotStart } from "./cannot-start";
import { contradictions, ofAnotherTenant } from "./contradictions";
import { eraseRestored } from "./erase-restored";
import { errorFacts } from "./error-facts";
import { heartbeat } from "./heartbeat";
import { newSalt } from "./ids";
import { sayLateness } from "./lateness";
import { openErasures } from "./open-erasures";
import { type LocalCosmos, openStore } from "./open-store";
import { openWays } from "./open-ways";
import { placeOf } from "./packs";
import { readSchoolBook } from "./school-book";
import type { Settings } from "./settings";
import { steady } from "./steady";
import { wakers } from "./wakers";

type Clock = { now(): number };

/** What a host other than Azure's brings along. */
export type Surroundings = {
  /** It listens on loopback only, and so may run without an app id. */
  loopback?: boolean;
  /** Local mode's clock, made from the machine's (P7: none with an app id). */
  clock?: (machine: Clock) => Clock;
  /** It wakes the sweep by itself as soon as anything is due. */
  wakes?: boolean;
  /** A Cosmos DB of its own, where no endpoint is set. */
  cosmos?: () => Promise<LocalCosmos>;
  /** Who signs the tokens of whoever calls, where it is not Microsoft. */
  authority?: string;
  /** Where its log goes; the standard error unless said otherwise. */
  log?: DestinationStream | undefined;
};

const HEALTH_MS = 5_000;
const machine: Clock = { now: () => Date.now() };
export type Wired = Awaited<ReturnType<typeof wire>>;

/** One Homeward: all its parts, put together. Throws `CannotStart` with all that has to be put right first. */
export async function wire(settings: Settings, surroundings: Surroundings = {}) {
  const wrong = contradictions(settings, surroundings);
  if (wrong.length > 0) throw new CannotStart(wrong);
  const schools = readSchoolBook(placeOf(settings.SCHOOLS_FILE), settings.POLICIES_DIR);
  const elsewhere = ofAnotherTenant(settings, schools.tenant);
  if (elsewhere.length > 0) throw new CannotStart(elsewhere);
  const ways = await openWays(settings, schools.live.rosters());
  const destination = surroundings.log ?? pino.destination({ dest: 2, sync: true });
  const log = pino({ level: settings.LOG_LEVEL, base: null }, destination);
  const opened = await openStore(settings, surroundings.cosmos);
  const ground = { schools, ways, log, ...opened };
  return await wireOn(ground, settings, surroundings).catch(async (error: unknown) => {
    await opened.store.close().catch(() => undefined);
    await opened.release().catch(() => undefined);
    throw error;
  });
}

type Opened = Pick<Ground, "schools" | "ways" | "log"> & Awaited<ReturnType<typeof openStore>>;

/** On a store that is open, and is closed again where this fails. */
async function wireOn(
  { schools, ways, log, store, alone, release }: Opened,
  settings: Settings,
  surroundings: Surroundings,
) {
  const local = settings.MicrosoftAppId === undefined;
  const erasures = await openErasures(settings);
  const clock = (local && surroundings.clock?.(machine)) || machine;
  const outside = {
    heartbeat: heartbeat(settings.HEARTBEAT_URL),
    every: beatOf(settings),
    settings: botSettings(settings, schools.tenant),
  };
  // Loaded only now: whoever has something to put right first hears so at once.
  const { assemble } = await import("./assemble.js");
  const parts = assemble({ store, erasures, alone, clock, machine, schools, ways, log, ...outside });
  const { engine, bot, messenger, phones, replies, setUp, drills } = parts;
  // A database that is away for a moment keeps nobody from starting: presses say so, and health.
  const late = sayLateness(await store.due(clock.now(), 1_000).catch(() => []), clock.now());
  // Whatever is wrong with set-up keeps no alarm back.
  const unheard = (error: unknown) => log.error(errorFacts(error), "set-up or a drill failed");
  await setUp.refresh().catch(unheard);
  const erase = eraseRestored({ store, erasures, salts: newSalt }, log, machine.now);
  erase();
  const besides = shared(async () => {
    await setUp.tell().catch(unheard);
    await drills.sweep().catch(unheard);
    erase();
  });
  let open = true;
  return {
    ...{ settings, store, clock, bot, replies, log, late, wakes: surroundings.wakes === true },
    /** P12: whether whoever shows this header may make it sweep. */
    mayWake: wakers(settings, schools.tenant, surroundings.authority),
    /** What the schools chose where their policies are silent. */
    choices: schools.choices(),
    /** What each school should know of its second way out. */
    waysOut: schools.live.rosters().flatMap((roster) => sayWays(roster, ways)),
    /** What is due of visits; and of set-up, what other processes have changed and what people must still hear. */
    sweep: async () => {
      await setUp.refresh().catch(unheard);
      const swept = await engine.sweep();
      await besides();
      return swept;
    },
    foresee: () => engine.foresee(),
    watchdog: () => engine.watchdog(),
    heldUntil: () => engine.heldUntil(),
    nextMorningAt: () => engine.nextMorningAt(),
    health: steady(() => engine.health(), HEALTH_MS, machine.now),
    /** How many messages have gone out since the start. */
    delivered: () => messenger.delivered,
    /** Until it is closed. */
    isOpen: () => open,
    /** Finishes what is being sent, and begins nothing more. */
    close: async () => {
      open = false;
      await engine.stop();
      await phones.idle();
      await store.close();
      await release();
    },
  };
}

/** Whoever asks while it is under way shares it. */
function shared(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}

const botSettings = (settings: Settings, tenant: string) => ({
  tenant,
  appId: settings.MicrosoftAppId,
  appType: settings.MicrosoftAppType,
  appPassword: settings.MicrosoftAppPassword,
});
