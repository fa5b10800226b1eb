import type { Policy } from "../../policies/policy";
import {
  askedWhereOver,
  contactDue,
  coverDue,
  nextDeadline,
  overdueAt,
  pingDue,
  reportDue,
  stayOver,
  waitOver,
  watchReminders,
} from "../../visits/deadlines";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { aspire } from "./aspire";
import { Played } from "./played";
import { approved, at, inside, leaving, out, type Story } from "./story";

/** When each thing falls due, and for whom nothing does: no time at all, rather than one that never comes. */

type Durations = { [K in keyof Policy]?: Policy[K] extends { value: number | null } ? number | null : never };
const policyWith = (durations: Durations): Policy => ({
  ...aspire,
  ...Object.fromEntries(
    Object.entries(durations).map(([name, value]) => [name, { ...aspire[name as "callAfter"], value }]),
  ),
});
const timing = ({ policy, roster }: Story, durations: Durations = {}) => ({
  roster,
  policy: { ...policy, ...policyWith(durations), ladder: policy.ladder },
});
const noClock: Durations = { callAfter: null, checkInEvery: null, pingAfter: null };
/** Both spoke to Ann at ten past two. */
const heard = inside;

describe("silence", () => {
  it("is the sooner of the two clocks from the last contact, and none where the policy has neither", () => {
    const story = heard();
    expect(contactDue(story.is, priya.id, timing(story))).toBe(at("15:10"));
    expect(contactDue(story.is, priya.id, timing(story, { callAfter: null }))).toBe(at("16:10"));
    expect(contactDue(story.is, priya.id, timing(story, noClock))).toBeUndefined();
  });

  it("is nobody's who is back, or was never out", () => {
    const story = heard().press(priya, "signIn");
    for (const who of [priya.id, helen.id])
      expect([contactDue, pingDue, reportDue].map((due) => due(story.is, who, timing(story)))).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    expect(contactDue(story.is, tom.id, timing(story))).toBe(at("15:10"));
  });
});

describe("the ping", () => {
  it("comes when the policy says, and ten minutes before the call where it doesn't", () => {
    const story = heard();
    expect(pingDue(story.is, priya.id, timing(story, { pingAfter: 35 }))).toBe(at("14:45"));
    expect(pingDue(story.is, priya.id, timing(story, { pingAfter: null, callAfter: 30 }))).toBe(at("14:30"));
    expect(pingDue(story.is, priya.id, timing(story, { pingAfter: 90 }))).toBe(at("15:10"));
    expect(pingDue(story.is, priya.id, timing(story, noClock))).toBeUndefined();
  });
});

describe("a time that was agreed for reporting in", () => {
  const school = new Played("liberty");
  const lena = school.who("lena");
  const reporting = () => school.out("lena", "marc", { reportIns: [at("14:10"), at("14:40")] });

  it("is the first that contact within the reminder has not met", () => {
    const due = (story: Story) => reportDue(story.is, lena.id, story);
    expect(due(reporting())).toBe(at("14:10"));
    expect(due(reporting().until("13:59").press(lena, "checkIn"))).toBe(at("14:10"));
    expect(due(reporting().until("14:00").press(lena, "checkIn"))).toBe(at("14:40"));
  });

  it("concerns nobody who is back, nor those who were sent to the address (S12)", () => {
    const story = reporting().until("14:05");
    const attending = { ...story.is.outings[lena.id], attending: 901 };
    const sent = { ...story.is, outings: { ...story.is.outings, [lena.id]: attending } } as typeof story.is;
    expect(reportDue(sent, lena.id, story)).toBeUndefined();
    expect(reportDue(story.press(lena, "signIn").is, lena.id, story)).toBeUndefined();
  });
});

