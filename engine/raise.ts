import type { At, Id, Roster } from "../schools/school";
import { type Recipient, recipientKey, urgencies } from "../visits/notice";
import { aloneIn, type Work } from "./commit";
import { awayOn, openNear } from "./facts";
import { freeFrom, isPosted, leaseFor } from "./marks";
import { responders } from "./responders";

const repeatAfter = 10 * 60_000;
const retryAfter = 15_000;

/** `lease`, `by`: whoever is telling it. */
type Raised = { at: At; count: number; lease?: At | undefined; by?: Id | undefined };
const never: Raised = { at: 0, count: 0 };

/**
 * An alarm of the engine's own, outside any visit (S13, S14): said at once, and again every ten minutes for as long as it is raised. It waits for no
 * other instance that sends, which may be what has stopped; of two that find the same one says it. Gives the time at which to raise it again.
 */
export async function raise(
  work: Work,
  school: Id,
  name: string,
  textFor: (phone: string) => string,
  hears: (to: Recipient) => boolean = () => true,
): Promise<At> {
  const { store, clock, book } = work.parts;
  const now = clock.now();
  const key = `raised/${school}/${name}`;
  const roster = book.roster(school);
  const policy = book.policy(school);
  if (!roster || !policy) return now + repeatAfter;
  const after = freeAt(work, (await store.get<Raised>("pulse", key)) ?? never);
  if (after > now) return after;
  const away = awayOn(await openNear(work.parts, roster));
  const to = responders(roster, policy, now).filter(
    (recipient) => hears(recipient) && !("person" in recipient && away.includes(recipient.person)),
  );
  const round = await takeRound(work, key, now);
  if (typeof round === "number") return round;
  const reached = await tellAll(work, roster, to, textFor(roster.school.phone), round.name);
  const next = reached === 0 ? { at: round.at, count: round.count } : { at: now, count: round.count + 1 };
  await store.put<Raised>("pulse", key, next);
  return reached === 0 ? now + retryAfter : now + repeatAfter;
}

const freeAt = (work: Work, { at, ...held }: Raised): At =>
  Math.max(at && at + repeatAfter, freeFrom(held, aloneIn(work)));

/** In one compare-and-set: of two that find the same at once one tells it. A number: it is told already, or under way, until then. */
async function takeRound(work: Work, key: string, now: At): Promise<(Raised & { name: string }) | At> {
  let [last, after] = [never, now];
  await work.parts.store.change<Raised>("pulse", key, (kept = never) => {
    last = kept;
    after = freeAt(work, kept);
    return after > now ? undefined : { ...kept, lease: now + leaseFor, by: work.me };
  });
  return after > now ? after : { ...last, name: `${key}/${last.count}` };
}

async function tellAll(
  { parts, limits }: Work,
  roster: Roster,
  recipients: readonly Recipient[],
  text: string,
  round: Id,
): Promise<number> {
  const { id } = roster.school;
  const now = parts.clock.now();
  const sends = recipients.map(async (to) => {
    limits.take(`${id}/${recipientKey(to)}`, urgencies.alarm, now);
    const options = { alert: true, mention: [], alarm: `${round}/${recipientKey(to)}` };
    return parts.messenger.say(id, to, text, options).catch(() => ({ failed: "ambiguous" as const }));
  });
  return (await Promise.all(sends)).filter(isPosted).length;
}
