import { causes } from "../../policies/policy";
import type { Person } from "../../schools/school";
import type { Command, Input, Verb } from "../../visits/command";
import type { Event, Happening } from "../../visits/events";
import { nextAlarmNo, nextTaskNo } from "../../visits/people";
import { taskKinds } from "../../visits/tasks/kinds";
import type { ReportKind, Task, TaskKind } from "../../visits/visit";
import { ann, grace, helen, joan, priya, samuel, tom } from "../people";
import { packs, type Rights, rightsAt, type State } from "../visits/rights/states";
import { approval, approved, begin, inside, leaving, out, request, requested, type Story } from "../visits/story";

/** Stories that end where nobody presses anything any more, so that the clock alone goes on: between them whatever it can do to a visit. */

const [minute, day] = [60_000, 86_400_000];
/** At no full minute, so that what a press begins falls due when nothing else does. */
const after = (story: Story, minutes: number): Story => story.pushTo(story.now + minutes * minute + 7_001);

const happens = (story: Story, ...all: Happening[]): Story => {
  story.happen(all.map((one) => ({ ...one, at: story.now, by: "clock" }) as Event));
  return story;
};

/** A press that has to succeed. */
function press(story: Story, who: Person, verb: Verb, input: Input = {}, more: Partial<Command> = {}): Story {
  story.press(who, verb, input, more);
  if (story.refusal) throw new Error(`${who.name} ${verb}: ${story.refusal.say}`);
  return story;
}

export const kindsOfReports = Object.keys({
  ...{ concern: 0, intervention: 0, accident: 0, aggression: 0 },
  ...{ injury: 0, unsafeEnd: 0, allegation: 0, complaint: 0 },
} satisfies Record<ReportKind, 0>) as ReportKind[];
export const kindsOfTasks = Object.keys(taskKinds) as TaskKind[];

/** With a task of each kind, each due at a moment of its own, a report of each kind and a warning: all at once, whatever its phase. */
function laden(story: Story): Story {
  const { household, address, postcode } = story.is.plan;
  const warning = { no: 1, text: "A dog", review: "2026-11-24", home: { household, address, postcode } };
  after(story, 1);
  happens(story, { type: "WarningWritten", warning });
  const first = (story.is.reports?.length ?? 0) + 1;
  const reports = kindsOfReports.map((kind, i) => ({ kind, no: first + i, text: "It was so" }));
  for (const report of reports) happens(story, { type: "Reported", report });
  const about = reports.map(({ no }): Partial<Task> => ({ kind: "report", report: no }));
  const plain = kindsOfTasks.filter((kind) => kind !== "report").map((kind): Partial<Task> => ({ kind }));
  const tasks = [...plain, ...about, { kind: "referral", beside: true } as const];
  for (const [i, task] of tasks.entries()) {
    const due = story.now + (3 + (i % 8)) * 11 * minute + (i % 8) * 1_003;
    const opened = { kind: "after", for: [ann.id], opened: story.now, due, apart: true, ...task } as const;
    happens(story, { type: "TaskOpened", task: { ...opened, no: nextTaskNo(story.is, task) } });
  }
  return story;
}

/** An alarm for each cause, raised by events, so that they stand at each school, whoever may raise them there; none at the moment of another. */
function alarmed(school: Rights): Story {
  const story = school.in("out").branch();
  const about = [school.lead.id];
  for (const cause of causes) {
    const no = nextAlarmNo(story.is, { cause, about });
    const step = school.policy.ladder.value.start[cause];
    happens(story, { type: "AlarmRaised", no, cause, about, step, dueAt: story.now });
    story.now += 13_007;
  }
  return story;
}

const help = (story = inside().until("14:20")) => press(after(story, 1), priya, "askForHelp");
const over = { why: "Seen", spoken: `${priya.id},${tom.id}` };
const ended = () => press(after(help(), 1), helen, "standDown", over);
const discreet = (story: Story = inside()) => press(after(story, 3), priya, "checkIn", {}, { covert: true });
const police = { decision: "policeCalled", when: "14:21", reference: "DC-482", answer: "On their way" };
const going = { decision: "goThere", who: `${samuel.id},${grace.id}`, why: "Near" };
const warning = { warningText: "A dog in the yard", warningReview: "2026-11-25" };
const home = (story: Story, ...who: Person[]) => who.reduce((told, one) => press(after(told, 3), one, "signIn"), story);
const gone = (...who: Person[]) =>
  who.reduce((told, one) => press(told, one, "signOut", leaving), after(approved().until("13:30"), 1));

/** Somebody called discreetly who is not out, and two go there. */
const sent = (story: Story) => press(after(story.until("13:00").overheard(priya), 1), helen, "recordDecision", going);

const known = (story: Story) => press(after(story, 1), helen, "recordDecision", { ...police, when: "12:55" });

/** Where the policy says how long to stay. */
function stays(): Story {
  const school = rightsAt("bemrose");
  const story = after(school.in("out"), 3);
  return press(story, school.lead, "arrive", { adult: "yes" });
}

/** One who goes reads the channel that says of an alarm that it is over: whoever knows of the discreet call hears that it goes on. */
function readAlong(): Story {
  const asked = press(requested({ companion: grace.id }), grace, "agreeToVisit");
  const assessed = press(asked, priya, "assessRisk", { considered: "true" });
  const ready = press(assessed, helen, "approve", approval).until("13:30");
  const out = press(press(after(ready, 1), priya, "signOut", leaving), grace, "signOut", leaving);
  const on = press(out, priya, "changePlan", { back: "15:55" });
  const silent = press(on.until("14:25"), ann, "recordCall", { outcome: "ok" }).until("15:30");
  return discreet(press(after(silent, 1), grace, "checkIn"));
}

