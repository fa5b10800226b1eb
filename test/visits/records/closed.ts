import type { Person } from "../../../schools/school";
import type { Input } from "../../../visits/command";
import { asText, recordParts } from "../../../visits/record/text";
import type { Task } from "../../../visits/visit";
import type { Story } from "../story";

/** Everything that is still to do of one kind, done by whoever may, with these words. */
export function finished(story: Story, kind: Task["kind"], by: Person, input: Input = {}): Story {
  for (const { no, kind: own, done } of story.is.tasks)
    if (own === kind && !done) story.press(by, "completeTask", input, { no });
  if (story.refusal) throw new Error(`${by.name}, ${kind}: ${JSON.stringify(story.refusal)}`);
  return story;
}

/** The text that is filed; the record has to be closed by then. */
export function recordOf(story: Story, reader: Person): string {
  if (story.is.phase !== "closed")
    throw new Error(`It is ${story.is.phase}: ${JSON.stringify([story.refusal, story.is.tasks])}`);
  return asText(recordParts(story.is, story.facts(reader)));
}
