import type { Messenger, NotTo } from "../engine/ports";
import type { Id, Roster } from "../schools/school";
import { alsoInTeams, noReply, orReply, subjects } from "../words/en-gb/phone";
import { addressFor } from "./addresses";
import type { Way, WayName, Ways } from "./ways";

export type Phones = {
  ways: Ways;
  roster(school: Id): Roster | undefined;
  /** For the log: ids only. */
  report(what: string, about: Readonly<Record<string, string>>): void;
};

const remembered = 2_000;

type Asked = Pick<Parameters<Messenger["say"]>[3], "alarm" | "over" | "asks" | "notTo">;

/**
 * Alarms, and that they are over, go to people's phones beside Teams, where their school has set that up, and by SMS that can be replied to so does what asks visitors to
 * check in. It is an addition: what Teams answers is what counts, so that an SMS that nobody reads never holds the ladder back, nor one that is kept
 * from a phone because somebody whom the alarm is about has the same number or mailbox, or has taken it along (S4).
 */
export class AlsoByPhone implements Messenger {
  private readonly sent = new Set<string>();
  private readonly pending = new Set<Promise<void>>();

  constructor(
    private readonly teams: Messenger,
    private readonly phones: Phones,
  ) {}

  show: Messenger["show"] = (...message) => this.teams.show(...message);
  update: Messenger["update"] = (...message) => this.teams.update(...message);

  say: Messenger["say"] = (school, to, text, options) => {
    if ("person" in to) this.also(school, to.person, text, options);
    return this.teams.say(school, to, text, options);
  };

  /** When everything that was begun has been taken or has failed. */
  async idle(): Promise<void> {
    await Promise.all(this.pending);
  }

  private also(school: Id, person: Id, text: string, asked: Asked): void {
    const roster = this.phones.roster(school);
    const who = roster?.people.find(({ id }) => id === person);
    for (const name of roster?.school.alarmsAlsoBy ?? []) {
      const address = who && addressFor(name, who);
      const also = said(text, asked, this.phones.ways[name]);
      if (address === undefined || also === undefined || isTheirs(name, address, asked.notTo, roster)) continue;
      const key = `${name}/${school}/${also.id}`;
      if (this.isNew(key)) this.begin(name, address, also, { person, key });
    }
  }

  /** Teams is tried again and again; a phone rings once for each round of an alarm. */
  private isNew(key: string): boolean {
    if (this.sent.has(key)) return false;
    this.sent.add(key);
    for (const oldest of this.sent) {
      if (this.sent.size <= remembered) break;
      this.sent.delete(oldest);
    }
    return true;
  }

  /** What was not taken is brought again where Teams is tried again: then neither way has reached them. */
  private begin(name: WayName, address: string, said: Said, { person, key }: { person: Id; key: string }): void {
    const failed = () => {
      this.sent.delete(key);
      this.phones.report("second way failed", { way: name, person });
    };
    const sending = (this.phones.ways[name]?.send(address, said.text, said.subject) ?? Promise.reject()).catch(failed);
    this.pending.add(sending);
    void sending.finally(() => this.pending.delete(sending));
  }
}

type Said = { text: string; subject?: string };

/** What goes there, and of which message it is. Undefined: it goes through Teams alone. */
function said(text: string, { alarm, over, asks }: Asked, way: Way | undefined): (Said & { id: Id }) | undefined {
  if (alarm !== undefined) return { id: alarm, text: alsoInTeams(text), subject: subjects.alarm };
  if (over !== undefined) return { id: over, text: noReply(text), subject: subjects.over };
  return asks === undefined || !way?.replies ? undefined : { id: asks, text: orReply(text) };
}

/** Whether it may be in the hands of somebody whom the alarm is about: their own, or the one that they carry. */
function isTheirs(name: WayName, address: string, { people, phones }: NotTo = nobody, roster?: Roster): boolean {
  const own = roster?.people.filter(({ id }) => people.includes(id)) ?? [];
  if (name === "email") return own.some(({ email }) => email?.trim().toLowerCase() === address.trim().toLowerCase());
  return [...phones, ...own.flatMap(({ phone }) => phone ?? [])].some((phone) => isSameNumber(phone, address));
}
const nobody: NotTo = { people: [], phones: [] };

/** With a country code or without one: whoever signs out types it as they would dial it, and a school may list it like that. */
const isSameNumber = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((number) => number.replace(/\D/g, "").slice(-9));
  return a === b && a?.length === 9;
};
