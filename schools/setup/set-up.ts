import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import type { At, Id } from "../school";
import { type Change, concerns, needsSecond } from "./change";

/** One line of the log: who changed what, when, and who agreed. `told` of `tell` have heard of it. */
export type Entry = {
  no: number;
  at: At;
  by: Id;
  change: Change;
  state: "waiting" | "inEffect" | "declined";
  second?: { by: Id; at: At } | undefined;
  tell: readonly Id[];
  told: readonly Id[];
};
/** What administrators changed in Teams, on top of the schools file. Nothing is ever taken out of it. */
export type SetUp = { entries: readonly Entry[] };

export type SetUpFacts = {
  now: At;
  actor: Id;
  /** Named in the schools file or by two of these, and within their dates: installing gives no right (P2). */
  administrators: readonly Id[];
  /** What would be wrong if the change stood; a sentence each. */
  faults: (change: Change) => readonly string[];
  /** Whether it stands already. */
  stands: (change: Change) => boolean;
  /** Who is told that it is in effect: Principal and DSL, before it and after it (P2). */
  tell: (change: Change) => readonly Id[];
};
export type No = { refused: string; say: string; field?: string | undefined };
export const isNo = (value: object): value is No => "refused" in value;
const no = (refused: string, sentence: string, field?: string): No => ({ refused, say: sentence, field });

/** The input beside which it is said that a change can't stand. */
const fields: Record<Change["kind"], string> = {
  name: "schoolName",
  numbers: "schoolPhone",
  zone: "zone",
  administrator: "administrator",
  policy: "pack",
  person: "personId",
  phone: "newPhone",
  leaves: "until",
  check: "check",
  role: "role",
  acting: "who",
  duty: "who",
  channel: "conversation",
  codeWord: "word",
  hours: "opens",
  term: "termFrom",
  closed: "closedFrom",
  earlyClosing: "earlyTime",
  cover: "cover",
  setting: "value",
};

export const nothingChanged: SetUp = { entries: [] };

/** In effect at once, or waiting for a second administrator. The same press again changes nothing. */
export function propose(setUp: SetUp, change: Change, f: SetUpFacts): SetUp | No {
  if (!f.administrators.includes(f.actor)) return no("notYours", say.notYours);
  if (setUp.entries.some((entry) => entry.state === "waiting" && isSame(entry, change, f.actor))) return setUp;
  // A new word may be the old one: nobody is told whether it is.
  if (change.kind !== "codeWord" && f.stands(change)) return setUp;
  const [fault] = f.faults(change);
  if (fault !== undefined) return no("notPossible", fault, fields[change.kind]);
  const waits = needsSecond(change);
  const others = f.administrators.filter((id) => id !== f.actor);
  if (waits && others.length === 0) return no("needsSecond", say.needsSecond);
  const entry: Entry = {
    no: setUp.entries.length + 1,
    at: f.now,
    by: f.actor,
    change,
    state: waits ? "waiting" : "inEffect",
    tell: (waits ? others : concerns(change)).filter((id) => id !== f.actor),
    told: [],
  };
  return { entries: [...setUp.entries, entry] };
}

/** A second pair of eyes: never those of whoever proposed it. */
export function confirm(setUp: SetUp, which: number, f: SetUpFacts): SetUp | No {
  const entry = setUp.entries.find((one) => one.no === which);
  if (!entry || !f.administrators.includes(f.actor)) return no("notYours", say.notYours);
  if (entry.state === "inEffect" && entry.second?.by === f.actor) return setUp;
  if (entry.state !== "waiting") return no("settled", say.settled);
  if (entry.by === f.actor) return no("needsOther", say.needsOther);
  const [fault] = f.faults(entry.change);
  if (fault !== undefined) return no("notPossible", fault);
  const tell = [...new Set([...f.tell(entry.change), ...concerns(entry.change), entry.by])].filter(
    (id) => id !== f.actor,
  );
  return replaced(setUp, { ...entry, state: "inEffect", second: { by: f.actor, at: f.now }, tell, told: [] });
}

/** By anybody who may confirm it, and by whoever proposed it. */
export function decline(setUp: SetUp, which: number, f: SetUpFacts): SetUp | No {
  const entry = setUp.entries.find((one) => one.no === which);
  if (!entry || !f.administrators.includes(f.actor)) return no("notYours", say.notYours);
  if (entry.state === "declined") return setUp;
  if (entry.state !== "waiting") return no("settled", say.settled);
  const tell = f.actor === entry.by ? [] : [entry.by];
  return replaced(setUp, { ...entry, state: "declined", second: { by: f.actor, at: f.now }, tell, told: [] });
}

/** A channel among those who are told: the post that goes through shows that it can be reached (S6). */
export const toChannel = (name: string): string => `#${name}`;
export const channelOf = (told: string): string | undefined => (told.startsWith("#") ? told.slice(1) : undefined);

/** Somebody has heard of it. */
export function heard(setUp: SetUp, which: number, who: Id): SetUp {
  const entry = setUp.entries.find((one) => one.no === which);
  return entry && !entry.told.includes(who) ? replaced(setUp, { ...entry, told: [...entry.told, who] }) : setUp;
}

/** Who has not heard yet of what. */
export const untold = ({ entries }: SetUp): { entry: Entry; who: Id }[] =>
  entries.flatMap((entry) => entry.tell.filter((who) => !entry.told.includes(who)).map((who) => ({ entry, who })));

/** In their order. `since`: what took effect before stands in the schools file, as that says of itself. */
export const inEffect = ({ entries }: SetUp, since?: At): Change[] =>
  entries.filter((entry) => entry.state === "inEffect" && !isInFile(entry, since)).map(({ change }) => change);

export const isInFile = ({ state, at, second }: Entry, since: At | undefined): boolean =>
  state === "inEffect" && since !== undefined && (second?.at ?? at) < since;

const replaced = ({ entries }: SetUp, entry: Entry): SetUp => ({
  entries: entries.map((one) => (one.no === entry.no ? entry : one)),
});

/** Of code words only one waits for each who proposes: the newest. */
const isSame = (entry: Entry, change: Change, actor: Id): boolean =>
  JSON.stringify(entry.change) === JSON.stringify(change) && (change.kind !== "codeWord" || entry.by === actor);
