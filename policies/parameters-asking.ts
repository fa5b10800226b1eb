import { z } from "zod";
import { rowTitles as titles } from "../words/en-gb/policy/rows";
import { wrong } from "../words/en-gb/policy/wrong";
import { line, lines, minutes, plainLines, role, roles, row } from "./parameter";

const reason = {
  doorstep: z.boolean().optional(),
  pupilInVehicle: z.boolean().optional(),
  attendance: z.boolean().optional(),
  needs: lines({ by: z.literal("approver").optional(), atLeast: z.number().int().min(1).optional() }).optional(),
  choices: plainLines.optional(),
  visitors: roles.optional(),
  alsoApprovedBy: roles.optional(),
};

const requestLine = {
  ask: z.enum(["text", "tick", "yesNo", "choice", "time"]).optional(),
  choices: plainLines.optional(),
  optional: z.boolean().optional(),
  orWhyNot: z.boolean().optional(),
};

/** Matrix part 1: who may ask for a visit, for what, with whom. */
export const asking = {
  reviewBy: row(titles.reviewBy, "LAT-05 LAT-43 HEX-66 TMC-04 AET-111", z.string().nullable()),
  reviewOn: row(titles.reviewOn, "AET-111", z.iso.date(wrong.date).nullable()),
  readWith: row(titles.readWith, "HEX-67 AET-11 AET-12", plainLines),
  reasons: row(
    titles.reasons,
    "LAT-13 LAT-14 LAT-15 LAT-16 LAT-17 LAT-18 LAT-19 HEX-21 HEX-22 HEX-23 HEX-24 HEX-25 HEX-26 BEM-16 BEM-17 BEM-18 BEM-19 TMC-06 TMC-07 TMC-08 TMC-09 AET-29 AET-30 AET-31 AET-32 AET-33 AET-34 AET-35",
    z.strictObject({ list: lines(reason).min(1), closed: z.boolean() }),
  ),
  whyNotInSchool: row(titles.whyNotInSchool, "LAT-10 HEX-20 BEM-45 BEM-46 TMC-05 AET-A-39", z.boolean()),
  requestLines: row(
    titles.requestLines,
    "LAT-07 LAT-10 LAT-26 LAT-32 LAT-33 BEM-47 BEM-48 AET-06 AET-67 AET-A-81 AET-A-82",
    lines(requestLine),
  ),
  extraRequestLines: row(titles.extraRequestLines, "HEX-16 HEX-17 HEX-18 HEX-19 LAT-07 BEM-06", lines(requestLine)),
  visitorsMin: row(titles.visitorsMin, "LAT-22 HEX-29 BEM-49 TMC-13 AET-86", z.number().int().min(1).max(9)),
  visitorsMax: row(titles.visitorsMax, "LAT-23", z.number().int().min(1).max(9).nullable()),
  visitorRoles: row(
    titles.visitorRoles,
    "LAT-24 HEX-09 HEX-30 BEM-20 BEM-22 BEM-23 TMC-14 AET-93 AET-95",
    roles.min(1),
  ),
  support: row(titles.support, "HEX-30", z.strictObject({ first: roles.min(1), otherwise: roles.min(1) }).nullable()),
  mayRefuse: row(titles.mayRefuse, "BEM-21", z.boolean()),
  regularAfter: row(titles.regularAfter, "AET-96 AET-97", z.number().int().min(1).nullable()),
  lone: row(
    titles.lone,
    "LAT-22 HEX-29 BEM-25 BEM-41 TMC-13 AET-85 AET-86",
    z.enum(["never", "approverDecides", "exception"]),
  ),
  loneNever: row(
    titles.loneNever,
    "BEM-A-10 AET-A-41 AET-A-42",
    z.array(z.enum(["firstVisit", "higherRisk", "concernKnown", "homeUnknown"])),
  ),
  loneTicks: row(titles.loneTicks, "BEM-25 AET-87 AET-88", plainLines),
  loneRegister: row(titles.loneRegister, "BEM-41", z.boolean()),
  outsiderCounts: row(titles.outsiderCounts, "LAT-24 HEX-29 TMC-14", z.boolean()),
  destinations: row(titles.destinations, "HEX-10 BEM-14", z.array(z.enum(["home", "work", "elsewhere"])).min(1)),
  stops: row(titles.stops, "HEX-37 BEM-31", z.boolean()),
  series: row(titles.series, "HEX-38 HEX-39", z.enum(["each", "daily"])),
  coordinated: row(titles.coordinated, "HEX-28 BEM-24", z.boolean()),
  agencyRequest: row(titles.agencyRequest, "AET-A-99 AET-A-100 AET-A-101", plainLines),
  outOfHours: row(titles.outOfHours, "AET-45 AET-46", z.enum(["allowed", "lastResort", "never"])),
  outOfHoursContact: row(titles.outOfHoursContact, "AET-47", z.boolean()),
  urgentSkips: row(titles.urgentSkips, "LAT-31 TMC-17 AET-37", z.array(z.enum(["agreement"]))),
};

