import { brokenIn } from "./laws";
import { play } from "./play";

/** `npm run simulate -- --visits 5000 --seed 7`. What fails names its seed, which alone is told again by `--visits 20 --seed THAT`. */
const visits = Number(process.env.VISITS ?? 120);
const first = Number(process.env.SEED ?? 20261127);
const together = 20;

it(`S1, S2, S13, S14: nobody is forgotten, called for nothing or told too much in ${visits} visits told by chance`, async () => {
  const broken: string[] = [];
  let deaths = 0;
  for (let seed = first; seed < first + visits / together; seed++) {
    const town = await play(seed, together).catch((error: Error) => error);
    if (town instanceof Error) broken.push(`seed ${seed}: ${town.message}`);
    else {
      deaths += town.deaths;
      broken.push(...(await brokenIn(town)).map((what) => `seed ${seed}: ${what}`));
    }
  }
  expect(broken).toEqual([]);
  if (visits >= 120) expect(deaths).toBeGreaterThan(0);
}, 3_600_000);
