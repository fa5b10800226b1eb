import { Limits } from "../../engine/limits";
import { KeptPolicies } from "../../engine/policies";
import type { Stored } from "../../engine/ports";
import { Sender } from "../../engine/sender";
import { Sweep } from "../../engine/sweep";
import type { Id } from "../../schools/school";
import { urgencies } from "../../visits/notice";
import { watched } from "./watched-store";
import { out, type World, world } from "./world";

const visits = 20;
const nameOf = (no: number): Id => `meadow.copy${no}`;

/** A sweep on the world's store and Teams, with limits of its own, which alarms have used up in this very second. */
function heldUp(w: World): Sweep {
  let count = 0;
  const ids = () => `mine${++count}`;
  const parts = {
    ...{ store: w.store, messenger: w.messenger, clock: w.clock, book: w.book, ids, salts: ids, alone: true },
    ...{ draw: () => ({}), say: () => "said", wake: () => undefined },
  };
  const limits = new Limits();
  for (let i = 0; i < 46; i++) limits.take(`somebody ${i}`, urgencies.alarm, w.clock.at);
  return new Sweep({
    parts,
    policies: new KeptPolicies(parts),
    limits,
    sender: new Sender(parts, limits, "me"),
    me: "me",
  });
}

it("looks at no visit over and over while Teams' limits let nothing of it out", async () => {
  const calls: Parameters<typeof watched>[1] = [];
  const w = await world({ store: (store) => watched(store, calls) });
  const hers = await w.stored(await out(w));
  w.clock.at += 90 * 60_000;
  await w.store.replace({ ...hers, nextDueAt: w.clock.at + 60_000 });
  const stored = JSON.parse(JSON.stringify(hers).replaceAll("priya", "grace")) as Stored;
  for (let no = 0; no < visits; no++) {
    const id = nameOf(no);
    await w.store.insert({ ...stored, id, visit: { ...stored.visit, id }, nextDueAt: w.clock.at, urgency: 1 });
  }
  calls.length = 0;
  await heldUp(w).run();
  const reads = calls.filter(({ method, args }) => method === "read" && args[1] !== hers.id);
  expect(new Set(reads.map(({ args }) => args[1])).size).toBe(visits);
  expect(reads).toHaveLength(visits);
  await w.close();
  w.remove();
});
