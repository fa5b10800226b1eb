import { closeWorlds, out, turns, until, type World, world } from "./world";

const second = 1_000;
let w: World;
let visit: string;
let release: () => void;
let hanging: Promise<void>;
beforeEach(async () => {
  w = await world();
  visit = await out(w);
  hanging = new Promise((resolve) => {
    release = resolve;
  });
});
afterEach(async () => {
  release();
  await closeWorlds();
});

/** Texts to Ann hang; so do the alarms of the visit that tell her. */
function hangsFor(who: string, which = ""): void {
  w.messenger.fault = async ({ how, to, text }) =>
    how === "say" && to === who && text.includes(which) ? hanging.then(() => undefined) : undefined;
}
async function sweepUntil(isSo: () => boolean): Promise<void> {
  void w.engine.sweep();
  await until(isSo);
}
const tried = (to: string, which: string) =>
  w.messenger.tried.filter((one) => one.how === "say" && one.to === to && one.text.includes(which)).length;
const covert = '"covert"';
/** Whoever answers the discreet call has its card, and so has all that the pass brings but what hangs. */
const hasTheCard = () =>
  w.messenger.sent.some(({ to, card }) => to === "sam" && JSON.stringify(card ?? "").includes("901"));

it("S4: a covert call is told while a send of the same visit hangs, each once, and nothing is lost of what hung", async () => {
  hangsFor("ann");
  await w.does("priya", "askForHelp", visit);
  await sweepUntil(() => tried("ann", "emergency") === 1);
  await w.engine.hear("priya", "The red folder", w.clock.at);
  await sweepUntil(() => tried("helen", covert) === 1 && tried("sam", covert) === 1 && tried("ann", covert) === 1);
  await until(hasTheCard);
  release();
  await w.engine.sweep();
  for (const who of ["ann", "helen", "sam", "channel:slt"])
    for (const cause of [covert, "emergency"])
      expect([who, cause, w.messenger.texts(who).filter((text) => text.includes(cause)).length]).toEqual([
        who,
        cause,
        1,
      ]);
  expect(Object.values((await w.stored(visit)).post.marks).filter(({ lease }) => lease !== undefined)).toEqual([]);
});

it("S4: shows whoever sent it nothing before the pass that hangs has ended, as after an ordinary check-in", async () => {
  const seen = [];
  for (const said of ["All fine", "The red folder"]) {
    hangsFor("ann");
    await w.does("priya", "askForHelp", visit);
    w.messenger.tried.length = 0;
    await sweepUntil(() => tried("ann", "emergency") === 1);
    await w.engine.hear("priya", said, w.clock.at);
    void w.engine.sweep();
    await until(() => said === "All fine" || tried("helen", covert) === 1);
    seen.push(w.messenger.tried.filter(({ to }) => to === "priya" || to === "tom"));
    release();
    w = await world();
    visit = await out(w);
    hanging = new Promise((resolve) => {
      release = resolve;
    });
  }
  expect(seen[1]).toEqual(seen[0]);
});

it("S4: the companion's call is told while a send about the first one hangs", async () => {
  hangsFor("helen", covert);
  await w.engine.hear("priya", "The red folder", w.clock.at);
  await sweepUntil(() => tried("helen", covert) === 1);
  w.clock.at += second;
  await w.engine.hear("tom", "The red folder", w.clock.at);
  await sweepUntil(() => w.messenger.texts("sam").filter((text) => text.includes(covert)).length === 2);
});

it("S13: what hung is begun again by the next one to start after a crash, at once", async () => {
  hangsFor("ann");
  await w.does("priya", "askForHelp", visit);
  await sweepUntil(() => tried("ann", "emergency") === 1);
  await w.engine.hear("priya", "The red folder", w.clock.at);
  await sweepUntil(() => tried("helen", covert) === 1);
  await until(hasTheCard);
  await turns(50);
  expect((await w.stored(visit)).nextDueAt).toBeLessThanOrEqual(w.clock.at);
});

it("S2: a send that never comes to an end keeps the ladder from climbing no longer than its lease", async () => {
  w.close = () => w.store.close();
  w.messenger.fault = async ({ how, to, text }) =>
    how === "say" && to === "ann" && text.includes("arrivalCall") ? new Promise(() => {}) : undefined;
  await w.pass(39);
  w.clock.at += 60 * second;
  await sweepUntil(() => tried("ann", "arrivalCall") === 1);
  w.clock.at += 25 * 60 * second;
  await sweepUntil(() => w.messenger.texts("helen").some((text) => text.includes('"arrivalCall"')));
});

it("sends nothing again because the clock was set anew while a send was under way", async () => {
  await w.close();
  let elapsed = 0;
  w = await world({ folder: w.folder, at: w.clock.at, parts: { elapsed: () => elapsed } });
  hangsFor("ann");
  await w.does("priya", "askForHelp", visit);
  await sweepUntil(() => tried("ann", "emergency") === 1);
  w.clock.at += 60 * second;
  elapsed += second;
  await sweepUntil(() => tried("sam", "emergency") > 0);
  // So long a pass that thought the lease over would take to tell her again: turns alone were too few, as breaking `elapsed` showed.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(tried("ann", "emergency")).toBe(1);
  // A send that hangs for longer than its lease is given up, whatever the clock says.
  elapsed += 20 * second;
  await sweepUntil(() => tried("ann", "emergency") === 2);
});
