import type { Messenger, Posted, SendFailure } from "../../engine/ports";
import { type Recipient, recipientKey } from "../../visits/notice";

export type Sent = {
  how: "say" | "show" | "update";
  to: string;
  text: string;
  card?: unknown;
  at: number;
  posted: Posted;
  options?: SayOptions;
  /** The text that a card was put beneath. */
  under?: Posted | undefined;
};
type SayOptions = Parameters<Messenger["say"]>[3];
type Answer = SendFailure | { failed: "gone" } | undefined;
/** What the channel does with one send: a failure, or nothing in the way. May take its time, or throw. */
export type Fault = (attempt: { how: Sent["how"]; to: string; text: string }) => Answer | Promise<Answer>;

/** The messenger is a port to Teams: this one keeps what it is given and fails as it is told. */
export class RecordingMessenger implements Messenger {
  readonly sent: Sent[] = [];
  readonly tried: { how: Sent["how"]; to: string; text: string }[] = [];
  fault: Fault = () => undefined;

  constructor(private readonly now: () => number) {}

  async say(_school: string, to: Recipient, text: string, options?: SayOptions): Promise<Posted | SendFailure> {
    const posted = (await this.send("say", to, text)) as Posted | SendFailure;
    const sent = this.sent.find((one) => one.posted === posted);
    if (sent && options) sent.options = options;
    return posted;
  }
  async show(_school: string, to: Recipient, card: object, under?: Posted): Promise<Posted | SendFailure> {
    const posted = (await this.send("show", to, "", card)) as Posted | SendFailure;
    const sent = this.sent.find((one) => one.posted === posted);
    if (sent) sent.under = under;
    return posted;
  }
  async update(
    _school: string,
    to: Recipient,
    card: object,
    posted: Posted,
  ): Promise<Posted | SendFailure | { failed: "gone" }> {
    return this.send("update", to, "", card, posted);
  }

  texts(to?: string): string[] {
    return this.sent
      .filter((sent) => sent.how === "say" && (to === undefined || sent.to === to))
      .map(({ text }) => text);
  }

  /** What one recipient got, in order, without ids and times of sending. */
  seenBy(to: string): unknown[] {
    return this.sent.filter((sent) => sent.to === to).map(({ how, text, card }) => ({ how, text, card }));
  }

  private async send(how: Sent["how"], recipient: Recipient, text: string, card?: object, posted?: Posted) {
    const to = recipientKey(recipient);
    this.tried.push({ how, to, text });
    const failure = await this.fault({ how, to, text });
    if (failure) return failure;
    const place = posted ?? { conversation: to, activity: `a${this.tried.length}` };
    this.sent.push({ how, to, text, card: card && JSON.parse(JSON.stringify(card)), at: this.now(), posted: place });
    return place;
  }
}
