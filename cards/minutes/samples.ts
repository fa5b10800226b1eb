import { refusals } from "../../words/en-gb";
import { at, helen, priya, type Samples, sightOf, titles, tom } from "../sample-visit";

const slot = { card: "minutes" } as const;
const due = {
  phase: "back",
  now: at("15:00"),
  offers: ["writeMinutes"],
  tasks: [{ no: 1, kind: "minutes", due: at("14:28", 25), done: false, mine: true }],
} as const;

const line = (id: string, text: string, clause: string) => ({ id, text, clauses: [clause] });
const short = {
  minutes: {
    fields: [line("minutes", "What was said and done", "AET-09"), line("intervention", "Intervention", "AET-107")],
    staff: [priya, tom, helen],
    outcomeTo: [helen],
  },
};
/** Everything that minutes can ask. */
const long = {
  minutes: {
    ...short.minutes,
    fields: [
      line("minutes", "What was discussed", "HEX-59"),
      { ...line("familyViews", "What the family think", "TMC-12"), needed: true },
      { ...line("actions", "Action points", "HEX-60"), choices: [line("health", "Health", "HEX-65")] },
      { ...line("badgesShown", "We showed our name badges", "TMC-24"), ask: "tick" as const },
      line("followUp", "Follow-up", "LAT-37"),
      line("accident", "Accident", "BEM-38"),
      line("aggression", "Aggression", "BEM-39"),
      line("injury", "Injury", "BEM-A-35"),
      line("otherIssues", "Other things that parents raised", "HEX-50"),
      line("referral", "Referral", "TMC-36"),
      line("outcomeTo", "Outcome to", "BEM-09"),
      line("nextVisit", "Next visit", "TMC-37"),
    ],
  },
};

export const minutesSamples: Samples = {
  due: { slot, sight: sightOf({ ...due, forms: short }) },
  everything: { slot, sight: sightOf({ ...due, forms: long }) },
  overdue: { slot, sight: sightOf({ ...due, now: at("15:00", 26) }) },
  refused: {
    slot,
    sight: sightOf({ ...due, forms: short }),
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
  given: {
    slot,
    sight: sightOf({
      phase: "closed",
      now: at("15:30"),
      offers: ["report", "requestVisit"],
      forms: { reports: ["concern"] },
      minutes: {
        by: priya,
        at: at("15:10"),
        text: "We agreed three mornings a week.",
        actions: "Find a place in the breakfast club (Tom Okafor, by Fri 28 Nov)",
        issues: "",
        parts: [
          { id: "familyViews", title: "What the family think", text: "They felt listened to." },
          { id: "nextVisit", title: "Next visit", text: "Monday 1 December 2025" },
        ],
        nextDate: "2025-12-01",
        sentTo: [helen],
      },
    }),
  },
};
