/** What a policy says about the record and what follows, and how a print of it is marked. */
export const closing = {
  minutesWithin: (minutes: number) =>
    minutes % 1440 === 0
      ? `Minutes are written within ${minutes === 1440 ? "a day" : `${minutes / 1440} days`}.`
      : `Minutes are written within ${minutes} minutes.`,
  minutesFields: "The minutes ask for:",
  minutesOnly: { firstVisit: "after a first visit" },
  noMinutesFields: "Nothing is laid down about what the minutes hold.",
  filedTo: (where: string) => `The record is filed in ${where}.`,
  copiesTo: "A copy goes to:",
  noCopiesTo: "No copies are sent.",
  outcomesTo: (who: string) => `What came of visits is told to ${who}.`,
  incidentsTo: (who: string) => `Issues and incidents go to ${who}.`,
  interventionTo: (who: string) => `A record of physical intervention goes to ${who}.`,
  allegationsTo: (who: string) => `An allegation against a visitor is seen by ${who}.`,
  safeguardingTo: (who: string) => `A safeguarding concern goes to ${who}.`,
  safeguardingWithin: (minutes: number) =>
    `A safeguarding concern that nobody has taken is pressed again after ${minutes} minutes.`,
  afterIncident: "After an incident somebody sees to:",
  noAfterIncident: "Nothing is laid down about what is seen to after an incident.",
  recordsKept: "Records kept, in the record of each visit and its exports:",
  noRecordsKept: "Nothing is laid down about which records are kept.",
  indicators: "Shown in the figures:",
  noIndicators: "Nothing is laid down about what is monitored.",
  logBy: { school: "One log of visits is kept for the school.", class: "Each class has its own log of visits." },
  keepMonths: (months: number) => `A record is kept for ${months} months.`,
  noKeepMonths: "Records are kept until somebody decides otherwise.",
};

export const print = {
  nobody: "nobody in particular",
  and: "and",
  from: (trust: string, date: string) => `${trust}, ${date}`,
  prepared: (by: string) => `Prepared by: ${by}.`,
  reviewed: (by: string) => `Reviewed by: ${by}.`,
  adopted: (by: string) => `Adopted or approved: ${by}.`,
  reviewEvery: (months: number) =>
    `It is reviewed every ${months % 12 === 0 ? `${months / 12} years` : `${months} months`}; of two dates the earlier counts.`,
  review: (date: string) => `To be reviewed by ${date}.`,
  marks: { policy: "●", school: "○", open: "?" },
  legend: [
    "● the policy says so, with its clauses",
    "○ the policy is silent: this is proposed, and the school may choose otherwise",
    "? the policy is silent: the school must choose before anything can be asked for",
  ],
  open: (title: string) => `The school must choose: ${title}.`,
  suggested: "    Suggested:",
  beside: (clauses: string) => `beside ${clauses}`,
  sections: {
    asking: "Asking for a visit",
    approving: "Approving",
    family: "The family and others",
    risk: "Risk, and what visitors must hold",
    leaving: "Before leaving",
    watching: "While they are out",
    visiting: "At the home",
    returning: "Between visits and coming back",
    closing: "The record and what follows",
  },
  roles: "Who is who",
  always: "Always, whatever the policy says",
  rules: [
    "Nobody approves their own visit, and nobody watches over themselves.",
    "Whoever is out is watched over, with or without permission.",
    "Only an outcome ends an alarm; taking it holds the climb for a while.",
    "Nothing from a visitor's own device ends a call for help.",
    "Covert help looks like an ordinary check-in to everybody on the visit.",
    "Anybody in danger rings 999; anybody who has rung the police stamps it.",
    "A change of who goes, where, why or of the risk needs a new approval.",
  ],
  left: "What the policy leaves to the school",
  unused: "Clauses of the register that nothing in policy.yaml rests on",
  counts: (said: number, proposed: number, open: number) =>
    `${said} settings from the policy, ${proposed} proposed, ${open} that the school must choose.`,
};
