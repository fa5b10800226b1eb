import type { Work } from "./commit";
import { isReadable } from "./facts";
import type { Parts } from "./parts";
import type { Due, Mark, Shown, Stored } from "./ports";

/** Less is no harm to wait for. */
const least = 10_000;
const mayDiffer = 12 * 60_000;
const most = 2_000;
const attempts = 3;

/** Whether our clock was set back, by what no change of it moves. */
export class SetBack {
  private offset: number | undefined;

  constructor(private readonly parts: Pick<Parts, "clock" | "elapsed">) {}

  /** By how much since it was last asked; 0 where it was not. */
  since(): number {
    const { clock, elapsed } = this.parts;
    if (!elapsed) return 0;
    const offset = clock.now() - elapsed();
    const by = (this.offset ?? offset) - offset;
    this.offset = offset;
    return by >= least ? by : 0;
  }
}

/** What had to be tried again is tried as soon as it would have been, and not as much later as the clock was set back. */
export async function bringForward(work: Work, by: number): Promise<void> {
  const { store, clock } = work.parts;
  for (const row of await store.due(clock.now() + mayDiffer, most)) await bring(work, row, by);
}

async function bring({ parts: { store, clock } }: Work, { school, id }: Due, by: number): Promise<void> {
  for (let i = 0; i < attempts; i++) {
    const stored = await store.read(school, id);
    const now = clock.now();
    if (!isReadable(stored) || !isHeldOff(stored, now)) return;
    const { marks, cards } = stored.post;
    const post = { marks: each(marks, (mark) => earlier(mark, by)), cards: each(cards, (card) => earlier(card, by)) };
    if ((await store.replace({ ...stored, post, nextDueAt: now })) !== "conflict") return;
  }
}

const isHeldOff = ({ post: { marks, cards } }: Stored, now: number): boolean =>
  [...Object.values(marks), ...Object.values(cards)].some(({ retryAt = 0 }) => retryAt > now);

const each = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));

/** Only what waits to be tried again: a lease belongs to whoever has it, and what was sent was sent. */
function earlier<T extends Mark | Shown>(one: T, by: number): T {
  if (one.retryAt === undefined) return one;
  const first = "firstTry" in one && one.firstTry !== undefined ? { firstTry: one.firstTry - by } : {};
  return { ...one, ...first, retryAt: one.retryAt - by };
}
