import { settingUp as refusal } from "../../words/en-gb/refusals/setting-up";
import { setUpMeaning as w } from "../../words/en-gb/set-up-meaning";
import type { Id } from "../school";
import { type Change, isOfTheLadder } from "./change";

/**
 * What a change means for those who are out on a visit now, a sentence each. Nothing here asks whether an alarm is open: an administrator may
 * be the very person about whom one is (S4).
 */
export function meansNow(change: Change, out: readonly Id[]): string[] {
  if (out.length === 0) return [];
  switch (change.kind) {
    case "leaves":
      return change.until !== null && out.includes(change.who) ? [w.staysKnown] : [];
    case "role":
      return change.holds ? [] : [w.goesToOthers];
    case "administrator":
    case "person":
    case "check":
    case "name":
    case "codeWord":
    case "policy":
      return [];
    case "phone":
      return out.includes(change.who) ? [w.rungThere] : [];
    case "channel":
      return [w.newChannel];
    case "acting":
    case "duty":
      return [w.toldNext];
    case "setting":
      return isOfTheLadder(change.name) ? [w.keepLadder] : [w.keepPolicy];
    case "numbers":
      return [w.newNumbers];
    default:
      return [w.watched];
  }
}

/** What must wait until everybody is back: whoever is out knows the old word, and was sent under the old policy. */
export function waitsForOut(change: Change, out: readonly Id[]): string | undefined {
  if (out.length === 0) return undefined;
  if (change.kind === "codeWord") return refusal.wordWhileOut;
  return change.kind === "policy" ? refusal.policyWhileOut : undefined;
}
