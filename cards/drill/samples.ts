import type { DrillSight } from "../../schools/drill-sight";
import { ann, at, helen, priya, tom } from "../sample-visit";

const none: DrillSight = {
  school: { id: "meadow", name: "Meadow Primary", zone: "Europe/London" },
  now: at("09:00"),
  people: [priya, tom, ann],
  log: [],
};

/** The card of drills in its states. */
export const drillSamples: Readonly<Record<string, DrillSight>> = {
  none,
  underWay: { ...none, underWay: { player: priya.name } },
  after: {
    ...none,
    log: [
      {
        at: at("08:30"),
        kind: "silence",
        by: helen.name,
        how: "finished",
        toldAfter: 0,
        takenAfter: { who: ann.name, minutes: 2 },
        endedAfter: 6,
        steps: ["call"],
      },
      { at: at("08:00"), kind: "covert", by: helen.name, how: "calledOff", toldAfter: 0, steps: ["police"] },
    ],
  },
};
