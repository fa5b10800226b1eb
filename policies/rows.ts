import type { Condition, Given, Level, Line, Minutes, Role } from "./pieces";

/**
 * Somebody outside the visit who is told of it, and when; `beforeOrAfter` within `tellWithin` of leaving the home. Of a concern about a child:
 * `ifSerious` unless only advice was asked for, `ifAppropriate` of any; whoever takes it on says why not where it is not referred.
 */
export type Telling = Line & {
  when: "before" | "beforeOrAfter" | "ifRefused" | "ifSerious" | "ifAppropriate";
  /** Whoever approves tells them; else whoever asked for the visit (AET-A-104). */
  by?: "approver";
  /** Only where the family has one (TMC-15). */
  only?: "socialWorker";
  /** The document says "should": visitors may leave without, with a reason (LAT-28). */
  should?: boolean;
};
/** What the request gives: a text or a tick of its own where `ask` says so, else one of the card's own fields. */
export type RequestLine = Line & {
  /** `choice`: one of `choices`; `time`: with a time of day, and no two lines with the same. */
  ask?: "text" | "tick" | "yesNo" | "choice" | "time";
  choices?: readonly Line[];
  optional?: boolean;
  /** A tick that may be left, with a reason: the document says "wherever possible" (BEM-56). The reason is then the answer. */
  orWhyNot?: boolean;
};
export type Letter = Line & { when: "before" | "atTheVisit" | "noOneHome" };

/** What is talked over with somebody of these roles before the visit is decided about (HEX-41). */
export type DiscussFirst = Line & { with: readonly Role[] };

/** How the identity card is carried (AET-48 to 50, AET-A-84). */
export type Identity = {
  carried: boolean;
  worn: "visible" | "notRoundNeck" | "visibleNotRoundNeck" | "open";
  shown: "onArrival" | "firstVisit" | "open";
};

/**
 * What a call in place of a visit has to keep to. `planned`: confirmed when it is planned; `during`: when it has been made; `personal` and
 * `recorded`: as well where a private device made it, or where it was recorded. Any other is read beforehand, or kept by the rules by its id.
 */
export type ContactMeasure = Line & { when?: "planned" | "during" | "personal" | "recorded" };

/** Which of the form's controls the school has in place (AET-A-18 to 20). */
export type RiskBaseline = { on: string; notInPlace: readonly { control: string; plan: string }[] };

/** A call in place of a visit, where somebody at home is ill (AET-A-112 to 130). */
export type AlternativeContact = {
  approvers: readonly Role[];
  order: readonly ("phone" | "video")[];
  schoolHoursOnly: boolean;
  measures: readonly ContactMeasure[];
};

/**
 * What the minutes hold. What these ids ask has a meaning to the rules (`visits/minutes/fields.ts`); any other is a text of its own.
 */
export type MinutesField = Line & {
  /** Nothing is saved without it. */
  needed?: boolean;
  /** A tick in place of a text. */
  ask?: "tick";
  /** Asked after the first visit to a home alone. */
  only?: "firstVisit";
  /** What an action may be about (HEX-65). */
  choices?: readonly Line[];
};

/** What somebody sees to after an incident: whoever reported it, or those who decide. */
export type AfterIncident = Line & {
  on: readonly ("concern" | "intervention" | "accident" | "aggression" | "injury" | "unsafeEnd")[];
  by: "visitor" | "leaders";
};

/** What is asked about illness on the day. `ifIll`: whoever calls the visit off for it writes down the answer (AET-A-108, AET-A-109). */
export type HealthLine = Line & { ask?: "ifIll" };

/** A copy of the minutes. */
export type Copy = Line & {
  /** The family's copy holds `fields` alone, and somebody who was not there lets it go (P9). */
  to?: "family" | "outside" | "staff";
  /** May be left undone, with the reason (LAT-40). */
  ifAppropriate?: boolean;
  /** Ids of `minutesFields`. */
  fields?: readonly string[];
};

/**
 * Rows of a policy beside those the rules turn on: what is asked, shown, told and filed around a visit.
 * Their meaning and the clauses they serve stand with the schema of each (`parameters-*.ts`).
 */
