import { drawCard } from "../../../cards/draw";
import type { Line } from "../../../policies/policy";
import type { Person } from "../../../schools/school";
import { schools } from "../../visits/departing";
import type { Story } from "../../visits/story";
import { inputsOf, nodesOf } from "../tree";

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

it.each([
  ["Aspire", "worn so that it can be seen, not round your neck; show it when you arrive", "AET-49, AET-50, AET-A-84"],
  ["Hexthorpe", "worn so that it can be seen", "HEX-42"],
  ["Bemrose", "not worn round your neck", "BEM-68"],
  ["Thomas More", "show it when you arrive", "TMC-24"],
])("who signs out at %s reads how the identity card is worn and shown: %s (%s)", (name, says) => {
  const [, ready, first] = schools.find(([one]) => one === name) ?? [];
  const story = ready?.().until("13:30");
  const labels = story && first ? inputsOf(drawCard({ card: "visit" }, story.seen(first))) : [];
  expect(labels.find(({ id }) => id === "idCard")?.label).toBe(`Identity card (its number, if it has one); ${says}`);
});

it("no card is shown again where the family knows them already (AET-49)", () => {
  const [, ready, first] = schools[0] ?? [];
  const story = ready?.().until("13:30");
  if (!story?.visit || !first) throw new Error("There is no visit.");
  story.visit = { ...story.visit, plan: { ...story.visit.plan, firstVisit: false } };
  expect(story.seen(first).forms.identity).toEqual({ worn: "visibleNotRoundNeck", shown: false });
});
