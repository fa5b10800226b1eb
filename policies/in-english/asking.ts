import { policyWords as w } from "../../words/en-gb";
import type { Need, Reason } from "../policy";
import type { RequestLine } from "../rows";
import { allOf, listed, type Names, needsOf, orNone, type Sayings, toAny, yesNo } from "./saying";

export type AskingName = keyof typeof import("../parameters-asking").asking;
type ApprovingName = keyof typeof import("../parameters-asking").approving;
type FamilyName = keyof typeof import("../parameters-asking").family;

const needText = ({ text, atLeast, by }: Need): string =>
  atLeast !== undefined ? w.atLeast(text, atLeast) : by === "approver" ? w.byApprover(text) : text;

const aboutReason = (names: Names) => (reason: Reason) => [
  reason.doorstep ? w.doorstep : undefined,
  reason.pupilInVehicle ? w.inVehicle : undefined,
  reason.alsoApprovedBy?.length ? w.alsoApprovedBy(names.any(reason.alsoApprovedBy)) : undefined,
  reason.visitors?.length ? w.withThem(names.any(reason.visitors)) : undefined,
  reason.needs?.length ? w.needs(allOf(reason.needs.map(needText))) : undefined,
  needsOf(reason.choices, w.oneOf),
];

const aboutLine = ({ choices, ask, orWhyNot }: RequestLine) => [
  needsOf(choices, w.oneOf),
  orWhyNot ? w.orWhyNot : undefined,
  ask === "time" ? w.withTime : undefined,
];

export const asking: Sayings<AskingName> = {
  reviewOn: (date) => (date === null ? w.noReviewOn : w.reviewOn(date)),
  reviewBy: (who) => (who === null ? w.reviewByNobody : w.reviewBy(who)),
  readWith: (value) => listed(w.readWith, w.noReadWith, value),
  reasons: ({ list, closed }, names) => listed(closed ? w.reasons : w.openReasons, "", list, aboutReason(names)),
  whyNotInSchool: (value) => yesNo(w.whyNotInSchool, value),
  requestLines: (value) => listed(w.requestLines, w.noRequestLines, value, aboutLine),
  extraRequestLines: (value) => listed(w.extraRequestLines, w.noExtraRequestLines, value, aboutLine),
  visitorsMin: w.visitorsMin,
  visitorsMax: (value) => orNone(w.visitorsMax, w.noVisitorsMax, value),
  visitorRoles: (value, names) => toAny(w.visitorRoles, value, names),
  support: (value, names) =>
    value === null ? w.noSupport : w.support(names.any(value.first), names.any(value.otherwise)),
  mayRefuse: (value) => yesNo(w.mayRefuse, value),
  regularAfter: (value) => orNone(w.regularAfter, w.noRegularAfter, value),
  lone: (value) => w.lone[value],
  loneNever: (value) =>
    value.length === 0 ? w.noLoneNever : w.loneNever(allOf(value.map((when) => w.loneNeverWhen[when]))),
  loneTicks: (value) => listed(w.loneTicks, w.noLoneTicks, value),
  loneRegister: (value) => yesNo(w.loneRegister, value),
  outsiderCounts: (value) => yesNo(w.outsiderCounts, value),
  destinations: (value) => w.destinations(allOf(value.map((where) => w.destination[where]))),
  stops: (value) => yesNo(w.stops, value),
  series: (value) => w.series[value],
  coordinated: (value) => yesNo(w.coordinated, value),
  agencyRequest: (value) => listed(w.agencyRequest, w.noAgencyRequest, value),
  outOfHours: (value) => w.outOfHours[value],
  outOfHoursContact: (value) => yesNo(w.outOfHoursContact, value),
  urgentSkips: (value) =>
    value.length === 0 ? w.noUrgentSkips : w.urgentSkips(allOf(value.map((what) => w.skipped[what]))),
};

export const approving: Sayings<ApprovingName> = {
  approvers: (value, names) => (value.length === 0 ? w.noApprovers : w.approvers(names.any(value))),
  approvalTicks: (value) => listed(w.approvalTicks, w.noApprovalTicks, value),
  approvalCovers: (value) => w.approvalCovers(allOf(value.map((what) => w.covers[what]))),
  standIns: (value, names) => (value.length === 0 ? w.noStandIns : w.standIns(names.any(value))),
  coordinators: (value, names) => (value.length === 0 ? w.noCoordinators : w.coordinators(names.any(value))),
  discussFirst: (value, names) =>
    listed(w.discussFirst, w.noDiscussFirst, value, (line) => [w.with(names.any(line.with))]),
  outsideSanction: (value) => listed(w.outsideSanction, w.noOutsideSanction, value),
  moveVoidsAfter: w.moveVoidsAfter,
};

export const family: Sayings<FamilyName> = {
  agreement: (value) => w.agreement[value],
  agreementWays: (value) => listed(w.agreementWays, w.noAgreementWays, value),
  unannounced: (value) => listed(w.unannounced, w.noUnannounced, value, ({ needs }) => [needsOf(needs, w.provided)]),
  adultPresent: (value) => w.adultPresent[value],
  tellOthers: (value) =>
    listed(w.tellOthers, w.noTellOthers, value, ({ when, only, should }) => [
      w.tellWhen[when],
      only && w.onlyWhere[only],
      should ? w.should : undefined,
    ]),
  tellWithin: w.tellWithin,
  letters: (value) => listed(w.letters, w.noLetters, value, ({ when }) => [w.letterWhen[when]]),
};
