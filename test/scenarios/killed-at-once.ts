import { patience } from "../patience";
import { Town } from "../program/grounds";
import { comesTo, inPeace, type Telling, tell } from "./killed";
import { School } from "./school";
import { type KeptSchool, keepAside } from "./shelf";
import { type Step, wholeStory } from "./whole-story";

/** One school up to the kill: what goes before it, and what has just begun by then. */
type Scene = {
  school: School;
  comes(): Promise<unknown>;
  begins?(): Promise<unknown>;
  /** So long nothing runs, by its own clock. */
  down?: string;
};
/** The scene of a step of the story. */
type SceneOfStep = Scene & { step: Step };

/** What was heard of each step in which the program was killed, and of the one after it. */
export type Tellings = { step: Telling; next: Telling };

/** A process for as many schools as it is killed in steps of the story, each come as far as one of them, and one school that waits. */
export class KilledAtOnce {
  private constructor(
    /** What is heard where nothing is killed. */
    readonly calm: Telling,
    private readonly town: Town,
    private readonly scenes: readonly SceneOfStep[],
    readonly waiting: School,
  ) {}

  /** The story is told once in peace. What was kept before each of those steps is where a school goes on from. */
  static async open(killedIn: readonly string[]): Promise<KilledAtOnce> {
    const kept = new Map<string, KeptSchool>();
    const calm = await tell(inPeace, async (school, { name }) => void kept.set(name, await keepAside(school)));
    const town = await Town.open();
    const comesTo = (step: string): Promise<School> => School.goesOn(kept.get(step) as KeptSchool, { town });
    const scenes = await Promise.all(killedIn.map(async (name, no) => sceneOf(await comesTo(name), name, no)));
    return new KilledAtOnce(calm, town, scenes, await comesTo("the check-in"));
  }

  async close(): Promise<void> {
    await this.town.kill();
    await Promise.all([this.waiting, ...this.scenes.map(({ school }) => school)].map((school) => school.close()));
  }

  /** Kills it once. For the school that waits, seven minutes go by until it runs again. */
  async tell(): Promise<Tellings & { waiting: string[] }> {
    const { waiting: school, scenes } = this;
    const waits = { school, comes: () => school.until("10:09"), down: "PT7M" };
    const all = [waits, ...scenes];
    await Promise.all(all.map((scene) => scene.comes()));
    const [waiting = [], ...heard] = await this.killedDuring(all);
    const step = Object.fromEntries(scenes.map(({ step: { name } }, no) => [name, heard[no] ?? []]));
    return { step, next: await goOn(scenes), waiting };
  }

  /** What is heard in each from the moment that it begins until all that is owed has gone out. */
  private async killedDuring(scenes: readonly Scene[]): Promise<string[][]> {
    const again = Promise.withResolvers<void>();
    const ready = scenes.map(() => Promise.withResolvers<void>());
    const heard = scenes.map(({ school, begins }, no) =>
      school.hears(async () => {
        await begins?.();
        ready[no]?.resolve();
        await again.promise;
      }),
    );
    await Promise.race([Promise.all(ready.map(({ promise }) => promise)), Promise.all(heard)]);
    await this.killAndStart(scenes);
    again.resolve();
    return Promise.all(heard);
  }

  private async killAndStart(scenes: readonly Scene[]): Promise<void> {
    await this.town.kill();
    for (const { school, down } of scenes) {
      school.channel.heals();
      if (down) school.program.oversleeps(down);
    }
    await Promise.all(scenes.map(({ school }) => school.program.startBesideOthers()));
  }
}

function sceneOf(school: School, name: string, no: number): SceneOfStep {
  const step = stepCalled(name);
  return { school, step, comes: () => comesTo(school, step), begins: () => beginsToSend(school, step, no) };
}

function stepCalled(name: string): Step {
  const step = wholeStory.find((one) => one.name === name);
  if (!step) throw new Error(`${name} is no step of the story.`);
  return step;
}

/** Every other time the channel has taken the message already. */
async function beginsToSend(school: School, step: Step, no: number): Promise<void> {
  const { held } = school.channel;
  school.channel.fails(no % 2 === 0 ? "mute" : "hang");
  const happening = step.happens(school).catch(() => undefined);
  // A press is answered before anything is sent, the clock only after that. It is waited for: one that has no answer at the kill was never taken.
  await Promise.race([happening, school.channel.holds(held, patience)]);
  await school.channel.holds(held);
}

/** What follows is looked at too: it stands on what the kill has left. */
async function goOn(scenes: readonly SceneOfStep[]): Promise<Telling> {
  const told = scenes.flatMap(({ school, step }) => {
    const next = wholeStory[wholeStory.indexOf(step) + 1];
    return next ? [tellOf(school, next)] : [];
  });
  return Object.fromEntries(await Promise.all(told));
}

async function tellOf(school: School, step: Step): Promise<readonly [string, string[]]> {
  await comesTo(school, step);
  return [step.name, await school.hears(() => step.happens(school))];
}
