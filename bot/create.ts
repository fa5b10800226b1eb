import type { Beat } from "../engine/beat";
import type { Engine } from "../engine/engine";
import type { Messenger, Store } from "../engine/ports";
import type { At } from "../schools/school";
import { Adapter, type BotSettings } from "./adapter";
import type { Cards } from "./cards";
import { Chats } from "./chats";
import { Conversations } from "./conversations";
import type { Desk, Log } from "./desk";
import type { Directory } from "./directory";
import { createHandler, type HandleHttp } from "./handle-http";
import { meetThrough } from "./meet";
import { createMessenger } from "./messenger";
import { welcomeOnce } from "./welcome";

export type BotParts = {
  engine: Engine;
  store: Pick<Store, "get" | "put" | "all" | "change">;
  settings: BotSettings;
  directory: Directory;
  cards: Cards;
  /** P1: a school's code word, and whether somebody may read it. */
  codeWord: Desk["codeWord"];
  policy: Desk["policy"];
  setUp: Desk["setUp"];
  drills: Desk["drills"];
  now(): At;
  log: Log;
  /** Local mode with a clock of its own: what a timestamp of the machine's clock means there. */
  onOurClock?: (timestamp: At) => At;
  /** S4: when answers leave. Left out: at once. */
  beat?: Beat | undefined;
};

/** Teams' side of Homeward: one door in, one way out. The SDKs are known in this room alone. */
export function createBot(parts: BotParts): { handleHttp: HandleHttp; messenger: Messenger } {
  const {
    engine,
    store,
    settings,
    directory,
    cards,
    codeWord,
    policy,
    setUp,
    drills,
    now,
    log,
    onOurClock = (at: At) => at,
    beat,
  } = parts;
  const adapter = new Adapter(settings);
  const places = { conversations: new Conversations(store), chats: new Chats(store) };
  const desk: Desk = { engine, cards, directory, codeWord, policy, setUp, drills, now, log };
  const handleHttp = createHandler({
    adapter,
    settings,
    desk,
    meet: meetThrough(places, settings, desk),
    welcome: welcomeOnce(desk, store),
    onOurClock,
    beat,
  });
  return { handleHttp, messenger: createMessenger({ ...places, adapter, settings, directory, now }) };
}
