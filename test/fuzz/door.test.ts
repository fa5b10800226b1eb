import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { verbs } from "../../visits/command";
import { Meadow } from "../bot/meadow";
import { Chance } from "../simulation/chance";
import { Mutations } from "./mutate";

/** By command as many as over HTTP (`fuzz.test.ts`). */
const count = Number(process.env.COUNT ?? 2_000);
const seed = Number(process.env.SEED ?? 20261127);
const MEGABYTE = 2 ** 20;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const held = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

/** As the function does before the bot sees anything. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe(`${count} activities with a frame that Teams would not send, from seed ${seed}`, () => {
  let meadow: Meadow;
  let mutations: Mutations;
  beforeAll(async () => {
    meadow = await Meadow.open();
    await meadow.sendOut();
    const people = [2, 3, 4, 5, 6, 7, 8].map((digit) => meadow.person(digit).person);
    const recorded = { activities: [...meadow.channel.sent], verbs: [...verbs], inputs: new Map(), people };
    mutations = new Mutations(new Chance(seed), recorded);
  });
  afterAll(() => meadow.close());

  const kept = async () =>
    JSON.stringify((await meadow.store.open("meadow")).map((one) => "visit" in one && one.visit));
  const knock = async (howMany: number) => {
    const statuses: Record<number, number> = {};
    for (let i = 0; i < howMany; i++) {
      const { body } = mutations.atTheDoor();
      const { status } = await meadow.handleHttp({ method: "POST", headers: {}, body: parsed(body) });
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 500) throw new Error(`${status}: ${body.slice(0, 1_000)}`);
    }
    return statuses;
  };

  it("are turned away, change no visit, and are not remembered: memory does not grow with them", async () => {
    await knock(Math.floor(count / 3));
    const [before, memory] = [await kept(), held()];
    const statuses = await knock(count - Math.floor(count / 3));
    expect((held() - memory) / MEGABYTE).toBeLessThan(2);
    expect(await kept()).toBe(before);
    expect(statuses[400]).toBeGreaterThan(count / 2);
  }, 3_600_000);
});
