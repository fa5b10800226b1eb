import type { Line } from "../../policies/policy";
import { recordParts } from "../../visits/record/text";
import { priya } from "../people";
import { schools } from "./departing";
import type { Story } from "./story";

const confirmedIn = (story: Story): string =>
  recordParts(story.is, story.facts(priya)).find(({ id }) => id === "ready")?.text ?? "";

describe.each(schools)("before anybody leaves at %s", (_, ready, ...visitors) => {
  const due = ready().until("13:30");
  const lines = due.policy.departure.value;
  const named = lines.map((line): [string, string, Line] => [line.text, line.clauses.join(", "), line]);

  it.each(named)("keeps “%s” with who confirmed it (%s)", (_text, _clauses, line) => {
    const [first, second] = visitors;
    const story = due.branch();
    for (const { no } of story.is.tasks) story.press(first, "completeTask", { note: "By phone" }, { no });
    story.press(first, "signOut", { allTrue: "true", vehicle: "On foot" });
    expect(story.is.outings[first.id]).toBeDefined();
    story.press(second, "reportOut");
    const [said = "", ...rest] = confirmedIn(story).split("\n");
    expect(said).toContain(first.name);
    expect(said).not.toContain(second.name);
    expect(rest).toContain(`- ${line.text}`);
    expect(rest.at(-1)).toMatch(new RegExp(`^${second.name}: not confirmed`));
  });
});
