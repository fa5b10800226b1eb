import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Given, Ladder, Policy } from "../../../policies/policy";
import type { Person } from "../../../schools/school";
import type { Input } from "../../../visits/command";
import { nextDeadline } from "../../../visits/deadlines";
import { replay } from "../../../visits/evolve";
import { allOut, openAlarms, visitorsOut } from "../../../visits/people";
import { cast } from "../../people";
import { packNames, pairs } from "../../simulation/schools";
import { Played } from "../../visits/played";
import { ladderOver } from "./any-ladder";
import { stranger } from "./people";
import { holds } from "./runs";
import { isPress, type Moment, type Press, playOn, press, push, type Turn } from "./tale";

/** Every pack that there is, and packs that nobody has written: with other times, other silences and another ladder. */

const minutes = fc.integer({ min: 1, max: 180 });
const silent = fc.option(minutes);
/** What may be said otherwise, or not at all. */
const times = fc.record(
  {
    ...{ hold: minutes, attendWithin: minutes, nudgeBefore: minutes, coverWarning: minutes, lateToLeave: minutes },
    ...{ overdueAfter: fc.nat(30), callAfter: silent, checkInEvery: silent, pingAfter: silent },
    ...{ waitOutside: silent, arrivalCallAfter: silent, lengthLimit: silent },
  },
  { requiredKeys: [] },
);

const withTimes = (policy: Policy, changed: object): Policy => ({
  ...policy,
  ...Object.fromEntries(
    Object.entries(changed).map(([key, value]) => [key, { ...(policy[key as keyof Policy] as Given<unknown>), value }]),
  ),
});

/** The generators of presses know the standing cast: here they are the people of another school, one for one. */
function peopledBy(people: readonly Person[]) {
  const standIn = ({ id }: Person): Person | undefined => {
    const no = cast.findIndex((one) => one.id === id);
    return no < 0 ? undefined : people[no % people.length];
  };
  const renamed = (input: Input): Input =>
    Object.fromEntries(
      Object.entries(input).map(([key, text]) => [
        key,
        cast.reduce((left, one) => left.replaceAll(one.id, standIn(one)?.id ?? one.id), text),
      ]),
    );
  return (turn: Turn): Turn => {
    if (!isPress(turn)) return turn;
    const { plan, other, approval } = turn.inputs;
    const inputs = { plan: renamed(plan), other: renamed(other), approval: renamed(approval) };
    return { ...turn, who: standIn(turn.who) ?? stranger, inputs } satisfies Press;
  };
}

const turns = fc.array(
  fc.oneof({ weight: 3, arbitrary: press }, { weight: 1, arbitrary: push }) as fc.Arbitrary<Turn>,
  {
    maxLength: 25,
    size: "max",
  },
);

/** What is wrong at one moment of any story, on any policy. */
function wrongAt({ story, after, command, refusal }: Moment): unknown[] {
  const known = new Set(story.roster.people.map(({ id }) => id));
  const next = after && nextDeadline(after, story.policy, story.roster, story.now);
  const watched = after && (allOut(after).length > 0 || openAlarms(after).length > 0);
  return [
    refusal && refusal.say.trim().length < 5 && ["a refusal without a sentence", refusal],
    after && (after.phase === "out") !== visitorsOut(after).length > 0 && ["out without anybody", after.phase],
    after && Object.keys(after.outings).some((id) => !known.has(id)) && ["a stranger is out", after.outings],
    after && next !== undefined && next <= story.now && ["a deadline that is no time ahead", next],
    !command && watched && next === undefined && ["somebody is out or alarmed, and nothing looks again", after.phase],
  ].filter(Boolean);
}

/** An `expect` at each of thousands of moments would take longer than the story. */
function fails(wrong: readonly unknown[]): void {
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
}

describe.each(packNames)("on the policy %s, as it is and as it might be", (pack) => {
  const school = new Played(pack);
  const [lead, companion] = pairs[pack];
  const { people, school: at } = school.roster;
  const roles = [...new Set(Object.values(school.policy.ladder.value.steps).flatMap(({ tell }) => tell))];
  const ladders = ladderOver({ roles, channels: Object.keys(at.channels) });
  const changes = fc.option(fc.record({ times, ladder: ladders }));
  const policyOf = (change: { times: object; ladder: Ladder } | null): Policy =>
    change === null
      ? school.policy
      : {
          ...withTimes(school.policy, change.times),
          ladder: { ...school.policy.ladder, value: change.ladder },
        };

  it("S1, S2: whatever is pressed is answered, and leaves a legal visit that somebody looks after", () => {
    holds(fc.tuple(changes, turns, fc.boolean()), 6, ([change, told, isOut]) => {
      const story = isOut ? school.out(lead, companion) : school.begin();
      story.policy = policyOf(change);
      playOn(story, told.map(peopledBy(people)), (moment) => fails(wrongAt(moment)));
      fails(
        story.visit && !isDeepStrictEqual(replay(story.events), story.visit) ? ["events that replay otherwise"] : [],
      );
    });
  });

  it("S2: an alarm that nobody answers reaches a person whatever the ladder, and again and again", () => {
    holds(changes, 4, (change) => {
      const story = school.out(lead, companion);
      story.policy = policyOf(change);
      for (let hour = 0; hour < 5; hour++) story.pushTo(story.now + 3_600_000);
      const reached = () =>
        story.told.flatMap(({ id, alarm, to }) => (alarm !== undefined && "person" in to ? [id] : []));
      const before = new Set(reached());
      expect(before.size).toBeGreaterThan(0);
      story.pushTo(story.now + 4 * 3_600_000);
      expect(openAlarms(story.is).length).toBeGreaterThan(0);
      expect(reached().filter((id) => !before.has(id))).not.toEqual([]);
    });
  });
});
