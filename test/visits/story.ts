import type { Policy } from "../../policies/policy";
import { atLocal } from "../../schools/hours";
import type { At, Person, Roster, School } from "../../schools/school";
import type { Command, Facts, Input, Past, Verb } from "../../visits/command";
import { nextDeadline } from "../../visits/deadlines";
import { decide } from "../../visits/decide";
import type { Event } from "../../visits/events";
import { evolve } from "../../visits/evolve";
import type { Viewer } from "../../visits/may-see";
import type { Notice } from "../../visits/notice";
import { recipientKey } from "../../visits/notice";
import { overheard } from "../../visits/overheard";
import { allOut, openAlarms } from "../../visits/people";
import { isRefusal, type Refusal } from "../../visits/refusal";
import { seenBy } from "../../visits/seen-by";
import { tick, type Undelivered } from "../../visits/tick";
import type { Alarm, Visit } from "../../visits/visit";
import { wanted } from "../../visits/wanted";
import { frozen } from "../kept-for-all";
import { ann, cast, roster as everyone, helen, priya, tom } from "../people";
import { aspire } from "./aspire";

const firstTime: Past = { firstVisit: true, incidents: [] };

/** Monday 23 November 2026: a school day in winter time. */
export const day = "2026-11-23";
export const at = (time: string, date = day): At => {
  const moment = atLocal(date, time, "Europe/London");
  if (moment === undefined) throw new Error(`There is no ${date} ${time}.`);
  return moment;
};

export const request: Input = {
  pupil: "Ella Martin",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  reason: "attendanceSupport",
  purpose: "To agree how Ella comes back to school",
  whyNotInSchool: "Her mother cannot leave the baby",
  date: day,
  leave: "13:30",
  start: "14:00",
  back: "15:00",
  companion: tom.id,
  agreed: "agreed",
  agreedHow: "By phone with Mrs Martin on Friday",
};

/**
 * One visit told as a school would tell it: who presses what, and when. The clock is pushed forward as the engine does,
 * through every deadline on the way.
 */
export class Story {
  now = at("09:00");
  visit: Visit | undefined;
  readonly events: Event[] = [];
  refusal: Refusal | undefined;
  past = firstTime;
  policy: Policy = aspire;
  roster: Roster = everyone;
  away: string[] = [];
  failed: Undelivered[] = [];
  reachable = new Set([...cast.map(({ id }) => id), "channel:slt", "channel:office"]);

  /** Another story with the same beginning, whatever becomes of either: a visit is never changed, only followed by another. */
  branch(): Story {
    const { now, visit, refusal, past, policy, roster } = this;
    return Object.assign(new Story(), {
      ...{ now, visit, refusal, past, policy, roster },
      events: [...this.events],
      away: [...this.away],
      failed: [...this.failed],
      reachable: new Set(this.reachable),
    });
  }

  /** From now on the school has this of somebody. */
  lists({ id }: Person, change: Partial<Person>): this {
    const people = this.roster.people.map((one) => (one.id === id ? { ...one, ...change } : one));
    this.roster = { ...this.roster, people };
    return this;
  }

  /** From now on this holds of the school. */
  setUp(change: Partial<School>): this {
    this.roster = { ...this.roster, school: { ...this.roster.school, ...change } };
    return this;
  }

  facts(actor: Person): Facts {
    const away = [...this.away, ...(this.visit ? allOut(this.visit) : [])];
    return {
      now: this.now,
      actor: this.asSetUp(actor),
      policy: this.policy,
      roster: this.roster,
      past: this.past,
      away,
      reachable: this.reachable,
      newId: "meadow.visit1",
    };
  }

  /** A press; what was refused is kept for `refused`. */
  press(who: Person, verb: Verb, input: Input = {}, more: Partial<Command> = {}): this {
    const command: Command = {
      verb,
      visit: this.visit?.id,
      no: this.numberFor(verb),
      input,
      sentAt: this.now,
      ...more,
    };
    const outcome = decide(this.visit, command, this.facts(who));
    this.refusal = isRefusal(outcome) ? outcome : undefined;
    if (!isRefusal(outcome)) this.happen(outcome);
    return this;
  }

  /** They are not out, and what they wrote calls for help. */
  overheard(who: Person): this {
    this.happen(overheard(this.is, this.facts(who)));
    return this;
  }

