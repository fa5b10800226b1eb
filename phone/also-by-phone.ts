import type { Messenger } from "../engine/ports";
import type { Id, Roster } from "../schools/school";
import { alsoInTeams, orReply } from "../words/en-gb/phone";
import { addressFor } from "./addresses";
import type { WayName, Ways } from "./ways";

export type Phones = {
  ways: Ways;
  roster(school: Id): Roster | undefined;
  /** For the log: ids only. */
  report(what: string, about: Readonly<Record<string, string>>): void;
};

const remembered = 2_000;

type Asked = Pick<Parameters<Messenger["say"]>[3], "alarm" | "asks">;

/**
 * Alarms go to people's phones beside Teams, where their school has set that up, and by SMS that can be replied to so does what asks visitors to
 * check in. It is an addition: what Teams answers is what counts, so that an SMS that nobody reads never holds the ladder back.
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

  private also(school: Id, person: Id, text: string, { alarm, asks }: Asked): void {
    const roster = this.phones.roster(school);
    const who = roster?.people.find(({ id }) => id === person);
    for (const name of roster?.school.alarmsAlsoBy ?? []) {
      const address = who && addressFor(name, who);
      const id = alarm ?? (this.phones.ways[name]?.replies ? asks : undefined);
      if (address === undefined || id === undefined || !this.isNew(`${name}/${school}/${id}`)) continue;
      this.begin(name, address, alarm === undefined ? orReply(text) : alsoInTeams(text), person);
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

  private begin(name: WayName, address: string, text: string, person: Id): void {
    const failed = () => this.phones.report("second way failed", { way: name, person });
    const sending = (this.phones.ways[name]?.send(address, text) ?? Promise.reject()).catch(failed);
    this.pending.add(sending);
    void sending.finally(() => this.pending.delete(sending));
  }
}
