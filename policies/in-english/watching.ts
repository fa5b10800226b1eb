import { policyWords as w } from "../../words/en-gb";
import type { MinutesField } from "../rows";
import type { Stated } from "../statements";
import { sayLadder } from "./ladder";
import { allOf, listed, type Names, needsOf, orNone, type Sayings, toAll, toAny } from "./saying";

type WatchingName = keyof typeof import("../parameters-watching").watching;
type VisitingName = keyof typeof import("../parameters-watching").visiting;
type ClosingName = keyof typeof import("../parameters-closing").closing;

export const watching: Sayings<WatchingName> = {
  arrivalCallAfter: (value) => orNone(w.arrivalCallAfter, w.noArrivalCallAfter, value),
  checkInTimes: (value) => w.checkInTimes[value],
  checkInEvery: (value) => orNone(w.checkInEvery, w.noCheckInEvery, value),
  pingAfter: (value) => orNone(w.pingAfter, w.noPingAfter, value),
  callAfter: (value) => orNone(w.callAfter, w.noCallAfter, value),
  lengthLimit: (value) => orNone(w.lengthLimit, w.noLengthLimit, value),
  waitOutside: (value) => orNone(w.waitOutside, w.noWaitOutside, value),
  overdueAfter: w.overdueAfter,
  nudgeBefore: w.nudgeBefore,
  lateToLeave: w.lateToLeave,
  hold: w.hold,
  awaySafe: w.awaySafe,
  attendWithin: w.attendWithin,
  coverWarning: w.coverWarning,
  climbAfter: w.climbAfter,
  policeRepeat: w.policeRepeat,
  ladder: sayLadder,
  policeWhen: (value) =>
    value.length === 0 ? w.noPoliceWhen : w.policeWhen(allOf(value.map((when) => w.police[when]))),
  policeBy: (value, names) => toAny(w.policeBy, value, names),
  goingHome: (value) => w.goingHome[value],
  planChangeTo: (value, names) => toAll(w.planChangeTo, value, names),
};

function sayUnsafeEnd({ writtenTo, meetAgain }: Stated<"unsafeEnd">, names: Names): string {
  const written = writtenTo.length === 0 ? w.unsafeEndOpen : w.unsafeEnd(names.all(writtenTo));
  return [written, w.meetAgain[meetAgain]].filter((part) => part !== "").join(" ") || w.unsafeEndNothing;
}

const sayNoOneHome = ({ cancelled, leave, next }: Stated<"noOneHome">): string =>
  w.noOneHome(
    allOf([cancelled ? w.cancelled : w.notCancelled, w.leave[leave], w.next[next]].filter((part) => part !== "")),
  );

const aboutField = ({ only, choices }: MinutesField) => [only && w.minutesOnly[only], needsOf(choices, w.aboutOneOf)];

export const visiting: Sayings<VisitingName> = {
  guidance: (value) => listed(w.guidance, w.guidance, value, ({ moment }) => [w.moments[moment]]),
  animals: (value) => w.animals[value],
  unknownPeople: (value) => w.unknownPeople[value],
  unsafeEnd: sayUnsafeEnd,
  noOneHome: sayNoOneHome,
};

export const returning: Sayings<keyof typeof import("../parameters-watching").returning> = {
  betweenVisits: (value) => listed(w.betweenVisits, w.noBetweenVisits, value),
  returnChecks: (value) => listed(w.returnChecks, w.noReturnChecks, value),
};

export const closing: Sayings<ClosingName> = {
  minutesWithin: w.minutesWithin,
  minutesFields: (value) => listed(w.minutesFields, w.noMinutesFields, value, aboutField),
  extraMinutesFields: (value) => listed(w.extraMinutesFields, w.noExtraMinutesFields, value, aboutField),
  filedTo: w.filedTo,
  copiesTo: (value) => listed(w.copiesTo, w.noCopiesTo, value),
  outcomesTo: (value, names) => (value.length === 0 ? w.noOutcomesTo : toAny(w.outcomesTo, value, names)),
  incidentsTo: (value, names) => toAll(w.incidentsTo, value, names),
  interventionTo: (value, names) =>
    value.length === 0 ? w.interventionAsIncident : toAll(w.interventionTo, value, names),
  allegationsTo: (value, names) => toAll(w.allegationsTo, value, names),
  safeguardingTo: (value, names) => toAll(w.safeguardingTo, value, names),
  safeguardingWithin: w.safeguardingWithin,
  afterIncident: (value) => listed(w.afterIncident, w.noAfterIncident, value),
  indicators: (value) => listed(w.indicators, w.noIndicators, value),
  logBy: (value) => w.logBy[value],
  keepMonths: (value) => orNone(w.keepMonths, w.noKeepMonths, value),
};
