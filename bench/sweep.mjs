// What an idle look and a look with twenty visits due cost, by how much is stored: finding what is due must cost by what is due.
import { at, folder, from, middle, trust } from "./trust.mjs";

const { SqliteStore } = from("store/sqlite/sqlite-store");
const sizes = (process.argv[2] ?? "1000,10000,100000,1000000").split(",").map(Number);
const found = [];
for (const size of sizes) {
  const made = folder();
  const { due } = await trust(made.file, { schools: 50, closed: Math.max(0, size - 500), dueNow: 20 });
  const store = new SqliteStore(made.file);
  const times = { idle: [], twenty: [] };
  for (let i = 0; i < 2_000; i++) {
    for (const [what, now] of [
      ["idle", due - 60_000],
      ["twenty", due],
    ]) {
      const began = performance.now();
      const rows = await store.due(now, 36);
      times[what].push(performance.now() - began);
      if (rows.length !== (what === "idle" ? 0 : 20)) throw new Error(`${rows.length} due`);
    }
  }
  await store.close();
  made.remove();
  found.push({ size, idle: middle(times.idle), twenty: middle(times.twenty), slow: at(times.twenty, 0.99) });
}
for (const { size, idle, twenty, slow } of found) {
  const us = (ms) => `${(ms * 1_000).toFixed(0)} µs`;
  console.log(
    `${size} stored: idle ${us(idle)}, twenty due ${us(twenty)} (p99 ${us(slow)}), ×${(twenty / found[0].twenty).toFixed(2)} of the least`,
  );
}
