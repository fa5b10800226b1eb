import { isDeepStrictEqual } from "node:util";
import type { At, Id, Person, Roster } from "../schools/school";
import { type Recipient, recipientKey } from "../visits/notice";
import { words } from "../words/en-gb/engine";
import type { Beside } from "./besides";
import { awayOn, openNear } from "./facts";
import type { NotTo } from "./ports";
import {
  againAt,
  askAgainAt,
  never,
  type Raised,
  roundAt,
  type Told,
  type Tried,
  toTry,
  withMarks,
  withResults,
} from "./raised";
import { responders } from "./responders";
import { aloneIn, type Work } from "./work";

/**
 * An alarm of the engine's own, outside any visit (S13, S14). Everybody who answers alarms is told at once, and again every ten minutes for as long as
 * it is raised. Whoever could not be reached is tried again soon, or when Teams says, and nobody else is told twice. It does not wait for the instance
 * that sends, which may be what has stopped; of two instances that find the same, one tells each person. Gives the time at which to raise it again.
 */
export async function raise(
  work: Work,
  school: Id,
  name: string,
  textFor: (phone: string) => string,
  { hears, notTo }: Beside = { hears: () => true },
): Promise<At> {
  const { clock, book } = work.parts;
  const now = clock.now();
  const key = `raised/${school}/${name}`;
  const roster = book.roster(school);
  const policy = book.policy(school);
  if (!roster || !policy) return askAgainAt(now);
  const away = awayOn(await openNear(work.parts, roster));
  const mayHear = ({ id }: Person) => hears({ person: id });
  const isThere = (person: Person) => !away.includes(person.id) && mayHear(person);
  const to = responders(roster, policy, now, isThere, mayHear).filter(hears);
  const { round, tried } = await takeLeases(work, key, to, now);
  const told = await tellAll(work, roster, tried, {
    text: textFor(roster.school.phone),
    round: `${key}/${round.count}`,
    notTo,
  });
  const after = tried.length > 0 ? await record(work, key, told) : round;
  return againAt(after, to, aloneIn(work), now);
}

/** In one compare-and-set: of two instances that find the same at once, one tells each person. */
async function takeLeases(work: Work, key: string, to: readonly Recipient[], now: At) {
  let [round, tried]: [Raised, Tried[]] = [never, []];
  await work.parts.store.change<Raised>("pulse", key, (kept = never) => {
    round = roundAt(kept, work.me, now);
    tried = toTry(round, to, { me: work.me, alone: aloneIn(work) }, now);
    return tried.length > 0 || !isDeepStrictEqual(round, kept) ? withMarks(round, tried) : undefined;
  });
  return { round, tried };
}

async function record(work: Work, key: string, told: readonly Told[]): Promise<Raised> {
  const now = work.parts.clock.now();
  const change = (round: Raised = never) => withResults(round, told, now);
  return (await work.parts.store.change<Raised>("pulse", key, change)) ?? never;
}

/**
 * It waits for none of Teams' limits: in a storm of alarms it may be what says that nobody is being told. What it sends is counted here, so that other
 * texts of this instance wait for it. Another instance that is sending does not know of it, so Teams may get a few texts too many in a second; its
 * answer then says when to try again.
 */
function tellAll(
  { parts, limits }: Work,
  roster: Roster,
  tried: readonly Tried[],
  { text, round, notTo }: { text: string; round: Id; notTo?: NotTo | undefined },
): Promise<Told[]> {
  const { id } = roster.school;
  const now = parts.clock.now();
  const sends = tried.map(async ({ to, mark }) => {
    limits.count(`${id}/${recipientKey(to)}`, now);
    const options = { alert: true, mention: [], alarm: `${round}/${recipientKey(to)}`, notTo };
    const said = parts.messenger.say(id, to, mark.unsure ? words.again(text) : text, options);
    return { to, mark, result: await said.catch(() => ({ failed: "ambiguous" as const })) };
  });
  return Promise.all(sends);
}
