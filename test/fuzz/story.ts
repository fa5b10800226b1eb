import { inputsOn, verbsOn } from "../channel/card";
import type { School } from "../scenarios/school";

/** What Teams really sent while one visit was told, and what could be typed into its cards: all that the mutations are made of. */
export type Recorded = {
  activities: readonly object[];
  verbs: readonly string[];
  /** Ids of inputs, with what may be chosen there. */
  inputs: ReadonlyMap<string, readonly string[]>;
  people: readonly { id: string; name: string }[];
};

/** Two are out and late; the office has rung and nobody answers. It stays like that. */
export async function record(school: School): Promise<Recorded> {
  await school.sendsOut();
  await school.arrives();
  await school.priya.presses("arrive", { adult: "yes" });
  await school.tom.presses("checkIn", { note: "All well" });
  await school.priya.says("running 15 minutes late");
  await school.ann.says("who is out");
  await school.helen.says("my visits");
  await school.until("11:20");
  await school.ann.presses("acknowledge");
  await school.ann.presses("recordCall", { outcome: "noAnswer" });
  await school.settles();
  return {
    activities: [...school.channel.sent],
    verbs: [...new Set(cardsOf(school).flatMap(verbsOn))],
    inputs: inputsOf(school),
    people: school.people.map(({ person }) => person),
  };
}

const cardsOf = (school: School) =>
  Object.values(school.places).flatMap(({ posts }) => posts.flatMap(({ card }) => (card ? [card] : [])));

function inputsOf(school: School): Map<string, string[]> {
  const inputs = new Map<string, string[]>();
  for (const input of cardsOf(school).flatMap(inputsOn)) {
    const choices = (input.choices ?? []) as { value: string }[];
    inputs.set(String(input.id), [...(inputs.get(String(input.id)) ?? []), ...choices.map(({ value }) => value)]);
  }
  return inputs;
}
