import type { Values } from "../channel/card";
import type { Seat } from "../channel/seat";
import { School } from "./school";

/** The worst day of one school: out on an approved visit of its own policy, and then nothing is heard. */

type Names = { lead: string; companion: string; base: string };

/** A request as it is made for ten o'clock, with what this school's policy asks beside. */
const asked = (companion: Seat, more: Values): Values => ({
  pupil: "Sam Smith",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  purpose: "To agree how Sam comes back",
  date: "2026-11-23",
  leave: "09:55",
  start: "10:00",
  back: "11:00",
  agreed: "agreed",
  agreedHow: "by phone with mum",
  companion: companion.person.id,
  ...more,
});

export class WorstDay {
  private constructor(
    readonly school: School,
    private readonly names: Names,
  ) {}

  static async of(pack: string, names: Names): Promise<WorstDay> {
    return new WorstDay(await School.open({ schools: `test/schools/${pack}.yaml` }), names);
  }

  who = (name: string): Seat => this.school.seat(name);
  get lead(): Seat {
    return this.who(this.names.lead);
  }
  get companion(): Seat {
    return this.who(this.names.companion);
  }
  get base(): Seat {
    return this.who(this.names.base);
  }

  /** Asked for and agreed to; `decides` is what this school does before anybody may leave. */
  async sendsOut(more: Values, decides: () => Promise<unknown>, signsOut: Values = {}): Promise<void> {
    await this.lead.says("request visit");
    await this.lead.presses("requestVisit", asked(this.companion, more));
    await this.companion.presses("agreeToVisit");
    await decides();
    await this.school.until("09:55");
    for (const seat of [this.lead, this.companion]) await seat.presses("signOut", { allTrue: "true", ...signsOut });
    await this.base.presses("takeWatch");
  }

  /** Who hears of the alarm while that happens, and in which words, each once. */
  async alarmed(happening: () => Promise<unknown>, words = /ALARM/): Promise<string[]> {
    return [...new Set(await this.school.told(words, happening))];
  }

  /** The newest alarm card of somebody, as text. */
  async card(seat: Seat, words: RegExp): Promise<string> {
    return JSON.stringify((await seat.sees(words)).card);
  }

  /** Spoken to after all: the only way in which it ends (S2). */
  async ends(leader: Seat): Promise<string[]> {
    const spoken = [this.lead, this.companion].map(({ person }) => person.id).join(",");
    return this.alarmed(
      () => leader.presses("standDown", { why: "The police are with them, both are well", spoken }),
      /is over/,
    );
  }

  close = (): Promise<void> => this.school.close();
}
