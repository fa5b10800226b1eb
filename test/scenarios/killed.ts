import { setTimeout as sleep } from "node:timers/promises";
import { School } from "./school";
import { type Step, wholeStory } from "./whole-story";

/** A step of the story, as it goes in this telling. */
export type Happens = (school: School, step: Step, no: number) => Promise<unknown>;
/** What was heard at each step: `ann: ALARM 2 …`. */
export type Telling = Record<string, string[]>;

export const steps: readonly string[] = wholeStory.map(({ name }) => name);

export async function tell(happens: Happens): Promise<Telling> {
  const school = await School.open({ ownProcess: happens !== inPeace });
  const telling: Telling = {};
  try {
    for (const [no, step] of wholeStory.entries()) {
      await school.until(step.at);
      await step.before?.(school);
      telling[step.name] = await school.hears(() => happens(school, step, no));
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

/** Every other time the channel had taken the message already. */
export const killedWhileSending: Happens = async (school, step, no) => {
  const { held } = school.channel;
  school.channel.fails(no % 2 === 0 ? "mute" : "hang");
  const happening = step.happens(school);
  // A press is answered before anything is sent, the clock only after that.
  const answered = Promise.race([happening, sleep(1_500)]);
  happening.catch(() => undefined);
  await answered;
  await school.channel.holds(held);
  await school.program.kill();
  school.channel.heals();
  await school.program.start();
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
