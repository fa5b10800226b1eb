import type { Task } from "../../visits/visit";
import { closeWorlds, out, type World, world } from "./world";

let w: World;
let visit: string;
beforeEach(async () => {
  w = await world();
  visit = await out(w);
});
afterEach(closeWorlds);

/** Grace, who was not on it, directs the visits of the next day (HEX-38 is where that comes from). */
async function directs(who: string): Promise<void> {
  const stored = await w.stored(visit);
  const asked: Task = { no: 1, kind: "dayAgain", for: [who], opened: w.clock.at, due: w.clock.at, apart: true };
  await w.store.replace({ ...stored, visit: { ...stored.visit, tasks: [asked] } });
}
const form = () => w.engine.requestForm("grace", undefined, { like: visit });

it("opens the request for the next day as the visit was, to whoever directs it and was not on it", async () => {
  await directs("grace");
  expect(await form()).toMatchObject({
    mode: "request",
    values: { pupil: "Sam Pupil", address: "1 High Street, Derby" },
  });
});

it("P10: tells whoever is offered no such thing nothing of the visit, whether it is there or not", async () => {
  const unknown = { refused: "noSuchVisit", say: "There is no such visit." };
  expect(await form()).toEqual(unknown);
  await directs("helen");
  expect(await form()).toEqual(unknown);
  for (const like of ["meadow.nothere", "other.abc", "nodot"])
    expect(await w.engine.requestForm("grace", undefined, { like })).toEqual(unknown);
});
