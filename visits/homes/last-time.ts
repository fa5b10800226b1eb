import type { Id } from "../../schools/school";
import { valuesOf } from "../plan/values";
import { type Understood, understand } from "../sentence/understand";
import type { Again, RequestForm } from "../sight";
import type { Visit } from "../visit";

/** How a request begins: as an earlier visit, as a sentence says, with what a card had understood before. */
export type Start = {
  like?: Id | undefined;
  sentence?: string | undefined;
  values?: Readonly<Record<string, string>> | undefined;
};

/** What stays the same from one visit to the next. When it is, whether it was agreed and what is new are said anew each time. */
const staying = [
  "pupil",
  "address",
  "postcode",
  "reason",
  "purpose",
  "whyNotInSchool",
  "parentPhone",
  "siblings",
  "pupilClass",
  "outsiderName",
  "outsiderOrganisation",
  "outsiderPhone",
  "destination",
  "placeName",
  "meets",
  "reasonChoice",
  "reportEvery",
  "socialWorker",
  "socialWorkerName",
  "socialWorkerPhone",
] as const;
/** A text of the policy's own lines holds from visit to visit; a tick is signed anew, and how many days it is by now is counted anew. */
const stayingAnswers = ({ asks }: RequestForm): string[] =>
  asks.lines.filter(({ ask }) => ask === "text" || ask === "choice").map(({ id }) => `answer_${id}`);

/** The request card of somebody who has made these visits, filled as they began it. */
export function startForm(
  form: RequestForm,
  mine: readonly Visit[],
  me: Id,
  start: Start & { now: number },
): RequestForm {
  const last = newestOfEach(mine);
  const again = last.map(againOf);
  const zone = form.school.zone;
  const heard = start.sentence
    ? understand(start.sentence, { ...form, now: start.now, zone, pupils: again })
    : undefined;
  const wanted = start.like ?? (heard?.again ? (heard.like ?? newestOf(heard.values.pupil, again)) : undefined);
  const like = mine.find(({ id }) => id === wanted);
  const home = mine.find(({ id }) => id === heard?.like);
  return {
    ...form,
    again: like ? [] : shownAgain(again, heard),
    like: like && againOf(like),
    unclear: heard?.unclear ?? [],
    values: {
      // A day that nobody named is asked.
      ...(heard ? {} : form.values),
      ...(home ? place(valuesOf(home, zone)) : {}),
      ...(like ? lastValues(like, form, me) : {}),
      ...known(start.values ?? {}, form),
      ...heard?.values,
    },
  };
}

/** "Again" without a name is the last one's. */
const newestOf = (pupil: string | undefined, again: readonly Again[]): Id | undefined =>
  pupil === undefined ? again[0]?.visit : undefined;

const most = 3;

/** The pupil of whom somebody wrote comes alone, or those who may have been meant. */
function shownAgain(again: readonly Again[], heard: Understood | undefined): readonly Again[] {
  if (heard?.like) return again.filter(({ visit }) => visit === heard.like);
  const among = heard?.unclear.find(({ about }) => about === "pupil")?.among;
  if (heard?.values.pupil !== undefined && !among) return [];
  return again.filter(({ pupil }) => !among || among.includes(pupil)).slice(0, most);
}

const againOf = ({ id, plan }: Visit): Again => ({ visit: id, pupil: plan.pupil, at: plan.start });

/** A visit that was only reported when somebody was out already names no pupil. */
function newestOfEach(mine: readonly Visit[]): Visit[] {
  const named = mine.filter(({ plan }) => plan.pupil !== "").toSorted((a, b) => b.plan.start - a.plan.start);
  return named.filter(({ plan }, i) => named.findIndex((other) => other.plan.household === plan.household) === i);
}

const only = (values: Readonly<Record<string, string>>, ids: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([id]) => ids.includes(id)));
const place = (values: Readonly<Record<string, string>>) => only(values, ["address", "postcode"]);

/** The companion of whoever asks now, who may have been the companion then; somebody who has left is nobody's. */
function lastValues(visit: Visit, form: RequestForm, me: Id): Record<string, string> {
  const values = valuesOf(visit, form.school.zone);
  const [companion, ...others] = visit.plan.visitors.filter((id) => id !== me);
  const there = others.length === 0 && form.companions.some(({ id }) => id === companion);
  return {
    ...form.values,
    ...only(values, [...staying, ...stayingAnswers(form)]),
    ...(there ? { companion: companion ?? "" } : {}),
    reason: form.reasons.some(({ id }) => id === values.reason) ? (values.reason ?? "") : "",
  };
}

/** What a button carries besides ids: nothing that was typed, and nothing that the card could not have offered. */
function known(values: Readonly<Record<string, string>>, form: RequestForm): Record<string, string> {
  const time = /^\d\d:\d\d$/;
  const fits: Record<string, (value: string) => boolean> = {
    date: (value) => /^\d{4}-\d\d-\d\d$/.test(value),
    start: (value) => time.test(value),
    back: (value) => time.test(value),
    leave: (value) => time.test(value),
    companion: (value) => form.companions.some(({ id }) => id === value),
    reason: (value) => form.reasons.some(({ id }) => id === value),
  };
  return Object.fromEntries(Object.entries(values).filter(([id, value]) => fits[id]?.(value)));
}
