import type { Person, Roster } from "../../schools/school";
import { firstOfEach, lastOfEach } from "../../visits/notice";
import { wanted } from "../../visits/wanted";
import { roster } from "../people";
import { inside } from "./story";

/** A school at which this many more of the leadership hear of an alarm, and how often any of them was looked at. */
function leadershipOf(many: number): { roster: Roster; looks: () => number } {
  let looks = 0;
  const looked = (person: Person): Person =>
    new Proxy(person, {
      get(whole, key) {
        looks += 1;
        return Reflect.get(whole, key);
      },
    });
  const leader = (_: unknown, i: number): Person =>
    looked({ id: `slt-${i}`, name: `Leader ${i}`, schools: [roster.school.id], roles: ["slt"], checks: {} });
  return {
    roster: { ...roster, people: [...roster.people, ...Array.from({ length: many }, leader)] },
    looks: () => looks,
  };
}

/** Looks at people while it is worked out who is told of an alarm that has come to the top, and how many are. */
function costOf(many: number): { told: number; looks: number } {
  const { roster, looks } = leadershipOf(many);
  const story = inside();
  story.roster = roster;
  story.until("18:00");
  const { policy, now } = story;
  const before = looks();
  const told = wanted(story.is, { policy, roster, away: [], now }).filter(({ say }) => say.key === "alarm").length;
  return { told, looks: looks() - before };
}

describe("an alarm that many are told of", () => {
  it("takes as many looks at each of them as at each of a few", () => {
    const [few, many] = [costOf(20), costOf(200)];
    expect(many.told - few.told).toBeGreaterThanOrEqual(180);
    expect(many.looks).toBeLessThanOrEqual(10 * few.looks);
  });

  it.each([
    ["first", firstOfEach, [0, 1, 3]],
    ["last", lastOfEach, [2, 4, 5]],
  ] as const)(
    "tells each once, the %s time that they come up, and asks once of each who it is",
    (_, ofEach, places) => {
      const asked: string[] = [];
      const all = ["ann", "tom", "ann", "joan", "tom", "joan"].map((who, place) => ({ who, place }));
      const left = ofEach(all, ({ who }) => {
        asked.push(who);
        return who;
      });
      expect(left.map(({ place }) => place)).toEqual(places);
      expect(asked).toHaveLength(all.length);
    },
  );
});
