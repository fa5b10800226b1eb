import type { Person } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import { replay } from "../../visits/evolve";
import { openAlarms } from "../../visits/people";
import { roundOf } from "../../visits/rounds";
import { packs, rightsAt } from "../visits/rights/states";
import type { Story } from "../visits/story";

/** However often anybody presses while an alarm is open, the state of a visit stays short, and the alarm is what it was (ADR 32). */

const minute = 60_000;
const presses = 700;
/** In characters of the state, with what people type in a hurry. */
const most = 64_000;

const typed = (i: number) => ({ note: `No answer yet (${i})` });
type Way = readonly [Verb, (i: number) => Input];
const ofVisitors: readonly Way[] = [
  ["checkIn", (i: number) => typed(i)],
  ["askForHelp", () => ({})],
  ["askForHelp", () => ({ kind: "violence", rang: "true" })],
  ["changePlan", () => ({ more: "15" })],
  ["nextStop", (i: number) => ({ address: `${i} Mill Lane` })],
  ["noOneHome", () => ({})],
  ["reportChild", (i: number) => ({ what: "concern", ...typed(i) })],
  ["report", (i: number) => ({ reportKind: "concern", reportWhat: `Seen ${i}` })],
];
const ofSchool: readonly Way[] = [
  ["acknowledge", () => ({})],
  ["recordCall", (i: number) => ({ outcome: i % 2 ? "noAnswer" : "concern", ...typed(i) })],
  ["recordDecision", (i: number) => ({ decision: "keepTrying", why: `Again (${i})` })],
  ["takeWatch", () => ({})],
  ["phonedIn", (i: number) => ({ what: "runningLate", ...typed(i) })],
  ["writeWarning", (i: number) => ({ warningText: `A dog (${i})`, warningReview: "2026-12-20" })],
];

/** Everybody in turn, a minute after one another: whoever has no right to it is refused. */
function pressed(story: Story, visitors: readonly Person[]): Story {
  const at = story.roster.people.filter(({ id }) => !visitors.some((one) => one.id === id));
  for (let i = 0; i < presses; i++) {
    const [who, own] = i % 2 ? [at[i % at.length], ofSchool] : [visitors[i % 4 === 0 ? 0 : 1], ofVisitors];
    const [verb, input] = own[Math.floor(i / 2) % own.length] as Way;
    const no = story.is.alarms[i % story.is.alarms.length]?.no;
    story.press(who as Person, verb, { ...input(i), who: visitors[0]?.id ?? "" }, no === undefined ? {} : { no });
    story.now += minute;
    if (i % 20 === 0) story.quiet();
  }
  return story;
}

/** The steps that open alarms have come to, and in which round of theirs they are. */
const rounds = ({ is, policy, now }: Story) =>
  openAlarms(is).map((alarm) => [alarm.no, alarm.step, roundOf(alarm, policy, now).no]);

describe.each(packs)("at %s", (pack) => {
  const school = rightsAt(pack);
  const visitors = [school.lead, school.companion];

  it(`keeps a visit below ${most} characters through ${presses} presses, and its alarm climbs and ends`, () => {
    const story = school.in("out").branch().press(school.lead, "askForHelp");
    pressed(story, visitors);
    expect(JSON.stringify(story.is).length).toBeLessThan(most);
    expect(replay(story.events)).toEqual(story.is);
    const open = openAlarms(story.is).map(({ no }) => no);
    expect(open.length).toBeGreaterThan(0);
    const before = rounds(story);
    story.pushTo(story.now + 60 * minute);
    expect(rounds(story)).not.toEqual(before);
    const why = { why: "Both are back and well", spoken: visitors.map(({ id }) => id).join(",") };
    for (const no of open) for (const person of story.roster.people) story.press(person, "standDown", why, { no });
    expect(openAlarms(story.is).filter(({ no }) => open.includes(no))).toEqual([]);
  });
});
