import { openAlarms } from "../../../visits/people";
import { packs, rightsAt } from "./states";

/** S2: the ladder of each school, with nobody answering. */

const causes = { late: ["noContact", "notBack"], help: ["emergency"], covert: ["covert"] } as const;

describe.each(packs)("S2: at %s", (pack) => {
  const school = rightsAt(pack);
  const steps = school.policy.ladder.value.steps;

  it.each(["late", "help", "covert"] as const)(
    "an alarm (%s) that nobody answers tells people at every step, comes to the last, and still ends by somebody",
    (state) => {
      const story = school.in(state);
      story.pushTo(story.now + 3 * 3_600_000);
      const alarm = openAlarms(story.is).find(({ cause }) => (causes[state] as readonly string[]).includes(cause));
      const last = alarm && steps[alarm.step];
      expect(last?.late).toBe("again");
      const told = (step: string) => (steps[step]?.tell ?? []).length + (steps[step]?.channels ?? []).length;
      expect(alarm?.reached.filter(({ step }) => told(step) === 0)).toEqual([]);
      const people = story.told.flatMap(({ to, alarm: no }) => (no === alarm?.no && "person" in to ? [to.person] : []));
      expect(people.length).toBeGreaterThan(0);
      const about = Object.keys(alarm?.about ?? {}).join(",");
      for (const who of school.roster.people)
        story.press(who, "standDown", { why: "Seen at school", spoken: about }, { no: alarm?.no });
      expect(story.is.alarms.find(({ no }) => no === alarm?.no)?.ended).toBeDefined();
    },
  );
});
