import type { At, Id } from "../schools/school";
import { type Refusal, refuse } from "../visits/refusal";
import { eitherOf, refusals } from "../words/en-gb";
import { settingUp } from "../words/en-gb/refusals/setting-up";
import type { Book } from "./parts";

const say = refusals.pressing;

/** Of another school, forged or absent: one answer for all, word for word (P6). */
export const noSuchVisit = refuse("noSuchVisit", say.noSuchVisit);
export const notRegistered = refuse("notRegistered", say.notRegistered);
/** What the bot turns into "not saved; try again or ring the school" (S14). */
export const notSaved = say.notSaved;

/** Set-up is not complete: what is missing, and who can see to it. */
export function notSetUp({ unready }: Pick<Book, "unready">, school: Id, at: At): Refusal | undefined {
  const lacking = unready?.(school, at);
  if (!lacking) return undefined;
  const who = lacking.administrators.length > 0 ? eitherOf(lacking.administrators) : settingUp.nobodyToSetUp;
  return refuse("notSetUp", settingUp.notReady(lacking.missing, who));
}

/** Ids are `school.random`. */
export const schoolOf = (visit: Id): Id | undefined => {
  const dot = visit.lastIndexOf(".");
  return dot > 0 ? visit.slice(0, dot) : undefined;
};
