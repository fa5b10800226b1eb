import type { Person } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { approved, assessed, inside, leaving, requested, type Story } from "./story";

/** Whoever is signed out nowhere and calls discreetly: what goes before it, and what may follow. */

export type Step = (story: Story) => unknown;
export const press =
  (who: Person, verb: Verb, input: Input = {}, no?: number): Step =>
  (story) =>
    story.press(who, verb, input, no === undefined ? {} : { no }).quiet();
export const until =
  (time: string): Step =>
  (story) =>
    story.until(time);
export const covert = (story: Story) => story.is.alarms.find(({ cause }) => cause === "covert");
export const standsDown = press(joan, "standDown", { why: "Heard her voice", spoken: priya.id }, 901);

export const back = () =>
  inside().until("14:50").press(priya, "leave").press(tom, "leave").press(priya, "signIn").press(tom, "signIn");
export const states: Record<string, () => Story> = {
  "asked for": () => requested().until("13:35"),
  "asked for, and not approved in time": () => assessed().until("13:58"),
  approved: () => approved().until("13:35"),
  "approved, with ten minutes to go": () => approved().until("13:15"),
  "asked where they are": () => approved().until("14:05"),
  "called off": () =>
    approved().until("13:00").press(tom, "cancel", { how: "cancelled", why: "Unwell" }).until("13:45"),
  back: () => back().until("14:55"),
  "out without her": () => approved().until("13:30").press(tom, "signOut", leaving).until("13:40"),
};

export const twoGoThere = press(
  helen,
  "recordDecision",
  { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` },
  901,
);
