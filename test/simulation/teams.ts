import { isDeepStrictEqual } from "node:util";
import type { Messenger, Posted, SendFailure } from "../../engine/ports";
import type { At, Id } from "../../schools/school";
import { type Recipient, recipientKey, type Say, type Slot } from "../../visits/notice";
import type { Sight } from "../../visits/sight";
import { words as said } from "../../words/en-gb/engine";
import type { Fate, SendFate } from "./fate";
import { Quota } from "./quota";
import type { Timeline } from "./timeline";

/** How a simulated text is written: the words themselves are tested elsewhere. `names`: whom it is about; `of`: the alarm whose card is beneath it. */
export type Text = {
  id: Id;
  key: Say["key"];
  alarm: number | undefined;
  of: number | undefined;
  repeat: boolean;
  names: string;
};
/** A text as it arrived; `no`: which of all that was sent it was. */
export type Heard = Text & { at: number; school: Id; visit: Id | undefined; to: string; no: number };

/** A word that is about no visit. `goesOn`: it was refused so that it may be tried again. */
export type Morning = { school: Id; to: string; at: At; arrived: boolean; goesOn: boolean };

/** A card as it is drawn: which, and from what. */
export type Card = { slot: Slot; sight: Sight };
const isCard = (card: object): card is Card => "slot" in card && "sight" in card;
/** Who was first told of an alarm, or shown it, and when. */
export type ToldOf = { to: string; no: number; how: "told of" | "shown"; at: At };
/** The alarm that it is the card of, and each discreet call that it shows besides. */
const alarmsOn = ({ slot, sight }: Card): number[] => [
  ...(slot.card === "alarm" && slot.no !== undefined ? [slot.no] : []),
  ...sight.alarms.filter(({ cause }) => cause === "covert").map(({ no }) => no),
];
const isAlike = (a: Card, b: Card): boolean =>
  oftenest.every((part) => isDeepStrictEqual(a.sight[part], b.sight[part])) &&
  isDeepStrictEqual(a, { ...b, sight: { ...b.sight, now: a.sight.now } });
/** What changes is mostly among this, and to compare it takes least. */
const oftenest = ["phase", "offers", "alarms", "visitors", "next"] as const satisfies (keyof Sight)[];

/** After this long what went wrong is no excuse any more: longer than a lease, and than any limit but the hour's. */
const forgotten = 40_000;

/** Everybody's chats. What has arrived stays, whatever becomes of the process that sent it. */
export class Teams {
  readonly heard: Heard[] = [];
  private readonly ofVisit = new Map<Id, Heard[]>();
  private readonly alarmsOf = new Map<string, readonly Heard[]>();
  private readonly told = new Map<Id, Map<string, ToldOf>>();
  /** Everything that was tried, cards too. */
  sends = 0;
  /** What each message shows, how often it has been told to show the very same again, and when anything else while nothing happened to its visit. */
  private readonly shown = new Map<string, { card: Card; again: number; lines: number; times: At[] }>();
  /** What is done over and over, though nothing happens to the visit that it is about. */
  readonly restless: string[] = [];
  private posts = 0;
  private readonly quota = new Quota();
  /** How often a write failed, or its answer was lost, and how often a process died. */
  strikes = 0;
  /** A morning's words to those who answer for a policy: each as it was tried. */
  readonly mornings: Morning[] = [];
  /** When something was over its limits that nothing excuses: whoever dies, or is not answered, does not know what has gone out lately. */
  readonly over: At[] = [];
  /** When anything went wrong that nobody can help: a send or a write that failed, a process that died. */
  readonly troubles: At[] = [];
  /** Messages that are not there any more, and since when: whoever would change one is told so from then on. */
  readonly gone = new Map<string, At>();
  /** Since when and until when Teams won't take the very same, and how often anything had failed that may make whoever sends it forget. */
  private readonly refused = new Map<string, { since: At; until: At; strikes: number }>();
  /** When something came again before Teams had said that it might. */
  readonly tooSoon: At[] = [];
  /** Texts on their way: by whom, and until when nobody else may send them. */
  private readonly underWay = new Map<string, { line: TeamsLine; until: At }>();

  constructor(
    readonly time: Timeline,
    readonly fate: Fate,
    /** How much has happened to a visit. */
    private readonly linesOf: (visit: Id) => number,
  ) {}

  get at(): At {
    return this.time.at;
  }