/** Matrix part 1: who approves, and what the approval is. */
export const approving = {
  approvers: row(
    titles.approvers,
    "LAT-11 LAT-20 LAT-34 HEX-41 BEM-14 BEM-15 TMC-46 AET-18 AET-38 AET-A-48 AET-A-135",
    roles,
  ),
  approvalTicks: row(titles.approvalTicks, "LAT-33 TMC-47 AET-19 AET-21 AET-39 AET-A-40 AET-A-87", plainLines),
  approvalCovers: row(
    titles.approvalCovers,
    "LAT-21 LAT-33 BEM-14 TMC-47 AET-A-102 AET-A-103 AET-A-133 AET-A-134",
    z.array(z.enum(["visit", "namedStaff", "riskAssessment", "reason"])).min(1),
  ),
  standIns: row(titles.standIns, "S11", roles),
  coordinators: row(titles.coordinators, "HEX-28 HEX-38", roles),
  discussFirst: row(titles.discussFirst, "HEX-41 TMC-46", lines({ with: z.array(role).min(1) })),
  outsideSanction: row(titles.outsideSanction, "LAT-12", plainLines),
  moveVoidsAfter: row(titles.moveVoidsAfter, "S11", minutes),
};

const ground = { needs: z.array(line).default([]) };

/** Matrix part 2: the parents, and others who are told. */
export const family = {
  agreement: row(
    titles.agreement,
    "LAT-27 BEM-29 BEM-56 TMC-16 AET-36 AET-A-81",
    z.enum(["required", "should", "none"]),
  ),
  agreementWays: row(titles.agreementWays, "BEM-29 BEM-58", plainLines),
  unannounced: row(titles.unannounced, "LAT-31 BEM-29 TMC-17 AET-37 AET-A-80", lines(ground)),
  adultPresent: row(
    titles.adultPresent,
    "BEM-69 BEM-71 TMC-18 AET-69 AET-102",
    z.enum(["always", "unlessAttendance", "invitesIn", "open"]),
  ),
  tellOthers: row(
    titles.tellOthers,
    "LAT-28 LAT-29 LAT-30 BEM-A-04 BEM-A-09 BEM-78 TMC-15 TMC-39 AET-109 AET-A-104",
    lines({
      when: z.enum(["before", "beforeOrAfter", "ifRefused", "ifSerious", "ifAppropriate"]),
      by: z.literal("approver").optional(),
      only: z.literal("socialWorker").optional(),
      should: z.boolean().optional(),
    }),
  ),
  tellWithin: row(titles.tellWithin, "TMC-15", minutes),
  letters: row(
    titles.letters,
    "LAT-30 BEM-58 TMC-26 TMC-27 AET-53 AET-A-83",
    lines({ when: z.enum(["before", "atTheVisit", "noOneHome"]) }),
  ),
};
