import type { Engine } from "../engine/engine";
import type { Store } from "../engine/ports";
import type { At, Id, Person, Roster } from "../schools/school";
import type { Sight } from "../visits/sight";
import { NO_CHECK_IN } from "../words/en-gb/phone";
import { addressFor } from "./addresses";
import type { Received } from "./received";
import type { Ways } from "./ways";

export type Replies = {
  engine: Pick<Engine, "knows" | "hear" | "submit" | "myVisits">;
  store: Pick<Store, "away" | "get" | "change">;
  ways: Ways;
  rosters(): readonly Roster[];
  now(): At;
  /** What the service's timestamp means on our clock. */
  onOurClock(at: At): At;
  /** As the chat says it. */
  say(verb: "wrote" | "askForHelp", sight: Sight, actor: Id): string;
  notSaved(phone: string | undefined): string;
  /** Whether the words ask for open help, as in the chat. */
  asksForHelp(text: string): boolean;
  /** For the log: ids only. */
  report(what: string, about: Readonly<Record<string, string>>): void;
};

const HOUR_MS = 3_600_000;
/** Of each person, and of numbers that were answered without a check-in. */
const mostIds = 30;
const mostNumbers = 1_000;

/**
 * Whoever is out may answer by SMS: any words are a check-in, and are read for the code word as in the chat (S4). What the sender gets back is the
 * chat's own sentence. A number that belongs to nobody who is out is told the same as any other such number (P6).
 */
export class CheckInBySms {
  private readonly told = new Map<string, At>();
  private readonly notStored = new Map<string, At>();

  constructor(private readonly replies: Replies) {}

  /** `again`: it could not be stored, so it must be brought again (S9: it still counts from when it was sent). */
  async take(received: Received): Promise<"taken" | "again"> {
    const owners = this.ownersOf(received.from);
    try {
      const known = await this.stillKnown(owners);
      const out = await this.outOf(known);
      const [sender, ...others] = out;
      if (sender && others.length === 0) await this.hear(sender, received);
      else if (sender) await this.hearCall(out, received);
      else await this.overhear(known, received);
      return "taken";
    } catch {
      await this.sayNotStored(owners, received);
      return "again";
    }
  }

  private ownersOf(from: string): Person[] {
    const number = numberOf(from);
    const all = this.replies.rosters().flatMap(({ people }) => people);
    return all.filter((person) => addressFor("sms", person) === number);
  }

  /** Whoever has left the school may have handed on the phone with its number. */
  private async stillKnown(owners: readonly Person[]): Promise<Person[]> {
    const known = await Promise.all(owners.map(({ id }) => this.replies.engine.knows(id)));
    return owners.filter((_, i) => known[i] !== undefined);
  }

  /** Whoever is out with this number. Two who share it can't be told apart, so that it checks in neither. */
  private async outOf(owners: readonly Person[]): Promise<Id[]> {
    const schools = [...new Set(owners.flatMap((person) => person.schools))];
    const away = (await Promise.all(schools.map((school) => this.replies.store.away(school)))).flat();
    return [...new Set(owners.map(({ id }) => id))].filter((id) => away.includes(id));
  }

  private async hear(sender: Id, received: Received): Promise<void> {
    const said = await this.once(sender, received, () => this.answerTo(sender, received));
    if (said !== undefined) await this.reply(received.from, said);
  }

  /** Whoever is signed out nowhere may call for help all the same; the answer is that of everybody who is not out (S4, P6). */
  private async overhear(owners: readonly Person[], received: Received): Promise<void> {
    const ids = [...new Set(owners.map(({ id }) => id))];
    for (const id of ids) await this.once(id, received, () => this.overheard(id, received, ids.length > 1));
    await this.answerNobody(received.from);
  }

  private overheard = (id: Id, received: Received, shared: boolean) =>
    this.replies.engine.hear(id, received.text, this.sentAt(received), false, shared);

