import type { At, Id, Roster } from "../schools/school";
import { type Recipient, recipientKey, urgencies } from "../visits/notice";
import type { Work } from "./commit";
import { awayOn, openNear } from "./facts";
import { isPosted } from "./marks";
import { responders } from "./responders";

const repeatAfter = 10 * 60_000;
const retryAfter = 15_000;

type Raised = { at: At; count: number };

/**
 * An alarm of the engine's own, outside any visit (S13, S14): said at once, and again every ten minutes for as long as it is raised.
 * Gives the time at which to raise it again.
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
  const last = await store.get<Raised>("pulse", key);
  const roster = book.roster(school);
  const policy = book.policy(school);
  if (!roster || !policy || (last && now < last.at + repeatAfter))
    return last ? last.at + repeatAfter : now + repeatAfter;
  const away = awayOn(await openNear(work.parts, roster));
  const to = responders(roster, policy, now).filter(
    (recipient) => hears(recipient) && !("person" in recipient && away.includes(recipient.person)),
  );
  const round = `${key}/${last?.count ?? 0}`;
  const reached = await tellAll(work, roster, to, textFor(roster.school.phone), round);
  if (reached === 0) return now + retryAfter;
  await store.put<Raised>("pulse", key, { at: now, count: (last?.count ?? 0) + 1 });
  return now + repeatAfter;
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
