import { setTimeout as sleep } from "node:timers/promises";
import { School } from "./school";
import { type Step, wholeStory } from "./whole-story";

/** A step of the story, as it goes in this telling. */
type Happens = (school: School, step: Step) => Promise<unknown>;
/** What was heard at each step: `ann: ALARM 2 …`. */
export type Telling = Record<string, string[]>;

export const steps: readonly string[] = wholeStory.map(({ name }) => name);

/** The moment before it. */
export async function comesTo(school: School, { at, before }: Step): Promise<void> {
  await school.until(at);
  await before?.(school);
}

/** `between`: before each step comes. */
export async function tell(happens: Happens, between: Happens = async () => undefined): Promise<Telling> {
  const school = await School.open({ ownProcess: happens !== inPeace });
  const telling: Telling = {};
  try {
    for (const step of wholeStory) {
      await between(school, step);
      await comesTo(school, step);
      telling[step.name] = await school.hears(() => happens(school, step));
    }
    return telling;
  } finally {
    await school.close();
  }
}

export const inPeace: Happens = (school, step) => step.happens(school);

export const killedAfter: Happens = async (school, step) => {
  await step.happens(school);
  await school.program.killAndStart();
};

/** Somewhere on the way; what got no answer is pressed again, as anybody would. */
export const killedAnywhere: Happens = async (school, step) => {
  const happening = step.happens(school).then(
    () => true,
    () => false,
  );
  await sleep(Math.random() * 80);
  await school.program.killAndStart();
  if (!(await happening)) await step.happens(school);
};

const mark = / \(([^()]*)\)$/;
const again = /repeat of alarm \d+|sent again/;
const unmarked = (line: string): string =>
  line.replace(mark, (all, words: string) => (/ late$/.test(words) || again.test(words) ? "" : all));
const isRepeat = (line: string): boolean => again.test(mark.exec(line)?.[1] ?? "");

/** Everything arrives, nothing else does, and of what arrives twice all but one say so. */
export function expectNothingLost(heard: readonly string[] = [], inPeace: readonly string[] = []): void {
  expect([...new Set(heard.map(unmarked))].sort()).toEqual([...inPeace].sort());
  const unsaid = heard.filter((line) => !isRepeat(line));
  expect(unsaid).toEqual([...new Set(unsaid)]);
}
