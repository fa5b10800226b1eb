import type { Policy } from "../../policies/policy";
import type { RequestLine } from "../../policies/rows";
import { localDate, localTime } from "../../schools/hours";
import type { At } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import type { Visit } from "../../visits/visit";
import { SIGNAL } from "./schools";

type Pressed = readonly [number, Verb, Input];
/** What people press before anybody leaves. */
const early: readonly Pressed[] = [
  [3, "agreeToVisit", {}],
  [3, "assessRisk", { useGeneric: "true", considered: "true" }],
  [5, "approve", { reason: "Needed", confirmed: "true", lone: "true" }],
  [4, "amend", { purpose: "Something else" }],
  [4, "amend", { address: "3 High Street, Derby" }],
  [1, "askForChanges", { why: "The time" }],
  [4, "signOut", { allTrue: "true", vehicle: "Blue Skoda Fabia, FX21 MDW", idCard: "true", phone: "+44 7700 900111" }],
  [1, "reportOut", {}],
  [1, "refuseVisit", { why: "Not free" }],
  [1, "decline", { why: "Not this week" }],
  [1, "cancel", { why: "They are ill" }],
  [1, "changePlan", { more: "15" }],
];
/** And while they are out, the usual more often. Most of it is refused to most people. */
const out: readonly Pressed[] = [
  [8, "checkIn", {}],
  [2, "checkIn", { bothOk: "true" }],
  [2, "checkIn", { answer: SIGNAL }],
  [2, "arrive", { adult: "yes" }],
  [1, "askForHelp", {}],
  [4, "acknowledge", {}],
  [2, "recordCall", { outcome: "ok" }],
  [1, "recordCall", { outcome: "ok", about: "LEAD" }],
  [1, "recordCall", { outcome: "ok", about: "COMPANION" }],
  [2, "recordCall", { outcome: "noAnswer" }],
  [1, "recordCall", { outcome: "concern" }],
  [1, "recordDecision", { decision: "policeCalled", reference: "DC-1", answer: "Sent" }],
  [1, "recordDecision", { decision: "keepTrying", why: "A phone without signal" }],
  [1, "recordDecision", { decision: "police", why: "Nobody has heard from them" }],
  [2, "recordDecision", { decision: "goThere", why: "Near by", who: "STAFF" }],
  [1, "standDown", { why: "Spoken to, and safe", spoken: "LEAD" }],
  [1, "takeWatch", {}],
  [1, "handOverWatch", { to: "SOMEBODY" }],
  [1, "noOneHome", {}],
  [1, "nextStop", { address: "5 High Street, Derby" }],
  [1, "endUnsafe", { how: "unsafe" }],
  [1, "endUnsafe", { how: "violence" }],
  [1, "leftForHome", {}],
  [2, "leave", {}],
  [3, "signIn", {}],
  [1, "seenBack", { who: "COMPANION" }],
  [1, "phonedIn", { who: "LEAD", what: "ok" }],
  [1, "phonedIn", { who: "COMPANION", what: "help" }],
  [1, "changePlan", { more: "30" }],
  [1, "writeMinutes", { text: "We agreed a plan.", issues: "no", concern: "no" }],
];

const bagOf = (pressed: readonly Pressed[]) =>
  pressed.flatMap(([weight, verb, input]) => Array.from({ length: weight }, () => ({ verb, input })));
/** Each as often as people press it. */
export const bags = { early: bagOf([...early, ...out.slice(0, 3)]), out: bagOf(out) };

/** What whoever is on a quiet visit presses, once or not at all. */
export const quietly: readonly { verb: Verb; input: Input; both?: boolean }[] = [
  { verb: "checkIn", input: {} },
  { verb: "checkIn", input: { bothOk: "true" } },
  { verb: "arrive", input: { adult: "yes" } },
  { verb: "leave", input: {} },
  { verb: "signIn", input: {}, both: true },
];

/** What the form of a visit holds when it is opened to change something in it. */
export function askedFor({ plan }: Visit, policy: Policy | undefined): Input {
  const clock = (at: At) => localTime(at, "Europe/London");
  const { pupil, address, postcode, reason, purpose, whyNotInSchool } = plan;
  return {
    ...{ pupil, address, postcode, reason, purpose, whyNotInSchool, date: localDate(plan.leave, "Europe/London") },
    ...{
      leave: clock(plan.leave),
      start: clock(plan.start),
      back: clock(plan.back),
      companion: plan.visitors[1] ?? "",
    },
    ...{ agreed: "agreed", agreedHow: "By phone", outOfHoursWhy: "Tonight", noAlternative: "None" },
    ...Object.fromEntries(
      (policy?.requestLines.value ?? []).map((line, no) => [`answer_${line.id}`, answerTo(line, no)]),
    ),
  };
}

const answerTo = ({ ask, choices = [] }: RequestLine, no: number): string =>
  ({ tick: "true", time: `0${no % 10}:30`, yesNo: "no", choice: choices[0]?.id ?? "", text: "By phone" })[
    ask ?? "text"
  ];
