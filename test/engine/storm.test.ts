import type { At } from "../../schools/school";
import { manyOut } from "./many-out";
import { closeWorlds, type World, world } from "./world";

const everySecond = 46;
let asked: At[];
let w: World;
beforeEach(async () => {
  asked = [];
  w = await world({ parts: { wakeAt: (at) => asked.push(at) } });
  await manyOut(w, 8);
  await hasOffice(8);
});
afterEach(closeWorlds);

/** So many in the office that what each of them may be told is more than what Teams takes of all together. */
async function hasOffice(size: number): Promise<void> {
  const listed = w.book.roster("meadow");
  const ann = listed?.people.find(({ id }) => id === "ann");
  if (!listed || !ann) throw new Error("Nobody is in the office.");
  const more = Array.from({ length: size }, (_, no) => ({ ...ann, id: `office${no}` }));
  for (const { id } of more) await w.store.put("conversation", id, { conversation: id, serviceUrl: "" });
  w.book.roster = (school) => (school === "meadow" ? { ...listed, people: [...listed.people, ...more] } : undefined);
}

it("asks to be woken as soon as Teams takes alarms again, so that a storm goes on at Teams' pace and not at a timer's", async () => {
  const began = w.clock.at;
  await w.engine.sweep();
  while (asked.length > 0) {
    w.clock.at = Math.min(...asked.splice(0));
    await w.engine.sweep();
  }
  const sent = w.messenger.sent.length;
  expect(sent).toBeGreaterThan(2 * everySecond);
  expect(w.clock.at - began).toBeLessThanOrEqual(1_000 * Math.ceil(sent / everySecond));
});

it("asks for nothing where Teams takes more", async () => {
  await w.engine.sweep();
  asked.length = 0;
  w.clock.at += 1_000;
  for (const { id } of await w.store.due(w.clock.at, 100)) await w.store.makeDue("meadow", id, w.clock.at + 60_000);
  await w.engine.sweep();
  expect(asked).toEqual([]);
});
