import { type Activity, fromTeams, mentionsBot, type Sender, words } from "./activity";
import type { BotAnswer, BotLine } from "./bot-line";
import type { Channel } from "./channel";
import { baseOf, type Directory, type Place } from "./directory";
import type { Faults } from "./faults";
import type { Kept } from "./history";
import { readAnswer } from "./press-answer";
import type { PressAnswer, ShownPerson } from "./shown";

export interface Write {
  conversation: string;
  as: string;
  text: string;
  /** The post that this answers, in a channel. */
  thread?: string | undefined;
}
export interface Edit {
  conversation: string;
  as: string;
  id: string;
  text: string;
}
export interface Press {
  conversation: string;
  as: string;
  id: string;
  kind: "execute" | "submit";
  verb?: string | undefined;
  actionId?: string | undefined;
  data: Record<string, unknown>;
}

interface Seat {
  place: Place;
  person: ShownPerson;
}

/** What people do: say something, change what they said, press a button. */
export class Turns {
  constructor(
    private readonly channel: Channel,
    private readonly sender: Sender,
    private readonly bot: BotLine,
    private readonly faults: Faults,
    private readonly now: () => Promise<number>,
  ) {}

  async write({ conversation, as, text, thread }: Write): Promise<boolean> {
    const seat = seatOf(this.channel.directory, conversation, as);
    if (!seat) return false;
    const now = await this.now();
    const activity = this.spoken(seat, text, thread, now);
    const kept = this.channel.say(
      thread ? `${baseOf(conversation)};messageid=${thread}` : conversation,
      as,
      now,
      activity,
    );
    if (seat.place.kind === "channel" && !mentionsBot(text)) return true;
    const answer = await this.deliver({ ...this.spoken(seat, text, threadFor(seat.place, kept), now), id: kept.id });
    if (!accepted(answer)) this.channel.undelivered(kept);
    return true;
  }

  async edit({ conversation, as, id, text }: Edit): Promise<boolean> {
    const seat = seatOf(this.channel.directory, conversation, as);
    const kept = this.channel.find(conversation, id);
    if (!seat || kept?.author !== as) return false;
    const activity = this.spoken(seat, text, threadFor(seat.place, kept), await this.now());
    this.channel.change(kept, activity);
    const channelData = { ...activity.channelData, eventType: "editMessage" };
    await this.deliver({ ...activity, id, type: "messageUpdate", channelData });
    return true;
  }

  async press(press: Press): Promise<PressAnswer | undefined> {
    const seat = seatOf(this.channel.directory, press.conversation, press.as);
    const kept = this.channel.find(press.conversation, press.id);
    if (!seat || !kept) return undefined;
    const thread = threadFor(seat.place, kept);
    const frame = fromTeams(this.sender, { ...seat, thread, now: await this.now() });
    const pressed = { ...frame, id: `f:${crypto.randomUUID()}`, replyToId: kept.id, ...meaning(press) };
    const answer = await this.deliver(pressed);
    if (this.faults.now.twice) await this.deliver(pressed);
    const read = readAnswer(press.kind, answer);
    if (read.card) this.channel.showTo(seat.person, kept, read.card);
    return read.answer;
  }

  private spoken(seat: Seat, text: string, thread: string | undefined, now: number): Activity {
    const { mention, ...said } = words(seat.place, text);
    const frame = fromTeams(this.sender, { ...seat, thread, now });
    return { ...frame, ...said, entities: [...(frame.entities as object[]), ...mention] };
  }

  private async deliver(activity: Activity): Promise<BotAnswer> {
    return this.faults.now.away ? { reached: false } : this.bot.send(activity);
  }
}

function meaning({ kind, verb, actionId, data }: Press): Activity {
  if (kind === "submit") return { type: "message", value: data };
  const action = { type: "Action.Execute", id: actionId, verb, data };
  return { type: "invoke", name: "adaptiveCard/action", value: { action, trigger: "manual" } };
}

function seatOf(directory: Directory, conversation: string, as: string): Seat | undefined {
  const place = directory.place(conversation);
  const person = directory.person(as);
  if (!place || !person) return undefined;
  const sits = place.kind === "personal" ? place.person === person : place.channel.members.includes(person.id);
  return sits ? { place, person } : undefined;
}

const threadFor = (place: Place, kept: Kept) => (place.kind === "channel" ? (kept.thread ?? kept.id) : undefined);
const accepted = (answer: BotAnswer) => answer.reached && answer.status < 300;
