import type { Logger } from "pino";
import type { BotSettings } from "../bot/adapter";
import { asksForHelp } from "../bot/chat-words";
import { createBot } from "../bot/create";
import { directoryOf } from "../bot/directory";
import * as draw from "../cards/draw";
import { sayAnswer, sayNotice } from "../cards/say";
import { Drills } from "../drills/drills";
import { Beat } from "../engine/beat";
import { createEngine } from "../engine/create";
import type { Engine } from "../engine/engine";
import type { Clock, Erasures, Store } from "../engine/ports";
import { AlsoByPhone } from "../phone/also-by-phone";
import { CheckInBySms } from "../phone/check-in-by-sms";
import type { Ways } from "../phone/ways";
import { chosenIn } from "../schools/setup/chosen-in";
import { SetUpDesk } from "../setup/set-up";
import { notSaved } from "../words/en-gb/chat";
import { CountedMessenger } from "./counted-messenger";
import { errorFacts } from "./error-facts";
import { newId, newSalt } from "./ids";
import { localTime } from "./local-time";
import type { SchoolBook } from "./school-book";

type Asked = Pick<Engine, "knows" | "hear" | "submit" | "myVisits">;

/** S4: what is answered by SMS is on the beat too. */
const onBeat = (engine: Asked, beat: Beat): Asked => ({
  ...engine,
  hear: (...asked) => beat.answer(() => engine.hear(...asked)),
  submit: (...asked) => beat.answer(() => engine.submit(...asked)),
});

export type Ground = {
  store: Store;
  erasures?: Erasures | undefined;
  /** No other process sends for this store. */
  alone: boolean;
  clock: Clock;
  machine: Clock;
  schools: SchoolBook;
  settings: BotSettings;
  ways: Ways;
  heartbeat: (() => Promise<void>) | undefined;
  /** Milliseconds at whose multiples answers leave (S4); none: at once. */
  every?: number | undefined;
  log: Logger;
};

/** Engine and bot know each other only through their ports; here the circle is closed. */
export function assemble({
  store,
  erasures,
  alone,
  clock,
  machine,
  schools,
  settings,
  ways,
  heartbeat,
  every,
  log,
}: Ground) {
  const { book, live, codeWord } = schools;
  const beat = every === undefined ? undefined : new Beat(every);
  const messenger = new CountedMessenger();
  const report = (what: string, about: object) => log.error(about, what);
  const sweep = () => void engine.sweep().catch((error: unknown) => log.error(errorFacts(error), "sweep failed"));
  const engine = createEngine({
    ...{ store, erasures, alone, messenger, clock, book, heartbeat, ids: newId, salts: newSalt },
    giveWay: beat && (() => beat.giveWay()),
    elapsed: () => performance.now(),
    draw: draw.drawCard,
    says: draw.saidOn,
    drawMonitoring: draw.drawMonitoring,
    say: sayNotice,
    moved: draw.drawMoved,
    // Once the answer to whoever pressed is on its way: what a press brings others makes it no slower, whatever that is (S4).
    wake: () => void setImmediate(sweep),
    // A timer may go off a millisecond early, when Teams takes nothing yet.
    wakeAt: (at) => void setTimeout(sweep, at - clock.now() + 1).unref(),
    report,
  });
  const setUp = new SetUpDesk({ store, live, packs: schools.packs, messenger, clock, report });
  const inTeams = new CountedMessenger();
  const drills = new Drills({ store, live, messenger: inTeams, clock, report, ids: newId, salts: newSalt });
  const bot = createBot({
    ...{ engine, store, settings, codeWord, log, beat },
    cards: { ...draw, sayAnswer },
    policy: (school) => {
      const policy = book.policy(school);
      return policy && { ...policy, chosen: chosenIn(policy) };
    },
    setUp,
    drills,
    directory: directoryOf(() => live.rosters()),
    now: () => clock.now(),
    onOurClock: localTime(clock, machine),
  });
  const phones = new AlsoByPhone(bot.messenger, { ways, roster: book.roster, report });
  messenger.sendThrough(phones);
  // A rehearsal stays within Teams.
  inTeams.sendThrough(bot.messenger);
  const replies = new CheckInBySms({
    ...{ store, ways, report, asksForHelp, notSaved },
    engine: beat ? onBeat(engine, beat) : engine,
    rosters: () => live.rosters(),
    now: () => clock.now(),
    onOurClock: localTime(clock, machine),
    say: sayAnswer,
  });
  return { engine, bot, messenger, phones, replies, setUp, drills };
}
