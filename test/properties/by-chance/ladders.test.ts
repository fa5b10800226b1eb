import fc from "fast-check";
import type { Cause, Ladder } from "../../../policies/policy";
import { openAlarms } from "../../../visits/people";
import { ann, cast, priya } from "../../people";
import { aspire } from "../../visits/aspire";
import { inside, type Story } from "../../visits/story";
import { ladderOver } from "./any-ladder";
import { holds } from "./runs";

/** Any ladder that a pack may have: nobody answers, nothing can be delivered, everybody is away. */

const legal = ladderOver({ roles: ["office", "principal", "slt", "dsl"], channels: ["office", "slt"] });
const ladders = fc.oneof({ weight: 1, arbitrary: fc.constant(aspire.ladder.value) }, { weight: 9, arbitrary: legal });

/** Inside, and not back by three. */
const silent = (ladder: Ladder): Story => {
  const story = inside();
  story.policy = { ...aspire, ladder: { ...aspire.ladder, value: ladder } };
  return story;
};
const alarmOf = (story: Story) => openAlarms(story.is).find(({ cause }) => cause === "notBack");

/** The steps that lateness alone leads through. */
function climb({ start, steps }: Ladder, cause: Cause): string[] {
  const way: string[] = [start[cause]];
  for (let next = steps[start[cause]]?.late; next && next !== "again"; next = steps[next]?.late) way.push(next);
  return way;
}
const peopleTold = (story: Story, no: number) =>
  story.told.flatMap(({ alarm, to, id }) => (alarm === no && "person" in to ? [id] : []));

describe("S2: on any ladder that a policy may have", () => {
  it("an alarm that nobody answers reaches a person, climbs step by step, and comes round for ever without an end", () => {
    holds(ladders, 25, (ladder) => {
      const way = climb(ladder, "notBack");
      const story = silent(ladder).until("15:01");
      for (let hour = 0; hour < 5; hour++) story.pushTo(story.now + 3_600_000);
      const alarm = alarmOf(story);
      expect(alarm?.reached.map(({ step }) => step)).toEqual(way);
      const before = peopleTold(story, alarm?.no ?? 0);
      expect(before).not.toEqual([]);
      story.pushTo(story.now + 3_600_000);
      expect(peopleTold(story, alarm?.no ?? 0).filter((id) => !before.includes(id))).not.toEqual([]);
    });
  });

  it.each(["unreachable", "undelivered"] as const)(
    "what is %s goes the same way at once, to its last step and no further",
    (why) => {
      holds(ladders, 25, (ladder) => {
        const story = silent(ladder);
        const steps = Object.keys(ladder.steps);
        story.failed = [1, 2, 3, 4].flatMap((alarm) => steps.map((step) => ({ alarm, step, why })));
        story.until("15:02");
        expect(alarmOf(story)?.reached.map(({ step }) => step)).toEqual(climb(ladder, "notBack"));
        const events = story.events.length;
        story.pushTo(story.now + 60_000);
        expect(story.events.length - events).toBeLessThan(10);
      });
    },
  );

  it("an alarm stays open though everybody is away, and reaches whoever comes back", () => {
    holds(ladders, 25, (ladder) => {
      const story = silent(ladder);
      story.away = cast.map(({ id }) => id);
      story.until("20:01");
      expect(alarmOf(story)?.step).toBe(climb(ladder, "notBack").at(-1));
      story.away = [];
      expect(peopleTold(story, alarmOf(story)?.no ?? 0)).not.toEqual([]);
    });
  });

  it("an outcome ends it at whatever step", () => {
    holds(fc.tuple(ladders, fc.integer({ min: 71, max: 400 })), 25, ([ladder, after]) => {
      const story = silent(ladder);
      story.pushTo(story.now + after * 60_000);
      for (const { no } of openAlarms(story.is))
        story.press(ann, "recordCall", { outcome: "ok", about: Object.keys(story.is.outings).join(",") }, { no });
      story.press(ann, "seenBack", { who: priya.id });
      expect(openAlarms(story.is).filter(({ about }) => about[priya.id])).toEqual([]);
    });
  });
});
