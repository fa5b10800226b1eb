import { failedSteps, happens } from "../../engine/failures";
import type { Mark, Stored } from "../../engine/ports";
import { outlookOf } from "../../engine/wanted";
import type { Person } from "../../schools/school";
import { recipientKey } from "../../visits/notice";
import { ann, helen, priya, roster, tom } from "../people";
import { aspire } from "../visits/aspire";
import { inside, out, type Story } from "../visits/story";

/** Which steps of an alarm have reached nobody, by what came of their messages. */

const minute = 60_000;
/** `ofEach`: the mark of each message of the newest alarm, by its recipient. */
function failed(story: Story, ofEach: (to: string) => Partial<Mark>) {
  const notices = story.told.filter(({ alarm }) => alarm === story.alarm?.no);
  const marks = notices.map(
    ({ id, to }) => [id, { tries: 1, firstTry: story.now, ...ofEach(recipientKey(to)) }] as const,
  );
  return given(story, { "begun/1/helen": { tries: 1, sent: 1 }, ...Object.fromEntries(marks) });
}
const given = (story: Story, marks: Record<string, Mark>) => {
  const { policy, roster: listed, now } = story;
  const stored = { visit: story.is, post: { marks, cards: {} } } as unknown as Stored;
  return failedSteps(stored, { school: "meadow", policy, roster: listed, now, away: story.facts(ann).away });
};
const called = () => inside().until("14:20").press(priya, "askForHelp");
const atTheCall = (...more: Person[]) => {
  const story = out();
  story.roster = { ...roster, people: [...roster.people, ...more] };
  return story.until("14:10");
};
const unreachable = { failed: "unreachable" } as const;
const second: Person = { ...ann, id: "second", name: "Second Example" };

it("none has where nothing was tried, or all went out", () => {
  expect(given(called(), {})).toEqual([]);
  expect(failed(called(), () => ({ firstTry: called().now - 2 * minute, sent: called().now }))).toEqual([]);
});

describe("somebody who can't be reached", () => {
  it("is reason enough to tell somebody else of a call for help", () => {
    const story = called();
    const one = failed(story, (to) => (to === helen.id ? unreachable : { sent: story.now }));
    expect(one).toEqual([{ alarm: 2, step: "everyone", why: "unreachable" }]);
    expect(failed(story, (to) => (to.startsWith("channel:") ? unreachable : { sent: story.now }))).toEqual([]);
  });

  it("S7: is none for the routine call while anybody can make it", () => {
    const step = { alarm: 1, step: "call", why: "unreachable" };
    expect(failed(atTheCall(second), (to) => (to === ann.id ? unreachable : {}))).toEqual([]);
    expect(failed(atTheCall(second), (to) => (to.startsWith("channel:") ? {} : unreachable))).toEqual([step]);
    expect(failed(atTheCall(), (to) => (to === ann.id ? unreachable : {}))).toEqual([step]);
  });

  it("may be a channel where that is all there is", () => {
    const story = called();
    story.roster = { ...roster, people: [priya, tom] };
    expect(failed(story, () => unreachable)).toEqual([{ alarm: 2, step: "everyone", why: "unreachable" }]);
  });
});

describe("what has not gone out for a minute", () => {
  const story = called();
  const waits = (time: number) => ({ firstTry: story.now - time });

  it("has reached nobody, and where one of it went out somebody", () => {
    const step = { alarm: 2, step: "everyone", why: "undelivered" };
    expect(failed(story, () => waits(minute - 1))).toEqual([]);
    expect(failed(story, () => waits(minute))).toEqual([step]);
    expect(failed(story, (to) => (to === helen.id ? { ...waits(minute), sent: story.now } : waits(minute)))).toEqual(
      [],
    );
    expect(failed(story, (to) => (to === helen.id ? waits(1) : waits(minute)))).toEqual([]);
    expect(given(story, { [`alarm/2/everyone/1/${ann.id}`]: { tries: 1, ...waits(minute) } })).toEqual([]);
    const alone = called();
    alone.roster = { ...roster, people: [priya, tom, ann], school: { ...roster.school, channels: {} } };
    expect(failed(alone, () => waits(minute))).toEqual([step]);
  });

  it("counts of an open alarm alone, and of whom it still calls", () => {
    const mark = { tries: 1, firstTry: story.now - minute };
    const ended = called().press(helen, "standDown", { why: "Seen", spoken: `${priya.id},${tom.id}` }, { no: 2 });
    expect(given(ended, { [`alarm/2/everyone/1/${ann.id}`]: mark })).toEqual([]);
    const left = called();
    left.roster = { ...roster, people: [priya, tom], school: { ...roster.school, channels: {} } };
    expect(given(left, { [`alarm/2/everyone/1/${ann.id}`]: mark })).toEqual([]);
  });
});

describe("what the clock makes happen of it", () => {
  const around = ({ policy, roster: listed, now }: Story) => ({
    school: "meadow",
    policy,
    roster: listed,
    now,
    away: [],
  });
  const standing = (story: Story, marks: Record<string, Mark> = {}) =>
    ({ visit: story.is, post: { marks, cards: {} } }) as unknown as Stored;
  /** It is known what the visit calls for, as it is after a pass. */
  const known = (story: Story): Story => {
    outlookOf(story.is, around(story));
    return story;
  };

  it("is a step further where all whom a step calls are away, and not by who was away before (S5)", () => {
    const story = known(Object.assign(atTheCall(), { policy: withoutChannels }));
    expect(happens(standing(story), around(story))).toEqual([]);
    const away = happens(standing(story), { ...around(story), away: [ann.id] });
    expect(away).toMatchObject([{ type: "AlarmClimbed", why: "unreachable" }]);
    expect(happens(standing(story), around(story))).toEqual([]);
  });

  it("is a step further as soon as somebody can't be reached, though nothing happened a moment before", () => {
    const story = known(atTheCall());
    expect(happens(standing(story), around(story))).toEqual([]);
    const marks = { [`alarm/1/call/1/${ann.id}`]: { tries: 1, firstTry: story.now, ...unreachable } };
    const climbed = [{ type: "AlarmClimbed", why: "unreachable" }];
    expect(happens(standing(story, marks), around(story))).toMatchObject(climbed);
  });

  it("is asked anew once its time has come, and by a clock that is set back", () => {
    const story = known(inside().until("14:20"));
    const later = story.now + 3 * 60 * minute;
    const typesAt = (now: number) => happens(standing(story), { ...around(story), now }).map(({ type }) => type);
    expect([story.now, later, story.now, later].map(typesAt)).toEqual([[], ["AlarmRaised"], [], ["AlarmRaised"]]);
  });
});

const { steps, ...climb } = aspire.ladder.value;
const quietly = Object.entries(steps).map(([name, step]) => [name, { ...step, channels: [] }]);
const withoutChannels = {
  ...aspire,
  ladder: { ...aspire.ladder, value: { ...climb, steps: Object.fromEntries(quietly) } },
};
