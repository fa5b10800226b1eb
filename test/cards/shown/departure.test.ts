import { drawCard } from "../../../cards/draw";
import type { Line } from "../../../policies/policy";
import type { Person } from "../../../schools/school";
import { schools } from "../../visits/departing";
import type { Story } from "../../visits/story";
import { nodesOf } from "../tree";

const textsOn = (story: Story, viewer: Person): string[] =>
  nodesOf(drawCard({ card: "visit" }, story.seen(viewer))).flatMap(({ text }) =>
    typeof text === "string" ? [text] : [],
  );

describe.each(schools)("before anybody leaves at %s", (_, ready, ...visitors) => {
  const due = ready().until("13:30");
  const shown = new Map<Person, string>();
  /** The card is the same for every line of it. */
  const cardOf = (viewer: Person): string => {
    const text = shown.get(viewer) ?? textsOn(due, viewer).join("\n");
    shown.set(viewer, text);
    return text;
  };
  const named = due.policy.departure.value.map((line): [string, string, Line] => [
    line.text,
    line.clauses.join(", "),
    line,
  ]);

  it.each(named)("each of them reads “%s”, and confirms it (%s)", (_text, _clauses, line) => {
    for (const viewer of visitors) {
      const story = due.branch();
      expect(story.is.phase).toBe("ready");
      expect(cardOf(viewer)).toContain(line.text);
      expect(story.press(viewer, "signOut", { vehicle: "On foot" }).refusal?.refused).toBe("checklist");
      expect(story.is.outings[viewer.id]).toBeUndefined();
    }
  });
});
