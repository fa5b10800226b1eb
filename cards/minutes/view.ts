import { words } from "../../words/en-gb";
import type { Look } from "../look";
import { neutral } from "../neutral";
import { type Banner, banner, foot, head, lines } from "../pieces";

const w = words.minutes;

/** The minutes while they are to be written, and as they were written. */
export function minutesView(look: Look): object {
  const { raw, sight, press } = look;
  return {
    w: { ...w, issuesWhat: w.issuesWhat(sight.titles), concernWhat: w.concernWhat(sight.titles) },
    ...head(look, w.title(sight.pupil)),
    banners: [standing(look)],
    presses: press("writeMinutes", w.save, { style: "positive" }),
    yesNo: [
      { title: w.no, value: "no" },
      { title: w.yes, value: "yes" },
    ],
    written: [
      ...part(w.text, raw.minutes?.text),
      ...part(w.actions, raw.minutes?.actions),
      ...part(w.issuesPart, raw.minutes?.issues),
    ],
    guidance: lines(raw.guidance),
    guidanceTitle: words.guidance,
    ...foot(look),
  };
}

function standing({ sight, raw, times }: Look): Banner {
  if (sight.minutes) return banner("good", w.by(sight.minutes.by.name, times.moment(sight.minutes.at)));
  const due = raw.tasks.find(({ kind, done }) => kind === "minutes" && !done)?.due;
  if (due === undefined) return banner("emphasis", w.none);
  return due < raw.now ? banner("warning", words.overdue(times.moment(due))) : banner("accent", w.due(times.due(due)));
}

/** As it was written, line by line. */
const part = (title: string, text: string | undefined): { title: string; lines: string[] }[] =>
  text
    ? [
        {
          title,
          lines: text
            .split(/\r?\n/)
            .filter(Boolean)
            .slice(0, 30)
            .map((one) => neutral(one)),
        },
      ]
    : [];
