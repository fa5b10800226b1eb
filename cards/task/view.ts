import { words } from "../../words/en-gb";
import type { Look } from "../look";
import { type Banner, banner, type Fact, fact, foot, head, lineRuns, lines, nameList, person } from "../pieces";
import type { Press } from "../press";
import { paperRuns, writtenLines } from "../written";

const w = words.task;
type Task = Look["sight"]["tasks"][number];

/** One thing that is left to do after a visit, or to read. */
export function taskView(look: Look): object {
  const { raw, sight } = look;
  const task = sight.tasks.find(({ no }) => no === look.no);
  const plain = raw.tasks.find(({ no }) => no === look.no);
  const kind = task?.kind ?? "file";
  const open = task !== undefined && !task.done;
  const presses = open ? pressesOf(look, task) : [];
  return {
    w,
    h: words.home.task,
    ...head(look, w.title(task?.report ? words.reports[task.report.kind] : words.tasks[kind], sight.pupil)),
    banners: [standing(look, task)],
    facts: [
      ...fact(words.plan.who, nameList(sight.visitors)),
      ...fact(words.plan.reason, sight.reason),
      ...(task ? factsOf(look, task) : []),
    ],
    how: presses.length === 0 ? "" : plain?.completes ? w.completes : w.how[kind](sight.titles),
    line: [...(plain?.line ? [lineRuns(plain.line)] : []), ...lines(plain?.lines ?? [])],
    written: writtenLines(plain?.report?.text ?? plain?.warning?.text ?? plain?.what),
    paper: open ? paperRuns(plain?.paper) : [],
    paperTitle: kind === "release" ? w.paperForFamily : w.paper,
    review: kind === "riskReview",
    warningReview: plain?.warning ? [{ from: plain.warning.from }] : [],
    meetWith: (task?.meetWith ?? []).length > 0 ? [{ staff: task?.meetWith?.map(person) }] : [],
    note: kind !== "riskReview" && kind !== "returnChecks",
    needed: task?.noted === true,
    noteLabel: noteLabel(kind, task?.noted === true),
    reviews: [
      { title: plain?.completes ? w.nothingSeen : w.holds, value: "ok" },
      { title: plain?.completes ? w.somethingSeen : w.changes, value: "change" },
    ],
    changeLabel: plain?.completes ? w.seen : w.change,
    presses,
    guidance: kind === "riskReview" ? [] : lines(raw.guidance),
    guidanceTitle: words.guidance,
    ...foot(look),
  };
}

function noteLabel(kind: Task["kind"], noted: boolean): string {
  if (kind === "file") return w.fileNote;
  if (noted) return w.note;
  return mayBeLeft.includes(kind) ? w.noteIfLeft(leftTitle(kind)) : w.optionalNote;
}

const leftTitle = (kind: Task["kind"]): string =>
  w.notNeededTitles[kind as keyof typeof w.notNeededTitles] ?? w.notNeeded;

function pressesOf({ press, raw: { visit } }: Look, { kind, may }: Task): Press[] {
  if (may === false) return [];
  const done = w.doneTitles[kind as keyof typeof w.doneTitles] ?? w.done;
  return [
    ...(kind === "dayAgain" ? press("requestVisit", w.askAgain, { set: { like: visit }, alone: true }) : []),
    ...press("completeTask", done, { style: "positive" }),
    ...(mayBeLeft.includes(kind) ? press("completeTask", leftTitle(kind), { set: { how: "notNeeded" } }) : []),
  ];
}

const mayBeLeft: readonly Task["kind"][] = [
  "retention",
  "advise",
  "release",
  "copy",
  "referral",
  "meetAgain",
  "action",
  "forward",
  "dayAgain",
  "warning",
];

function standing({ times, raw }: Look, task: Task | undefined): Banner {
  if (!task || task.done)
    return banner("good", w.isDone, task?.finished?.how === "notNeeded" ? w.notNeeded : undefined);
  if (task.report) return banner("attention", w.by(task.report.by.name, times.moment(task.report.at)));
  return task.due < raw.now
    ? banner("warning", words.overdue(times.moment(task.due)))
    : banner("accent", w.due(times.due(task.due)));
}

function factsOf({ times }: Look, task: Task): Fact[] {
  const { finished, report, warning } = task;
  return [
    ...fact(words.home.task.place, warning?.address),
    ...fact(words.home.task.written, warning && w.finishedBy(warning.by, times.day(warning.at))),
    ...fact(w.about, report && nameList(report.about)),
    ...fact(w.finished, finished && w.finishedBy(finished.by.name, times.moment(finished.at))),
    ...fact(w.noteWas, finished?.note || undefined),
  ];
}
