import type { Input } from "../../../visits/command";
import { request, schoolOn } from "../schools";
import type { Story } from "../story";

/** One visit at Hexthorpe: Ryan leads, Sita goes along, Paula coordinates, Abel is in the admin team, Derek is on duty. */
export const { who, begin, policy } = schoolOn("hexthorpe");
export const [ryan, sita, dora] = [who("ryan"), who("sita"), who("dora")];
export const [paula, abel, rita] = [who("paula"), who("abel"), who("rita")];
export const [derek, wendy, joyce] = [who("derek"), who("wendy"), who("joyce")];

export const visit: Input = {
  ...request,
  reason: "absentNoReason",
  companion: sita.id,
  answer_objective: "attendance",
  answer_safeguarding: "no",
};

export const requested = (more: Input = {}): Story => begin().press(ryan, "requestVisit", { ...visit, ...more });
export const asked = (more: Input = {}): Story => requested(more).press(sita, "agreeToVisit");
export const coordinated = (more: Input = {}): Story => asked(more).press(paula, "approve");
/** Both have signed out at half past one, and Abel has the watch. */
export const out = (more: Input = {}): Story =>
  coordinated(more)
    .until("13:30")
    .press(ryan, "signOut", { allTrue: "true" })
    .press(sita, "signOut", { allTrue: "true" })
    .press(abel, "takeWatch");
