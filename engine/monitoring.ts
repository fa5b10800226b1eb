import { holders } from "../schools/roster";
import type { Id } from "../schools/school";
import { monitoringOf } from "../visits/monitoring/figures";
import { termAt } from "../visits/monitoring/term";
import { policyLead, rolesWatching } from "../visits/monitoring/whose";
import { urgencies } from "../visits/notice";
import { hasRole } from "../visits/people";
import type { Look, Monitoring } from "../visits/sight/monitoring";
import { words } from "../words/en-gb/engine";
import { isReadable } from "./facts";
import { type Known, personIn } from "./look";
import { isPosted } from "./marks";
import type { Stored } from "./ports";
import type { Work } from "./work";

export async function monitoring(work: Work, actor: Known | undefined): Promise<Monitoring | undefined> {
  const school = actor && schoolWatched(work, actor);
  return school === undefined ? undefined : figuresOf(work, school);
}

/** Of several schools, the first whose policy this person answers for. */
function schoolWatched({ parts }: Work, actor: Known): Id | undefined {
  return actor.schools.find((school) => {
    const [roster, policy] = [parts.book.roster(school), parts.book.policy(school)];
    const person = personIn({ parts } as Work, school, actor.id);
    if (!roster || !policy || !person) return false;
    return hasRole(roster, person, rolesWatching(policy), parts.clock.now());
  });
}

export async function figuresOf({ parts }: Work, school: Id): Promise<Monitoring | undefined> {
  const [roster, policy, now] = [parts.book.roster(school), parts.book.policy(school), parts.clock.now()];
  if (!roster || !policy) return undefined;
  const term = termAt(roster.school, now);
  const ended = await parts.store.dueBack(school, term.start, term.end);
  const open = (await parts.store.open(school)).filter(isReadable);
  const kept = await parts.store.all<Feedback>("feedback");
  const feedback = kept.filter(
    ({ id, value }) => id.startsWith(`${school}/`) && value.at >= term.start && value.about === undefined,
  );
  const visits = new Map<Id, Stored>([...ended, ...open].map((stored) => [stored.id, stored]));
  const figures = monitoringOf(
    [...visits.values()].map(({ visit }) => visit),
    term,
    { policy, roster, now },
  );
  return {
    ...figures,
    looks: looksIn(kept, school, figures),
    feedback: feedback.map(({ value }) => ({ name: value.name, at: value.at, text: value.text })),
  };
}

/** Of each indicator the newest look within a year: older ones assure nobody (AET-13 to AET-16). */
function looksIn(
  kept: readonly { id: string; value: Feedback }[],
  school: Id,
  { indicators, now }: Monitoring,
): Look[] {
  const looks = kept
    .filter(({ id, value }) => id.startsWith(`${school}/`) && value.at > now - YEAR_MS)
    .map(({ value }) => value)
    .toSorted((a, b) => b.at - a.at);
  return indicators.flatMap(({ id }) => {
    const look = looks.find(({ about }) => about === id);
    return look ? [{ indicator: id, name: look.name, at: look.at, text: look.text }] : [];
  });
}

const YEAR_MS = 366 * 86_400_000;

/** Its text may say anything, so a notification only says that there is some (P10). `about`: the indicator that was looked at. */
type Feedback = { by: Id; name: string; at: number; text: string; about?: string; figures: Monitoring };

const aboutOf = (about: string | undefined, { indicators }: Monitoring): Pick<Feedback, "about"> =>
  about !== undefined && indicators.some(({ id }) => id === about) ? { about } : {};

/** LAT-42: with the figures as they stand, which name no pupil; kept, and told to whoever leads on the policy. */
export async function sendFeedback(
  work: Work,
  actor: Known | undefined,
  text: string,
  about?: string,
): Promise<"notYours" | "empty" | "kept" | "sent"> {
  const school = actor && schoolWatched(work, actor);
  const figures = school === undefined ? undefined : await figuresOf(work, school);
  if (!actor || school === undefined || !figures) return "notYours";
  if (text.trim() === "") return "empty";
  const { store, clock, book, messenger } = work.parts;
  const feedback: Feedback = {
    by: actor.id,
    name: actor.name,
    at: clock.now(),
    text: text.trim(),
    ...aboutOf(about, figures),
    figures,
  };
  await store.put(
    "feedback",
    [school, feedback.at, actor.id, ...(feedback.about ? [feedback.about] : [])].join("/"),
    feedback,
  );
  const roster = book.roster(school);
  const leads = roster ? holders(roster, [policyLead], feedback.at) : [];
  const told = await Promise.all(
    leads.map(({ id }) => {
      work.limits.take(`${school}/${id}`, urgencies.reminder, feedback.at);
      return messenger.say(school, { person: id }, words.feedback(actor.name), { alert: true, mention: [] });
    }),
  );
  return told.some(isPosted) ? "sent" : "kept";
}
