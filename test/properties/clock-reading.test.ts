import type { At, Person, Roster } from "../../schools/school";
import { clockReading, type Side } from "../../visits/clock-reading";
import { signOutOffered } from "../../visits/deadlines";
import type { Viewer } from "../../visits/may-see";
import { isVisitorSide } from "../../visits/seen/who";
import type { Sight } from "../../visits/sight";
import { helen, joan, priya, roster, samuel, tom } from "../people";
import { packs, rightsAt } from "../visits/rights/states";
import { approved, begin, day, inside, leaving, out, request, type Story } from "../visits/story";

const minute = 60_000;
/** Some moments of the next hours, and later ones. */
const ahead = [
  ...Array.from({ length: 24 }, (_, i) => i * (33 * minute + 7_001)),
  ...[2, 9].map((days) => days * 86_400_000),
];
const atOnce = Array.from({ length: 14 }, (_, i) => i * (minute + 1_003));

/** The moment of each turn in the plan, and the last one before it. */
function turning({ is: { plan }, policy, now }: Story): At[] {
  const nudge = plan.back - policy.nudgeBefore.value * minute;
  return [signOutOffered({ plan }), plan.leave, plan.start, nudge]
    .flatMap((at) => [at - 1 - now, at - now])
    .filter((in_) => in_ > 0);
}

/** Moments at which the clock reads as it did at another one, though somebody sees something else than what was seen there. */
function unread(story: Story, viewers: readonly Viewer[], times = ahead): string[] {
  const isOf = (side: Side) => (viewer: Viewer) => isVisitorSide(story.is, viewer) === (side === "visitors");
  const sides = ["visitors", "school"] as const;
  return sides.flatMap((side) => unreadOf(story, side, viewers.filter(isOf(side)), times));
}

function unreadOf(story: Story, side: Side, viewers: readonly Viewer[], times: readonly At[]): string[] {
  const all = times.map((time) => story.now + time);
  const alike = Object.values(Object.groupBy(all, (at) => clockReading(story.is, side, story, at)));
  return alike.flatMap((moments = []) => {
    const [first, ...others] = ends(moments).map((at) => ({ at, sights: seenAt(story, viewers, at) }));
    return first === undefined ? [] : others.flatMap((other) => differing(first, other));
  });
}

/** What changes between them stays so until the last: deriving what everybody sees at each of them takes long. */
const ends = (moments: readonly At[]): readonly At[] =>
  moments.length < 2 ? [] : moments.filter((at) => at === moments[0] || at === moments.at(-1));

type Seen = { at: At; sights: readonly Sight[] };
function seenAt(story: Story, viewers: readonly Viewer[], at: At): Sight[] {
  const then = Object.assign(story.branch(), { now: at });
  return viewers.map((viewer) => then.seen(viewer));
}

function differing(from: Seen, to: Seen): string[] {
  const other = to.sights.find((sight, i) => from.sights[i] === undefined || plain(from.sights[i]) !== plain(sight));
  return other ? [`${nameOf(other)} at ${utc(from.at)} and ${utc(to.at)}`] : [];
}
const plain = (sight: Sight): string => JSON.stringify({ ...sight, now: 0 });

const nameOf = ({ viewer }: Sight) => ("id" in viewer ? viewer.name : viewer.channel);
const utc = (at: At) => new Date(at).toISOString();

/** One of all who have the same roles, those who go, and the channels. */
const viewersOf = ({ people, school }: Roster, ...more: Person[]): Viewer[] => [
  ...new Set([...new Map(people.map((person) => [`${person.roles}`, person])).values(), ...more]),
  ...Object.keys(school.channels).map((channel) => ({ channel })),
];

describe.each(packs)("what %s's people see changes only where the clock reads otherwise", (pack) => {
  const school = rightsAt(pack);
  it.each(school.states.filter((state) => state !== "none"))("%s", (state) => {
    const story = school.in(state);
    const viewers = viewersOf(school.roster, school.lead, school.companion);
    expect(
      unread(
        story,
        viewers,
        [...ahead, ...turning(story)].sort((a, b) => a - b),
      ),
    ).toEqual([]);
  });
});

const help = { kind: "violence" };
const lastDay = (who: Person): Roster => ({
  ...roster,
  people: roster.people.map((one) => (one.id === who.id ? { ...one, until: day } : one)),
});
/** One has left, the other never did. */
const pastTheirLastDay = () =>
  Object.assign(approved(), { roster: lastDay(priya) })
    .until("13:30")
    .press(priya, "signOut", leaving)
    .until("00:20", "2026-11-24");
const at = (school: Partial<Roster["school"]>): Roster => ({ ...roster, school: { ...roster.school, ...school } });
const rota: Roster["school"]["rota"] = [{ role: "slt", who: [samuel.id], days: ["mon"], from: "10:00", to: "11:00" }];
/** Whoever is on duty in a story at its beginning is so no more at the end of what reads alike, save for that. */
const onDuty = { roster: at({ rota }), reachable: new Set<string>() };
const acting = [{ who: samuel.id, role: "principal", from: "2026-11-24", to: "2026-11-25", by: helen.id }];
/** In a few hours the clocks go forward: the day that comes is an hour shorter than what is added to get to the next. */
const beforeTheClocksChange = (story: Story) => Object.assign(story, { now: Date.UTC(2027, 2, 27, 19, 40) });
const tomorrow = { ...request, date: "2026-11-25" };

it.each<[string, () => Story]>([
  ["an alarm that somebody has taken", () => inside().press(tom, "askForHelp", help).press(samuel, "acknowledge")],
  ["an alarm that comes round again", () => out().until("17:30")],
  ["a call for help that comes round again", () => inside().press(tom, "askForHelp", help)],
  ["the return comes near", () => inside().until("14:47")],
  ["a discreet call", () => inside().press(priya, "checkIn", {}, { covert: true })],
  ["a last day", () => Object.assign(inside(), { roster: lastDay(priya) })],
  ["a last day that ended before the visit did", () => pastTheirLastDay().press(priya, "signIn")],
  ["a rota, and nobody in reach", () => Object.assign(approved(), onDuty).until("10:30")],
  [
    "a form that begins with tomorrow, in the night in which the clocks change",
    () => beforeTheClocksChange(approved()),
  ],
  [
    "a form that begins with today, in the night in which the clocks change",
    () => beforeTheClocksChange(rightsAt("aspire").in("off")),
  ],
  [
    "somebody who acts for another",
    () => Object.assign(begin(), { roster: at({ acting }) }).press(priya, "requestVisit", tomorrow),
  ],
])("what people see changes only where the clock reads otherwise: %s", (_what, tell) => {
  const story = tell();
  const viewers = viewersOf(story.roster, priya, tom, helen, joan);
  expect([...unread(story, viewers), ...unread(story, viewers, atOnce)]).toEqual([]);
});

it("what turns for those who go turns nothing for anybody else, and leaving nothing once they have left", () => {
  const story = out();
  const { leave, start } = story.is.plan;
  const turned = (side: Side, at: At) =>
    clockReading(story.is, side, story, at - 1) !== clockReading(story.is, side, story, at);
  expect([turned("visitors", start), turned("school", start)]).toEqual([true, false]);
  expect([turned("visitors", leave), turned("school", leave)]).toEqual([false, false]);
});
