import { brokenIn } from "./laws";
import { play, together } from "./play";

/** What one world breaks. */
export async function brokenBy(seed: number): Promise<{ broken: string[]; deaths: number }> {
  const town = await play(seed, together).catch((error: Error) => error);
  if (town instanceof Error) return { broken: [`seed ${seed}: ${town.stack}`], deaths: 0 };
  return { broken: (await brokenIn(town)).map((what) => `seed ${seed}: ${what}`), deaths: town.deaths };
}

/** The worlds of one process, for as long as `next` gives the seed of another. Fails where a law is broken, and where a world never ends. */
export async function tellAll(next: () => Promise<number | undefined>): Promise<void> {
  let worlds = 0;
  let broken = 0;
  let seed: number | undefined;
  process.exitCode = 1;
  const waits = () => console.error(`seed ${seed}: waits for something that never comes`);
  process.once("beforeExit", waits);
  for (seed = await next(); seed !== undefined; seed = await next()) {
    const found = await brokenBy(seed);
    for (const what of found.broken) console.error(what);
    broken += found.broken.length;
    worlds++;
  }
  process.off("beforeExit", waits);
  const { user } = process.cpuUsage();
  const each = worlds > 0 ? `, ${(user / 1_000 / worlds / together).toFixed(1)} ms of a processor each` : "";
  console.log(`${worlds * together} visits${each}; broken: ${broken}`);
  process.exitCode = broken > 0 ? 1 : 0;
}
