import type { Id } from "../schools/school";
import { reportForm as reportFormFor } from "../visits/forms/report";
import { requestForm as formFor } from "../visits/forms/request";
import { type Start, startForm } from "../visits/homes/last-time";
import { isRefusal, type Refusal } from "../visits/refusal";
import type { ReportForm, RequestForm } from "../visits/sight";
import type { Visit } from "../visits/visit";
import { withoutCodeWord } from "./covert";
import { gatherScene, isReadable } from "./facts";
import { awayNow, type Known, personIn } from "./look";
import type { Stored } from "./ports";
import { noSuchVisit, notRegistered, notSetUp, schoolOf } from "./refusals";
import { factsOf, sightOf } from "./sight";
import type { Work } from "./work";

/** How far back "same as last time" looks. */
const year = 366 * 86_400_000;

/** The request card, begun as `start` says; or with `amend` the card that changes that visit's plan. */
export async function requestForm(
  work: Work,
  actor: Known | undefined,
  amend: Id | undefined,
  start: Start = {},
): Promise<RequestForm | Refusal> {
  if (!actor) return notRegistered;
  if (amend === undefined) return firstForm(work, actor, start);
  const school = schoolOf(amend);
  const stored = school && actor.schools.includes(school) ? await work.parts.store.read(school, amend) : undefined;
  return isReadable(stored) ? formIn(work, actor, stored.school, stored) : noSuchVisit;
}

/** Of several schools, the first at which this person may ask. */
async function firstForm(work: Work, actor: Known, start: Start): Promise<RequestForm | Refusal> {
  let form: RequestForm | Refusal = noSuchVisit;
  for (const school of actor.schools) {
    const unready = notSetUp(work.parts.book, school, work.parts.clock.now());
    if (unready) {
      form = unready;
      continue;
    }
    form = await formIn(work, actor, school, undefined);
    if (!isRefusal(form)) return begun(work, actor, school, form, start);
  }
  return form;
}

/** Only from visits that this person was on: of others they are told nothing (P10). The code word stands on no card (P1). */
async function begun(
  work: Work,
  actor: Known,
  school: Id,
  form: RequestForm,
  start: Start,
): Promise<RequestForm | Refusal> {
  const now = work.parts.clock.now();
  const secret = await work.parts.book.secret(school);
  const mine = (await work.parts.store.ofPerson(school, actor.id, now - year)).map(({ visit }) => visit);
  const like = mine.some((visit) => visit.id === start.like) ? [] : await directed(work, actor, school, start.like);
  if (!like) return noSuchVisit;
  const sentence = start.sentence && withoutCodeWord(start.sentence, secret);
  return startForm(form, [...like, ...mine], actor.id, { ...start, sentence, now });
}

/** The visit from whose card they ask for the next one, as whoever directs visits does (HEX-38). Undefined where they are offered no such thing. */
async function directed(work: Work, actor: Known, school: Id, like: Id | undefined): Promise<Visit[] | undefined> {
  if (like === undefined) return [];
  const person = personIn(work, school, actor.id);
  const stored = schoolOf(like) === school ? await work.parts.store.read(school, like) : undefined;
  if (!person || !isReadable(stored)) return undefined;
  const about = { school, visit: stored.visit, policyHash: stored.policy, away: [], now: work.parts.clock.now() };
  const scene = await gatherScene(work, about);
  return scene && sightOf(stored.visit, person, scene).offers.includes("requestVisit") ? [stored.visit] : undefined;
}

async function formIn(
  work: Work,
  actor: Known,
  school: Id,
  stored: Stored | undefined,
): Promise<RequestForm | Refusal> {
  const person = personIn(work, school, actor.id);
  const away = await awayNow(work, school);
  const about = { school, visit: stored?.visit, policyHash: stored?.policy, away, now: work.parts.clock.now() };
  const scene = await gatherScene(work, about);
  return person && scene ? formFor(factsOf(scene, person), stored?.visit) : noSuchVisit;
}

/** At the first school where this person may say that a colleague is out. */
export async function reportForm(
  work: Work,
  actor: Known | undefined,
  sentence?: string,
): Promise<ReportForm | Refusal> {
  let form: ReportForm | Refusal = actor ? noSuchVisit : notRegistered;
  for (const school of actor?.schools ?? []) {
    const person = personIn(work, school, actor?.id ?? "");
    const away = await awayNow(work, school);
    const scene = await gatherScene(work, { school, away, now: work.parts.clock.now() });
    if (person && scene) form = reportFormFor(factsOf(scene, person), sentence);
    if (!isRefusal(form)) return form;
  }
  return form;
}
