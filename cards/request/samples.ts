import type { RequestForm } from "../../visits/sight";
import { refusals } from "../../words/en-gb";
import type { Entry } from "../entry";
import { asks, at, formOf, helen } from "../sample-visit";

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
  amendAsked: {
    form: formOf({
      mode: "amend",
      visit: "meadow.k3v9q2m7xa",
      planNo: 2,
      values: typed,
      sentBack: { by: helen, why: "Please go an hour earlier" },
    }),
  },
  asksMore: {
    form: formOf({
      reasons: [
        { id: "returning", text: "To support a return to school", clauses: ["LAT-18"] },
        {
          id: "welfare",
          text: "To check on a pupil who has been absent for five days or more",
          clauses: ["LAT-19"],
          needs: [
            { id: "daysAbsent", text: "Days absent from school", atLeast: 5, clauses: ["LAT-19"] },
            { id: "tried", text: "We have *tried* to reach them", clauses: ["LAT-19"] },
          ],
        },
      ],
      companions: formOf().companions.map((one, i) => ({ ...one, title: ["Psychologist", "Teacher"][i] })),
      whyNotInSchool: false,
      outsiderCounts: true,
      values: { ...typed, reason: "welfare", agreed: "agreed", agreedHow: "By phone", reportEvery: "30" },
      asks: {
        ...asks,
        lines: [
          { id: "safeguarding", text: "Is the visit of a safeguarding nature?", ask: "yesNo", clauses: ["HEX-41"] },
          {
            id: "objective",
            text: "Which of the policy's objectives it serves",
            ask: "choice",
            choices: [
              { id: "attendance", text: "Attendance, and the pupil's health and safety", clauses: ["HEX-16"] },
              { id: "support", text: "Support with learning while absent", clauses: ["HEX-17"] },
            ],
            clauses: ["HEX-16", "HEX-17"],
          },
          {
            id: "whyVisit",
            text: "Home visits are the exception. Why is this one needed?",
            ask: "text",
            clauses: ["LAT-10"],
          },
          {
            id: "signed",
            text: "All relevant information is recorded here, and I sign it",
            ask: "tick",
            clauses: ["LAT-33"],
          },
        ],
        reports: true,
        socialWorker: true,
        contacts: formOf().companions,
        colleagues: formOf().companions,
        pupilClass: true,
        directing: true,
        support: "another member of the attendance team",
      },
    }),
  },
  rounds: {
    form: formOf({
      values: { ...typed, agreed: "", stop2Pupil: "Ella Martin", destination: "work" },
      asks: {
        ...asks,
        ways: [
          { id: "letter", text: "By letter", clauses: ["BEM-29"] },
          { id: "phone", text: "By telephone", clauses: ["BEM-29"] },
        ],
        destinations: ["home", "work"],
        stops: true,
        itinerary: true,
        several: true,
        agency: [{ id: "agencyWhy", text: "Why the agency does not go itself", clauses: ["AET-A-101"] }],
      },
    }),
  },
  strict: {
    form: formOf({ agreement: "none", whyNotInSchool: false, lone: false, outsiderCounts: true, grounds: [] }),
  },
};
