import { Town } from "../program/grounds";
import { comesTo, type Telling } from "./killed";
import { School } from "./school";
import { type Step, wholeStory } from "./whole-story";

/** One school up to the kill: what happens there, a minute or more apart, and what has just begun by then. */
type Scene = {
  school: School;
  before: readonly (() => Promise<unknown>)[];
  begins?(): Promise<unknown>;
  /** So long nothing runs, by its own clock. */
  down?: string;
};

/** Half an hour before the story, for the school that waits longest until it begins: its clock runs on meanwhile. */
const startAt = "2026-11-23T08:30:00Z";

/** What was heard of the step in which the program was killed, and of the one after it. */
export type Tellings = { step: Telling; next: Telling };

/** A process for as many schools as the story has steps, each come as far as one of them, and one school that waits. */
export class KilledAtOnce {
  private constructor(
    private readonly town: Town,
    private readonly schools: readonly School[],
    readonly waiting: School,
  ) {}

  static async open(): Promise<KilledAtOnce> {
    const town = await Town.open();
    const schools = await Promise.all(["", ...wholeStory].map(() => School.open({ town, startAt })));
    return new KilledAtOnce(town, schools.slice(1), schools[0] as School);
  }

  async close(): Promise<void> {
    await this.town.close();
    await Promise.all([this.waiting, ...this.schools].map((school) => school.close()));
  }

  /** Kills it once. For the school that waits, seven minutes go by until it runs again. */
  async tell(): Promise<Tellings & { waiting: string[] }> {
    const { waiting: school } = this;
    const waits = { school, before: [() => school.sendsOut(), () => school.until("10:09")], down: "PT7M" };
    const scenes = this.schools.map((one, no) => sceneOf(one, no));
    await comeTogether([waits, ...scenes]);
    const [waiting = [], ...heard] = await this.killedDuring([waits, ...scenes]);
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
    await this.town.killAndStart();
    for (const { school, down } of scenes) {
      school.channel.heals();
      if (down) school.program.oversleeps(down);
    }
    await Promise.all(scenes.map(({ school }) => school.program.start()));
  }
}

/** Who has most to do begins first, so that nobody's clock, which runs on by itself, waits for another's. */
async function comeTogether(scenes: readonly Scene[]): Promise<void> {
  const most = Math.max(...scenes.map(({ before }) => before.length));
  for (let left = most; left > 0; left--) await Promise.all(scenes.map(({ before }) => before.at(-left)?.()));
}

function sceneOf(school: School, no: number): Scene {
  const step = wholeStory[no] as Step;
  const before = wholeStory.slice(0, no).map((one) => async () => {
    await comesTo(school, one);
    await one.happens(school);
  });
  const begins = () => beginsToSend(school, step, no);
  return { school, before: [...before, () => comesTo(school, step)], begins };
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
