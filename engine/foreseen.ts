import type { At, Id, Roster } from "../schools/school";
import { urgencies } from "../visits/notice";
import { aroundOf, isReadable } from "./facts";
import { mostLanes } from "./passes";
import { isFrozen } from "./policies";
import type { Due, Ready, Stored } from "./ports";
import { ticked } from "./settle";
import type { Work } from "./work";

const second = 1_000;
/** So far it looks ahead: what ten thousand visits will call for takes a third of it. */
const ahead = 30 * second;
/** Their documents are kept as text until then: a hundred megabytes at the most. */
const most = 10_240;
/** Whatever else wants a turn has it after so many: presses come first. */
const inOneTurn = 2;
/** After that the clock may call for more than it did at the moment that was looked at. */
const holdsFor = 2 * second;

type Seen = { dueAt: At; roster?: Roster; ready?: Ready };

const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Where many visits will fall due together, what the clock will then call for is worked out before, down to the text that is stored: so that at the
 * deadline there is nothing left to do but to write it. It is as true as any other write. Only a visit that nobody has written since is written
 * (its etag), by the roster and policy of that moment, and only once its time has come; whatever is not so is asked anew. What it makes
 * happen bears the moment at which it fell due.
 */
export class Foreseen {
  private readonly seen = new Map<Id, Seen>();
  private looking = false;

  constructor(private readonly work: Work) {}

  /** Looks ahead for as long as nothing has fallen due. */
  async look(): Promise<void> {
    if (this.looking || !this.work.parts.store.ready) return;
    this.looking = true;
    try {
      this.forget();
      await this.readyAll(await this.soon());
    } finally {
      this.looking = false;
    }
  }

  /** What has fallen due and can be written as it was foreseen. */
  take(isBusy: (id: Id) => boolean): Ready[] {
    const now = this.work.parts.clock.now();
    const due = [...this.seen].filter(([, { dueAt }]) => dueAt <= now);
    for (const [id] of due) this.seen.delete(id);
    return due.filter(([id, seen]) => !isBusy(id) && this.holds(seen, now)).flatMap(([, { ready }]) => ready ?? []);
  }

  private holds({ dueAt, ready, roster }: Seen, now: At): boolean {
    return ready !== undefined && now - dueAt < holdsFor && this.work.parts.book.roster(ready.school) === roster;
  }

  private forget(): void {
    const now = this.work.parts.clock.now();
    for (const [id, { dueAt }] of this.seen) if (now - dueAt >= holdsFor) this.seen.delete(id);
  }

  /** The next to fall due first. Where few do, each has its own turn as soon as this would have it. */
  private async soon(): Promise<Due[]> {
    const { store, clock } = this.work.parts;
    const now = clock.now();
    const first = await store.due(now + ahead, mostLanes);
    if (first.length < mostLanes || this.seen.size >= most) return [];
    const rows = await store.due(now + ahead, most);
    const fresh = rows.filter((row) => row.dueAt > now && row.urgency <= urgencies.alarm && !this.isSeen(row));
    return fresh.slice(0, most - this.seen.size).sort((a, b) => a.dueAt - b.dueAt);
  }

  private isSeen = ({ id, dueAt }: Due): boolean => this.seen.get(id)?.dueAt === dueAt;

  private async readyAll(rows: readonly Due[]): Promise<void> {
    for (const [i, row] of rows.entries()) {
      if (i % inOneTurn === 0) await turn();
      // What is due is told first, and all that was seen by then is written.
      if (row.dueAt <= this.work.parts.clock.now()) return;
      this.seen.set(row.id, await this.readied(row));
    }
  }

  private async readied({ school, id, dueAt }: Due): Promise<Seen> {
    const { store } = this.work.parts;
    const stored = await store.read(school, id);
    if (!isReadable(stored) || !isFrozen(stored.visit)) return { dueAt };
    const scene = await aroundOf(this.work, {
      ...{ school, visit: stored.visit, policyHash: stored.policy },
      ...{ away: [], now: dueAt },
    });
    const next = scene && ticked(this.work, { stored, scene });
    if (!next || next === stored || !isOfTheClockAlone(stored, next)) return { dueAt };
    return { dueAt, roster: scene.roster, ready: store.ready?.(next) };
  }
}

/** Nothing is to be kept beside it before it is written (`keepBefore`), nor to be erased. */
const isOfTheClockAlone = ({ visit }: Stored, next: Stored): boolean =>
  next.visit.outings === visit.outings && next.visit.erased === visit.erased;
