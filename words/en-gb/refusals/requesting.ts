import type { Titles } from "../titles";

/** Asking for a visit, coming along, changing and cancelling it. */
export const requesting = {
  onlyVisitors: ({ approver }: Titles) =>
    `Home visits are asked for by staff who make them. Ask ${approver} to add you.`,
  onlyThoseWhoGo: () => "Only those who go can change the plan.",
  onlyTheAskedAgree: () => "Only a colleague who was asked along can agree.",
  onlyTheAskedRefuse: () => "Only a colleague who was asked along can refuse.",
  whoCancels: ({ responders }: Titles) => `Only those who go, or ${responders}, can cancel this visit.`,
  asked: "This visit has been asked for already. Change its plan instead.",
  fixed: "This plan can't be changed any more.",
};
