import type { SetUpSight } from "../../schools/setup/sight";
import { ann, at, helen, priya, samuel, tom } from "../sample-visit";

const complete: SetUpSight = {
  school: { id: "meadow", name: "Meadow Primary", zone: "Europe/London" },
  now: at("09:00"),
  policy: { pack: "aspire", title: "Policy for Home Visits" },
  missing: [],
  roles: [
    { role: "visitor", title: "Visitor", people: [priya.name, tom.name] },
    { role: "office", title: "School office", people: [ann.name] },
    { role: "principal", title: "Principal", people: [helen.name] },
    { role: "slt", title: "Senior leader", people: [samuel.name] },
  ],
  people: [priya, tom, ann, helen, samuel],
  acting: [{ name: samuel.name, title: "Principal", from: "2025-12-01", to: "2025-12-05" }],
  channels: [
    { name: "slt", set: true },
    { name: "office", set: true },
  ],
  closedDays: ["2025-12-22", "2025-12-23", "2025-12-24", "2026-01-02"],
  earlyClosing: [{ date: "2025-12-19", time: "14:00" }],
  cover: [
    { from: "08:30", to: "12:00" },
    { from: "12:30", to: "16:00" },
  ],
  codeWordSet: true,
  settings: [
    { name: "hold", title: "how long taking an alarm holds the climb", value: "5 min", open: false, suggested: false },
    { name: "stops", title: "several stops in one outing", value: "yes", open: false, suggested: false },
  ],
  waiting: [],
  log: [],
};

/** The administrators' card in its states. */
export const setUpSamples: Readonly<Record<string, SetUpSight>> = {
  complete: {
    ...complete,
    log: [
      {
        at: at("08:55"),
        say: "Tom Okafor has the role Senior leader",
        by: ann.name,
        second: helen.name,
        declined: false,
      },
      { at: at("08:40"), say: "the code word is another one", by: ann.name, second: helen.name, declined: true },
      { at: at("08:30"), say: "school is closed on Fri 2 Jan", by: helen.name, declined: false },
    ],
  },
  missing: {
    ...complete,
    missing: ["the school has to choose: the ladder", "nobody has the role DSL: safeguarding concerns reach nobody"],
    channels: [{ name: "slt", set: false }],
    codeWordSet: false,
    acting: [],
    closedDays: [],
    cover: [],
    settings: [
      { name: "ladder", title: "the ladder", value: "office rings (call)", open: true, suggested: true },
      ...complete.settings,
    ],
  },
  waiting: {
    ...complete,
    waiting: [
      { no: 4, say: "Tom Okafor has the role Senior leader", by: ann.name, mine: false },
      { no: 5, say: "the channel “slt” is another one", by: helen.name, mine: true },
    ],
  },
};
