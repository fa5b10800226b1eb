import type { Titles } from "../titles";

/** Deciding about a visit. */
export const approving = {
  onlyApprovers: ({ approver }: Titles) =>
    `Only ${approver}, or whoever is named to act in that role, decides about a visit, and never about their own.`,
  onlyWithWhom: () => "Only those with whom this visit has to be talked over can record that talk.",
  talkFirst: (who: string) => `This visit is talked over with ${who} first. They record it on their card.`,
  talkNote: "Say what you talked over and what came of it.",
  talkAhead: "The talk can't be later than today.",
  sanction: (text: string) => `${text}: say who did and when, or why it is not needed.`,
  reason: "Give the reason for your decision.",
  why: "Say why: the staff will read it.",
  askedWhere:
    "They may have left already: they have been asked, and have not answered yet. Ring them. Say no once it is known that nobody has gone.",
  tooLate: "The time of this visit has passed. Ask for another time.",
  gone: "One of the visitors has left the school's list. Ask for another companion.",
  noAssessment: "The risk assessment comes first.",
  loneAssessment: "One goes alone now, and the risk assessment was made for more: going alone is assessed first.",
  openChange: "The last review asked for a change to the risk assessment, which has not been made yet.",
  companionMissing: "A companion is missing. The staff have been asked to name another.",
  loneFirstVisit: "Two members of staff go on a first visit to a home.",
  loneHigherRisk: "Two members of staff go where the risk is higher.",
  loneDecision: "Decide that a lone visit is safe and appropriate here, or ask for a companion.",
  loneReason: "Going alone is an exception here: say why you make it.",
  tick: (text: string) => `Please confirm: ${text}`,
  ticks: "Please confirm each of these:",
  unrecorded: (condition: string, name: string) =>
    `Nobody has recorded “${condition}” for ${name}. Confirm that you have checked it.`,
  allUnrecorded: (names: readonly string[]) =>
    `Nobody has recorded these of ${names.join(" and ")}. Please confirm that you have checked each of them.`,
  oneUnrecorded: (condition: string, name: string) => `${name}: ${condition}`,
  badReserve: "Choose a reserve companion from the list.",
};