/** They stay until four. */
const on = () => press(after(inside(), 1), tom, "changePlan", { more: "60" }).until("14:20");

const warned = () => {
  const story = press(begin(), priya, "requestVisit", { ...request, date: "2026-12-09" });
  return press(story, joan, "writeWarning", warning);
};

/** Kept for three months, and almost over. */
function nearlyOver(state: State, days: number, task?: Partial<Task>): Story {
  const story = rightsAt("aspire").in(state).branch();
  story.policy = { ...story.policy, keepMonths: { ...story.policy.keepMonths, value: 3 } };
  story.now += days * day - 7_001;
  const asked = { kind: "retention", for: [ann.id], opened: story.now, due: story.now, apart: true, no: 90 } as const;
  if (task) happens(story, { type: "TaskOpened", task: { ...asked, ...task } }, { type: "TaskDone", no: 90, note: "" });
  return story;
}

const told: [name: string, tell: () => Story, moments?: number][] = [
  ["one has left, of the other nothing is known", () => gone(priya)],
  ["one has left and is back at once, of the other nothing is known", () => home(gone(priya), priya)],
  ["out, and nobody has the watch", () => gone(priya, tom)],
  ["no one is home", () => press(after(out().until("14:00"), 1), priya, "noOneHome")],
  ["not safe there", () => press(after(inside().until("14:20"), 1), priya, "endUnsafe", { why: "A dog" })],
  ["they stay longer than they should", stays],
  [
    "a child about whom they worry",
    () => press(after(inside(), 1), priya, "reportChild", { what: "concern", note: "" }),
  ],
  ["heard from at different times", () => press(on(), priya, "checkIn")],
  ["an alarm that somebody has taken", () => press(after(help(), 1), helen, "acknowledge")],
  ["an alarm that the police know of", () => press(after(help(), 1), helen, "recordDecision", police)],
  ["an alarm after which two have been sent there", () => press(after(help(), 1), helen, "recordDecision", going)],
  ["an alarm that is over, with somebody still out", ended],
  ["everybody is back after an alarm", () => home(ended(), priya, tom)],
  ["a discreet call, and an open one that is over", readAlong, 60],
  ["a discreet call after which two have been sent", () => press(after(discreet(), 1), helen, "recordDecision", going)],
  ["called off", () => press(requested(), ann, "cancel")],
  ["two were sent to the address before anything was decided, and the police know", () => known(sent(requested()))],
  ["called off after two were sent to the address", () => press(sent(approved()), ann, "cancel")],
  ["a record that is asked for before it goes", () => nearlyOver("closed", 61)],
  ["a visit that did not take place, asked for before it goes", () => nearlyOver("off", 61)],
  ["a record that was let go", () => nearlyOver("closed", 91, {})],
  ["a request for another day, and a warning that is looked at before it", warned],
];

/** In minutes, so that hardly two things fall due at one moment: one that is not named could hide behind the other. */
const ownTimes = {
  ...{ pingAfter: 47, callAfter: 67, checkInEvery: 127, arrivalCallAfter: 11, waitOutside: 17, nudgeBefore: 7 },
  ...{ overdueAfter: 2, lateToLeave: 13, coverWarning: 29, attendWithin: 31, awaySafe: 19, lengthLimit: 43 },
} as const;
const ofItsOwnTimes = (story: Story): Story => {
  const own = Object.entries(ownTimes).map(([name, value]) => [name, { value, by: "school", clauses: [] }]);
  story.policy = { ...story.policy, ...Object.fromEntries(own) };
  return story;
};

const phases = ["asked", "ready", "out", "back", "closed", "off"] as const satisfies State[];

/** `moments`: so many of its life say all that it is here for. */
export type Life = { name: string; pack: string; tell: () => Story; moments?: number };

/** Told anew each time. */
export const lives: readonly Life[] = [
  ...told.map(([name, tell, moments]) => ({
    ...{ name, pack: "aspire", tell: () => ofItsOwnTimes(tell()) },
    ...(moments ? { moments } : {}),
  })),
  ...packs.flatMap((pack) => {
    const school = rightsAt(pack);
    const states = pack === "aspire" ? school.states.filter((state) => state !== "none") : (["ready", "out"] as const);
    return [
      ...states.map((state) => ({ name: state, pack, tell: () => school.in(state) })),
      { name: "an alarm for each cause", pack, tell: () => alarmed(school), moments: 20 },
    ];
  }),
  ...phases.map((state) => ({
    ...{ name: `${state}, with whatever may be to do`, pack: "aspire" },
    tell: () => laden(rightsAt("aspire").in(state)),
  })),
];

/** Each rung that an alarm of each cause comes to by itself, at each school. */
export const rungs: readonly string[] = packs.flatMap((pack) => {
  const { start, steps } = rightsAt(pack).policy.ladder.value;
  const up = (step: string | undefined): string[] => {
    const late = step === undefined ? "again" : steps[step]?.late;
    return step === undefined ? [] : [step, ...up(late === "again" ? undefined : late)];
  };
  return causes.flatMap((cause) => up(start[cause]).map((step) => `${pack}: ${cause} at ${step}`));
});
