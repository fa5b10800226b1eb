import type { Messenger, Posted, SendFailure } from "../../engine/ports";
import type { Id } from "../../schools/school";
import type { Say } from "../../visits/notice";
import { type Recipient, recipientKey } from "../../visits/notice";
import type { Fate } from "./fate";

/** How a simulated text is written: the words themselves are tested elsewhere. `names`: whom it is about. */
export type Text = { id: Id; key: Say["key"]; alarm: number | undefined; repeat: boolean; names: string };
/** A text as it arrived. */
export type Heard = Text & { at: number; school: Id; to: string };

/** Everybody's chats and the clock on the wall. What has arrived stays, whatever becomes of the process that sent it. */
export class Teams {
  readonly heard: Heard[] = [];
  /** Everything that was tried, cards too. */
  sends = 0;
  private posts = 0;

  constructor(
    public at: number,
    readonly fate: Fate,
  ) {}

  arrives(school: Id, to: string, text: Text | undefined): Posted {
    if (text) this.heard.push({ ...text, at: this.at, school, to });
    return { conversation: to, activity: String(++this.posts) };
  }
}

type Before = (school: Id, to: string, text: Text | undefined) => Promise<void>;
type Answer = Posted | SendFailure | { failed: "gone" };

/** One worker's way to Teams. */
export class TeamsLine implements Messenger {
  constructor(
    private readonly teams: Teams,
    private readonly before: Before,
  ) {}

  say = (school: Id, to: Recipient, text: string) => this.send(school, to, read(text)) as Promise<Posted | SendFailure>;
  show = (school: Id, to: Recipient) => this.send(school, to, undefined) as Promise<Posted | SendFailure>;
  update = (school: Id, to: Recipient, _card: object, posted: Posted) => this.send(school, to, undefined, posted);

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
