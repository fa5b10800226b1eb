import { words } from "../../words/en-gb";
import type { Look } from "../look";
import { banner, fact, foot, head, lines, nameList } from "../pieces";

const w = words.task;

/** One thing that is left to write down after a visit. */
export function taskView(look: Look): object {
  const { raw, sight, times, press } = look;
  const task = raw.tasks.find(({ no }) => no === look.no);
  const kind = task?.kind ?? "file";
  const presses = task && !task.done ? press("completeTask", w.done, { style: "positive" }) : [];
  return {
    w,
    ...head(look, w.title(words.tasks[kind], sight.pupil)),
    banners: [
      task && !task.done
        ? task.due < raw.now
          ? banner("warning", words.overdue(times.moment(task.due)))
          : banner("accent", w.due(times.due(task.due)))
        : banner("good", w.isDone),
    ],
    facts: [...fact(words.plan.who, nameList(sight.visitors)), ...fact(words.plan.reason, sight.reason)],
    how: task && !task.done ? w.how[kind](sight.titles) : "",
    review: kind === "riskReview",
    reviews: [
      { title: w.holds, value: "ok" },
      { title: w.changes, value: "change" },
    ],
    presses,
    guidance: kind === "riskReview" ? [] : lines(raw.guidance),
    guidanceTitle: words.guidance,
    ...foot(look),
  };
}
