import { localDate } from "../../schools/hours";
import { dutiesAt } from "../../schools/roster";
import type { At } from "../../schools/school";
import { steadyUntil } from "../../visits/steady-until";
import { tick } from "../../visits/tick";
import { wanted } from "../../visits/wanted";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { packs, rightsAt } from "../visits/rights/states";
import { begin, inside, out, request, requested, type Story } from "../visits/story";

const day = 86_400_000;
/** Alarms come round again all night: so many times of one state are enough. */
const most = 16;

/** What the clock makes of the story's present state at that moment. */
function madeOf({ is, policy, roster, away, failed }: Story, now: At) {
  const facts = { policy, roster, away, now };
  return { calledFor: JSON.stringify(wanted(is, facts)), quiet: tick(is, { ...facts, failed }).length === 0 };
}

/** One state for some days, from one moment that is named to the next: where something is otherwise at the end of such a time than at its beginning. */
function changed(story: Story, days = 3): string[] {
  const { timezone } = story.roster.school;
  const found: string[] = [];
  const end = story.now + days * day;
  const alike = (at: At) => `${localDate(at, timezone)} ${dutiesAt(story.roster.school, at)}`;
  for (let from = story.now, n = 0; from < end && n < most; n++) {
    const until = Math.min(steadyUntil(story.is, story, from), from + day / 4);
    const [first, last] = [madeOf(story, from), madeOf(story, until - 1)];
    const same = first.calledFor === last.calledFor && first.quiet === last.quiet;
    if (!same && alike(from) === alike(until - 1)) found.push(`${new Date(from).toISOString()} to ${until - from}`);
    from = until;
  }
  return found;
}

describe.each(packs)(
  "what a visit at %s calls for, and what happens by itself, changes at the moments named alone",
  (pack) => {
    const school = rightsAt(pack);
    it.each(school.states.filter((state) => state !== "none"))("%s", (state) => {
      expect(changed(school.in(state))).toEqual([]);
    });
  },
);

const concern = { worry: "Bruises", note: "" };
it.each<[string, () => Story]>([
  ["a request with a colleague sent after somebody who has not signed out", () => requested().press(ann, "cancel")],
  ["an alarm that has ended, with somebody still out", () => ended()],
  ["everybody is back after an alarm", () => ended().until("14:40").press(priya, "signIn").press(tom, "signIn")],
  ["an alarm that comes round again", () => out().until("18:30")],
  ["a request for another day, and a warning that is looked at before it", () => warned()],
  ["a child about whom they worry", () => inside().press(priya, "reportChild", concern)],
  ["a discreet call, and an open one that is over", () => covertAndOver()],
])("the clock changes what a visit calls for at the moments named alone: %s", (_what, tell) => {
  expect(changed(tell())).toEqual([]);
});

const warning = { warningText: "A dog in the yard", warningReview: "2026-11-25" };
const warned = () =>
  begin()
    .press(priya, "requestVisit", { ...request, date: "2026-12-09" })
    .press(joan, "writeWarning", warning);
const over = { why: "Seen", spoken: `${priya.id},${tom.id}` };
const called = () => inside().until("14:20").press(priya, "askForHelp");
const ended = () => called().press(helen, "standDown", over, { no: 2 });
const covertAndOver = () =>
  called().press(tom, "checkIn", {}, { covert: true }).press(samuel, "standDown", over, { no: 2 });
