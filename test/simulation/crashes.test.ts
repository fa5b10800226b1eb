import { Calm, DiesAt } from "./fate";
import { brokenIn } from "./laws";
import { stories, tell } from "./stories";
import { Town } from "./town";

/** `npm run simulate -- --every 1` dies at every moment; here it is every so many. */
const every = Number(process.env.EVERY ?? 60);

/** Who was told what, whatever the number of times. */
const told = ({ teams }: Town): string[] => [...new Set(teams.heard.map(({ to, id }) => `${to}: ${id}`))].sort();

describe.each(Object.entries(stories))("a process that dies during %s", (_, steps) => {
  const calm = new Calm();
  let inPeace: Town;
  beforeAll(async () => {
    inPeace = await tell(await Town.open(calm), steps);
  });

  it("has a story without crashes in which everything holds", async () => {
    expect(await brokenIn(inPeace)).toEqual([]);
    expect((await inPeace.stored("s0")).visit.alarms.every(({ ended }) => ended)).toBe(true);
  });

  it("loses nothing, whichever write or send it dies at", async () => {
    const lost: string[] = [];
    for (let no = 1; no <= calm.moments; no += every) {
      const town = await tell(await Town.open(new DiesAt(no)), steps).catch((error: Error) => error);
      if (town instanceof Error) lost.push(`moment ${no}: ${town.message}`);
      else {
        const missing = told(inPeace).filter((text) => !told(town).includes(text));
        lost.push(...[...missing, ...(await brokenIn(town))].map((what) => `moment ${no}: ${what}`));
        if (town.deaths !== 1) lost.push(`moment ${no}: it died ${town.deaths} times`);
      }
    }
    expect(lost).toEqual([]);
  }, 3_600_000);
});
