import { z } from "zod";
import { rowTitles as titles } from "../words/en-gb/policy/rows";
import { wrong } from "../words/en-gb/policy/wrong";
import { clauses, lines, minutes, plainLines, roles, row } from "./parameter";
import { causes } from "./policy";

const orNone = minutes.nullable();
const stepId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, wrong.stepId);
/** A time of its own, or the parameter that holds it where the document gives none. `ladder.ts` looks at how long it is. */
const stepMinutes = z.union([z.number(), z.enum(["climbAfter", "policeRepeat"])], {
  error: wrong.stepMinutes,
});
const outcomes = z.enum(["ok", "concern", "noAnswer", "waitingOutside", "codeWord", "policeCalled", "attending"]);
const step = z.strictObject({
  tell: roles,
  channels: z.array(z.string().min(1)).default([]),
  ask: z.enum(["call", "decide", "police"]),
  every: stepMinutes,
  within: stepMinutes,
  on: z.partialRecord(outcomes, stepId),
  late: stepId,
  clauses: clauses.default([]),
});

/** Matrix part 5: timers and escalation. */
export const watching = {
  arrivalCallAfter: row(titles.arrivalCallAfter, "AET-82", orNone),
  checkInTimes: row(titles.checkInTimes, "LAT-26 BEM-37 AET-83", z.enum(["interval", "perVisit", "open"])),
  checkInEvery: row(titles.checkInEvery, "AET-83 AET-A-58", orNone),
  pingAfter: row(titles.pingAfter, "AET-83 AET-A-67 S7", orNone),
  callAfter: row(titles.callAfter, "AET-A-67", orNone),
  lengthLimit: row(titles.lengthLimit, "BEM-88", orNone),
  waitOutside: row(titles.waitOutside, "AET-51", orNone),
  overdueAfter: row(titles.overdueAfter, "HEX-61 TMC-42 AET-A-56 S7", z.number().int().min(0).max(60)),
  nudgeBefore: row(titles.nudgeBefore, "S7", minutes.max(60)),
  lateToLeave: row(titles.lateToLeave, "S1", minutes.max(60)),
  hold: row(titles.hold, "S2", minutes.max(30)),
  awaySafe: row(titles.awaySafe, "AET-80 AET-A-79", minutes.max(30)),
  attendWithin: row(titles.attendWithin, "S12", minutes.max(120)),
  coverWarning: row(titles.coverWarning, "S5", minutes.max(120)),
  climbAfter: row(titles.climbAfter, "HEX-62 AET-60 S2", minutes.max(30)),
  policeRepeat: row(titles.policeRepeat, "AET-61 AET-81 S2 S10", minutes.max(10)),
  ladder: row(
    titles.ladder,
    "HEX-62 HEX-63 HEX-64 BEM-37 TMC-43 TMC-44 TMC-45 AET-56 AET-60 AET-61 AET-81 AET-A-56 AET-A-67 AET-A-68 AET-A-69 AET-A-97",
    z.strictObject({
      start: z.record(z.enum(causes), stepId),
      /** Where the document itself names what is wrong. */
      startClauses: z.partialRecord(z.enum(causes), clauses).optional(),
      steps: z.record(stepId, step),
    }),
  ),
  policeWhen: row(
    titles.policeWhen,
    "HEX-64 BEM-79 TMC-44 TMC-45 AET-61 AET-81 AET-A-97 AET-A-98",
    z.array(z.enum(["welfareConcern", "violence", "covertHelp", "emergencyCall", "noAnswerAndConcern", "judgement"])),
  ),
  policeBy: row(titles.policeBy, "HEX-64 TMC-44 TMC-45 AET-60 AET-A-69 S10", roles),
  goingHome: row(
    titles.goingHome,
    "BEM-36 BEM-93",
    z.enum(["afterTelling", "tellBaseOrColleague", "returnFirst", "open"]),
  ),
  planChangeTo: row(titles.planChangeTo, "BEM-A-18 AET-90", roles),
};

const moments = [
  "beforeLeaving",
  "atTheDoor",
  "inside",
  "emergency",
  "noOneHome",
  "unsafe",
  "return",
  "request",
] as const;

/** Matrix part 6: at the visit. */
export const visiting = {
  guidance: row(
    titles.guidance,
    "HEX-36 HEX-53 BEM-64 BEM-81 BEM-88 TMC-28 TMC-29 TMC-30 TMC-32 AET-25 AET-28 AET-70 AET-73 AET-75 AET-76 AET-92 AET-103 AET-A-71 AET-A-74 AET-A-91 AET-A-98",
    lines({ moment: z.enum(moments) }),
  ),
  animals: row(
    titles.animals,
    "BEM-64 BEM-A-38 TMC-31 AET-57 AET-58 AET-A-72 AET-A-73",
    z.enum(["cancelIfRefused", "rearrange", "noneInRoom", "assessed", "open"]),
  ),
  unknownPeople: row(
    titles.unknownPeople,
    "HEX-53 HEX-54 BEM-73 AET-A-74 AET-A-75 AET-A-76",
    z.enum(["cancelUnlessExplained", "leaveIfInDoubt", "doNotDiscuss", "open"]),
  ),
  unsafeEnd: row(
    titles.unsafeEnd,
    "HEX-54 HEX-55 BEM-10 BEM-11 AET-56 AET-80 AET-A-79",
    z.strictObject({ writtenTo: roles, meetAgain: z.enum(["alternative", "withLeadership", "open"]) }),
  ),
  noOneHome: row(
    titles.noOneHome,
    "TMC-27 AET-52 AET-53 AET-54",
    z.strictObject({
      cancelled: z.boolean(),
      leave: z.enum(["notification", "letter", "nothing"]),
      next: z.enum(["returnToSchool", "open"]),
    }),
  ),
};

/** Matrix part 6: between two visits of one outing, and back at school. */
export const returning = {
  betweenVisits: row(titles.betweenVisits, "HEX-37", plainLines),
  returnChecks: row(titles.returnChecks, "HEX-36 HEX-58", plainLines),
};
