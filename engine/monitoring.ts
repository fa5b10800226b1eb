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
import type { Store, Stored } from "./ports";
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
  const said = await saidAt(parts.store, school);
  const feedback = said.filter(({ at, about }) => at >= term.start && about === undefined);
  const visits = new Map<Id, Stored>([...ended, ...open].map((stored) => [stored.id, stored]));
  const figures = monitoringOf(
    [...visits.values()].map(({ visit }) => visit),
    term,
    { policy, roster, now },
  );
  return {
    ...figures,
    looks: looksIn(said, figures),
    feedback: feedback.map(({ name, at, text }) => ({ name, at, text })),
  };
}

async function saidAt(store: Store, school: Id): Promise<Feedback[]> {
  const kept = await store.all<Feedback>("feedback");
  return kept.flatMap(({ id, value }) => (id.startsWith(`${school}/`) ? [value] : []));
}

/** Of each indicator the newest look within a year: older ones assure nobody (AET-13 to AET-16). */
function looksIn(said: readonly Feedback[], { indicators, now }: Monitoring): Look[] {
  const looks = said.filter(({ at }) => at > now - YEAR_MS).toSorted((a, b) => b.at - a.at);
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
  const given = { by: actor.id, name: actor.name, at: work.parts.clock.now(), text: text.trim() };
  const feedback: Feedback = { ...given, ...aboutOf(about, figures), figures };
  const id = [school, feedback.at, actor.id, ...(feedback.about ? [feedback.about] : [])].join("/");
  await work.parts.store.put("feedback", id, feedback);
  return (await leadsHear(work, school, feedback)) ? "sent" : "kept";
}

/** Whether it has reached anybody who leads on the policy. */
async function leadsHear({ parts, limits }: Work, school: Id, { name, at }: Feedback): Promise<boolean> {
  const roster = parts.book.roster(school);
  const leads = roster ? holders(roster, [policyLead], at) : [];
  const told = await Promise.all(
    leads.map(({ id }) => {
      limits.take(`${school}/${id}`, urgencies.reminder, at);
      return parts.messenger.say(school, { person: id }, words.feedback(name), { alert: true, mention: [] });
    }),
  );
  return told.some(isPosted);
}