  /**
   * How often in a row this message was drawn as it was; and in the last minute, while nothing happened to its visit. `agreed`: a lease means the same to
   * all. Where clocks differ another draws what is being drawn, and that is no change.
   */
  redrawn({ activity }: Posted, card: Card, agreed: boolean): { again: number; times: number } {
    const last = this.shown.get(activity);
    const lines = this.linesOf(card.sight.visit);
    const again = last && isAlike(last.card, card) ? last.again + 1 : 0;
    const before = last?.lines === lines ? last.times.filter((at) => at > this.at - 60_000) : [];
    const times = again === 0 || agreed ? [...before, this.at] : before;
    this.shown.set(activity, { card, again, lines, times });
    return { again, times: before.length };
  }

  /** Whether or not it arrives. */
  tells(visit: Id, told: Omit<ToldOf, "at">): void {
    const known = this.told.get(visit) ?? new Map<string, ToldOf>();
    this.told.set(visit, known);
    const key = `${told.to} ${told.no} ${told.how}`;
    if (!known.has(key)) known.set(key, { ...told, at: this.at });
  }

  toldOf(visit: Id): readonly ToldOf[] {
    return [...(this.told.get(visit)?.values() ?? [])];
  }

  /** Whether a process that lives has begun the very same, and its lease of it still runs. */
  begins(key: string, line: TeamsLine, until: At): boolean {
    const other = this.underWay.get(key);
    this.underWay.set(key, { line, until });
    return other?.line.leases() === true && this.at < other.until;
  }

  /** What Teams itself has to say of one more message, undefined where it takes it. */
  limits(conversation: string): SendFate {
    const retryAfter = this.quota.takes(conversation, this.at);
    if (retryAfter === undefined) return undefined;
    if (!this.troubles.some((at) => at > this.at - forgotten)) this.over.push(this.at);
    return { failed: "throttled", arrived: false, retryAfter };
  }

  /** Whoever has been told how long to wait, and could write it down, waits; what began while that was being said did not know it. */
  comes(message: string): void {
    const last = this.refused.get(message);
    const isKnown = last && last.since < this.at && last.strikes === this.strikes;
    if (isKnown && this.at < last.until) this.tooSoon.push(this.at);
  }

  /** `strikes`: as many as there were when it was sent. */
  refuses(message: string, retryAfter: number | undefined, strikes: number): void {
    if (retryAfter === undefined) this.refused.delete(message);
    else this.refused.set(message, { since: this.at, until: this.at + retryAfter, strikes });
  }

  /** What becomes of a change of a message. */
  ofChange({ activity }: Posted, fate: SendFate): SendFate {
    if (fate?.failed === "gone" && !this.gone.has(activity)) this.gone.set(activity, this.at);
    return this.gone.has(activity) ? { failed: "gone", arrived: false } : fate;
  }

  ends(key: string, line: TeamsLine): void {
    if (this.underWay.get(key)?.line === line) this.underWay.delete(key);
  }

  /** All that has been said about a visit. */
  of(visit: Id): readonly Heard[] {
    return this.ofVisit.get(visit) ?? [];
  }

  /** What somebody has been told of alarms. */
  alarmsTo(who: Id): readonly Heard[] {
    return this.alarmsOf.get(who) ?? [];
  }

  private hears(text: Heard): void {
    if (text.alarm !== undefined) this.alarmsOf.set(text.to, [...this.alarmsTo(text.to), text]);
    this.heard.push(text);
    const before = this.ofVisit.get(text.visit ?? "");
    if (before) before.push(text);
    else this.ofVisit.set(text.visit ?? "", [text]);
  }

  arrives(to: string, text: Omit<Heard, "at"> | undefined): Posted {
    if (text) this.hears({ ...text, at: this.at });
    return { conversation: to, activity: String(++this.posts) };
  }
}

type Said = Text & { visit: Id | undefined };
type Leased = { visit: Id; until: At };
type Before = (to: string, text: Text | undefined, visit: Id | undefined) => Promise<void>;
type Complain = (what: string) => void;
/** Lost answers and crashes leave it open what a card shows; more often than this it is drawn for nothing. */
const mostRedrawn = 6;
/** What time alone changes on a card, and who else is away. */
const mostToAndFro = 5;
/** Two whose clocks are minutes apart each draw what it is by their own, at a moment at which both look. */
const mostByTwoClocks = 10;
const notDrawn = { again: 0, times: 0 };
type Answer = Posted | SendFailure | { failed: "gone" };