  /** Several are out with one phone, the one for visits, say: who of them writes nobody knows, so a call for help is one about each (S9, S4). */
  private async hearCall(out: readonly Id[], received: Received): Promise<void> {
    const said = [];
    for (const id of out) {
      const heard = () => this.overheard(id, received, true).then(() => this.helpFor(id, received));
      said.push(await this.once(id, received, heard));
    }
    const answer = said.find((one) => one !== undefined);
    if (answer === undefined) await this.answerNobody(received.from);
    else await this.reply(received.from, answer);
  }

  private async helpFor(id: Id, received: Received): Promise<string | undefined> {
    if (!this.replies.asksForHelp(received.text)) return undefined;
    const isOut = ({ visitors }: Sight) => visitors.some(({ id: who, outing }) => who === id && outing && !outing.back);
    const on = (await this.replies.engine.myVisits(id)).find(isOut);
    return on && this.callHelp(id, on.visit, this.sentAt(received));
  }

  /** Undefined where it was taken before. */
  private async once<T>(person: Id, { id }: Received, take: () => Promise<T>): Promise<T | undefined> {
    const { store, report } = this.replies;
    if ((await store.get<string[]>("sms", person))?.includes(id)) return undefined;
    const taken = await take();
    const keep = (ids: string[] = []) => [id, ...ids].slice(0, mostIds);
    await store.change<string[]>("sms", person, keep).catch(() => report("an SMS was not noted", { person }));
    return taken;
  }

  private sentAt({ at }: Received): At {
    const { now, onOurClock } = this.replies;
    return at === undefined ? now() : Math.min(onOurClock(at), now());
  }

  /** What is awaited depends on the words alone, never on what was found in them (S4). */
  private async answerTo(person: Id, received: Received): Promise<string> {
    const { engine, say, asksForHelp } = this.replies;
    const [text, sentAt] = [received.text, this.sentAt(received)];
    const heard = await engine.hear(person, text, sentAt);
    if (!("checkedIn" in heard)) return NO_CHECK_IN;
    if (!asksForHelp(text)) return say("wrote", heard.checkedIn, person);
    return this.callHelp(person, heard.checkedIn.visit, sentAt);
  }

  private async callHelp(person: Id, visit: Id, sentAt: At): Promise<string> {
    const { engine, say } = this.replies;
    const answer = await engine.submit(person, { verb: "askForHelp", visit, input: { kind: "help" }, sentAt });
    return "done" in answer ? say("askForHelp", answer.done, person) : answer.refusal.say;
  }

  /** S14, once for each SMS, however often it is brought. */
  private async sayNotStored([owner]: readonly Person[], { id, from }: Received): Promise<void> {
    if (!owner || this.notStored.has(id)) return;
    remember(this.notStored, id, this.replies.now());
    const phone = this.replies.rosters().find(({ school }) => owner.schools.includes(school.id))?.school.phone;
    await this.reply(from, this.replies.notSaved(phone));
  }

  /** Once an hour: something that answers by itself may be at the other end. */
  private async answerNobody(from: string): Promise<void> {
    const number = numberOf(from);
    const now = this.replies.now();
    if (now - (this.told.get(number) ?? Number.NEGATIVE_INFINITY) < HOUR_MS) return;
    remember(this.told, number, now);
    await this.reply(from, NO_CHECK_IN);
  }

  private async reply(from: string, text: string): Promise<void> {
    const { ways, report } = this.replies;
    await ways.sms?.send(numberOf(from), text).catch(() => report("an SMS was not answered", {}));
  }
}

/** Azure writes numbers with their plus sign or without it. */
const numberOf = (from: string): string => `+${from.replace(/\D/g, "")}`;

function remember(seen: Map<string, At>, key: string, at: At): void {
  seen.delete(key);
  seen.set(key, at);
  const [oldest] = seen.keys();
  if (seen.size > mostNumbers && oldest !== undefined) seen.delete(oldest);
}
