import { hashOf, sightFor, slotsOf } from "../../engine/cards";
import { dueOf, urgencyAt } from "../../engine/due";
import type { Scene } from "../../engine/facts";
import type { Mark, Post, Stored } from "../../engine/ports";
import { nextDeadline } from "../../visits/deadlines";
import { urgencies } from "../../visits/notice";
import { ann, grace, helen, joan, priya, roster, samuel, tom } from "../people";
import { approved, inside, leaving, out, requested, type Story } from "../visits/story";

/** When a visit needs the sweep again, and how urgently: of what it calls for, and of what has been sent. */

const [second, minute] = [1_000, 60_000];
const sceneOf = (story: Story): Scene => {
  const { policy, roster: listed, past, reachable, now } = story;
  const { away } = story.facts(ann);
  return { school: listed.school.id, policy, roster: listed, past, reachable, now, away, kits: {} };
};
const storedOf = (story: Story, post: Post): Stored => ({
  ...{ id: story.is.id, school: "meadow", etag: "1", shape: 1, policy: story.policy.hash },
  ...{ visit: story.is, history: [], urgency: 3, post },
});
/** As if all that it calls for had been sent and shown. */
function settled(story: Story): Post {
  const scene = sceneOf(story);
  const marks = story.told.map(({ id }) => [id, { tries: 1, firstTry: story.now, sent: story.now }] as const);
  const cards = slotsOf(story.told).flatMap(({ key, to, slot }) => {
    const sight = sightFor(story.is, to, scene);
    const posted = { conversation: "c", activity: key };
    return sight ? [[key, { posted, hash: hashOf(slot, sight), tries: 0 }] as const] : [];
  });
  return { marks: Object.fromEntries(marks), cards: Object.fromEntries(cards) };
}
const due = (story: Story, post = settled(story), alone?: string) =>
  dueOf(storedOf(story, post), sceneOf(story), alone);
const deadline = (story: Story) => nextDeadline(story.is, story.policy, story.roster, story.now);
/** With other marks for what begins so. */
const marked = (post: Post, begins: string, mark: Mark | undefined): Post => {
  const marks = Object.entries(post.marks).map(([id, old]) => [id, id.startsWith(begins) ? mark : old]);
  return { ...post, marks: Object.fromEntries(marks.filter(([, kept]) => kept)) };
};
const called = () => inside().until("14:20").press(priya, "askForHelp");
const alarm = "alarm/2/";

it("is at its next deadline where nothing is owed, and never where there is none", () => {
  const story = inside().until("14:20");
  expect(due(story)).toEqual({ nextDueAt: deadline(story), urgency: urgencies.alarm });
  const gone = inside();
  gone.visit = { ...gone.is, erased: gone.now, phase: "off", outings: {}, alarms: [], tasks: [] };
  expect([deadline(gone), due(gone).nextDueAt]).toEqual([undefined, undefined]);
});

it("is now where a text or a card is owed, or the clock has something to say", () => {
  const story = called();
  expect(due(story, marked(settled(story), alarm, undefined)).nextDueAt).toBe(story.now);
  const { marks, cards } = settled(story);
  const [first = ""] = Object.keys(cards);
  const shown = { ...cards[first], hash: "what it showed before", tries: 0 };
  expect(due(story, { marks, cards: { ...cards, [first]: shown } }).nextDueAt).toBe(story.now);
  const late = inside().until("14:20");
  late.now += 90 * minute;
  expect(due(late).nextDueAt).toBe(late.now);
});

describe("what is under way", () => {
  const story = called();
  const lease = story.now + 20 * second;
  const leased = (by: string) => marked(settled(story), alarm, { tries: 1, firstTry: story.now, lease, by });

  it("is looked at when its lease is over, where several may send", () => {
    expect(due(story, leased("another")).nextDueAt).toBe(lease);
  });

  it("keeps a visit due where one alone sends, and void it is where it was another's", () => {
    expect(due(story, leased("me"), "me").nextDueAt).toBe(story.now);
    expect(due(story, leased("another"), "me").nextDueAt).toBe(story.now);
    const sent = settled(story);
    const cards = Object.entries(sent.cards).map(([key, shown]) => [key, { ...shown, lease, by: "me" }]);
    expect(due(story, { ...sent, cards: Object.fromEntries(cards) }, "me").nextDueAt).toBe(story.now);
  });

  it("keeps nobody busy once its lease has run out, or where it is another's", () => {
    const mark = { tries: 1, firstTry: story.now, sent: story.now, lease: story.now, by: "me" };
    for (const one of [mark, { ...mark, lease, by: "another" }])
      expect(due(story, marked(settled(story), alarm, one), "me").nextDueAt).toBe(deadline(story));
  });
});

