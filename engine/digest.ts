import { localDate } from "../schools/hours";
import { isActive } from "../schools/roster";
import type { At, Id, Roster } from "../schools/school";
import { isFirstOfWeek, needsSaying, nextOpening, opensAt } from "../visits/monitoring/digest";
import { urgencies } from "../visits/notice";
import { hasRole } from "../visits/people";
import type { Monitoring } from "../visits/sight/monitoring";
import { words } from "../words/en-gb/engine";
import type { Work } from "./commit";
import { faultOf } from "./faults";
import { isPosted } from "./marks";
import { figuresOf, rolesWatching } from "./monitoring";

/** What is kept of a morning: the day, and who has been told. */
type Told = { date: string; to: readonly Id[] };
const none: Told = { date: "", to: [] };

/** Once each morning of a school day, to those who answer for the policy, where something needs them. */
export class Digest {
  /** Schools whose morning is over, by day: it costs nothing to look again. */
  private readonly done = new Map<Id, string>();
  constructor(private readonly work: Work) {}

  private running: Promise<number> | undefined;

  /** Never in the way of anything else: what goes wrong here is looked at again. Whoever asks meanwhile shares it. */
  run(): Promise<number> {
    this.running ??= this.sayAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** A trust's figures take seconds to reckon, so whatever is more urgent has its turn between two schools. */
  private async sayAll(): Promise<number> {
    let sent = 0;
    for (const school of this.work.parts.book.schools()) {
      // In a storm of alarms it would be told "later" anyway, after its figures had been reckoned.
      if (this.work.limits.isFull(urgencies.rest, this.work.parts.clock.now())) break;
      const said = await this.say(school).catch((error: unknown) => {
        this.work.parts.report?.("morning failed", faultOf(error));
        return 0;
      });
      if (said !== undefined) await new Promise((resolve) => setImmediate(resolve));
      sent += said ?? 0;
    }
    return sent;
  }

  /** The next morning of any school. */
  nextAt(now: At): At | undefined {
    const { book } = this.work.parts;
    const times = book.schools().flatMap((id) => {
      const school = book.roster(id)?.school;
      return (school && nextOpening(school, now)) ?? [];
    });
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** Undefined: not its time, and nothing was reckoned. */
  private async say(id: Id): Promise<number | undefined> {
    const { book, clock, store } = this.work.parts;
    const roster = book.roster(id);
    const now = clock.now();
    if (!roster) return undefined;
    const date = localDate(now, roster.school.timezone);
    if (this.done.get(id) === date) return undefined;
    const opens = opensAt(roster.school, now);
    if (opens === undefined || now < opens) return undefined;
    const figures = await figuresOf(this.work, id);
    if (!figures || !needsSaying(figures, isFirstOfWeek(roster.school, now))) return this.over(id, date, 0);
    const told = await store.get<Told>("digest", id);
    const before = told?.date === date ? told.to : [];
    const due = watchers(this.work, id, roster, now).filter((person) => !before.includes(person));
    const results = await Promise.all(due.map((person) => this.tell(id, person, date, figures)));
    return results.every((result) => result !== "later")
      ? this.over(id, date, results.filter((result) => result === "sent").length)
      : 0;
  }

  private over(id: Id, date: string, sent: number): number {
    this.done.set(id, date);
    return sent;
  }

  /** Noted before it is sent: a morning's word is better lost than said twice. What a limit holds back comes at the next look. */
  private async tell(school: Id, person: Id, date: string, figures: Monitoring): Promise<"sent" | "failed" | "later"> {
    const { messenger, store, clock, book } = this.work.parts;
    if (this.work.limits.take(`${school}/${person}`, urgencies.rest, clock.now()) !== undefined) return "later";
    await store.change<Told>("digest", school, (was = none) => ({
      date,
      to: [...(was.date === date ? was.to : []), person],
    }));
    const options = { alert: false, mention: [] };
    const text = words.morning(book.roster(school)?.school.name ?? "");
    const said = await messenger.say(school, { person }, text, options);
    if (!isPosted(said)) return "failed";
    const draw = this.work.parts.drawMonitoring;
    if (draw) await messenger.show(school, { person }, draw(figures), said);
    return "sent";
  }
}

const watchers = ({ parts }: Work, id: Id, roster: Roster, now: At): Id[] => {
  const policy = parts.book.policy(id);
  if (!policy) return [];
  return roster.people
    .filter((person) => isActive(person, roster.school, now) && hasRole(roster, person, rolesWatching(policy), now))
    .map((person) => person.id);
};
