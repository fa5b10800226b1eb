// Whether the time that an answer takes tells a covert call from an ordinary check-in: both in one run, in turns by chance, each from
// somebody else who is out. As a classifier would see it: 0.5 is a guess, 1 is certainty (area under the ROC curve).
import { setTimeout as sleep } from "node:timers/promises";
import { bookOf, CODE, CountingTeams, engineOn, folder, from, idAt, schoolNo, trust, visitsASchool } from "./trust.mjs";

const { SqliteStore } = from("store/sqlite/sqlite-store");
const schools = Number(process.argv[2] ?? 100);
const made = folder();
const { due } = await trust(made.file, { schools, dueNow: 0 });
const store = new SqliteStore(made.file);
const clock = { now: () => due - 60_000 };
const engine = engineOn({
  ...{ store, messenger: new CountingTeams(clock.now, 2), clock },
  book: bookOf(schools),
  wake: () => setImmediate(() => void engine.sweep()),
});
const texts = { ordinary: "All fine, the red file is here", covert: `All fine, the ${CODE} is here` };
const times = { ordinary: { first: [], next: [] }, covert: { first: [], next: [] } };

async function timed(who, text) {
  const began = performance.now();
  const heard = await engine.hear(who, text, clock.now());
  if (!heard.checkedIn) throw new Error(`${who} is not out.`);
  return performance.now() - began;
}

for (let no = 0; no < schools * visitsASchool; no++) {
  const who = idAt(schoolNo(Math.floor(no / visitsASchool)), `v${String((no % visitsASchool) * 2).padStart(2, "0")}`);
  const kind = Math.random() < 0.5 ? "ordinary" : "covert";
  const first = await timed(who, texts[kind]);
  // Their next message comes while the school is being told.
  const next = await timed(who, texts.ordinary);
  if (no >= 50) {
    times[kind].first.push(first);
    times[kind].next.push(next);
  }
  await engine.sweep();
  await sleep(1);
}

/** How often a covert answer takes longer than an ordinary one, of all pairs. */
function auc(covert, ordinary) {
  const sorted = ordinary.toSorted((a, b) => a - b);
  const below = (time) => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const mid = (from + to) >> 1;
      if (sorted[mid] < time) from = mid + 1;
      else to = mid;
    }
    return from;
  };
  return covert.reduce((sum, time) => sum + below(time), 0) / (covert.length * ordinary.length);
}
const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

for (const when of ["first", "next"]) {
  const [covert, ordinary] = [times.covert[when], times.ordinary[when]];
  // The spread that chance alone would give so many answers (Hanley and McNeil, at 0.5).
  const spread = Math.sqrt((covert.length + ordinary.length + 1) / (12 * covert.length * ordinary.length));
  console.log(
    `${when === "first" ? "the call itself" : "the message after it"}: AUC ${auc(covert, ordinary).toFixed(3)} (a guess is 0.5 ± ${(2 * spread).toFixed(3)}); medians ${median(covert).toFixed(2)} ms covert, ${median(ordinary).toFixed(2)} ms ordinary, of ${covert.length} and ${ordinary.length}`,
  );
}
await engine.stop();
await store.close();
made.remove();
