import { expectNothingLost, inPeace, killedAfter, killedAnywhere, steps, type Telling, tell } from "./killed";
import { isKilledWhileSending } from "./killed-while-sending";

/** `CRASHES=200 npm run long -- crash`: so often at moments that nobody has chosen. */
const crashes = Number(process.env.CRASHES ?? steps.length);
let calm: Telling;

describe("the program is killed", () => isKilledWhileSending(steps));

describe("the program is killed", () => {
  let after: Telling;
  beforeAll(async () => {
    [calm = {}, after = {}] = await Promise.all([inPeace, killedAfter].map((happens) => tell(happens)));
  }, 600_000);

  it.each(steps)("right after %s, and nothing is lost", (name) => {
    expectNothingLost(after[name], calm[name]);
  });
});

it(
  `is killed ${crashes} times on its way, and nothing is lost`,
  async () => {
    for (let done = 0; done < crashes; done += steps.length) {
      const heard = await tell(killedAnywhere);
      for (const name of steps) expectNothingLost(heard[name], calm[name]);
    }
  },
  crashes * 120_000,
);
