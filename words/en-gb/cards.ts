import { afterwards } from "./afterwards";
import { alarm } from "./alarm";
import { before } from "./before";
import { contact } from "./contact";
import { form } from "./form";
import { home } from "./home";
import { lists } from "./lists";
import { monitoring } from "./monitoring";
import { out } from "./out";

export const words = {
  and: "and",
  or: "or",
  homeVisit: (pupil: string | undefined) => (pupil ? `Home visit · ${pupil}` : "Home visit"),
  /** Beside what no document says. */
  schoolsChoice: "the school's choice",
  foot: (policy: string, clock: string) => `${policy} · as at ${clock}`,
  shortened: (text: string, left: number) => `${text}… (shortened; ${left} more characters)`,
  showPlan: "The plan",
  moved: "This card has moved: its newest copy stands further down.",
  guidance: "Remember",
  overdue: (when: string) => `Overdue since ${when}`,
  missing: "Still to do before anybody leaves",
  plan: {
    pupil: "Pupil",
    pupilClass: "Class",
    where: "Where",
    who: "Who",
    outsider: "With them",
    times: "When",
    /** As the rules name what changes. */
    changes: {
      visitors: "who goes",
      place: "where",
      reason: "why",
      risk: "what is new at the home",
      time: "the time",
      agreement: "what the parents know",
      details: "details",
    } as Readonly<Record<string, string>>,
    leaveStartBack: (leave: string, start: string, back: string) =>
      leave === start
        ? `leave and there ${start} (no earlier time to leave was given), back ${back}`
        : `leave ${leave}, there ${start}, back ${back}`,
    reason: "Reason",
    purpose: "Purpose",
    whyNotInSchool: "Why not in school",
    agreement: "Parents",
    doorstep: "Where to stay",
    doorstepOnly: "At the door: nobody goes inside",
    news: "What's new",
    outOfHours: "Out of hours",
    outOfHoursContact: "Checks on them",
    placeName: "Place",
    socialWorker: "Social worker",
    depart: "Leave the home again",
    reportIns: "School hears from them",
    meets: "They meet",
    doors: "Other doors",
    near: "Also going there",
    nearAs: (when: string, by: string) => `${when}, asked for by ${by}`,
    been: "Visited before",
    beenAs: (times: number, last: string) => `${times === 1 ? "once" : `${times} times`}, last ${last}`,
    support: "Companion",
    noneFree: "nobody was free who should go along first",
    agency: "Asked for by",
    confirmed: (what: string) => `✓ ${what}`,
    lone: "Alone because",
  },
  levels: { H: "High", M: "Medium", L: "Low" },
  impacts: { major: "Major", severe: "Severe", minor: "Minor" },
  likelihoods: { probable: "Probable", possible: "Possible", remote: "Remote" },
  ...form,
  ...before,
  ...out,
  ...alarm,
  ...afterwards,
  ...lists,
  contact,
  home,
  monitoring,
} as const;