describe("what could not be sent", () => {
  const story = called();
  const retryAt = story.now + 50 * minute;
  const one = `${alarm}everyone/1/${ann.id}`;
  const tried = (firstTry: number) =>
    marked(settled(story), alarm, { tries: 1, firstTry, retryAt, failed: "ambiguous" });

  it("of an alarm is looked at a minute after it was first tried, because the ladder goes on then", () => {
    expect(due(story, tried(story.now - 10 * second)).nextDueAt).toBe(story.now + 50 * second);
    const toOne = marked(settled(story), one, tried(story.now - 10 * minute).marks[one]);
    expect(due(story, toOne).nextDueAt).toBe(deadline(story));
  });

  it("of anything else waits for its own next try, or the next deadline", () => {
    const visit = approved();
    const failed = {
      tries: 1,
      firstTry: visit.now - 10 * second,
      retryAt: visit.now + 70 * second,
      failed: "throttled",
    } as const;
    expect(due(visit, marked(settled(visit), "", failed)).nextDueAt).toBe(visit.now + 70 * second);
  });
});

it("S2: is in a minute where an open alarm calls nobody at all", () => {
  const story = called();
  const post = settled(story);
  story.roster = { ...roster, people: [priya, tom], school: { ...roster.school, channels: {} } };
  expect(due(story, post).nextDueAt).toBe(story.now + minute);
  const both = called().press(priya, "checkIn", {}, { covert: true });
  const reader = { ...tom, roles: ["visitor", "slt"] };
  both.roster = { ...roster, people: [priya, reader], school: { ...roster.school, channels: { slt: "19:slt" } } };
  expect(new Set(both.told.flatMap(({ alarm = [] }) => alarm))).toEqual(new Set([2]));
  expect(due(both).nextDueAt).toBe(both.now + minute);
});

it("S5: is in a minute where an alarm has something for somebody who is out elsewhere", () => {
  const story = approved().until("13:30").overheard(priya).quiet();
  story.away = [joan.id];
  const post = settled(story);
  expect(due(story, post).nextDueAt).toBe(story.now + minute);
  const sent = { tries: 1, sent: story.now };
  const told = { ...post, marks: { ...post.marks, [`alarm/901/police/1/${joan.id}`]: sent } };
  expect(due(story, told).nextDueAt).toBe(deadline(story));
});

describe("how urgent it is", () => {
  it("is that of what is owed, and of whoever is out their clock's", () => {
    const asked = requested();
    expect(due(asked, { marks: {}, cards: {} }).urgency).toBe(Math.min(...asked.told.map(({ urgency }) => urgency)));
    expect([due(approved()).urgency, due(out()).urgency]).toEqual([urgencies.rest, urgencies.alarm]);
    const discreet = inside().press(priya, "checkIn", {}, { covert: true });
    expect(due(discreet, marked(settled(discreet), "alarm/901/", undefined)).urgency).toBe(urgencies.covert);
  });

  it("S4: is that of a discreet call where it comes round next, and an ordinary one where anything else falls due before", () => {
    const calls = (time: string) => inside().until(time).press(priya, "checkIn", {}, { covert: true });
    expect(due(calls("14:20"))).toEqual({ nextDueAt: calls("14:20").now + 2 * minute, urgency: urgencies.covert });
    expect(due(calls("14:59"))).toEqual({ nextDueAt: calls("14:59").now + minute, urgency: urgencies.alarm });
    expect(due(calls("14:58"))).toMatchObject({ urgency: urgencies.covert });
  });

  it("S12: is an alarm's where those are out who were sent to the address, or an alarm is open, though the visitors are back", () => {
    const story = inside().until("15:00");
    const who = `${grace.id},${samuel.id}`;
    story.press(ann, "recordDecision", { decision: "goThere", why: "No word", who });
    for (const one of [priya, tom]) story.press(one, "signIn");
    expect([story.is.phase, due(story).urgency]).toEqual(["back", urgencies.alarm]);
    for (const one of [grace, samuel]) story.press(one, "signIn");
    expect(due(story).urgency).toBe(urgencies.alarm);
    story.press(helen, "standDown", { why: "All are here" }).quiet();
    expect([story.is.alarms.every(({ ended }) => ended), due(story).urgency]).toEqual([true, urgencies.rest]);
  });

  it("S1: is an alarm's while it is asked where somebody is", () => {
    const story = approved().until("14:05");
    expect([story.is.phase, due(story).urgency]).toEqual(["ready", urgencies.alarm]);
    const alone = approved().until("13:30").press(priya, "signOut", leaving).until("13:40").press(priya, "signIn");
    expect([alone.is.phase, due(alone).urgency]).toEqual(["back", urgencies.alarm]);
  });

  it("S4: right after a write is covert for as long as a discreet call is open", () => {
    const at = (story: Story) => urgencyAt(storedOf(story, settled(story)), sceneOf(story));
    const discreet = inside().press(priya, "checkIn", {}, { covert: true });
    expect([at(inside()), at(called()), at(discreet)]).toEqual([1, 1, 0]);
    discreet.press(joan, "standDown", { why: "Heard her voice", spoken: priya.id }, { no: 901 });
    expect([at(discreet), at(approved())]).toEqual([urgencies.alarm, urgencies.rest]);
  });
});
