import type { At, Id } from "../schools/school";
import type { Work } from "./commit";
import { eachDueSoon, readableOf } from "./due-soon";
import type { Due, Mark, Shown, Stored } from "./ports";

/** To wait for less does no harm. */
const least = 10_000;
const attempts = 3;

/** Notices that this server's clock was set back: the difference between it and `elapsed`, which nothing sets, has become smaller. */
export class SetBack {
  private difference: number | undefined;
  /** By how much each visit has been brought forward, while others of them still wait for the store. */
  private readonly brought = new Map<Id, number>();

  constructor(private readonly work: Work) {}

  /** What has to be tried again is tried as soon as it would have been, and not later by as much as the clock was set back. */
  async bringForward(): Promise<void> {
    const { clock, elapsed } = this.work.parts;
    if (!elapsed) return;
    const difference = clock.now() - elapsed();
    const by = (this.difference ?? difference) - difference;
    if (by >= least) await eachDueSoon(this.work, by, (row) => this.bringBy(row, by));
    // Only now: where the store failed, the next look brings forward what is left.
    this.difference = difference;
    this.brought.clear();
  }

  private async bringBy(row: Due, by: number): Promise<void> {
    const left = by - (this.brought.get(row.id) ?? 0);
    if (left > 0) await bring(this.work, row, left);
    this.brought.set(row.id, by);
  }
}

async function bring(work: Work, row: Due, by: number): Promise<void> {
  const { store, clock } = work.parts;
  for (let i = 0; i < attempts; i++) {
    const stored = await readableOf(work, row);
    const now = clock.now();
    if (!stored || !isHeldOff(stored, now)) return;
    const { marks, cards } = stored.post;
    const post = { marks: each(marks, (mark) => earlier(mark, by)), cards: each(cards, (card) => earlier(card, by)) };
    if ((await store.replace({ ...stored, post, nextDueAt: now })) !== "conflict") return;
  }
}

const isHeldOff = ({ post: { marks, cards } }: Stored, now: At): boolean =>
  [...Object.values(marks), ...Object.values(cards)].some(({ retryAt = 0 }) => retryAt > now);

const each = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));

/** Only what waits to be tried again: a lease is its holder's, and what was sent stays sent. */
function earlier<T extends Mark | Shown>(one: T, by: number): T {
  if (one.retryAt === undefined) return one;
  const first = "firstTry" in one && one.firstTry !== undefined ? { firstTry: one.firstTry - by } : {};
  return { ...one, ...first, retryAt: one.retryAt - by };
}
