import type { At } from "../schools/school";
import type { Event } from "../visits/events";
import { evolve } from "../visits/evolve";
import { type Notice, recipientKey } from "../visits/notice";
import { openAlarms } from "../visits/people";
import { roundName } from "../visits/rounds";
import type { Visit } from "../visits/visit";
import { roundId } from "../visits/wanted/alarms";
import { dueOf } from "./due";
import { minutesAhead } from "./due-soon";
import { isReadable, type Scene } from "./facts";
import { append } from "./history";
import { drawnBeside, isPosted, marked, type Result, shownAfter } from "./marks";
import type { Mark, Shown, Stored } from "./ports";
import { wantedOf } from "./wanted";
import { aloneIn, type View, type Work } from "./work";

export type Told = { notice: Notice; result: Result };
export type Drawn = { key: string; hash: string; says?: string | undefined; at?: At | undefined; result: Result };
/** `begun`: with the leases under which it sent. */
type Pass = { begun: Stored; told: readonly Told[]; drawn: readonly Drawn[] };

const attempts = 20;

/** Writes what came of a pass, in one go, and keeps what others wrote meanwhile. `view`: with the leases under which it sent. Gives the document as it then is. */
export async function record(
  work: Work,
  view: View,
  told: readonly Told[],
  drawn: readonly Drawn[],
): Promise<Stored | undefined> {
  for (let i = 0; i < attempts; i++) {
    const stored = await work.parts.store.read(view.stored.school, view.stored.id);
    if (!isReadable(stored)) return undefined;
    const scene = at(view.scene, work.parts.clock.now());
    const next = withResults(work, stored, scene, { begun: view.stored, told, drawn });
    const written = await work.parts.store.replace({ ...next, ...dueOf(next, scene, aloneIn(work)) });
    if (written !== "conflict") return next;
  }
  // The leases run out and what is still wanted is sent again, as a repeat.
  work.parts.report?.("results not stored", { visit: view.stored.id });
  return undefined;
}

/** Of the very same scene nothing is derived anew. */
const at = (scene: Scene, now: At): Scene => (scene.now === now ? scene : { ...scene, now });

/** Of a record that was erased meanwhile nothing more is kept (P11). */
function withResults(work: Work, stored: Stored, scene: Scene, { begun, told, drawn }: Pass): Stored {
  const marks: Record<string, Mark | undefined> = { ...stored.post.marks };
  for (const { notice, result } of told) {
    const mark = marks[notice.id];
    // Whoever has taken it since may have sent it: then it is theirs to say what came of it.
    if (result === "unwanted" && mark && !isSameTry(mark, begun.post.marks[notice.id])) continue;
    if (mark) marks[notice.id] = marked(mark, result, scene.now);
  }
  const more = stored.visit.erased === undefined ? deliveries(stored, told, scene.now) : [];
  const history = append(stored.history, more, work.parts.salts);
  return {
    ...stored,
    visit: more.reduce<Visit>(evolve, stored.visit),
    history,
    post: { marks: keptMarks(stored, scene, marks), cards: shownCards(stored, begun, drawn, scene.now) },
  };
}

function shownCards(stored: Stored, begun: Stored, drawn: readonly Drawn[], now: At): Record<string, Shown> {
  const cards = { ...stored.post.cards };
  for (const { key, hash, says, at, result } of drawn) {
    const shown = cards[key];
    if (!shown) continue;
    if (!isSameTry(shown, begun.post.cards[key])) cards[key] = drawnBeside(shown, hash, result);
    else if (result === "unwanted" && !shown.posted) delete cards[key];
    else cards[key] = { ...shownAfter(shown, hash, result, now, says), ...(isPosted(result) && at ? { at } : {}) };
  }
  return cards;
}

/** Where a pass was so slow that its lease ran out, another may have found the card gone and posted a new one. */
const isSameTry = (now: Lease, begun: Lease | undefined): boolean => now.lease === begun?.lease && now.by === begun?.by;
type Lease = Pick<Mark, "lease" | "by">;

/**
 * Who was told of an alarm, and who could not be, belongs to the record of the visit; card updates don't. Once for each turn that
 * the alarm takes: a night of the same round again says nothing new.
 */
