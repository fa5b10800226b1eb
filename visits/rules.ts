import type { Facts, Verb } from "./command";
import { isInTime, type Rule } from "./rule";
import { acknowledge, recordCall, standDown } from "./rules/alarming";
import { approve, askForChanges, decline } from "./rules/approving";
import { assessRisk } from "./rules/assessing";
import { decideContact, planContact, recordContact } from "./rules/contacting";
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
const byPhase: Readonly<Record<Phase, readonly Verb[]>> = {
  asked: open("asked"),
  ready: open("ready"),
  out: open("out"),
  back: open("back"),
  closed: open("closed"),
  off: open("off"),
};

/**
 * The buttons that this person should see now: rights, phase and sense, from the same table that refuses. `no` asks about one alarm or
 * task, `among` about some verbs alone.
 */
export const offers = (v: Visit, f: Facts, no?: number, among: readonly Verb[] = byPhase[v.phase]): Verb[] =>
  among.filter((verb) => {
    const rule = rules[verb];
    return (
      isInTime(rule, v, f.actor.id) && isOpenTo(rule, v, f) && rule.may(v, f) && (rule.offered?.(v, f, no) ?? true)
    );
  });
