import type { Sight } from "../../visits/sight";
import { refusals } from "../../words/en-gb";
import { at, helen, joan, priya, type Sample, type Samples, sightOf, tom } from "../sample-visit";

/** Of these it does not say enough that they are done. */
const noted = ["incident", "tellAgency", "advise", "inform", "newDate", "safetyReason", "letter"] as const;
type Task = Sight["tasks"][number];

const task = (change: Partial<Task>, viewer = priya, offers: Sight["offers"] = []): Sample => ({
  slot: { card: "task", no: 2 },
  sight: sightOf({
    phase: "back",
    viewer,
    now: at("15:00"),
    offers: ["completeTask", ...offers],
    tasks: [{ no: 2, kind: "riskReview", due: at("14:28", 25), done: false, mine: true, may: true, ...change }],
  }),
});

const paper = [
  "Pupil: Sam Taylor",
  "Date: Monday 24 November 2025, 13:20",
  "Visited by: Priya Shah, Tom Okafor",
  "What was discussed: We agreed three mornings a week.",
  "Action plan:",
  "Ring on Friday (Priya Shah, by Fri 28 Nov)",
].join("\n");

const concern: NonNullable<Task["report"]> = {
  kind: "concern",
  by: priya,
  at: at("14:10"),
  text: "Sam has a bruise on the left arm and would not say how it came there.",
  about: [],
};

export const taskSamples: Samples = {
  riskReview: task({}),
  ...Object.fromEntries(noted.map((kind) => [kind, task({ kind, noted: true })])),
  overdue: task({ kind: "safetyReason", noted: true, due: at("14:28", 23) }),
  done: task({ done: true }),
  file: task({
    kind: "file",
    line: { id: "file", text: "the pupil's safeguarding record", clauses: ["AET-A-16"] },
    paper,
  }),
  report: task({ kind: "report", report: concern }, joan),
  reportWritten: task({ kind: "report", may: false, report: concern }),
  reportRead: task(
    {
      kind: "report",
      done: true,
      may: false,
      report: concern,
      finished: { by: joan, at: at("14:25"), note: "Rang children's services" },
    },
    joan,
  ),
  allegation: task(
    {
      kind: "report",
      report: { ...concern, kind: "allegation", by: helen, text: "The mother says that he shouted.", about: [tom] },
    },
    joan,
  ),
  action: task({ kind: "action", what: "Find a place in the breakfast club" }, tom),
  forward: task({ kind: "forward", what: "The bus is late each Tuesday" }, tom),
  referral: task({ kind: "referral", noted: true, what: "Early help, for the rent" }),
  copy: task({
    kind: "copy",
    noted: true,
    line: { id: "authorities", text: "Local Authority or Social Services", clauses: ["LAT-40"] },
    paper,
  }),
  release: task(
    {
      kind: "release",
      forFamily: true,
      line: { id: "parents", text: "Parents or carers", clauses: ["LAT-39"] },
      paper,
    },
    helen,
  ),
  meetAgain: task({ kind: "meetAgain", noted: true }),
  completes: task({ kind: "riskReview", completes: true }),
  meetAgainWith: task({ kind: "meetAgain", noted: true, meetWith: [helen, joan] }),
  retention: task({ kind: "retention" }, helen),
  returnChecks: task({
    kind: "returnChecks",
    lines: [
      { id: "washed", text: "I have washed my hands", clauses: ["HEX-36", "HEX-58"] },
      { id: "sanitised", text: "I have sanitised my hands", clauses: ["HEX-58"] },
    ],
  }),
  dayAgain: task({ kind: "dayAgain" }, helen, ["requestVisit"]),
  warning: task(
    {
      kind: "warning",
      warning: {
        text: "A large dog is loose in the yard: ring before you get out",
        by: "Joan Ellis",
        at: at("10:00", 3),
        review: "2025-11-24",
        address: "12 Mill Lane, Derby",
        from: "2025-11-25",
      },
    },
    joan,
  ),
  after: task({
    kind: "after",
    noted: true,
    line: { id: "support", text: "Support after an incident", clauses: ["BEM-A-29"] },
  }),
  refused: {
    ...task({}),
    entry: {
      input: { review: "change", change: "" },
      refusal: { say: refusals.returning.change, field: "change", clause: "AET-A-15" },
    },
  },
};
