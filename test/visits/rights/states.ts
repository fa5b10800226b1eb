import type { Person } from "../../../schools/school";
import type { Input, Verb } from "../../../visits/command";
import { othersKinds, ownKinds } from "../../../visits/reports";
import { keptForAll } from "../../kept-for-all";
import { type PackName, Played } from "../played";
import { request, type Story } from "../story";

/** One visit of each school in each state that it can be in: told by presses, as the school's own people would. */

type School = {
  lead: string;
  companion: string;
  approver: string;
  watch: string;
  /** What this school's request asks beside what all have in common. */
  asks: Input;
};
const schools: Record<PackName, School> = {
  aspire: { lead: "priya", companion: "tom", approver: "helen", watch: "ann", asks: { reason: "attendanceSupport" } },
  bemrose: {
    lead: "maya",
    companion: "omar",
    approver: "lena",
    watch: "nora",
    asks: {
      reason: "curriculum",
      agreedWay: "telephone",
      meets: "Mrs Martin, her mother",
      depart: "14:40",
      reportAt: "14:20",
      answer_aim: "We agree on how to read with her",
      answer_outcome: "A plan for reading",
      answer_whoToSee: "Her mother",
      answer_allPresent: "true",
      answer_familyNeeds: "true",
      answer_area: "No",
      answer_travel: "On foot",
      answer_animals: "None",
      answer_guidance: "true",
    },
  },
  hexthorpe: {
    lead: "ryan",
    companion: "sita",
    approver: "paula",
    watch: "abel",
    asks: { reason: "absentNoReason", answer_objective: "attendance", answer_safeguarding: "yes" },
  },
  liberty: {
    lead: "lena",
    companion: "marc",
    approver: "paul",
    watch: "olive",
    asks: {
      reason: "returning",
      reportEvery: "30",
      answer_whyVisit: "Ella will not come into school",
      answer_bestInterests: "She feels safe at home",
      answer_returnContact: "Mrs Penn, by phone",
      answer_signed: "true",
    },
  },
  "thomas-more": {
    lead: "rosa",
    companion: "eric",
    approver: "simon",
    watch: "nora",
    asks: { reason: "support", socialWorker: "no" },
  },
};
export const packs = Object.keys(schools) as PackName[];

export class Rights {
  private readonly played: Played;
  readonly lead: Person;
  readonly companion: Person;

  /** `change`: what its people type in place of the usual. */
  constructor(
    readonly pack: PackName,
    private readonly change: Input = {},
  ) {
    this.played = new Played(pack);
    this.lead = this.who("lead");
    this.companion = this.who("companion");
  }

  private who(part: keyof Omit<School, "asks">): Person {
    return this.played.who(schools[this.pack][part]);
  }

  get policy() {
    return this.played.policy;
  }

  get roster() {
    return this.played.roster;
  }

  /** What a card of this school would send, filled in as it asks. */
  input(verb: Verb): Input {
    const input = this.filled.get(verb) ?? this.filledIn(verb);
    this.filled.set(verb, input);
    return input;
  }
  private readonly filled = new Map<Verb, Input>();

  private filledIn(verb: Verb): Input {
    const { asks, watch } = schools[this.pack];
    if (verb === "requestVisit")
      return { ...request, reason: "", ...asks, ...this.change, companion: this.companion.id };
    // Saved as it stands it would change nothing.
    if (verb === "amend") return { ...this.input("requestVisit"), purpose: "Another purpose" };
    if (verb === "approve") return this.approval();
    const visitors = `${this.lead.id},${this.companion.id}`;
    return {
      ...filledIn,
      ...own[verb],
      ...("warningText" in this.change ? { warningText: this.change.warningText } : {}),
      who: this.lead.id,
      to: this.played.who(watch).id,
      contactKnows: this.played.who(watch).id,
      spoken: visitors,
      ...(verb === "recordCall" ? { about: visitors } : {}),
    };
  }

  /** Whoever may report one kind of thing may not report every other. */
  inputs(verb: Verb): Input[] {
    const input = this.input(verb);
    return verb === "report" ? [...ownKinds, ...othersKinds].map((reportKind) => ({ ...input, reportKind })) : [input];
  }

  private approval(): Input {
    const sanctions = this.policy.outsideSanction.value.map(({ id }) => [`sanction_${id}`, "None needed"]);
    const ticks = this.policy.approvalTicks.value.map(({ id }) => id).join(",");
    return { ...Object.fromEntries(sanctions), reason: "Needed", ticks, confirmed: "true" };
  }

  /** A story in that state; told once. */
  in(state: State): Story {
    const story = this.told.get(state) ?? states[state](this);
    this.told.set(state, story);
    return story.branch();
  }
  private readonly told = new Map<State, Story>();

  begin = (): Story => this.played.begin();

  asked(begun = this.begin()): Story {
    const story = begun.press(this.lead, "requestVisit", this.input("requestVisit"));
    return this.pressed(story, this.companion, "agreeToVisit");
  }

  ready(story = this.in("asked")): Story {
    this.pressed(story, this.lead, "assessRisk");
    for (const { with: roles } of this.policy.discussFirst.value) {
      const person = this.roster.people.find((one) => one.roles.some((role) => roles.includes(role)));
      if (person) story.press(person, "recordTalk", filledIn);
    }
    return this.pressed(story, this.who("approver"), "approve");
  }

