/** How a sentence names the people of a policy, ready to stand within it: "the Principal", "a senior leader or the DSL". */
export type Titles = {
  /** Who decides about a visit; where the policy names nobody, who coordinates it. */
  approver: string;
  /** Who confirms a risk assessment. */
  assessor: string;
  /** Who holds the watch. */
  monitor: string;
  /** Everybody to whom an alarm can come. */
  responders: string;
  /** Who may say that an alarm is over. */
  closers: string;
  /** Who hears of a concern about a child, and of covert help. */
  safeguarding: string;
  /** Who reads of issues and incidents. */
  incidents: string;
  /** Who is written to when a visit ended because it was not safe. */
  unsafe: string;
};

/** Where a pack gives a title alone. */
export const withArticle = (title: string): string => `the ${title}`;

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });
/** "the school office, the Principal or a senior leader" */
export const eitherOf = (names: readonly string[]): string => either.format(names);

/** Where nobody holds any of the roles. */
export const somebodyAtSchool = "somebody at school";