describe("the stay, the wait and the grace", () => {
  it("is too long only for somebody inside, and where the policy has a limit (BEM-88)", () => {
    const limit = { lengthLimit: 45 };
    expect(stayOver(heard().is, timing(heard(), limit))).toBe(at("14:45"));
    expect(stayOver(heard().is, timing(heard()))).toBeUndefined();
    expect(stayOver(out().is, timing(out(), limit))).toBeUndefined();
    const left = heard().press(priya, "leave").press(tom, "leave");
    expect(stayOver(left.is, timing(left, limit))).toBeUndefined();
  });

  it("is over for those who wait, where the policy says after how long", () => {
    const story = out().until("14:02").press(priya, "noOneHome");
    expect(waitOver(story.is, timing(story))).toBe(at("14:12"));
    expect(waitOver(story.is, timing(story, { waitOutside: null }))).toBeUndefined();
    expect(waitOver(heard().is, timing(heard()))).toBeUndefined();
  });

  it("for an answer begins with the question where they are (S1)", () => {
    expect(askedWhereOver(approved().is, approved())).toBeUndefined();
    expect(askedWhereOver(approved().until("14:00").is, approved())).toBe(at("14:10"));
  });

  it("makes a late return an alarm that much later", () => {
    expect(overdueAt(heard().is, priya.id, timing(heard(), { overdueAfter: 5 }))).toBe(at("15:05"));
  });
});

describe("S5: the end of cover", () => {
  it("is warned of half an hour before, and is none while nobody is out", () => {
    expect(coverDue(heard().is, heard())).toEqual({ warn: at("15:30"), end: at("16:00") });
    expect(coverDue(approved().is, approved())).toBeUndefined();
    const { roster, ...story } = heard();
    const never = { ...roster, school: { ...roster.school, hours: { ...roster.school.hours, days: [] } } };
    expect(coverDue(heard().is, { ...story, roster: never })).toBeUndefined();
  });

  it("is the first after the first of them left", () => {
    const story = heard();
    const { [tom.id]: second } = story.is.outings;
    const outings = { ...story.is.outings, [tom.id]: { ...second, left: at("16:05") } } as typeof story.is.outings;
    expect(coverDue({ ...story.is, outings }, story)?.end).toBe(at("16:00"));
  });

  it("is met by a watch that was taken within the warning, not by one from before or one on offer", () => {
    const later = (story: Story) => coverDue(story.is, story)?.end;
    expect(later(heard().until("15:29").press(samuel, "takeWatch"))).toBe(at("16:00"));
    expect(later(heard().until("15:31").press(samuel, "takeWatch"))).not.toBe(at("16:00"));
    const offered = heard().until("15:31").press(ann, "takeWatch").press(ann, "handOverWatch", { to: samuel.id });
    expect(later(offered)).toBe(at("16:00"));
  });
});

