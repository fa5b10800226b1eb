import { leaseFor } from "../../engine/marks";
import type { Messenger, Posted, SendFailure } from "../../engine/ports";
import type { Id } from "../../schools/school";
import type { Say } from "../../visits/notice";
import { type Recipient, recipientKey } from "../../visits/notice";
import type { Fate } from "./fate";

/** How a simulated text is written: the words themselves are tested elsewhere. `names`: whom it is about. */
export type Text = { id: Id; key: Say["key"]; alarm: number | undefined; repeat: boolean; names: string };
/** A text as it arrived. */
export type Heard = Text & { at: number; school: Id; to: string };

/** A card as it is drawn: which, and what it says but for the time. */
export type Card = { card: string };

/** Everybody's chats and the clock on the wall. What has arrived stays, whatever becomes of the process that sent it. */
export class Teams {
  readonly heard: Heard[] = [];
  /** Everything that was tried, cards too. */
  sends = 0;
  /** What each message shows, and how often it has been told to show the very same again. */
  private readonly shown = new Map<string, { card: string; again: number }>();
  private posts = 0;
  /** Texts on their way: by whom, since when. */
  private readonly underWay = new Map<string, { line: TeamsLine; since: number }>();

  constructor(
    public at: number,
    readonly fate: Fate,
  ) {}

  /** How often in a row this message was drawn as it was. */
  redrawn({ activity }: Posted, { card }: Card): number {
    const last = this.shown.get(activity);
    const again = last?.card === card ? last.again + 1 : 0;
    this.shown.set(activity, { card, again });
    return again;
  }

  /** Whether another process that lives has begun the very same, and its lease of it still runs. */
  begins(key: string, line: TeamsLine): boolean {
    const other = this.underWay.get(key);
    this.underWay.set(key, { line, since: this.at });
    return other?.line.leases() === true && this.at - other.since < leaseFor;
  }

  ends(key: string, line: TeamsLine): void {
    if (this.underWay.get(key)?.line === line) this.underWay.delete(key);
  }

  arrives(school: Id, to: string, text: Text | undefined): Posted {
    if (text) this.heard.push({ ...text, at: this.at, school, to });
    return { conversation: to, activity: String(++this.posts) };
  }
}

type Before = (school: Id, to: string, text: Text | undefined) => Promise<void>;
type Complain = (what: string) => void;
/** Lost answers and crashes leave it open what a card shows; more often than this it is drawn for nothing. */
const mostRedrawn = 6;
type Answer = Posted | SendFailure | { failed: "gone" };

/** One worker's way to Teams. */
export class TeamsLine implements Messenger {
  constructor(
    private readonly teams: Teams,
    private readonly before: Before,
    private readonly complain: Complain,
    /** What it has leased is nobody else's: it lives, and all clocks agree. */
    readonly leases: () => boolean,
  ) {}

  say = async (school: Id, to: Recipient, words: string): Promise<Posted | SendFailure> => {
    const text = read(words);
    const key = text && `${school} ${text.names} ${text.id} ${recipientKey(to)}`;
    if (key && this.teams.begins(key, this)) this.complain(`${key} is sent while it is on its way already`);
    const answer = await this.send(school, to, text);
    if (key) this.teams.ends(key, this);
    return answer as Posted | SendFailure;
  };
  show = (school: Id, to: Recipient) => this.send(school, to, undefined) as Promise<Posted | SendFailure>;
  update = async (school: Id, to: Recipient, card: object, posted: Posted) => {
    const answer = await this.send(school, to, undefined, posted);
    const again = "failed" in answer ? 0 : this.teams.redrawn(posted, card as Card);
    if (again === mostRedrawn) this.complain(`a card of ${recipientKey(to)} is drawn over and over as it is`);
    return answer;
  };

  private async send(school: Id, recipient: Recipient, text: Text | undefined, posted?: Posted): Promise<Answer> {
    const to = recipientKey(recipient);
    await this.before(school, to, text);
    this.teams.sends++;
    const failed = this.teams.fate.send(`${school}/${to}`, this.teams.at, posted !== undefined);
    const post = failed && !failed.arrived ? undefined : (posted ?? this.teams.arrives(school, to, text));
    await this.teams.fate.meanwhile();
    if (!failed && post) return post;
    const { failed: why = "throttled", retryAfter } = failed ?? {};
    return why === "gone" ? { failed: why } : { failed: why, retryAfter };
  }
}

/** A morning's word to those who answer for a policy is no notice of a visit. */
const read = (text: string): Text | undefined => (text.startsWith("{") ? (JSON.parse(text) as Text) : undefined);
