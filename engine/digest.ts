import { localDate } from "../schools/hours";
import type { At, Id, Roster } from "../schools/school";
import { isFirstOfWeek, needsSaying, nextOpening, opensAt } from "../visits/monitoring/digest";
import { rolesWatching } from "../visits/monitoring/whose";
import { urgencies } from "../visits/notice";
import { hasRole } from "../visits/people";
import { words } from "../words/en-gb/engine";
import { faultOf } from "./faults";
import { figuresOf } from "./monitoring";
import { owedFrom, sayMorning, type Word } from "./morning";
import type { Work } from "./work";

const second = 1_000;
const never = Number.POSITIVE_INFINITY;
/** Another sends for all at the moment: it may be saying this too. */
const untilFree = 2 * second;

/** Once each morning of a school day, to those who answer for the policy, where something needs them. */
export class Digest {
  /** Until when nothing is to be done for a school on a day: it costs nothing to look again. */
  private readonly quiet = new Map<Id, { date: string; until: At }>();
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

  /** The next morning of any school, or when somebody is to be told again for whom it failed. */
  nextAt(now: At): At | undefined {
    const { book } = this.work.parts;
    const mornings = book.schools().flatMap((id) => {
      const school = book.roster(id)?.school;
      return (school && nextOpening(school, now)) ?? [];
    });
    const again = [...this.quiet.values()].map(({ until }) => until).filter((until) => until > now && until < never);
    const times = [...mornings, ...again];
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** Undefined: not its time, and nothing was reckoned. */
  private async say(id: Id): Promise<number | undefined> {
    const { book, clock } = this.work.parts;
    const roster = book.roster(id);
    const now = clock.now();
    if (!roster) return undefined;
    const date = localDate(now, roster.school.timezone);
    const quiet = this.quiet.get(id);
    if (quiet?.date === date && now < quiet.until) return undefined;
    const opens = opensAt(roster.school, now);
    if (opens === undefined || now < opens) return undefined;
    const word = this.wordOf(roster, date, now);
    const { sent, until } = await this.sayTo(roster, word, now);
    this.quiet.set(id, { date, until });
    return sent;
  }

  private wordOf({ school, people }: Roster, date: string, now: At): Word {
    const { drawMonitoring } = this.work.parts;
    const to = watchers(this.work, { school, people }, now);
    return { school: school.id, date, to, text: words.morning(school.name), hasCard: drawMonitoring !== undefined };
  }

  /** Whom it has not reached is told when it may: a limit, Teams that is away or a program that dies loses nobody's. */
  private async sayTo({ school }: Roster, word: Word, now: At): Promise<{ sent: number; until: At }> {
    const from = await owedFrom(this.work, word);
    if (from === undefined || from > now) return { sent: 0, until: from ?? never };
    const figures = await figuresOf(this.work, school.id);
    if (!figures || !needsSaying(figures, isFirstOfWeek(school, now))) return { sent: 0, until: never };
    const sent = await sayMorning(this.work, word, this.work.parts.drawMonitoring?.(figures));
    const again = await owedFrom(this.work, word);
    return { sent, until: again === undefined ? never : Math.max(again, this.work.parts.clock.now() + untilFree) };
  }
}

const watchers = ({ parts }: Work, roster: Roster, now: At): Id[] => {
  const policy = parts.book.policy(roster.school.id);
  if (!policy) return [];
  return roster.people
    .filter((person) => hasRole(roster, person, rolesWatching(policy), now))
    .map((person) => person.id);
};
