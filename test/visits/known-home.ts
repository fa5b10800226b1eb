import { pastOf } from "../../visits/homes/past";
import { priya, tom } from "../people";
import { at, begin, inside, request, requested } from "./story";

/** A home that was visited before, where there was a dog. */
export const dog = { hazard: "A loose dog", impact: "severe", likelihood: "possible", controls: "Shut in the yard" };

const earlier = () => inside().until("14:50").press(priya, "signIn").press(tom, "signIn");
export const withDog = (change: object = {}) => {
  const story = earlier();
  const assessment = requested().press(priya, "assessRisk", { ...dog, ...change }).is.assessment;
  return {
    ...story.is,
    assessment: { ...(assessment as NonNullable<typeof assessment>), at: at("10:00", "2026-11-20") },
  };
};
export const again = (before: ReturnType<typeof withDog>, input: object = {}) => {
  const story = begin();
  story.past = pastOf([before], { address: "12 Mill Lane, Derby", household: before.plan.household });
  return story.press(priya, "requestVisit", { ...request, ...input });
};
