import type { Titles } from "../titles";

/** Signing out, who may be sent, and whom an alarm could reach (S6). */
export const leaving = {
  onlyThoseWhoGo: () => "Only those who go can sign out.",
  whoReports: ({ responders }: Titles) => `Only those who go, or ${responders}, can say that somebody is out.`,
  whoStays: ({ responders }: Titles) => `Only those who go, or ${responders}, can say that somebody stays.`,
  staysOut: "They are out by the record. When they are back at school, say that instead.",
  reportedWho: "Choose who is out, from the list.",
  reportedWhere: "Say where they are: the watch has to know. If nobody knows, write “not known”.",
  openChange: ({ approver }: Titles) =>
    `An earlier visit to this home asks for a change to the risk assessment first. Ask ${approver} to send this visit back for it.`,
  tooEarly: "This visit is approved for a later day. Change the plan if you mean to go today.",
  tooLate: "The return time has passed. Change the plan first. If you are out already, press “We are already out”.",
  checklist: "Read the list and confirm that all of it is true of you.",
  untold: (whom: string) =>
    `Before anybody leaves, these are to be told, or it is written down why not, each on its own card: ${whom}.`,
  unknownToAll: (who: string) =>
    `At least one of these has to know of the visit, and none of them stays at school: ${who}.`,
  noContactPerson:
    "Outside school hours somebody has to take the watch before you leave. Ask them to press “Sound on, I have the watch”.",
  phone: "Give the number of the phone that you carry, switched on.",
  vehicle: (fields: readonly string[]) =>
    `Give the vehicle's ${fields.join(", ")}, as in “blue Ford Fiesta, AB12 CDE”. Or write “on foot”, “by bus” or “with a colleague”.`,

  /** Without saying more about somebody than whoever asks may know. */
  yourRecord: ({ approver }: Titles) =>
    `Your record isn't complete for home visits yet. Please ask ${approver} what is needed.`,
  theirRecord: (name: string, { approver }: Titles) =>
    `${name}'s record isn't complete for home visits yet. Please ask ${approver} what is needed.`,

  unreachable: (step: string, names: readonly string[]) =>
    `An alarm could not reach anybody at the step “${step}”. Ask ${names.join(" or ") || "somebody with that role"} to open Homeward in Teams and write “hello” to it, then press again.`,
};
