import { request } from "../request";
import type { School } from "./school";

/** One thing that happens, with what goes before it; each at a minute of its own, so that texts name the same times in every telling. */
export type Step = {
  name: string;
  at: string;
  before?: (school: School) => Promise<unknown>;
  happens: (school: School) => Promise<unknown>;
};

/** From the request to the minutes, with silence and covert help in between. */
export const wholeStory: readonly Step[] = [
  {
    name: "the request",
    at: "09:01",
    before: ({ priya }) => priya.says("request visit"),
    happens: ({ priya }) => priya.presses("requestVisit", { ...request, back: "15:00" }),
  },
  { name: "the companion's agreement", at: "09:02", happens: ({ tom }) => tom.presses("agreeToVisit") },
  {
    name: "the risk assessment",
    at: "09:03",
    happens: ({ priya }) => priya.presses("assessRisk", { useGeneric: "true", considered: "true" }),
  },
  { name: "the approval", at: "09:04", happens: (school) => school.isApproved() },
  {
    name: "the sign-out",
    at: "09:55",
    before: async ({ ann, priya }) => {
      await ann.presses("takeWatch");
      await priya.presses("signOut", { allTrue: "true" });
    },
    happens: ({ tom }) => tom.presses("signOut", { allTrue: "true" }),
  },
  {
    name: "the check-in",
    at: "10:20",
    before: ({ ann, tom }) => Promise.all([ann.presses("recordCall", { outcome: "ok" }), tom.presses("checkIn")]),
    happens: ({ priya }) => priya.presses("checkIn"),
  },
  {
    name: "the silence",
    at: "11:19",
    before: ({ tom }) => tom.presses("checkIn"),
    happens: (school) => school.untilAtLeast("11:21"),
  },
  { name: "the climb", at: "11:26", happens: (school) => school.untilAtLeast("11:28") },
  { name: "the outcome", at: "11:29", happens: ({ helen }) => helen.presses("recordCall", { outcome: "ok" }) },
  {
    name: "the covert call for help",
    at: "11:31",
    happens: ({ priya }) => priya.presses("checkIn", { answer: "stayingAWhile" }),
  },
  { name: "its end by the DSL", at: "11:32", happens: (school) => school.isMarkedSafe(school.priya) },
  {
    name: "the sign-in",
    at: "11:35",
    before: ({ tom }) => tom.presses("signIn"),
    happens: ({ priya }) => priya.presses("signIn"),
  },
  {
    name: "the minutes",
    at: "11:40",
    happens: ({ priya }) => priya.presses("writeMinutes", { text: "We agreed a plan.", issues: "no", concern: "no" }),
  },
];
