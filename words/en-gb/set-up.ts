import { setUpChanges } from "./set-up-changes";
import { setUpDays } from "./set-up-days";
import { setUpLadder } from "./set-up-ladder";
import { setUpMeaning } from "./set-up-meaning";
import { setUpPeople } from "./set-up-people";
import { setUpPolicy } from "./set-up-policy";
import { setUpRows } from "./set-up-rows";
import { setUpSchool } from "./set-up-school";

/** Set-up in Teams: the card, and what people are told of changes. */
export const setUp = {
  ...setUpSchool,
  ...setUpPeople,
  ...setUpDays,
  ...setUpPolicy,
  ...setUpChanges,
  ladder: setUpLadder,
  meaning: setUpMeaning,
  rows: setUpRows,
  title: (school: string) => `Set up ${school}`,
  under: (policy: string) => `Policy: ${policy}`,
  pages: {
    overview: "Overview",
    school: "The school",
    people: "People",
    roles: "Who is who",
    rota: "Rota",
    days: "Days and times",
    channels: "Channels and code word",
    policy: "Policy",
    choices: "The school's choices",
    choice: "The school's choice",
    rung: "A rung of the ladder",
    newRung: "A new rung",
    begins: "Where alarms begin",
    row: "A line",
    newRow: "A new line",
    log: "What was changed",
  },
  back: "Back to the overview",
  otherSchool: (name: string) => `Set up ${name}`,
  complete: "Set-up is complete",
  missing: "No visit can be asked for yet",
  stillMissing: (count: number) =>
    count === 1 ? "1 thing is still missing: see the overview" : `${count} things are still missing: see the overview`,
  missingFoot: "Visits can be asked for as soon as nothing is missing.",
  advised: "Please see to this",
  advice: {
    noTerms: "no term dates are given, so every week counts as a school week",
    termsEnd: (date: string) =>
      `the last term that is given ends on ${date}; after it every week counts as a school week`,
    oneAdministrator: "the school has only one administrator: what needs two can't be changed in Teams",
    soonAdministrators: (date: string) => `from ${date} on the school has fewer than two administrators`,
    soon: (date: string, what: string) => `from ${date} on: ${what}`,
  },
  waiting: "Waits for a second administrator",
  proposedBy: (say: string, by: string) => `${say}. Proposed by ${by}.`,
  confirm: (no: number) => `Confirm ${no}`,
  decline: (no: number) => `Decline ${no}`,
  withdraw: (no: number) => `Withdraw ${no}`,
  facts: {
    channels: "Channels",
    codeWord: "Code word",
    hours: "School day",
    terms: "Terms",
    closed: "Closed",
    early: "Closes early",
    cover: "Cover",
    acting: "Acting",
    people: "People",
    rota: "Rota",
  },
  peopleCount: (count: number) => (count === 1 ? "1 person" : `${count} people`),
  rotaCount: (count: number) => (count === 1 ? "1 duty" : `${count} duties`),
  nobody: "nobody",
  none: "none",
  notGiven: "not given",
  notSet: "not set",
  isSet: "set",
  error: "Please check this.",
  choose: "Choose",
  logHow:
    "What is changed here stands on top of the schools file, also when that is read again. Where the file says “asOf”, only what was changed since does.",
  loggedInFile: (said: string) => `${said} · before the schools file's “asOf”, so the file counts`,
  noLog: "Nothing has been changed in Teams yet.",
  logged: (say: string, by: string, second: string | undefined) => `${say} · ${by}${second ? ` and ${second}` : ""}`,
  loggedDeclined: (say: string, by: string, second: string | undefined) =>
    `Declined: ${say} · ${by}${second ? `, ${second}` : ""}`,
  shown: "As it stands now.",
  done: "Saved.",
  proposed: "Saved. It takes effect when a second administrator confirms it.",
  notAdministrator:
    "Set-up is for the school's administrators. The schools file names them, and two of them can name another. Installing Homeward gives no right to it.",
  somebody: "somebody who is not here any more",
  channels: {
    how: "Write “@Homeward set up” in the channel in Teams first. Then it can be chosen here.",
    channel: "Which channel of the school",
    conversation: "Channel in Teams",
    /** `said`: what stood behind "set up". */
    room: (said: string | undefined, by: string, when: string) => `${said || "Channel"} (${by}, ${when})`,
    set: "Choose this channel",
    word: "New code word or phrase",
    setWord: "Set the code word",
  },
  roomNoted:
    "Noted. A second step makes it a channel of the school: write “set up” to me in our own chat, open “Channels and code word”, and choose this channel there.",
};
