import { randomUUID } from "node:crypto";
import type { Channel } from "../channel";
import { type Card, pressOn, type Refused, refusalOn, type Values } from "./card";
import type { Place, Post } from "./place";

export type Person = { id: string; name: string };
/** What somebody sees of an invoke's answer: another card, a line of text, or an error beneath the card. */
export type Answer = { status: number; card?: Card | undefined; said?: string | undefined; error?: string | undefined };

/** One person in one place: what they see, say and press there. */
export class Seat {
  constructor(
    private readonly channel: Channel,
    readonly person: Person,
    readonly place: Place,
  ) {}

  /** The same person in another place, such as a channel of the school. */
  in(place: Place): Seat {
    return new Seat(this.channel, this.person, place);
  }

  get posts(): Post[] {
    return this.place.posts;
  }

  get texts(): string[] {
    return this.place.texts;
  }

  sees(words: string | RegExp, within?: number): Promise<Post> {
    return this.place.sees(words, within);
  }

  isOffered(verb: string, within?: number): Promise<Post & { card: Card }> {
    return this.place.isOffered(verb, within);
  }

  private get personal(): boolean {
    return this.place.id.startsWith("a:");
  }

  /** What Teams tells the bot when the app comes to a chat. */
  async installs(): Promise<void> {
    await this.send({ type: "installationUpdate", action: "add" });
    await this.send({ type: "conversationUpdate", membersAdded: [{ id: "28:homeward" }] });
  }

  /** In a channel the bot hears only what mentions it. */
  says(words: string): Promise<Answer> {
    if (this.personal) return this.send({ type: "message", text: words, textFormat: "plain" });
    const at = "<at>Homeward</at>";
    const mention = { type: "mention", text: at, mentioned: { id: "28:homeward", name: "Homeward" } };
    return this.send({ type: "message", text: `${at} ${words}`, textFormat: "plain", entities: [mention] });
  }

  /** Presses that button on the newest card that has it, once there is one, with what is typed into its inputs. It has to succeed. */
  async presses(verb: string, typed: Values = {}): Promise<Answer> {
    const post = await this.place.isOfferedWith(verb, Object.keys(typed));
    return succeeded(verb, await this.tries(post, verb, typed));
  }

  /** The same on a certain post, or on an old copy of one. */
  async pressesOn(post: Post, verb: string, typed: Values = {}): Promise<Answer> {
    return succeeded(verb, await this.tries(post, verb, typed));
  }

  /** The press has to be refused: gives the sentence, and the input beside which it stands on the card. */
  async isRefused(verb: string, typed: Values = {}): Promise<Refused> {
    return refused(verb, await this.tries(await this.isOffered(verb), verb, typed));
  }

  /** The same from a client that sends what is required and empty. */
  async isRefusedUnseen(verb: string, typed: Values = {}): Promise<Refused> {
    return refused(verb, await this.tries(await this.isOffered(verb), verb, typed, false));
  }

  async isRefusedOn(post: Post, verb: string, typed: Values = {}): Promise<Refused> {
    return refused(verb, await this.tries(post, verb, typed));
  }

  /** Presses, whatever comes of it. The card that comes back takes the place of the pressed one. */
  async tries(post: Post, verb: string, typed: Values = {}, looks = true): Promise<Answer> {
    const value = { action: pressOn(post.card ?? {}, verb, typed, looks), trigger: "manual" };
    const answer = await this.send({ type: "invoke", name: "adaptiveCard/action", value, replyToId: post.id });
    if (answer.card) post.card = answer.card;
    return answer;
  }

  /** Sends an activity just as it is given, in the frame that Teams puts around it. */
  async send(activity: object): Promise<Answer> {
    const { bot } = this.channel;
    const timestamp = (await bot.now()).toISOString();
    const sent = { ...this.frame(), timestamp, ...activity };
    this.channel.sent.push(sent);
    const answer = await fetch(`${bot.url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(sent),
    });
    return answerIn(answer.status, await answer.text());
  }

  private frame(): object {
    const { tenant, serviceUrl } = this.channel;
    const { id, name } = this.person;
    const inChannel = { channel: { id: this.place.id }, team: { id: "19:team@thread.tacv2" } };
    return {
      id: randomUUID(),
      channelId: "msteams",
      serviceUrl,
      locale: "en-GB",
      from: { id: `29:${id}`, aadObjectId: id, name },
      recipient: { id: "28:homeward", name: "Homeward" },
      conversation: { id: this.place.id, conversationType: this.personal ? "personal" : "channel", tenantId: tenant },
      channelData: { tenant: { id: tenant }, ...(this.personal ? {} : inChannel) },
    };
  }
}

function succeeded(verb: string, answer: Answer): Answer {
  const why = refusalIn(answer);
  if (why === undefined && answer.status === 200) return answer;
  throw new Error(`"${verb}" was refused: ${why?.say ?? `HTTP ${answer.status}`}`);
}

function refused(verb: string, answer: Answer): Refused {
  const why = refusalIn(answer);
  if (why && answer.status === 200) return why;
  throw new Error(`"${verb}" was not refused, but answered with ${JSON.stringify(answer).slice(0, 400)}`);
}

const refusalIn = ({ error, card }: Answer): Refused | undefined =>
  error === undefined ? card && refusalOn(card) : { say: error, beside: undefined };

function answerIn(status: number, body: string): Answer {
  const { type, value } = (body.startsWith("{") ? JSON.parse(body) : {}) as { type?: string; value?: unknown };
  if (type === "application/vnd.microsoft.card.adaptive") return { status, card: value as Card };
  if (type === "application/vnd.microsoft.error") return { status, error: (value as { message: string }).message };
  return { status, said: typeof value === "string" ? value : undefined };
}
