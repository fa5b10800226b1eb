import { words } from "../../words/en-gb";
import type { Look } from "../look";
import { neutral, plain } from "../neutral";
import {
  type Banner,
  banner,
  type Choice,
  clauseTail,
  foot,
  head,
  lines,
  nameList,
  person,
  personTick,
} from "../pieces";
import { type Press, toggle } from "../press";
import { reporting } from "../reporting";
import { writtenLines } from "../written";

const w = words.minutes;
type Form = NonNullable<Look["raw"]["forms"]["minutes"]>;
const noForm: Form = { fields: [], staff: [], outcomeTo: [] };

/** The minutes while they are to be written, and as they were written. */
export function minutesView(look: Look): object {
  const { sight, press, raw } = look;
  const { report, open } = reporting(look);
  return {
    w: { ...w, issuesWhat: w.issuesWhat(sight.titles), concernWhat: w.concernWhat(sight.titles) },
    ...head(look, w.title(sight.pupil)),
    banners: [standing(look)],
    presses: press("writeMinutes", w.save, { style: "positive" }),
    ...asked(look.raw.forms.minutes ?? noForm, look),
    written: written(look),
    more: [...next(look), ...open],
    report,
    guidance: lines(raw.guidance),
    guidanceTitle: words.guidance,
    ...foot(look),
  };
}

/** Of all that minutes can ask, what this policy asks. */
function asked(form: Form, { sight }: Look): object {
  const has = (id: string) => form.fields.some((field) => field.id === id);
  return {
    yesNo: [
      { title: w.no, value: "no" },
      { title: w.yes, value: "yes" },
    ],
    own: own(form)
      .filter(({ ask }) => ask !== "tick")
      .map(input),
    ticks: own(form)
      .filter(({ ask }) => ask === "tick")
      .map((line) => ({ ...input(line), label: neutral(line.text + clauseTail(line)) })),
    asksPlan: has("actions"),
    rows: has("actions") ? rows(form) : [],
    staff: form.staff.map(person),
    issuesWhat: w.issuesWhat(sight.titles),
    concernWhat: w.concernWhat(sight.titles),
    happened: happened.filter(has).map((kind): Choice => ({ title: words.reports[kind], value: kind })),
    asksOtherIssues: has("otherIssues"),
    asksReferral: has("referral"),
    outcomeTo: has("outcomeTo") ? form.outcomeTo.map(personTick) : [],
    asksNext: has("nextVisit") || has("followUp"),
  };
}

const own = (form: Form) => form.fields.filter(({ id }) => !meant.includes(id));
const input = ({ needed, ...line }: Form["fields"][number]) => ({
  id: `field_${line.id}`,
  label: plain(line.text + clauseTail(line)),
  needed: needed === true,
});

const happened = ["intervention", "accident", "aggression", "injury"] as const;
/** Asked in a place of their own. */
const meant: readonly string[] = [
  ...["minutes", "actions", "followUp", "nextVisit", "issues", "concern", "otherIssues", "referral"],
  ...["outcomeTo", "riskReview", ...happened],
];

/** Three actions; the second and the third are folded away. */
function rows(form: Form): object[] {
  const choices = form.fields.find(({ id }) => id === "actions")?.choices ?? [];
  return [1, 2, 3].map((no) => ({
    id: `row${no}`,
    shown: no === 1,
    title: w.action(no),
    what: `action${no}`,
    about: `actionAbout${no}`,
    who: `actionWho${no}`,
    by: `actionBy${no}`,
    abouts: choices.map(({ id, text }): Choice => ({ title: plain(text, 80), value: id })),
    staff: form.staff.map(person),
    w,
    more: no < 3 ? [toggle(w.oneMore, `row${no + 1}`)] : [],
  }));
}

function standing({ sight, raw, times }: Look): Banner {
  if (sight.minutes) return banner("good", w.by(sight.minutes.by.name, times.moment(sight.minutes.at)));
  const task = sight.tasks.find(({ kind, done }) => kind === "minutes" && !done);
  if (!task) return banner("emphasis", w.none);
  const writers = raw.offers.includes("writeMinutes") ? "" : nameList(task.for ?? []);
  if (task.due >= raw.now) return banner("accent", w.due(times.due(task.due)));
  return banner("warning", words.overdue(times.moment(task.due)), writers && w.remind(writers));
}

type Written = { title: string; lines: string[] };

function written({ raw, sight }: Look): Written[] {
  const { minutes } = raw;
  return [
    ...part(w.text, minutes?.text),
    ...part(w.actions, minutes?.actions),
    ...part(w.issuesPart, minutes?.issues),
    ...(minutes?.parts ?? []).flatMap(({ title, text }) => part(neutral(title), text)),
    ...(sight.minutes?.sentTo?.length ? [{ title: w.sentTo, lines: [nameList(sight.minutes.sentTo)] }] : []),
  ];
}

const part = (title: string, text: string | undefined): Written[] =>
  text ? [{ title, lines: writtenLines(text) }] : [];

/** The request card, filled as this visit was, on the day that was agreed (TMC-37). */
function next({ raw, press, times }: Look): Press[] {
  const date = raw.minutes?.nextDate;
  return date === undefined
    ? []
    : press("requestVisit", w.askAgain(times.date(date)), { set: { like: raw.visit, date }, alone: true });
}
