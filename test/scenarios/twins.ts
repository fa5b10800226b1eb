import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer, Seat } from "../channel/seat";
import { introduced, type Scene } from "./scenes";
import { School } from "./school";

/** Somebody on the visit. */
export type Visitor = "priya" | "tom" | "grace";
type Does = (seat: Seat, school: School) => Promise<Answer>;

/** Where other words and other answers call for help, what calls for help in the demo school is ordinary. */
const elsewhere = (schools: string): string =>
  schools
    .replace("codeWord: green folder", "codeWord: blue kettle")
    .replace("checkInSignal: onMyWay", "checkInSignal: leavingSoon")
    .replace("checkInSignal: stayingAWhile", "checkInSignal: onMyWay");

/** Both are out till three, and were heard of at twenty past ten; an old card to ask for a visit with is open still. */
const out = (companion: Visitor): Scene => ({
  name: `out with ${companion}, with an old card`,
  after: introduced,
  happens: async (school) => {
    await school.priya.says("request visit");
    await school.sendsOut({ back: "15:00", companion: school[companion].person.id });
    await school.arrives();
    await school.until("10:20:15");
    for (const who of ["priya", companion] as const) await checksIn(school[who]);
  },
});

const checksIn = (seat: Seat) => seat.presses("checkIn");

const lists = ["who is out", "my visits"];

/** Two schools to which the same happens at the same moments; in one of them it is covert. */
export class Twins {
  private readonly answers = { ordinary: {} as Record<string, Answer[]>, covert: {} as Record<string, Answer[]> };
  /** By both channels, when the clocks last met. */
  private sent = -1;

  /** What had come to anybody before they were twins: each was told by itself, and in what order is chance. */
  private readonly before: { readonly ordinary: ReadonlySet<object>; readonly covert: ReadonlySet<object> };

  private constructor(
    readonly ordinary: School,
    readonly covert: School,
    private readonly folder: string,
  ) {
    this.before = { ordinary: new Set(ordinary.channel.brought), covert: new Set(covert.channel.brought) };
  }

  /** Priya Shah is out, and that companion with her. */
  static async open(companion: Visitor): Promise<Twins> {
    const after = out(companion);
    const folder = mkdtempSync(join(tmpdir(), "homeward-twin-"));
    const file = join(folder, "schools.yaml");
    writeFileSync(file, elsewhere(readFileSync("schools.demo.yaml", "utf8")));
    const [ordinary, covert] = await Promise.all([School.open({ schools: file, after }), School.open({ after })]);
    await Promise.all([ordinary.settles(), covert.settles()]);
    return new Twins(ordinary, covert, folder);
  }

  async close(): Promise<void> {
    await Promise.all([this.ordinary.close(), this.covert.close()]);
    rmSync(this.folder, { recursive: true });
  }

  /** Happens in both at one moment, down to the last message that follows from it. */
  async both(happens: (school: School) => Promise<unknown>): Promise<void> {
    await this.meet();
    await Promise.all([this.ordinary, this.covert].map(happens));
    await this.meet();
  }

  /** Both clocks go to the same moment, some seconds away and far from a full minute: cards name minutes. */
  private async meet(): Promise<void> {
    const programs = [this.ordinary.program, this.covert.program];
    const times = (await Promise.all(programs.map((program) => program.now()))).map(Number);
    if (this.haveMet(times)) return;
    this.sent = this.sentSoFar;
    const next = Math.ceil((Math.max(...times) - 2_000) / 10_000) * 10_000 + 5_000;
    await Promise.all(programs.map((program, i) => program.advance(`PT${(next - (times[i] ?? next)) / 1_000}S`)));
  }

  until(time: string): Promise<void> {
    return this.both((school) => school.until(time));
  }

  /** What each of them can ask for and press themselves. Of the two lists they ask for one, the next time for the other. */
  async everybodyLooks(...visitors: Visitor[]): Promise<void> {
    const [list = ""] = lists.reverse();
    for (const who of visitors) {
      await this.does(who, (seat) => seat.says(list));
      await this.does(who, checksIn);
    }
  }

  /** What comes to whom of the alarm that is called for, in the order of its telling. */
  isToldOf(happens: () => Promise<unknown>): Promise<string[]> {
    return this.covert.hears(happens, /ALARM/);
  }

  async isMarkedSafe(): Promise<void> {
    await this.covert.isMarkedSafe(this.covert.priya);
    await this.covert.settles();
  }

  /** Nothing has happened since, and neither clock was moved. */
  private haveMet([one = 0, other = 0]: readonly number[]): boolean {
    return this.sent === this.sentSoFar && Math.abs(one - other) < 500;
  }

  private get sentSoFar(): number {
    return this.ordinary.channel.sent.length + this.covert.channel.sent.length;
  }

  /** Somebody on the visit says or presses something; what each of the two is answered is kept. */
  async does(who: Visitor, does: Does, ordinarily = does): Promise<void> {
    await this.both(async (school) => {
      const covert = school === this.covert;
      const answers = this.answers[covert ? "covert" : "ordinary"];
      answers[who] = [...(answers[who] ?? []), await (covert ? does : ordinarily)(school[who], school)];
    });
  }

  /** Where what each of them has been given first differs: a few words of both. Empty: nowhere, byte for byte. */
  differences(...visitors: Visitor[]): [string, string][] {
    return visitors.flatMap((who) => {
      const found = this.difference(who);
      return found ? [found] : [];
    });
  }

  /** Of one person, also in the channel that they read as a senior leader. */
  difference(who: Visitor, alsoIn?: "slt"): [string, string] | undefined {
    const [ordinary, covert] = [this.seenBy("ordinary", who, alsoIn), this.seenBy("covert", who, alsoIn)];
    if (ordinary === covert) return undefined;
    const at = [...ordinary].findIndex((letter, i) => letter !== covert[i]);
    const from = at < 0 ? ordinary.length : at;
    const excerpt = (all: string): string => all.slice(Math.max(0, from - 150), from + 150);
    return [excerpt(ordinary), excerpt(covert)];
  }

  /**
   * Everything that they have been answered, and everything that has come to each place that they read, in order. Two places don't wait
   * for each other, so which of them gets something first is chance.
   */
  private seenBy(which: "ordinary" | "covert", who: Visitor, alsoIn?: "slt"): string {
    const school = this[which];
    const places = [school[who].place, ...(alsoIn ? [school[alsoIn]] : [])];
    const since = school.channel.brought.filter((one) => !this.before[which].has(one));
    const brought = places.flatMap((one) => since.filter(({ place }) => place === one));
    return alike([...(this.answers[which][who] ?? []), ...brought.map(({ body }) => body)], school.channel.serviceUrl);
  }
}

/** What has to differ is numbered in the order in which it comes up: visits, presses and messages. */
function alike(all: readonly object[], serviceUrl: string): string {
  const numbers = new Map<string, number>();
  const number = (id: string) => String(numbers.get(id) ?? numbers.set(id, numbers.size).get(id));
  const ids = /meadow\.[a-z2-7]{10}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
  const isPerson = (id: string): boolean => /^(.)\1{7}-/.test(id);
  const text = all.map((one) => JSON.stringify(one)).join("\n");
  return text
    .replaceAll(serviceUrl, "URL")
    .replace(ids, (id) => (isPerson(id) ? id : number(id)))
    .replace(/"id":"(\d+)"/g, (_, id) => `"id":"message ${number(`message ${id}`)}"`);
}