function deliveries(stored: Stored, told: readonly Told[], now: number): Event[] {
  const alarms = [...new Set(told.flatMap(({ notice }) => notice.alarm ?? []))];
  return alarms.flatMap((no) => {
    const known = sinceItsTurn(stored, no);
    const about = told.filter(({ notice }) => notice.alarm === no);
    const named = (which: (result: Result) => boolean): string[] =>
      about.filter(({ result }) => which(result)).map(({ notice }) => recipientKey(notice.to));
    const to = named(isPosted).filter((who) => !known.some((event) => event.to.includes(who)));
    const missed = named(isUnreachable).filter((who) => !known.some((event) => event.missed.includes(who)));
    return to.length + missed.length === 0 ? [] : [{ type: "Delivered", no, to, missed, at: now, by: "clock" }];
  });
}

const isUnreachable = (result: Result): boolean =>
  typeof result === "object" && "failed" in result && result.failed === "unreachable";

/** What the record says already since the alarm last climbed. */
function sinceItsTurn({ history }: Stored, no: number): (Event & { type: "Delivered" })[] {
  const events = history.flatMap((line) => ("event" in line ? [line.event] : []));
  const turn = events.findLastIndex((event) => event.type === "AlarmClimbed" && event.no === no);
  return events.slice(turn + 1).filter((event) => event.type === "Delivered" && event.no === no) as (Event & {
    type: "Delivered";
  })[];
}

/**
 * By so much clocks may differ, and so long may a round last: another instance's clock may stand in a round that is over by ours, and that it has told itself just
 * after it began.
 */
function mayStillBeOn({ visit }: Stored, { policy }: Scene): number {
  const every = Object.values(policy.ladder.value.steps).map(({ within }) => within);
  const afterPolice = openAlarms(visit).some(({ police }) => police) ? policy.attendWithin.value : 0;
  return minutesAhead + Math.max(afterPolice, ...every) * 60_000;
}

/** A night of nagging doesn't grow the document: an alarm's past rounds need no mark, once they are past for everybody. */
function keptMarks(stored: Stored, scene: Scene, marks: Record<string, Mark | undefined>): Record<string, Mark> {
  const now = new Set(wantedOf(stored.visit, scene).map(({ id }) => id));
  const mayCome = stepsTold(stored.visit);
  const since = scene.now - mayStillBeOn(stored, scene);
  const isOver = (id: string, mark: Mark): boolean =>
    id.startsWith("alarm/") &&
    !now.has(id) &&
    mark.lease === undefined &&
    lastTry(mark) < since &&
    !mayCome.some((round) => id.startsWith(`${round}/`));
  const kept = Object.entries(marks).flatMap(([id, mark]): [string, Mark][] =>
    mark && !isOver(id, mark) ? [[id, mark]] : [],
  );
  return Object.fromEntries(kept.length > mostMarks ? newestOf(kept, now, since) : kept);
}

/** More than a night asks for: what presses alone bring about, by the thousand, has its measure too. */
const mostMarks = 300;

/** The oldest go of what is wanted no longer. */
function newestOf(marks: readonly [string, Mark][], wanted: ReadonlySet<string>, since: At): [string, Mark][] {
  const isPast = ([id, mark]: [string, Mark]): boolean =>
    !wanted.has(id) && mark.lease === undefined && lastTry(mark) < since;
  const past = marks.filter(isPast).sort(([, a], [, b]) => lastTry(a) - lastTry(b));
  const gone = new Set(past.slice(0, marks.length - mostMarks).map(([id]) => id));
  return marks.filter(([id]) => !gone.has(id));
}

/** One whose answer was lost may be there: whoever is told of it once more is told so, for as long as another's clock stands in its round. */
const lastTry = ({ sent, retryAt, firstTry }: Mark): At => Math.max(sent ?? 0, retryAt ?? 0, firstTry ?? 0);

/** A step that was told is called for again where the alarm goes back below it. */
const stepsTold = (visit: Visit): string[] =>
  openAlarms(visit).flatMap((alarm) =>
    alarm.reached.map((reached) => roundId(alarm, reached.step, roundName(reached))),
  );
