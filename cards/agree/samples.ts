import { refusals } from "../../words/en-gb";
import { at, atTheDoor, helen, priya, type Samples, sightOf, tom, visitor } from "../sample-visit";

const slot = { card: "agree" } as const;
const visitors = [visitor(priya), visitor(tom, { agreed: false })];

export const agreeSamples: Samples = {
  asked: {
    slot,
    sight: sightOf({
      viewer: tom,
      visitors,
      offers: ["agreeToVisit", "refuseVisit"],
      next: { key: "agree", by: at("13:05") },
      guidance: atTheDoor,
    }),
  },
  askedAgain: {
    slot,
    sight: sightOf({
      viewer: tom,
      visitors,
      offers: ["agreeToVisit", "refuseVisit"],
      changed: { what: ["time", "place"], again: true },
    }),
  },
  refused: {
    slot,
    sight: sightOf({ viewer: tom, visitors, offers: ["agreeToVisit", "refuseVisit"] }),
    entry: {
      input: { why: "I teach then" },
      refusal: {
        say: refusals.pressing.planMoved,
      },
    },
  },
  agreed: { slot, sight: sightOf({ viewer: tom }) },
  off: {
    slot,
    sight: sightOf({
      viewer: tom,
      phase: "off",
      off: { by: helen, at: at("10:00"), how: "declined", why: "Let's meet in school" },
    }),
  },
};
