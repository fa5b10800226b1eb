/** Set-up of the policy, and of what it leaves to the school. */
export const setUpPolicy = {
  policy: {
    pack: "Policy that the school follows",
    how: "Under another policy the school makes its choices anew, and roles that it does not know fall away. Visits that are out keep theirs.",
    set: "Follow this policy",
    title: (title: string, trust: string) => `${title} (${trust})`,
  },
  choices: {
    how: "Only what the policy leaves open stands here. It is the school's choice, and cards and records say so.",
    setting: "What the school may choose",
    now: (title: string, value: string) => `${title}: ${value}`,
    open: (title: string) => `${title}: to be chosen`,
    show: "Open it",
    takeSuggested: (title: string) => `As suggested: ${title}`,
  },
  choice: {
    /** `clauses`: on which the choice bears. */
    silent: (clauses: string) => `The policy does not say this${clauses ? ` (it bears on ${clauses})` : ""}.`,
    chosen: (value: string) => `The school chose: ${value}`,
    proposed: (value: string) => `As proposed, until the school chooses otherwise: ${value}`,
    toBeChosen: "The school has to choose this before a visit can be asked for.",
    suggested: (value: string) => `Suggested: ${value}`,
    value: "The school's choice",
    number: (min: string, max: string) => `The school's choice, a number from ${min} to ${max}`,
    asInFile: "The school's choice, as the schools file would have it",
    yes: "yes",
    no: "no",
    notSet: "not set",
    set: "Choose this",
    unset: "Take the choice back",
  },
  baseline: {
    how: "The form's controls are in place at the school, save those that are noted here with what the school does about each.",
    on: "Looked at on",
    control: "Control of the form",
    plan: "What the school does about it, or why it can't be in place",
    lacking: "Note that it is not in place",
    inPlace: "It is in place now",
    looked: "Set the date alone",
    noted: (control: string, plan: string) => `Not in place: ${control}. ${plan}`,
    allInPlace: "All controls are in place.",
  },
};