/** One worker's way to Teams. */
export class TeamsLine implements Messenger {
  constructor(
    private readonly teams: Teams,
    private readonly before: Before,
    private readonly complain: Complain,
    /** What it has leased is nobody else's: it lives, and all clocks agree. */
    readonly leases: () => boolean,
    /** Of which visit a text to somebody is, and until when it has that to itself, by its own clock. */
    private readonly leaseOf: (to: string, text: Text) => Leased | undefined,
  ) {}

  say = async (school: Id, to: Recipient, words: string): Promise<Posted | SendFailure> => {
    const text = read(words);
    if (!text) return words === said.morning(school) ? this.sayMorning(school, to) : this.show(school, to);
    const leased = this.leaseOf(recipientKey(to), text);
    const key = leased && `${leased.visit} ${text.id}`;
    if (key && this.teams.begins(key, this, leased.until))
      this.complain(`${key} is sent while it is on its way already`);
    if (leased && text.of !== undefined)
      this.teams.tells(leased.visit, { to: recipientKey(to), no: text.of, how: "told of" });
    const answer = await this.send(school, to, { ...text, visit: leased?.visit });
    if (key) this.teams.ends(key, this);
    return answer as Posted | SendFailure;
  };
  private async sayMorning(school: Id, recipient: Recipient): Promise<Posted | SendFailure> {
    const word: Morning = { school, to: recipientKey(recipient), at: this.teams.at, arrived: false, goesOn: false };
    this.teams.mornings.push(word);
    const answer = (await this.send(school, recipient, undefined)) as Posted | SendFailure;
    word.arrived = !("failed" in answer);
    word.goesOn = "failed" in answer && (answer.failed === "throttled" || answer.failed === "unreachable");
    return answer;
  }
  show = (school: Id, to: Recipient, card: object = {}) => {
    this.shows(to, card);
    return this.send(school, to, undefined) as Promise<Posted | SendFailure>;
  };
  private shows(recipient: Recipient, card: object): void {
    if (!isCard(card)) return;
    const to = recipientKey(recipient);
    for (const no of alarmsOn(card)) this.teams.tells(card.sight.visit, { to, no, how: "shown" });
  }
  update = async (school: Id, to: Recipient, card: object, posted: Posted) => {
    this.shows(to, card);
    const answer = await this.send(school, to, undefined, posted);
    const { again, times } = "failed" in answer ? notDrawn : this.teams.redrawn(posted, card as Card, this.leases());
    if (again === mostRedrawn) this.complain(`a card of ${recipientKey(to)} is drawn over and over as it is`);
    if (times === (this.leases() ? mostToAndFro : mostByTwoClocks))
      this.teams.restless.push(`a card of ${recipientKey(to)} is drawn to and fro`);
    return answer;
  };

  private async send(school: Id, recipient: Recipient, text: Said | undefined, posted?: Posted): Promise<Answer> {
    const to = recipientKey(recipient);
    await this.before(to, text, text?.visit);
    const no = ++this.teams.sends;
    const { fate, time, strikes } = this.teams;
    const message = `${school}/${to} ${posted?.activity ?? (text ? `${text.visit} ${text.id}` : "")}`;
    if (posted || text) this.teams.comes(message);
    const sent = fate.send(`${school}/${to}`, this.teams.at, posted !== undefined);
    const unlucky = posted ? this.teams.ofChange(posted, sent) : sent;
    const takes = fate.takes();
    if (unlucky || takes) this.teams.troubles.push(this.teams.at);
    if (takes) await time.after(takes.there);
    const failed = unlucky ?? this.teams.limits(`${school}/${to}`);
    const post =
      failed && !failed.arrived ? undefined : (posted ?? this.teams.arrives(to, text && { ...text, school, to, no }));
    // A process that has died meanwhile is told nothing.
    this.teams.refuses(message, this.leases() ? failed?.retryAfter : undefined, strikes);
    await fate.meanwhile();
    if (takes) await time.after(takes.back);
    if (!failed && post) return post;
    const { failed: why = "throttled", retryAfter } = failed ?? {};
    return why === "gone" ? { failed: why } : { failed: why, retryAfter };
  }
}

/** A morning's word to those who answer for a policy is no notice of a visit. */
const read = (text: string): Text | undefined => (text.startsWith("{") ? (JSON.parse(text) as Text) : undefined);
