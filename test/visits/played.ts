import type { Policy } from "../../policies/policy";
import type { Person, Roster } from "../../schools/school";
import type { Plan } from "../../visits/visit";
import { firstName } from "../scenarios/cast";
import { schoolOn } from "../schools/read-school";
import { at, Story } from "./story";

export type PackName = "aspire" | "bemrose" | "hexthorpe" | "liberty" | "thomas-more";

/** One of the schools to play, with its people by first name; Aspire's is the demo school. `change`: what it sets otherwise. */
export class Played {
  readonly policy: Policy;
  readonly roster: Roster;

  constructor(pack: PackName, change: Partial<Policy> = {}) {
    const { roster, policy } = schoolOn(pack);
    this.roster = roster;
    this.policy = { ...policy, ...change };
  }

  who(name: string): Person {
    const person = this.roster.people.find((one) => firstName(one.name) === name);
    if (!person) throw new Error(`Nobody is called ${name}.`);
    return person;
  }

  begin(): Story {
    const story = new Story();
    story.policy = this.policy;
    story.roster = this.roster;
    const channels = Object.keys(this.roster.school.channels).map((name) => `channel:${name}`);
    story.reachable = new Set([...this.roster.people.map(({ id }) => id), ...channels]);
    return story;
  }

  /** These two went at half past one: asked for, agreed to, approved and signed out as events, whatever the policy asks on the way there. */
  out(lead: string, companion: string, change: Partial<Plan> = {}): Story {
    const visitors = [this.who(lead).id, this.who(companion).id];
    const story = new Story();
    story.policy = this.policy;
    story.roster = this.roster;
    story.reachable = new Set(this.roster.people.map(({ id }) => id));
    const by = visitors[0] ?? "";
    const plan: Plan = { ...planned, visitors, ...change };
    const ready = { phone: "+44 7700 900999" };
    const approval = { by: "approver", at: at("09:10"), planNo: 1, reason: "Needed", ticks: [], confirmed: [] };
    story.happen([
      {
        type: "Requested",
        id: `${this.roster.school.id}.visit1`,
        school: this.roster.school.id,
        plan,
        at: at("09:00"),
        by,
      },
      ...visitors.slice(1).map((who) => ({ type: "CompanionAgreed", who, at: at("09:05"), by: who }) as const),
      { type: "Approved", approval, at: at("09:10"), by: "approver" },
      ...visitors.map((who) => ({ type: "SignedOut", who, ready, at: at("13:30"), by: who }) as const),
    ]);
    story.now = at("13:30");
    return story;
  }
}

const planned: Omit<Plan, "visitors"> = {
  no: 1,
  pupil: "Ella Martin",
  household: "ella martin",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  reason: "",
  purpose: "To agree how Ella comes back to school",
  whyNotInSchool: "",
  leave: at("13:30"),
  start: at("14:00"),
  back: at("15:00"),
  agreement: { kind: "agreed", how: "by phone" },
  news: "",
};
