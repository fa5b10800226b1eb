import type { Messenger, Posted, SendFailure } from "../../engine/ports";
import type { Id } from "../../schools/school";
import { type Recipient, recipientKey } from "../../visits/notice";
import type { Fate } from "./fate";

/** How a simulated text is written: the words themselves are tested elsewhere. */
export type Text = { id: Id; key: string; alarm: number | undefined; repeat: boolean };
/** A text as it arrived. */
export type Heard = Text & { at: number; school: Id; to: string };

/** Everybody's chats and the clock on the wall. What has arrived stays, whatever becomes of the process that sent it. */
export class Teams {
  readonly heard: Heard[] = [];
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

/** One worker's way to Teams. */
export class TeamsLine implements Messenger {
  constructor(
    private readonly teams: Teams,
    private readonly before: Before,
  ) {}

  say = (school: Id, to: Recipient, text: string) =>
    this.send(school, to, JSON.parse(text) as Text) as Promise<Posted | SendFailure>;
  show = (school: Id, to: Recipient) => this.send(school, to, undefined);
  update = (school: Id, to: Recipient, _card: object, posted: Posted) => this.send(school, to, undefined, posted);

  private async send(
    school: Id,
    recipient: Recipient,
    text: Text | undefined,
    posted?: Posted,
  ): Promise<Posted | SendFailure> {
    const to = recipientKey(recipient);
    await this.before(school, to, text);
    const failed = this.teams.fate.send(to, this.teams.at);
    const post = failed && !failed.arrived ? undefined : (posted ?? this.teams.arrives(school, to, text));
    await this.teams.fate.meanwhile();
    return failed || !post ? { failed: failed?.failed ?? "throttled", retryAfter: failed?.retryAfter } : post;
  }
}
