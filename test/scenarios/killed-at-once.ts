import { Town } from "../program/grounds";
import { comesTo, inPeace, steps, type Telling, tell } from "./killed";
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

/** What was heard of the step in which the program was killed, and of the one after it. */
export type Tellings = { step: Telling; next: Telling };

/** A process for as many schools as the story has steps, each come as far as one of them, and one school that waits. */
export class KilledAtOnce {
  private constructor(
    /** What is heard where nothing is killed. */
    readonly calm: Telling,
    private readonly town: Town,
    private readonly schools: readonly School[],
    readonly waiting: School,
  ) {}

  /** The story is told once in peace. What was kept before each of its steps is where a school goes on from. */
  static async open(): Promise<KilledAtOnce> {
    const kept: KeptSchool[] = [];
    const calm = await tell(inPeace, async (school) => void kept.push(await keepAside(school)));
    const town = await Town.open();
    const goesOn = (from: KeptSchool): Promise<School> => School.goesOn(from, { town });
    const schools = await Promise.all(kept.map(goesOn));
    const out = kept[steps.indexOf("the sign-out") + 1] as KeptSchool;
    return new KilledAtOnce(calm, town, schools, await goesOn(out));
  }

  async close(): Promise<void> {
    await this.town.kill();
    await Promise.all([this.waiting, ...this.schools].map((school) => school.close()));
  }

  /** Kills it once. For the school that waits, seven minutes go by until it runs again. */
  async tell(): Promise<Tellings & { waiting: string[] }> {
    const { waiting: school } = this;
    const waits = { school, comes: () => school.until("10:09"), down: "PT7M" };
    const scenes = [waits, ...this.schools.map(sceneOf)];
    await Promise.all(scenes.map((scene) => scene.comes()));
    const [waiting = [], ...heard] = await this.killedDuring(scenes);
    const step = Object.fromEntries(wholeStory.map(({ name }, no) => [name, heard[no] ?? []]));
    return { step, next: await goOn(this.schools), waiting };
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

function sceneOf(school: School, no: number): Scene {
  const step = wholeStory[no] as Step;
  return { school, comes: () => comesTo(school, step), begins: () => beginsToSend(school, step, no) };
}

/** Every other time the channel has taken the message already. */
async function beginsToSend(school: School, step: Step, no: number): Promise<void> {
  const { held } = school.channel;
  school.channel.fails(no % 2 === 0 ? "mute" : "hang");
  const happening = step.happens(school);
  happening.catch(() => undefined);
  // A press is answered before anything is sent, the clock only after that.
  await Promise.race([happening, school.channel.holds(held)]);
  await school.channel.holds(held);
}

/** What follows is looked at too: it stands on what the kill has left. */
async function goOn(schools: readonly School[]): Promise<Telling> {
  const told = schools.slice(0, -1).map(async (school, no) => {
    const next = wholeStory[no + 1] as Step;
    await comesTo(school, next);
    return [next.name, await school.hears(() => next.happens(school))] as const;
  });
  return Object.fromEntries(await Promise.all(told));
}
