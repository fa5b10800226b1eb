import type { RequestForm } from "../../visits/sight";
import { refusals } from "../../words/en-gb";
import type { Entry } from "../entry";
import { at, formOf } from "../sample-visit";

const typed = {
  pupil: "Sam Taylor",
  reason: "attendance",
  purpose: "Agree how Sam can come back",
  whyNotInSchool: "Mum can't come in",
  date: "2025-11-24",
  start: "16:30",
  back: "17:30",
  agreed: "noContact",
  needs: "phoneTried",
};

const before = [
  { visit: "meadow.a8k2m5p9ws", pupil: "Sam Taylor", at: at("13:20", 12) },
  { visit: "meadow.b7j3n6q8vt", pupil: "Ella Martin", at: at("10:00", 6) },
  { visit: "meadow.c6h4r7s5xu", pupil: "Jo [Brown](x)", at: at("14:00", 3) },
];

export const requestSamples: Readonly<Record<string, { form: RequestForm; entry?: Entry }>> = {
  new: { form: formOf() },
  offered: { form: formOf({ again: before }) },
  again: {
    form: formOf({
      like: before[0],
      values: { ...typed, start: "", back: "", agreed: "", needs: "", companion: formOf().companions[0]?.id ?? "" },
    }),
  },
  heard: {
    form: formOf({
      again: before.slice(0, 1),
      values: { pupil: "Sam Taylor", date: "2025-11-25", companion: formOf().companions[0]?.id ?? "" },
      unclear: [
        { about: "start", said: "at half 3" },
        { about: "reason", said: "work", among: ["To support the pupil's attendance", "To bring work"] },
        { about: "rest", said: "she has a *dog*" },
      ],
    }),
  },
  unsure: {
    form: formOf({
      again: before,
      values: { pupil: "Sam" },
      unclear: [
        { about: "pupil", said: "Sam", among: ["Sam Taylor", "Sam Smith"] },
        { about: "date", said: "next Tuesday" },
        { about: "back", said: "back by 4" },
        { about: "leave", said: "leaving at 1" },
        { about: "companion", said: "Zed" },
        { about: "agreed", said: "not agreed with mum" },
      ],
    }),
  },
  refused: {
    form: formOf(),
    entry: {
      input: typed,
      refusal: {
        say: refusals.planning.outOfHoursWhy,
        field: "outOfHoursWhy",
        clause: "AET-46",
      },
    },
  },
  amend: { form: formOf({ mode: "amend", visit: "meadow.k3v9q2m7xa", planNo: 2, values: typed }) },
  strict: {
    form: formOf({ agreement: "none", whyNotInSchool: false, lone: false, outsiderCounts: true, grounds: [] }),
  },
};
