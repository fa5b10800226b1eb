import type { At, Person } from "../../schools/school";
import { clockReading } from "../../visits/clock-reading";
import { nextDeadline } from "../../visits/deadlines";
import { priya, tom } from "../people";
import { packs, rightsAt } from "../visits/rights/states";
import { approved, assessed, at, inside, leaving, out, requested, type Story } from "../visits/story";

const minute = 60_000;
const hours = 3;
/** What they see of one state; what the clock reads alike looks alike, as `clock-reading.test.ts` shows of these states too, so it is derived once. */
type Look = { is: Story["is"]; reading: string; shown: readonly string[] };
function look(story: Story, visitors: readonly Person[], last?: Look): Look {
  const { is } = story;
  const reading = clockReading(is, "visitors", story, story.now);
  if (last?.is === is && last.reading === reading) return last;
  return { is, reading, shown: visitors.map((who) => JSON.stringify({ ...story.seen(who), now: 0 })) };
}

const next = ({ is, policy, roster, now }: Story): At | undefined => nextDeadline(is, policy, roster, now);

/**
 * What changes on the visitors' cards though nothing falls due. Looked at every quarter of an hour, and at the last minute before whatever falls due;
 * after it they are drawn anew anyway.
 */
function unseen(story: Story, ...visitors: Person[]): string[] {
  const end = story.now + hours * 60 * minute;
  const changed: string[] = [];
  let due = next(story.quiet()) ?? end;
  for (let before = look(story, visitors); story.now < end; ) {
    if (due <= story.now) due = next(story) ?? end;
    const silent = due > story.now + minute;
    // Nothing happens by itself between two deadlines (`by-chance/anything.test.ts`): there the clock goes on, and nobody need ask.
    if (silent) story.now = Math.min(story.now + 15 * minute, due - minute);
    else story.pushTo(due);
    const after = look(story, visitors, before);
    const differing = visitors.filter((_, i) => silent && before.shown[i] !== after.shown[i]);
    changed.push(...differing.map(({ name }) => `${name} by ${new Date(story.now).toISOString()}`));
    before = after;
  }
  return changed;
}

// An engine draws cards anew when something falls due. A discreet call has rounds of its own, which nobody on the visit may notice.
it.each<[string, () => Story]>([
  ["asked for", () => requested().until("12:00")],
  ["asked for, and one is out", () => assessed().until("12:00").press(priya, "reportOut")],
  ["approved", () => approved().until("12:00")],
  ["one has left", () => approved().until("13:30").press(priya, "signOut", leaving)],
  [
    "one has left early, the other has signed nothing",
    () => approved().until("13:07").press(priya, "signOut", leaving),
  ],
  ["on the way", () => out()],
  ["inside", () => inside()],
  ["no one is home", () => out().until("14:00").press(priya, "noOneHome")],
  ["one has left the home", () => inside().until("14:30").press(priya, "leave")],
  ["one is back", () => inside().until("14:40").press(priya, "leave").until("14:50").press(priya, "signIn")],
  ["unsafe", () => inside().until("14:20").press(priya, "endUnsafe", { why: "A dog" })],
  ["all are back", () => inside().until("14:50").press(priya, "signIn").press(tom, "signIn")],
])("S4: the clock changes visitors' cards only when something falls due: %s", (_state, tell) => {
  expect(unseen(tell(), priya, tom)).toEqual([]);
});

describe.each(packs)("S4: the clock changes the cards of %s's visitors only when something falls due", (pack) => {
  const school = rightsAt(pack);
  it.each(["ready", "out", "help", "back"] as const)("%s", (state) => {
    const story = school.in(state);
    expect(unseen(story.now < at("12:00") ? story.until("12:00") : story, school.lead, school.companion)).toEqual([]);
  });
});
