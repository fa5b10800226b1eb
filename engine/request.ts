import type { Id } from "../schools/school";
import { type Start, startForm } from "../visits/last-time";
import { isRefusal, type Refusal } from "../visits/refusal";
import { reportForm as reportFormFor } from "../visits/report-form";
import { requestForm as formFor } from "../visits/request-form";
import type { ReportForm, RequestForm } from "../visits/sight";
import type { Work } from "./commit";
import { withoutCodeWord } from "./covert";
import { gatherScene, isReadable } from "./facts";
import { awayNow, type Known, personIn } from "./look";
import type { Stored } from "./ports";
import { noSuchVisit, notRegistered, notSetUp, schoolOf } from "./refusals";
import { factsOf } from "./sight";

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
    const unready = notSetUp(work.parts.book, school);
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
  { id }: Known,
  school: Id,
  form: RequestForm,
  start: Start,
): Promise<RequestForm | Refusal> {
  const now = work.parts.clock.now();
  const secret = await work.parts.book.secret(school);
  const mine = (await work.parts.store.ofPerson(school, id, now - year)).map(({ visit }) => visit);
  if (start.like !== undefined && !mine.some((visit) => visit.id === start.like)) return noSuchVisit;
  const sentence = start.sentence && withoutCodeWord(start.sentence, secret);
  return startForm(form, mine, id, { ...start, sentence, now });
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
