import { noticeMarks } from "./notices";

/** What the engine says when it cannot rely on a visit's record, or on itself. No visit's detail is in it. */
export const words = {
  morning: (school: string) => `Something about home visits at ${school} is waiting for you today. It is on the card.`,
  feedback: (name: string) => `${name} sends feedback on the home-visit policy. Write “monitoring” to read it.`,
  unreadable: (id: string, phone: string) =>
    `ALARM · Homeward can't read the record of a visit (${id}). Somebody may be out: find out who, and speak to them now. Timers for this visit are not running. School: ${phone}.`,
  /** In place of an alert whose own words can't be made out. */
  somethingNew: "There is something new for you in Homeward.",
  alarmUnsaid: (no: number | string, phone: string) =>
    `ALARM ${no} · open Homeward now, or ring the school on ${phone}.`,
  problems: {
    timersStopped: "the timers have not run for more than two minutes",
    backlog: "something has been due for more than two minutes",
    unreadable: (id: string) => `the record of visit ${id} can't be read`,
    forgotten: (id: string) => `visit ${id} is overdue and no alarm is open`,
    untold: (id: string) => `an alarm about visit ${id} calls nobody who is still there`,
    stuck: (id: string) => `a message about visit ${id} has been waiting for five minutes`,
  },
  unheard: (id: string, phone: string) =>
    `ALARM · There is an alarm about a visit (${id}), and nobody is left for it to call: they have left the school or are out themselves. Find out who is out on it and speak to them now. School: ${phone}.`,
  broken: (id: string, phone: string) =>
    `ALARM · Homeward can't work out what is due for a visit (${id}). Open it and speak to everyone who is out now. School: ${phone}.`,
  tooLarge: (id: string, phone: string) =>
    `ALARM · The record of a visit (${id}) takes nothing more: what is pressed on it is not stored, and its alarms don't go out. Speak to everyone who is out on it now, and write down what happens. School: ${phone}.`,
  /** It may have arrived already. */
  again: (text: string) => `${text} (${noticeMarks.repeatOther})`,
  watchdog: (problems: readonly string[], phone: string) =>
    `ALARM · Homeward may be missing something: ${problems.join("; ")}. Check by voice on everyone who is out. School: ${phone}.`,
};
