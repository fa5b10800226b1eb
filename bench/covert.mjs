// Whether the time that an answer takes tells a covert call from an ordinary check-in: engine and SQLite, without HTTP, so that hardly
// anything else differs. Each from somebody else who is out, ordinary or covert by chance. Three answers of each: to the call itself, to a message right
// after it, while the school is being told, and to one a few people later, when it has been told. `covert-http.mjs` asks the real program.
import { setTimeout as sleep } from "node:timers/promises";
import { sayHowWell } from "./classify.mjs";
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
const kinds = ["the call itself", "a message right after it", "a message when it has been told"];
const texts = { ordinary: "All fine, the brown folder is here", covert: `All fine, the ${CODE} is here` };
const warm = 50;
const lag = 4;

async function timed(who, text) {
  const began = process.threadCpuUsage();
  const heard = await engine.hear(who, text, clock.now());
  const { user, system } = process.threadCpuUsage(began);
  if (!heard.checkedIn) throw new Error(`${who} is not out.`);
  return (user + system) / 1_000;
}

const trials = [];
const later = [];
for (let no = 0; no < schools * visitsASchool; no++) {
  // One after another at different schools: what one call leaves behind is not in the way of the next.
  const visit = Math.floor(no / schools);
  const who = idAt(schoolNo(no % schools), `v${String(visit * 2).padStart(2, "0")}`);
  const covert = Math.random() < 0.5;
  const first = await timed(who, covert ? texts.covert : texts.ordinary);
  const times = [first, await timed(who, texts.ordinary)];
  if (no >= warm) trials.push({ covert, times });
  later.push(async () => times.push(await timed(who, texts.ordinary)));
  await engine.sweep();
  await sleep(1);
  if (later.length > lag) await later.shift()();
}
for (const last of later) await last();
sayHowWell(trials, kinds);
await engine.stop();
await store.close();
made.remove();
