import { ActivityTypes } from "botbuilder";
import { answers } from "../words/en-gb/answers";
import type { Arrived } from "./admission";
import type { Answer } from "./answer";
import type { Desk, Turn } from "./desk";

/** What somebody tried that is not theirs, is of another school, or is nowhere. */
const attempts: ReadonlySet<string> = new Set(["notYours", "noSuchVisit", "notRegistered"]);

/** Whoever runs Homeward can see who tries doors: ids, the verb and the kind of refusal, never what was typed (P10). */
export function noteAttempt(
  { log }: Pick<Desk, "log">,
  { person }: Pick<Turn, "person">,
  verb: string,
  refused: string,
) {
  if (attempts.has(refused))
    log.warn({ person: person.id, verb: verbOf(verb), refused }, "a press was not theirs to make");
}

/** One that there is: whatever else a button is called may be anything, a code word too (P10). */
const verbOf = (verb: string): string =>
  Object.hasOwn(answers, verb) || verb === "setUp" || verb === "drill" ? verb : "unknown";

export function noteAnswer(desk: Desk, turn: Turn, verb: string, answer: Answer): Answer {
  if ("code" in answer) noteAttempt(desk, turn, verb, answer.code);
  return answer;
}

/** By the id that Teams vouches for; a name or an address of theirs is not kept, nor anything else that stands in the place of an id (P10). */
export const noteStranger = ({ log }: Pick<Desk, "log">, { from, type }: Arrived): void =>
  log.warn({ stranger: idIn(from.aadObjectId), activity: kindOf(type) }, "somebody who is not registered");

const idIn = (said: string | null | undefined): string | undefined =>
  said && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(said) ? said : undefined;

const kinds: ReadonlySet<string> = new Set(Object.values(ActivityTypes));

/** What kind of activity it was; whatever else its sender calls it may be anything, a code word too (P10). */
export const kindOf = (type: string): string => (kinds.has(type) ? type : "unknown");
