import type { At, Id } from "../schools/school";
import { afterSetBack } from "../visits/set-back";
import { advance } from "./commit";
import { eachDueSoon, minutesAhead, readableOf } from "./due-soon";
import type { Due, Mark, Post, Shown, Stored } from "./ports";
import { lastPulse } from "./pulse";
import { glanceAt } from "./settle";
import type { Work } from "./work";

/** To wait for less does no harm. */
const least = 10_000;
const attempts = 3;
const minute = 60_000;
/** No step, hold or silence lasts longer, so each visit that counts one falls due by then. */
const longest = 180 * minute;

/**
 * Notices that this server's clock was set back: the difference between it and `elapsed`, which nothing sets, has become smaller. What was planned by the
 * clock as it was is brought forward then, and is not late by as much as the clock was set back.
 */
export class SetBack {
  private difference: number | undefined;
  /** By how much each visit has been brought forward, while others of them still wait for the store. */
  private readonly brought = new Map<Id, number>();

  /** `atOneLook`: many thousands take their time, and what is due meanwhile waits for no more than so many of them. */
  constructor(
    private readonly work: Work,
    private readonly atOneLook = 2_000,
  ) {}

  /** Whether more are left for the next look. */
  async bringForward(): Promise<boolean> {
    const { clock, elapsed } = this.work.parts;
    if (!elapsed) return false;
    this.difference ??= (await this.saidLast()) - elapsed();
    const difference = clock.now() - elapsed();
    const by = this.difference - difference;
    if (by >= least) {
      const some = { most: this.atOneLook, isLeft: ({ id }: Due) => this.leftOf(id, by) >= least };
      if (await eachDueSoon(this.work, by + longest, (row) => this.bringBy(row, by), some)) return true;
    }
    // Only now: where the store failed, the next look brings forward what is left.
    this.difference = difference;
    this.brought.clear();
    return false;
  }

  private leftOf = (id: Id, by: number): number => by - (this.brought.get(id) ?? 0);

  /** What the clock said before this process began, where nobody else's stands there: it may have been set back in between. */
  private async saidLast(): Promise<At> {
    const { store, clock, alone } = this.work.parts;
    return Math.max(clock.now(), (alone && (await lastPulse(store))) || 0);
  }

  private async bringBy(row: Due, by: number): Promise<void> {
    await bring(this.work, row, this.leftOf(row.id, by));
    this.brought.set(row.id, by);
  }
}

async function bring(work: Work, row: Due, by: number): Promise<void> {
  const { store, clock } = work.parts;
  for (let i = 0; i < attempts; i++) {
    const stored = await readableOf(work, row);
    const now = clock.now();
    const next = stored && (await broughtBy(work, stored, by, now));
    if (!next) return isLookedAt(row, now + by) ? store.makeDue(row.school, row.id, now, row) : undefined;
    if ((await store.replace({ ...next, nextDueAt: now })) !== "conflict") return;
  }
}

/** By the clock as it was its time has come, or comes within the minute for which a look is put off. */
const isLookedAt = ({ dueAt }: Due, was: At): boolean => dueAt <= was + minute;

/** Undefined where nothing in it waits for a time by the clock as it was. */
async function broughtBy(work: Work, stored: Stored, by: number, now: At): Promise<Stored | undefined> {
  const post = isHeldOff(stored, now) ? sooner(stored.post, by) : undefined;
  const next = post ? { ...stored, post } : stored;
  const glance = await glanceAt(work, stored, []);
  // Of several instances another's clock may be right and ahead of ours: what it stamps stays as it is, save what we may have stamped ourselves.
  const beyond = work.parts.alone ? now : now + minutesAhead;
  const events = glance ? afterSetBack(stored.visit, glance.scene, { now, was: now + by, beyond }) : [];
  const stamped = events.map((event) => ({ ...event, at: now, by: "clock" as const }));
  if (glance && stamped.length > 0) return advance(work, next, stamped, glance.scene);
  return post && next;
}

const isHeldOff = ({ post: { marks, cards } }: Stored, now: At): boolean =>
  [...Object.values(marks), ...Object.values(cards)].some(({ retryAt = 0 }) => retryAt > now);

/** What has to be tried again is tried as soon as it would have been. */
const sooner = ({ marks, cards }: Post, by: number): Post => ({
  marks: each(marks, (mark) => earlier(mark, by)),
  cards: each(cards, (card) => earlier(card, by)),
});

const each = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));

/** Only what waits to be tried again: a lease is its holder's, and what was sent stays sent. */
function earlier<T extends Mark | Shown>(one: T, by: number): T {
  if (one.retryAt === undefined) return one;
  const first = "firstTry" in one && one.firstTry !== undefined ? { firstTry: one.firstTry - by } : {};
  return { ...one, ...first, retryAt: one.retryAt - by };
}