export type FurtherRows = {
  reviewBy: Given<string | null>;
  /** `YYYY-MM-DD`, as the school has it from whoever reviews; beside a date of the document the earlier counts. Absent from older policies. */
  reviewOn?: Given<string | null> | undefined;
  readWith: Given<readonly Line[]>;
  requestLines: Given<readonly RequestLine[]>;
  /** What puts on record an aim that the document only states. Joined into `requestLines`. Absent from policies kept before it was known. */
  extraRequestLines?: Given<readonly RequestLine[]> | undefined;
  visitorRoles: Given<readonly Role[]>;
  /** Whoever holds one of `otherwise` goes along where nobody of `first` is free. Absent from policies kept before it was asked. */
  support?: Given<{ first: readonly Role[]; otherwise: readonly Role[] } | null> | undefined;
  mayRefuse: Given<boolean>;
  regularAfter: Given<number | null>;
  loneTicks: Given<readonly Line[]>;
  loneRegister: Given<boolean>;
  destinations: Given<readonly ("home" | "work" | "elsewhere")[]>;
  stops: Given<boolean>;
  /** `daily`: whoever coordinates says after an attendance visit whether it is made again the next school day. */
  series: Given<"each" | "daily">;
  coordinated: Given<boolean>;
  agencyRequest: Given<readonly Line[]>;
  urgentSkips: Given<readonly "agreement"[]>;
  outOfHoursContact: Given<boolean>;

  coordinators: Given<readonly Role[]>;
  discussFirst: Given<readonly DiscussFirst[]>;
  outsideSanction: Given<readonly Line[]>;
  standIns: Given<readonly Role[]>;
  approvalCovers: Given<readonly ("visit" | "namedStaff" | "riskAssessment" | "reason")[]>;

  adultPresent: Given<"always" | "unlessAttendance" | "invitesIn" | "open">;
  tellOthers: Given<readonly Telling[]>;
  /** From leaving the home (matrix A10). Absent from policies kept before it was known. */
  tellWithin?: Given<Minutes> | undefined;
  letters: Given<readonly Letter[]>;

  /**
   * What the school found when it first made the assessment: `on` a date, and of each control that is not in place what is done about it or
   * why it cannot be. Null until it has; asked for where the row has clauses. Absent from policies kept before it was known.
   */
  riskBaseline?: Given<RiskBaseline | null> | undefined;
  /** Joined into `risk.higherRisk`. */
  higherRisk: Given<readonly Level[]>;
  /** Joined into `conditions`. */
  extraConditions: Given<readonly Condition[]>;
  insuranceRecord: Given<boolean>;
  /** `YYYY-MM-DD`: until when it is in force, where a record of it is kept. Absent from older policies. */
  insuredUntil?: Given<string | null> | undefined;

  identity: Given<Identity>;
  recordFields: Given<readonly Line[]>;
  recordHeldBy: Given<readonly Role[]>;
  numbersHeldBy: Given<readonly Role[]>;
  phones: Given<"each" | "twoAVisit" | "oneAVisit">;
  schoolNumbers: Given<number>;
  signOutTo: Given<readonly Role[]>;
  toldOfVisit: Given<readonly Role[]>;
  /** At least one of whom knows of every visit (HEX-52). Absent from policies kept before it was known. */
  knowOfVisit?: Given<readonly Role[]> | undefined;
  /** `lead`: whoever it is asked for leads, and everybody is shown so. */
  leadVisitor: Given<"lead" | "open">;
  /** Whether `infectionLines` hold: joined into `departure`, `betweenVisits` and `returnChecks`. */
  infectionControls: Given<boolean>;
  infectionLines: Given<readonly (Line & { when: "leaving" | "between" | "return" })[]>;
  briefing: Given<readonly Line[]>;
  healthCheck: Given<readonly HealthLine[]>;
  alternativeContact: Given<AlternativeContact | null>;

  checkInTimes: Given<"interval" | "perVisit" | "open">;
  lengthLimit: Given<Minutes | null>;
  overdueAfter: Given<Minutes>;
  /** Joined into the ladder's steps. */
  climbAfter: Given<Minutes>;
  /** Joined into the ladder's steps. */
  policeRepeat: Given<Minutes>;
  policeWhen: Given<
    readonly ("welfareConcern" | "violence" | "covertHelp" | "emergencyCall" | "noAnswerAndConcern" | "judgement")[]
  >;
  policeBy: Given<readonly Role[]>;
  safeguardingWithin: Given<Minutes>;
  /** `tellBaseOrColleague`: a colleague by arrangement may be told too; base knows in any case. */
  goingHome: Given<"afterTelling" | "tellBaseOrColleague" | "returnFirst" | "open">;
  planChangeTo: Given<readonly Role[]>;

  animals: Given<"cancelIfRefused" | "rearrange" | "noneInRoom" | "assessed" | "open">;
  unknownPeople: Given<"cancelUnlessExplained" | "leaveIfInDoubt" | "doNotDiscuss" | "open">;
  unsafeEnd: Given<{ writtenTo: readonly Role[]; meetAgain: "alternative" | "withLeadership" | "open" }>;
  noOneHome: Given<{
    leave: "notification" | "letter" | "nothing";
    cancelled: boolean;
    next: "returnToSchool" | "open";
  }>;

  betweenVisits: Given<readonly Line[]>;
  returnChecks: Given<readonly Line[]>;

  minutesFields: Given<readonly MinutesField[]>;
  /** The same for the minutes. Joined into `minutesFields`. Absent from policies kept before it was known. */
  extraMinutesFields?: Given<readonly MinutesField[]> | undefined;
  copiesTo: Given<readonly Copy[]>;
  outcomesTo: Given<readonly Role[]>;
  interventionTo: Given<readonly Role[]>;
  allegationsTo: Given<readonly Role[]>;
  afterIncident: Given<readonly AfterIncident[]>;
  indicators: Given<readonly Line[]>;
  /** Of the whole school, or one for each class. Absent from policies kept before it was asked. */
  logBy?: Given<"school" | "class"> | undefined;
  keepMonths: Given<number | null>;
};
