import type { Id } from "../schools/school";
import { isRefusal, type Refusal } from "../visits/refusal";
import { requestForm as formFor } from "../visits/request-form";
import type { RequestForm } from "../visits/sight";
import type { Work } from "./commit";
import { gatherScene, isReadable } from "./facts";
import { awayNow, type Known, personIn } from "./look";
import type { Stored } from "./ports";
import { noSuchVisit, notRegistered, schoolOf } from "./refusals";
import { factsOf } from "./sight";

/** The request card, or with `amend` the card that changes that visit's plan. */
export async function requestForm(
  work: Work,
  actor: Known | undefined,
  amend: Id | undefined,
): Promise<RequestForm | Refusal> {
  if (!actor) return notRegistered;
  if (amend === undefined) return firstForm(work, actor);
  const school = schoolOf(amend);
  const stored = school && actor.schools.includes(school) ? await work.parts.store.read(school, amend) : undefined;
  return isReadable(stored) ? formIn(work, actor, stored.school, stored) : noSuchVisit;
}

/** Of several schools, the first at which this person may ask. */
async function firstForm(work: Work, actor: Known): Promise<RequestForm | Refusal> {
  let form: RequestForm | Refusal = noSuchVisit;
  for (const school of actor.schools) {
    form = await formIn(work, actor, school, undefined);
    if (!isRefusal(form)) return form;
  }
  return form;
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
