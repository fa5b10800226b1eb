import { setTimeout as sleep } from "node:timers/promises";
import { School } from "./school";
import { type Step, wholeStory } from "./whole-story";

/** A step of the story, as it goes in this telling. */
type Happens = (school: School, step: Step, no: number) => Promise<unknown>;
/** What was heard at each step: `ann: ALARM 2 …`. */
type Telling = Record<string, string[]>;

async function tell(happens: Happens): Promise<Telling> {
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

/** `CRASHES=200 npm test -- crash`: so often, at moments that nobody has chosen; and right after every step, since a start takes its second. */
const crashes = Number(process.env.CRASHES ?? 0);
const isKilledAfter = ({ vital }: Step): boolean => crashes > 0 || vital === true;

const inPeace: Happens = (school, step) => step.happens(school);

const killedAfter: Happens = async (school, step) => {
  await step.happens(school);
  if (isKilledAfter(step)) await school.program.killAndStart();
};

/** Every other time the channel had taken the message already. */
const killedWhileSending: Happens = async (school, step, no) => {
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
const killedAnywhere: Happens = async (school, step) => {
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
function expectNothingLost(heard: readonly string[], inPeace: readonly string[]): void {
  expect([...new Set(heard.map(unmarked))].sort()).toEqual([...inPeace].sort());
  const unsaid = heard.filter((line) => !isRepeat(line));
  expect(unsaid).toEqual([...new Set(unsaid)]);
}

const names = wholeStory.map(({ name }) => name);
let calm: Telling;

describe("the program is killed", () => {
  let after: Telling;
  let sending: Telling;
  beforeAll(async () => {
    [calm = {}, after = {}, sending = {}] = await Promise.all([inPeace, killedAfter, killedWhileSending].map(tell));
  }, 180_000);

  it.each(wholeStory.filter(isKilledAfter).map(({ name }) => name))("right after %s, and nothing is lost", (name) => {
    expectNothingLost(after[name] ?? [], calm[name] ?? []);
  });

  it.each(names)("while it sends what follows from %s, and what comes again says so", (name) => {
    expectNothingLost(sending[name] ?? [], calm[name] ?? []);
  });
});

describe("the program that was down for seven minutes", () => {
  let school: School;
  let heard: string[];
  beforeAll(async () => {
    school = await School.open({ ownProcess: true });
    await school.sendsOut();
    await school.until("10:09");
    heard = await school.hears(() => school.program.isDownFor("PT7M"), /Please ring|ALARM/);
  });
  afterAll(() => school.close());

  it("says at its start how late it is", () => {
    expect(school.program.output).toMatch(/1 thing fell due while it was down; it is 6 min late\./);
  });

  it("sends what it owes at once, and says there how late that is", () => {
    const toAnn = heard.filter((line) => line.startsWith("ann: "));
    expect(toAnn).toEqual([expect.stringMatching(/Please ring Priya Shah now.*\(6 min late\)$/)]);
  });
});

(crashes > 0 ? it : it.skip)(
  `is killed ${crashes} times on its way, and nothing is lost`,
  async () => {
    for (let done = 0; done < crashes; done += names.length) {
      const heard = await tell(killedAnywhere);
      for (const name of names) expectNothingLost(heard[name] ?? [], calm[name] ?? []);
    }
  },
  crashes * 60_000,
);
