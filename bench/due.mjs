// From the second in which visits fall due to their alarms being committed, and to the first send begun: 100,000 visits out, 1,000,000 stored, SQLite.
// With what will be due looked at before, as the running program does; then, as far as there are schools left, without, as after a start.
import { DatabaseSync } from "node:sqlite";
import { at, bookOf, CountingTeams, engineOn, folder, from, middle, ms, onDisk, schoolNo, trust } from "./trust.mjs";

const { SqliteStore } = from("store/sqlite/sqlite-store");
const schools = Number(process.argv[2] ?? 12_010);
const closed = Number(process.argv[3] ?? 900_000);
const counts = (process.argv[4] ?? "1,1000,10000").split(",").map(Number);

// Without what a morning brings to those who answer for a policy: it has nothing to do with alarms.
const book = { ...bookOf(schools), schools: () => [] };
for (let no = 0; no < schools; no++) book.roster(schoolNo(no));
const made = folder();
const began = performance.now();
const { due } = process.env.KEPT
  ? { due: 1795444200000 }
  : await trust(made.file, { schools, closed, dueNow: schools });
console.log(
  `made ${schools * 10} visits out, ${closed} closed in ${((performance.now() - began) / 1000).toFixed(0)} s`,
);

/** When each visit's alarm was committed, seen from the store's own answers. */
const watched = (store, commits) =>
  new Proxy(store, {
    get: (target, name) => {
      const call = target[name].bind(target);
      const seen = (stored) => {
        const raised = stored.visit.alarms.some(({ cause, ended }) => cause === "noContact" && !ended);
        if (raised && !commits.has(stored.id)) commits.set(stored.id, performance.now());
      };
      if (name === "replace")
        return async (stored) => {
          const done = await call(stored);
          if (done !== "conflict") seen(stored);
          return done;
        };
      if (name === "replaceAll")
        return async (all) => {
          const done = await call(all);
          for (const stored of all) seen(stored);
          return done;
        };
      if (name === "replaceReady")
        return async (all) => {
          const done = await call(all);
          for (const [i, { id }] of all.entries()) if (done[i] !== "conflict") commits.set(id, performance.now());
          return done;
        };
      return call;
    },
  });

/** What the file itself says afterwards. */
function raisedIn(database, from, to) {
  const { raised } = database
    .prepare(`SELECT count(*) AS raised FROM visit WHERE open = 1 AND CAST(substr(school, 2) AS INTEGER) >= ${from}
      AND CAST(substr(school, 2) AS INTEGER) < ${to} AND EXISTS (SELECT 1 FROM json_each(document, '$.visit.alarms')
      WHERE value ->> 'cause' = 'noContact' AND value ->> 'ended' IS NULL)`)
    .get();
  return raised;
}

async function once(count, shift, foresees) {
  // The others of the first visits wait for a later turn.
  const database = new DatabaseSync(made.file);
  database.exec(
    `UPDATE visit SET next_due_at = next_due_at + 600000 WHERE urgency = 1 AND next_due_at = ${due} AND CAST(substr(school, 2) AS INTEGER) >= ${shift + count}`,
  );
  database.close();
  onDisk(made.file);
  const commits = new Map();
  const store = new SqliteStore(made.file);
  const teams = new CountingTeams();
  let start;
  const clock = { now: () => (start === undefined ? due - 20_000 : due + Math.floor(performance.now() - start)) };
  const engine = engineOn({ store: watched(store, commits), messenger: teams, clock, book });
  const before = process.cpuUsage();
  if (foresees) await engine.foresee();
  const foreseen = spent(before);
  start = performance.now();
  const cpu = process.cpuUsage();
  const looking = engine.sweep();
  while (commits.size < count) await new Promise((resolve) => setTimeout(resolve, 5));
  const used = spent(cpu);
  while (teams.texts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const times = [...commits.values()].map((time) => time - start);
  await engine.stop();
  await looking;
  const first = (teams.texts[0]?.at ?? Number.NaN) - start;
  await store.close();
  const again = new DatabaseSync(made.file);
  const raised = raisedIn(again, shift, shift + count);
  if (raised !== count) throw new Error(`${raised} alarms stand, not ${count}.`);
  again.exec(`UPDATE visit SET next_due_at = next_due_at - 600000 WHERE urgency = 1 AND next_due_at = ${due + 600_000};
    UPDATE visit SET next_due_at = ${due + 7_200_000} WHERE urgency IN (0, 1, 2, 3) AND next_due_at < ${due + 60_000} AND CAST(substr(school, 2) AS INTEGER) < ${shift + count}`);
  again.close();
  return { times, first, used, foreseen };
}

const spent = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

let shift = 0;
for (const foresees of [true, false])
  for (const count of counts) {
    const rounds = count === 1 ? 5 : 1;
    const runs = [];
    for (let i = 0; i < rounds && shift + count <= schools; i++, shift += count)
      runs.push(await once(count, shift, foresees));
    if (runs.length === 0) continue;
    const times = runs.flatMap((run) => run.times);
    const [p50, p99, last] = [at(times, 0.5), at(times, 0.99), Math.max(...times)].map(ms);
    const first = at(
      runs.map((run) => run.first),
      0.99,
    );
    const each = (what) => ms(middle(runs.map((run) => run[what] / count)));
    console.log(
      `${count} due, ${foresees ? `looked at before (${each("foreseen")} of a processor each)` : "not looked at before"}: committed p50 ${p50}, p99 ${p99}, the last ${last}; the first send begun after ${ms(first)}; ${each("used")} of a processor each`,
    );
  }
made.remove();
