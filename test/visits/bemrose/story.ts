import type { Input } from "../../../visits/command";
import { request, schoolOn } from "../schools";
import type { Story } from "../story";

/** One visit at Bemrose: Maya leads, Omar goes along, Nora is at base, Lena of the Leadership Team agrees. */
export const { who, begin, policy } = schoolOn("bemrose");
export const [maya, omar, nora, lena] = [who("maya"), who("omar"), who("nora"), who("lena")];

export const visit: Input = {
  ...request,
  reason: "curriculum",
  companion: omar.id,
  agreedWay: "telephone",
  meets: "Mrs Martin, her mother",
  depart: "14:40",
  reportAt: "14:20",
  answer_aim: "We agree on how to read with her",
  answer_outcome: "A plan for reading",
  answer_whoToSee: "Her mother, without the child",
  answer_allPresent: "true",
  answer_familyNeeds: "true",
  answer_area: "No",
  answer_travel: "On foot",
  answer_animals: "None",
  answer_guidance: "true",
};

export const requested = (more: Input = {}): Story => begin().press(maya, "requestVisit", { ...visit, ...more });
export const asked = (more: Input = {}): Story => requested(more).press(omar, "agreeToVisit");
export const agreed = (more: Input = {}): Story =>
  asked(more).press(maya, "assessRisk", { considered: "true" }).press(lena, "approve");
/** Both have signed out at half past one, and base has the watch. */
export const out = (more: Input = {}): Story =>
  agreed(more)
    .until("13:30")
    .press(maya, "signOut", { allTrue: "true" })
    .press(omar, "signOut", { allTrue: "true" })
    .press(nora, "takeWatch");