  /** What the newest card of this kind would carry. */
  numberFor(verb: Verb): number | undefined {
    if (["acknowledge", "recordCall", "recordDecision", "standDown"].includes(verb)) return this.alarm?.no;
    if (verb === "completeTask") return this.visit?.tasks.find(({ done, kind }) => !done && kind !== "minutes")?.no;
    return this.visit?.plan.no;
  }

  /** Folds what happened, as the engine does after a commit. */
  happen(events: readonly Event[]): void {
    for (const event of events) {
      this.events.push(event);
      this.visit = evolve(this.visit, event);
    }
  }

  /** Pushes the clock to a time of day, stopping at each deadline on the way. */
  until(time: string, date?: string): this {
    return this.pushTo(at(time, date));
  }

  pushTo(target: At): this {
    for (let next = this.next(); next !== undefined && next <= target; next = this.next()) {
      this.now = next;
      this.quiet();
    }
    this.now = target;
    return this.quiet();
  }

  private next = (): At | undefined => this.visit && nextDeadline(this.visit, this.policy, this.roster, this.now);

  /** Lets the clock speak until it has nothing more to say. */
  quiet(): this {
    for (let rounds = 0; rounds < 100; rounds++) {
      const events = this.visit ? tick(this.visit, { ...this.facts(ann), failed: this.failed }) : [];
      if (events.length === 0) return this;
      this.happen(events);
    }
    throw new Error("The clock never falls silent.");
  }

  get is(): Visit {
    if (!this.visit) throw new Error(`There is no visit: ${this.refusal?.say}`);
    return this.visit;
  }

  /** The newest alarm that is open. */
  get alarm(): Alarm | undefined {
    return this.visit && openAlarms(this.visit).at(-1);
  }

  get told(): Notice[] {
    return wanted(this.is, { policy: this.policy, roster: this.roster, away: this.facts(ann).away, now: this.now });
  }

  /** Names of the notices that one recipient is owed now. */
  toldTo(to: Person | string): string[] {
    return this.told
      .filter((notice) => recipientKey(notice.to) === (typeof to === "string" ? `channel:${to}` : to.id))
      .map(({ say }) => say.key);
  }

  seen = (viewer: Viewer) =>
    "id" in viewer
      ? seenBy(this.is, this.asSetUp(viewer), this.facts(viewer))
      : seenBy(this.is, viewer, this.facts(ann));

  /** Somebody of the cast with what this story's school has of them. */
  private asSetUp(person: Person): Person {
    return this.roster.people.find(({ id }) => id === person.id) ?? person;
  }

  get happened(): string[] {
    return this.events.map(({ type }) => type);
  }
}

export const begin = () => new Story();

const told = new Map<string, Story>();
/** A beginning that many tests, and files of them, have in common, told once. */
function beginning(name: string, input: Input, tell: () => Story): Story {
  const key = `${name} ${JSON.stringify(input)}`;
  const story = told.get(key) ?? tell();
  if (!told.has(key)) frozen([story.visit, story.events, story.roster, story.past]);
  told.set(key, story);
  return story.branch();
}

const ticks = aspire.approvalTicks.value.map(({ id }) => id).join(",");
export const approval: Input = { reason: "Needed, and best done at home", ticks, confirmed: "true" };

export const requested = (input: Input = {}) =>
  beginning("requested", input, () => begin().press(priya, "requestVisit", { ...request, ...input }));
export const assessed = (input: Input = {}) =>
  beginning("assessed", input, () =>
    requested(input).press(tom, "agreeToVisit").press(priya, "assessRisk", { useGeneric: "true", considered: "true" }),
  );
export const approved = (input: Input = {}) =>
  beginning("approved", input, () => assessed(input).press(helen, "approve", approval));

export const leaving: Input = { allTrue: "true", vehicle: "Blue Skoda Fabia, FX21 MDW" };
/** Both have signed out at half past one, and Ann has the watch. */
export const out = (input: Input = {}) =>
  beginning("out", input, () =>
    approved(input)
      .until("13:30")
      .press(priya, "signOut", leaving)
      .press(tom, "signOut", leaving)
      .press(ann, "takeWatch"),
  );
/** In the house since two; the arrival call has gone well. */
export const inside = (input: Input = {}) =>
  beginning("inside", input, () =>
    out(input)
      .until("14:00")
      .press(priya, "arrive", { adult: "yes" })
      .press(tom, "arrive", { adult: "yes" })
      .until("14:10")
      .press(ann, "recordCall", { outcome: "ok" })
      .press(tom, "checkIn"),
  );
