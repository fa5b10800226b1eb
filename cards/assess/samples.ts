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
  refused: {
    slot,
    sight: sightOf({ offers, forms: { risk } }),
    entry: {
      input: { note: "Quiet family" },
      refusal: { say: refusals.assessing.newRisk, field: "hazard", clause: "AET-72" },
    },
  },
  done: { slot, sight: sightOf({ assessment }) },
};
