import { z } from "zod";
import { clauses, lines, minutes, plainLines, roles, row } from "./parameter";

const orNone = minutes.nullable();
const stepId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "must be a step's id");
/** A time of its own, or the parameter that holds it where the document gives none. `ladder.ts` looks at how long it is. */
const stepMinutes = z.union([z.number(), z.enum(["climbAfter", "policeRepeat"])], {
  error: "must be a number of minutes, or climbAfter or policeRepeat",
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
const causes = ["arrivalCall", "noContact", "notBack", "uncovered", "emergency", "violence", "covert"] as const;

/** Matrix part 5: timers and escalation. */
export const watching = {
  arrivalCallAfter: row("a call after the appointed start", "AET-82", orNone),
  checkInTimes: row("how check-in times are set", "LAT-26 BEM-37 AET-83", z.enum(["interval", "perVisit", "open"])),
  checkInEvery: row("longest time between check-ins", "AET-83 AET-A-58", orNone),
  pingAfter: row("a silence that brings a soft ping to the visitor's phone", "AET-83 AET-A-67 S7", orNone),
  callAfter: row("a silence that brings a call", "AET-A-67", orNone),
  lengthLimit: row("longest visit", "BEM-88", orNone),
  waitOutside: row("longest wait outside", "AET-51", orNone),
  overdueAfter: row("grace after the return is due", "HEX-61 TMC-42 AET-A-56 S7", z.number().int().min(0).max(60)),
  nudgeBefore: row("a nudge before the return is due", "S7", minutes.max(60)),
  lateToLeave: row(
    "time past the approved start before visitors are asked whether they have gone",
    "S1",
    minutes.max(60),
  ),
  hold: row("how long taking an alarm holds the climb", "S2", minutes.max(30)),
  awaySafe: row("time to say 'away and safe' after an unsafe end", "AET-80 AET-A-79", minutes.max(30)),
  attendWithin: row("time for people sent to the address to say what they found", "S12", minutes.max(120)),
  coverWarning: row("warning before cover ends with somebody out", "S5", minutes.max(120)),
  climbAfter: row("time before an unanswered step climbs", "HEX-62 AET-60 S2", minutes.max(30)),
  policeRepeat: row("time before a police step repeats", "AET-61 AET-81 S2 S10", minutes.max(10)),
  ladder: row(
    "the ladder",
    "HEX-62 HEX-63 HEX-64 BEM-37 TMC-43 TMC-44 TMC-45 AET-56 AET-60 AET-61 AET-81 AET-A-56 AET-A-67 AET-A-68 AET-A-69 AET-A-97",
    z.strictObject({ start: z.record(z.enum(causes), stepId), steps: z.record(stepId, step) }),
  ),
  policeWhen: row(
    "when the police are called",
    "HEX-64 BEM-79 TMC-44 TMC-45 AET-61 AET-81 AET-A-97 AET-A-98",
    z.array(z.enum(["welfareConcern", "violence", "covertHelp", "emergencyCall", "noAnswerAndConcern", "judgement"])),
  ),
  policeBy: row("who calls the police", "HEX-64 TMC-44 TMC-45 AET-60 AET-A-69 S10", roles),
  goingHome: row(
    "going home without coming back to school",
    "BEM-36 BEM-93",
    z.enum(["afterTelling", "returnFirst", "open"]),
  ),
  planChangeTo: row("who is told of a change of plan", "BEM-A-18 AET-90", roles),
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
    "lines shown at each moment",
    "HEX-36 HEX-53 BEM-64 BEM-81 BEM-88 TMC-28 TMC-29 TMC-30 TMC-32 AET-25 AET-28 AET-70 AET-73 AET-75 AET-76 AET-92 AET-103 AET-A-71 AET-A-74 AET-A-91 AET-A-98",
    lines({ moment: z.enum(moments) }),
  ),
  animals: row(
    "animals in the home",
    "BEM-64 BEM-A-38 TMC-31 AET-57 AET-58 AET-A-72 AET-A-73",
    z.enum(["cancelIfRefused", "rearrange", "noneInRoom", "assessed", "open"]),
  ),
  unknownPeople: row(
    "unknown people in the home",
    "HEX-53 HEX-54 BEM-73 AET-A-74 AET-A-75 AET-A-76",
    z.enum(["cancelUnlessExplained", "leaveIfInDoubt", "doNotDiscuss", "open"]),
  ),
  unsafeEnd: row(
    "after an unsafe end",
    "HEX-54 HEX-55 BEM-10 BEM-11 AET-56 AET-80 AET-A-79",
    z.strictObject({ writtenTo: roles, meetAgain: z.enum(["alternative", "withLeadership", "open"]) }),
  ),
  noOneHome: row(
    "no one home",
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
  betweenVisits: row("what is done between two visits", "HEX-37", plainLines),
  returnChecks: row("what a visitor confirms on return", "HEX-36 HEX-58", plainLines),
};
