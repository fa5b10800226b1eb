import type { Sight } from "../../visits/sight";
import { refusals } from "../../words/en-gb";
import { at, priya, type Sample, type Samples, sightOf } from "../sample-visit";

const kinds = ["riskReview", "incident", "file", "tellAgency", "newDate", "safetyReason"] as const;
const task = (change: Partial<Sight["tasks"][number]>): Sample => ({
  slot: { card: "task", no: 2 },
  sight: sightOf({
    phase: "back",
    viewer: priya,
    now: at("15:00"),
    offers: ["completeTask"],
    tasks: [{ no: 2, kind: "riskReview", due: at("14:28", 25), done: false, mine: true, ...change }],
  }),
});

export const taskSamples: Samples = {
  ...Object.fromEntries(kinds.map((kind) => [kind, task({ kind })])),
  overdue: task({ kind: "safetyReason", due: at("14:28", 23) }),
  done: task({ done: true }),
  refused: {
    ...task({}),
    entry: {
      input: { review: "change", change: "" },
      refusal: { say: refusals.returning.change, field: "change", clause: "AET-A-15" },
    },
  },
};
