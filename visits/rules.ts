import { isActive } from "../schools/roster";
import type { Facts, Verb } from "./command";
import { isInTime, type Rule } from "./rule";
import { acknowledge, recordCall, standDown } from "./rules/alarming";
import { approve, askForChanges, decline } from "./rules/approving";
import { assessRisk } from "./rules/assessing";
import { recordContact } from "./rules/contacted";
import { decideContact, planContact } from "./rules/contacting";
import { recordDecision } from "./rules/deciding";
import { endUnsafe, leave, leftForHome, noOneHome } from "./rules/ending";
import { askForHelp, reportChild, takeConcern } from "./rules/helping";
import { reportOut, signOut } from "./rules/leaving";
import { writeMinutes } from "./rules/minutes";
import { report } from "./rules/reporting";
import { agreeToVisit, amend, cancel, refuseVisit, requestVisit } from "./rules/requesting";
import { signIn } from "./rules/returning";
import { letterLeft, nextStop } from "./rules/round";
import { stayBehind } from "./rules/staying";
import { recordTalk } from "./rules/talking";

import { completeTask, reopen } from "./rules/tasks";
import { arrive, changePlan, checkIn } from "./rules/visiting";
import { endWarning, writeWarning } from "./rules/warning";
import { handOverWatch, phonedIn, seenBack, takeWatch } from "./rules/watching";
import { isOpenTo } from "./still-known";
import type { Phase, Visit } from "./visit";

/** Every verb with its rights, its refusals and its effect; a missing one does not compile. */
export const rules: { readonly [K in Verb]: Rule } = {
  requestVisit,
  agreeToVisit,
  refuseVisit,
  assessRisk,
  recordTalk,
  approve,
  decline,
  askForChanges,
  amend,
  cancel,
  planContact,
  decideContact,
  recordContact,
  signOut,
  reportOut,
  stayBehind,
  arrive,
  checkIn,
  changePlan,
  nextStop,
  noOneHome,
  endUnsafe,
  leave,
  leftForHome,
  signIn,
  letterLeft,
  askForHelp,
  reportChild,
  takeConcern,
  takeWatch,
  handOverWatch,
  acknowledge,
  recordCall,
  phonedIn,
  seenBack,
  recordDecision,
  standDown,
  writeMinutes,
  completeTask,
  report,
  writeWarning,
  endWarning,
  reopen,
};

const every = Object.keys(rules) as readonly Verb[];
/** Most verbs are of one phase or two; those of an outing are of whoever is out, in any (S12). */
const open = (phase: Phase): readonly Verb[] =>
  every.filter((verb) => rules[verb].when.includes(phase) || rules[verb].outing === true);
const inPhase: Readonly<Record<Phase, readonly Verb[]>> = {
  asked: open("asked"),
  ready: open("ready"),
  out: open("out"),
  back: open("back"),
  closed: open("closed"),
  off: open("off"),
};

/** What is this person's to do now, by rights and phase. Many verbs ask the same of a person, who is asked it once. */
export function rightsOf(v: Visit, f: Facts): Verb[] {
  const active = isActive(f.actor, f.roster.school, f.now);
  const asked = new Map<Rule["may"], boolean>();
  return inPhase[v.phase].filter((verb) => {
    const rule = rules[verb];
    if (!isInTime(rule, v, f.actor.id) || !(active || isOpenTo(rule, v, f))) return false;
    const may = asked.get(rule.may) ?? rule.may(v, f);
    asked.set(rule.may, may);
    return may;
  });
}

/** Of these rights the buttons that make sense now: from the same table that refuses. `no` asks about one alarm. */
export const sensible = (verbs: readonly Verb[], v: Visit, f: Facts, no?: number): Verb[] =>
  verbs.filter((verb) => rules[verb].offered?.(v, f, no) ?? true);