  out(): Story {
    const story = this.tell(this.in("ready")).until("13:30");
    for (const who of [this.lead, this.companion]) this.pressed(story, who, "signOut");
    return this.pressed(story, this.who("watch"), "takeWatch");
  }

  /** Whatever has to be done before anybody leaves, by whoever may. */
  private tell(story: Story): Story {
    for (const { no } of story.is.tasks)
      for (const who of this.roster.people) story.press(who, "completeTask", this.input("completeTask"), { no });
    return story;
  }

  back(): Story {
    const story = this.in("out").until("14:05");
    for (const who of [this.lead, this.companion]) this.pressed(story, who, "signIn");
    return story;
  }

  /** Two who are not on the visit, by whoever may send them. */
  sent(): Story {
    const story = this.in("ready").overheard(this.lead);
    const beside = this.roster.people.filter(({ id }) => id !== this.lead.id && id !== this.companion.id);
    const input = {
      decision: "goThere",
      why: "Near",
      who: beside
        .slice(-2)
        .map(({ id }) => id)
        .join(","),
    };
    for (const who of beside.slice(0, -2)) story.press(who, "recordDecision", input, { no: 901 });
    return story;
  }

  off = (): Story => this.pressed(this.in("asked"), this.lead, "cancel");

  planned = (): Story => this.pressed(this.in("off"), this.lead, "planContact");

  /** By whoever may. */
  authorised(): Story {
    const story = this.in("planned");
    for (const who of this.roster.people) story.press(who, "decideContact", this.input("decideContact"), { no: 1 });
    return story;
  }

  warned(): Story {
    const story = this.in("asked");
    for (const who of this.roster.people)
      if (!story.visit?.warnings) story.press(who, "writeWarning", this.input("writeWarning"));
    return story;
  }

  /** Those that a visit of this school can be in. */
  get states(): readonly State[] {
    return stateNames.filter((state) => this.policy.alternativeContact.value !== null || !calls.includes(state));
  }

  /** A press that has to succeed. */
  pressed(story: Story, who: Person, verb: Verb): Story {
    story.press(who, verb, this.input(verb));
    if (story.refusal) throw new Error(`${this.pack}: ${who.name} ${verb}: ${JSON.stringify(story.refusal)}`);
    return story;
  }
}

/** One school whose stories every test file tells from: it is never changed, only branched from. */
export const rightsAt = (pack: PackName): Rights => keptForAll(`rights at ${pack}`, () => new Rights(pack));

/** What one card asks in other words than the rest. */
const own: Partial<Record<Verb, Input>> = {
  nextStop: { outcome: "", address: "3 High Street, Derby" },
  reportChild: { what: "concern" },
  cancel: { ill: "true" },
  decideContact: { answer: "yes" },
  writeWarning: { warningText: "A dog in the yard", warningReview: "2027-01-11" },
  endWarning: { warning: "1", warningWhy: "It is gone" },
};
const filledIn: Input = {
  allTrue: "true",
  vehicle: "Blue Skoda Fabia, FX21 MDW",
  considered: "true",
  useGeneric: "true",
  why: "Because",
  note: "Done",
  text: "We agreed a plan",
  outcome: "ok",
  decision: "keepTrying",
  issues: "no",
  concern: "no",
  review: "ok",
  what: "ok",
  reportKind: "concern",
  reportWhat: "Something that was seen",
  outcomeWhyNot: "Nobody needs it",
  contactWhy: "Nobody has heard of her",
  contactTime: "15:30",
  contactTicks: "consent,timeAgreed",
  contactText: "She is better",
  contactDevice: "school",
  contactWitness: "staff",
  contactKept: "channel,parentDevice,parentThere,speaker",
};

const stateNames = [
  "none",
  "asked",
  "ready",
  "out",
  "late",
  "help",
  "covert",
  "back",
  "closed",
  "off",
  "planned",
  "authorised",
  "warned",
  "sent",
] as const;
export type State = (typeof stateNames)[number];
const states: Record<State, (school: Rights) => Story> = {
  none: (school: Rights) => school.begin(),
  asked: (school: Rights) => school.asked(),
  ready: (school: Rights) => school.ready(),
  out: (school: Rights) => school.out(),
  late: (school: Rights) => school.in("out").until("15:00"),
  help: (school: Rights) => school.pressed(school.in("out"), school.lead, "askForHelp"),
  covert: (school: Rights) => school.in("out").press(school.lead, "checkIn", {}, { covert: true }),
  back: (school: Rights) => school.back(),
  closed(school: Rights) {
    const story = school.in("back");
    story.happen([{ type: "Closed", at: story.now, by: "clock" }]);
    return story;
  },
  off: (school: Rights) => school.off(),
  planned: (school: Rights) => school.planned(),
  authorised: (school: Rights) => school.authorised(),
  warned: (school: Rights) => school.warned(),
  sent: (school: Rights) => school.sent(),
};
/** A call in place of a visit is for those policies alone that have it. */
const calls: readonly State[] = ["planned", "authorised"];
