import { at, away, priya, type Samples, sightOf, tom, visitor } from "../sample-visit";
import { approval } from "./samples-before";

/** A visit once they are back, and one that did not take place. */

const slot = { card: "visit" } as const;

export const after: Samples = {
  back: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("14:40"),
      approval,
      everyoneBack: at("14:28"),
      visitors: [
        visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }),
        visitor(tom, { outing: away({ back: at("14:27"), backHow: "signedIn" }) }),
      ],
      tasks: [
        { no: 1, kind: "minutes", due: at("14:28", 25), done: false, mine: true },
        { no: 2, kind: "riskReview", due: at("14:28", 25), done: true, mine: true },
      ],
      breaches: ["noSignOut"],
      next: { key: "writeMinutes", by: at("14:28", 25) },
    }),
  },
  unaccounted: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("14:30"),
      viewer: tom,
      approval,
      visitors: [visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }), visitor(tom)],
      offers: ["reportOut", "stayBehind", "signIn"],
      next: { key: "sayWhere", by: at("14:38") },
    }),
  },
  othersWrite: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("14:40"),
      viewer: tom,
      approval,
      everyoneBack: at("14:28"),
      visitors: [
        visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }),
        visitor(tom, { outing: away({ back: at("14:27"), backHow: "signedIn" }) }),
      ],
      tasks: [{ no: 1, kind: "minutes", due: at("14:28", 25), done: false, mine: false, for: [priya] }],
      next: { key: "othersWrite", by: at("14:28", 25) },
    }),
  },
  doTask: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("15:00"),
      offers: ["report"],
      forms: { reports: ["concern", "accident"] },
      next: { key: "doTask", by: at("14:28", 25) },
    }),
  },
  reviewRisk: {
    slot,
    sight: sightOf({
      phase: "back",
      now: at("15:40"),
      approval,
      everyoneBack: at("14:28"),
      minutes: { by: priya, at: at("15:10"), text: "We agreed three mornings a week.", actions: "", issues: "" },
      visitors: [
        visitor(priya, { outing: away({ back: at("14:28"), backHow: "signedIn" }) }),
        visitor(tom, { outing: away({ back: at("14:27"), backHow: "signedIn" }) }),
      ],
      tasks: [
        { no: 1, kind: "minutes", due: at("14:28", 25), done: true, mine: true },
        { no: 2, kind: "riskReview", due: at("14:28", 25), done: false, mine: true },
      ],
      next: { key: "reviewRisk", by: at("14:28", 25) },
    }),
  },
  closed: {
    slot,
    sight: sightOf({
      phase: "closed",
      now: at("09:00", 25),
      closed: at("15:10"),
      offers: ["reopen"],
      minutes: {
        by: priya,
        at: at("15:10"),
        text: "We agreed three mornings a week.",
        actions: "Priya rings on Friday",
        issues: "",
      },
    }),
  },
  closedOwed: {
    slot,
    sight: sightOf({
      phase: "closed",
      now: at("09:00", 25),
      closed: at("15:10"),
      offers: ["reopen"],
      tasks: [{ no: 2, kind: "file", due: at("14:28", 25), done: false, mine: true, for: [priya] }],
    }),
  },
  cancelled: {
    slot,
    sight: sightOf({
      phase: "off",
      off: { by: priya, at: at("10:04"), how: "cancelled", why: "Mum rang: they come in tomorrow" },
    }),
  },
};
