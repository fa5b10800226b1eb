import { refusals } from "../../words/en-gb";
import { at, priya, type Samples, sightOf, titles } from "../sample-visit";

const slot = { card: "minutes" } as const;
const due = {
  phase: "back",
  now: at("15:00"),
  offers: ["writeMinutes"],
  tasks: [{ no: 1, kind: "minutes", due: at("14:28", 25), done: false, mine: true }],
} as const;

export const minutesSamples: Samples = {
  due: { slot, sight: sightOf(due) },
  overdue: { slot, sight: sightOf({ ...due, now: at("15:00", 26) }) },
  refused: {
    slot,
    sight: sightOf(due),
    entry: {
      input: { text: "We agreed three mornings.", issues: "yes", issuesWhat: "", concern: "no" },
      refusal: { say: refusals.returning.issues(titles), field: "issuesWhat", clause: "AET-59" },
    },
  },
  written: {
    slot,
    sight: sightOf({
      phase: "closed",
      now: at("15:30"),
      minutes: {
        by: priya,
        at: at("15:10"),
        text: "We agreed three mornings a week.\nSam chose the days.",
        actions: "Priya rings on Friday",
        issues: "",
      },
    }),
  },
};
