import { refusals } from "../../words/en-gb";
import { assessment, at, risk, type Samples, sightOf } from "../sample-visit";

const slot = { card: "assess" } as const;
const offers = ["assessRisk"] as const;

export const assessSamples: Samples = {
  plain: { slot, sight: sightOf({ offers, news: undefined, forms: { risk, generic: "L" } }) },
  news: {
    slot,
    sight: sightOf({
      offers,
      forms: { risk, generic: "L" },
      openChange: "Meet without the older brother",
      incidents: [{ at: at("15:00", 3), how: "unsafe" }],
    }),
  },
  again: {
    slot,
    sight: sightOf({ offers, news: undefined, forms: { risk, generic: "M", carried: assessment.rows } }),
  },
  alone: {
    slot,
    sight: sightOf({ offers, news: undefined, assessment, forms: { risk, generic: "L", alone: true } }),
  },
  refused: {
    slot,
    sight: sightOf({ offers, forms: { risk } }),
    entry: {
      input: { note: "Quiet family" },
      refusal: { say: refusals.assessing.newRisk, field: "hazard", clause: "AET-72" },
    },
  },
  typed: {
    slot,
    sight: sightOf({
      offers,
      forms: {
        generic: "L",
        risk: {
          ...risk,
          form: "Community Lone Working Risk Assessment (Appendix 1)",
          matrix: null,
          columns: ["people", "severity", "likelihood", "level"].map((id) => ({ id, text: id, clauses: ["BEM-A-06"] })),
          hazards: [
            {
              id: "animals",
              text: "Attack by a dog or other animal",
              people: "Staff may be harmed or injured",
              severity: "Major injury may occur",
              likelihood: "Remote",
              level: "L",
              clauses: ["BEM-A-36"],
              controls: [{ id: "avoid", text: "Contact with animals is avoided", clauses: ["BEM-A-37"] }],
            },
          ],
        },
      },
    }),
  },
  ownForm: {
    slot,
    sight: sightOf({
      offers,
      forms: {
        generic: "L",
        risk: {
          ...risk,
          fields: [{ id: "jobTitle", text: "Job title", clauses: ["AET-A-03"] }],
          columns: [{ id: "inPlace", text: "In place?", clauses: ["AET-A-34"] }],
        },
      },
    }),
  },
  headed: {
    slot,
    sight: sightOf({
      assessment: {
        ...assessment,
        rows: assessment.rows.map((row) => ({ ...row, inPlace: "yes" as const })),
        header: [
          { title: "Job title", said: "Attendance lead" },
          { title: "Covered by this assessment", said: "AET staff" },
          { title: "How to reach the parents or carers", said: "not given" },
          { title: "Dates of visits", said: "Mon 10 Nov, Mon 24 Nov" },
        ],
      },
    }),
  },
  done: { slot, sight: sightOf({ assessment }) },
};