describe("a watch that nobody has taken (S5)", () => {
  it("is asked for again ten and twenty minutes after the first of them left, while anybody is out", () => {
    const story = approved()
      .until("13:30")
      .press(priya, "signOut", leaving)
      .until("13:35")
      .press(tom, "signOut", leaving);
    expect(watchReminders(story.is)).toEqual([at("13:40"), at("13:50")]);
    expect(watchReminders(approved().is)).toEqual([]);
    expect(watchReminders(out().is)).toEqual([]);
    expect(watchReminders(story.press(priya, "signIn").press(tom, "signIn").is)).toEqual([]);
  });

  it("is asked for again while one alone is out", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving);
    expect(watchReminders(story.is)).toEqual([at("13:40"), at("13:50")]);
  });

  it("is asked for again where whoever has it was sent to the address", () => {
    const story = heard()
      .press(priya, "checkIn", {}, { covert: true })
      .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` });
    expect(story.is.watch?.by).toBe(ann.id);
    expect(watchReminders(story.is)).toEqual([at("13:40"), at("13:50")]);
  });
});

describe("the next deadline", () => {
  const next = (story: Story) => nextDeadline(story.is, story.policy, story.roster, story.now);

  it("after an approval is an hour before the leaving, ten minutes before it, the start, and the call after it", () => {
    const story = approved();
    const stops = ["12:30", "13:20", "14:00", "14:10"].map((time) => {
      const due = next(story);
      if (due !== undefined) story.pushTo(due);
      return [time, due === at(time)];
    });
    expect(stops.filter(([, isSo]) => !isSo)).toEqual([]);
  });

  it("is that of whoever has not signed out with the others, counted from when the first of them left", () => {
    const story = approved().until("13:35").press(priya, "signOut", leaving);
    story.pushTo(at("13:44"));
    expect(next(story)).toBe(at("13:45"));
  });

  it("finds out at its minute whoever has not signed out with the others (S1)", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving).until("14:30");
    expect(story.events.find(({ type }) => type === "FoundOut")?.at).toBe(at("14:10"));
  });

  it("is when whoever has not signed out is reckoned out, where the policy gives them longer than the call after the start", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving);
    const { policy } = timing(story, { lateToLeave: 12 });
    expect(nextDeadline(story.is, policy, story.roster, at("14:10"))).toBe(at("14:12"));
  });

  it("is nothing at the leaving where both have signed out before it", () => {
    const story = approved().until("13:22").press(priya, "signOut", leaving).press(tom, "signOut", leaving);
    expect(next(story.press(ann, "takeWatch"))).toBe(at("14:00"));
  });

  it("is ten minutes before the return of those who were sent to the address, as before the visitors' (S12)", () => {
    const story = heard()
      .until("14:20")
      .press(priya, "checkIn", {}, { covert: true })
      .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` });
    const quiet = { ...story.is, alarms: [] };
    expect(nextDeadline(quiet, story.policy, story.roster, at("15:09"))).toBe(at("15:10"));
    const later = {
      ...quiet,
      outings: Object.fromEntries(
        Object.entries(quiet.outings).map(([id, outing]) => [id, { ...outing, contact: at("15:08") }]),
      ),
    };
    expect(nextDeadline(later, story.policy, story.roster, at("15:09"))).toBe(at("15:10"));
  });

  it("is nothing of the leaving, where one has signed out before it: no card changes with it", () => {
    const story = approved().until("13:22").press(priya, "signOut", leaving);
    story.pushTo(at("13:26"));
    expect(next(story)).toBe(at("13:32"));
  });

  it("is nothing of the visit once all are back", () => {
    const story = out().until("14:05").press(priya, "signIn").press(tom, "signIn");
    expect(next(story)).not.toBe(at("14:10"));
  });

  it("is each time at which a concern that nobody has taken is said again", () => {
    const story = heard().press(priya, "reportChild", { what: "concern" });
    expect(story.is.concerns).toHaveLength(1);
    const within = story.policy.safeguardingWithin.value;
    const due = (passed: number) =>
      nextDeadline(
        { ...story.is, outings: {}, alarms: [], tasks: [] },
        story.policy,
        story.roster,
        story.now + passed * 60_000,
      );
    expect([0, 1, within, within + 1].map((passed) => ((due(passed) ?? 0) - story.now) / 60_000)).toEqual([
      within,
      within,
      2 * within,
      2 * within,
    ]);
    const { concerns = [] } = story.is;
    const taken = concerns.map((concern) => ({ ...concern, taken: { by: joan.id, at: story.now } }));
    const rest = { ...story.is, outings: {}, alarms: [], tasks: [], concerns: taken };
    expect(nextDeadline(rest, story.policy, story.roster, story.now)).not.toBe(story.now + within * 60_000);
  });

  it("is none where nothing is left for the clock to say", () => {
    const story = approved().press(priya, "cancel", { ill: "true" });
    const { tasks: _, ...rest } = story.is;
    expect(nextDeadline({ ...rest, tasks: [] }, story.policy, story.roster, at("13:00", "2099-11-23"))).toBeUndefined();
  });
});
