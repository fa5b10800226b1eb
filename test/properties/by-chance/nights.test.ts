import fc from "fast-check";
import type { At } from "../../../schools/school";
import { ann, helen, priya, tom } from "../../people";
import { approval, at, begin, leaving, request, type Story } from "../../visits/story";
import { holds } from "./runs";

/** The two nights of 2026 in which the clocks in London change, at 01:00 UTC. The oracle knows that, and nothing of time zones. */
const nights = [
  { date: "2026-03-29", eve: "2026-03-28", before: 0, after: 1 },
  { date: "2026-10-25", eve: "2026-10-24", before: 1, after: 0 },
] as const;
type Night = (typeof nights)[number];

const hour = 3_600_000;
/** What the school's clock shows at `minute` of that day, as a moment: skipped times as before the change, doubled ones the first time. */
const moment = ({ date, before, after }: Night, minute: number): At => {
  const asUtc = Date.parse(`${date}T00:00Z`) + minute * 60_000;
  const early = asUtc - before * hour;
  const change = Date.parse(`${date}T01:00Z`);
  const skipped = after > before && early < change + hour;
  return early < change || skipped ? early : asUtc - after * hour;
};
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const outings = fc.record({
  night: fc.constantFrom(...nights),
  start: fc.integer({ min: 15, max: 4 * 60 }),
  lasts: fc.integer({ min: 1, max: 4 * 60 }),
  gaps: fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 5 }),
});
type Outing = typeof outings extends fc.Arbitrary<infer T> ? T : never;

const asked = ({ night, start, lasts }: Outing): Story => {
  const story = begin();
  story.now = at("20:00", night.eve);
  const times = { date: night.date, leave: clock(start), start: clock(start), back: clock(start + lasts) };
  return story.press(priya, "requestVisit", { ...request, ...times, outOfHoursWhy: "Tonight", noAlternative: "None" });
};

const out = (story: Story): Story => {
  story
    .press(tom, "agreeToVisit")
    .press(priya, "assessRisk", { considered: "true" })
    .press(helen, "approve", approval)
    .press(ann, "takeWatch")
    .pushTo(story.is.plan.leave);
  return story.press(priya, "signOut", leaving).press(tom, "signOut", leaving).quiet();
};

describe("in the nights in which the clocks change", () => {
  it("a visit takes place at the times that the school's clock will show", () => {
    holds(outings, 60, (outing) => {
      const { night, start, lasts } = outing;
      const [begins, ends] = [moment(night, start), moment(night, start + lasts)];
      const story = asked(outing);
      if (ends <= begins) expect(story.refusal?.refused).toBe("endBeforeStart");
      else expect(story.is.plan).toMatchObject({ leave: begins, start: begins, back: ends });
    });
  });

  it("none is asked for that would end before it begins, since the hour between is missing", () => {
    const [night] = nights;
    expect(asked({ night, start: 90, lasts: 40, gaps: [] }).refusal?.refused).toBe("endBeforeStart");
  });

  it("no deadline moves by an hour: an hour of silence is an hour, and the return is when it was said", () => {
    holds(outings, 40, (outing) => {
      const story = asked(outing);
      if (!story.visit) return;
      out(story);
      for (const gap of outing.gaps) story.pushTo(story.now + gap * 60_000).press(priya, "checkIn", { bothOk: "true" });
      story.pushTo(story.now + 3 * hour);
      expect(story.is.phase).toBe("out");
      expect(raised(story)).toMatchObject(expected(story));
      expect(misdated(story)).toEqual([]);
    });
  });
});

const alarmsOf = ({ events }: Story) => events.flatMap((e) => (e.type === "AlarmRaised" ? [e] : []));
const contactsOf = (story: Story): At[] => [
  story.is.plan.leave,
  ...story.events.flatMap((e) => (e.type === "Contacted" ? [e.at] : [])),
];

/** When the arrival call fell due, and when anybody was first missed. */
const raised = (story: Story) => ({
  arrivalCall: alarmsOf(story).find(({ cause }) => cause === "arrivalCall")?.at,
  missed: alarmsOf(story).find(({ cause }) => cause === "noContact" || cause === "notBack")?.at,
});

/**
 * The same from the presses alone: ten minutes after the start, or as soon as an alarm about them is over that is rung about already; at the return,
 * or after the first hour of silence before it.
 */
function expected(story: Story) {
  const { start, back } = story.is.plan;
  const contacts = contactsOf(story);
  const silent = contacts.find((at, i) => (contacts[i + 1] ?? Number.POSITIVE_INFINITY) >= at + hour) ?? 0;
  const call = start + 10 * 60_000;
  const heard = contacts.findLast((at) => at <= call) ?? 0;
  const isMissed = back < call || heard + hour < call;
  return {
    arrivalCall: isMissed ? contacts.find((at) => at > call && at < back) : call,
    missed: Math.min(back, silent + hour),
  };
}

/** Whenever an alarm is raised, its deadline is an hour after a contact, or the return. */
const misdated = (story: Story) =>
  alarmsOf(story).filter(
    ({ cause, dueAt }) =>
      (cause === "noContact" && !contactsOf(story).includes(dueAt - hour)) ||
      (cause === "notBack" && dueAt !== story.is.plan.back),
  );
