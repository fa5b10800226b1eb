// What one engine holds in memory, and what a visit asks of the processor, after so many visits from request to closed record: schools of 23 people that send
// ten visits out each school day, to the same homes again and again. Time is simulated and goes from one moment at which there is anything to do to the next;
// presses of the same minute come together. It prints as it goes; Ctrl-C ends it after the day that it is at. Its file lies in memory where it may: what the
// disk makes it wait for is not asked here.
// How many visits, schools, homes a school; and how many of a school's ten are told to the end. The others are called off within the minute, which costs a
// tenth of it: so a hundred thousand can be told in an hour (`year.mjs 100000 10 600 1`).
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { DateTime } from "luxon";
import {
  bookOf,
  does,
  engineOn,
  few,
  from,
  idAt,
  minute,
  requestOf,
  schoolNo,
  ticks,
  visitsASchool,
} from "./trust.mjs";

const { SqliteStore } = from("store/sqlite/sqlite-store");
const wanted = Number(process.argv[2] ?? 2_000);
const schools = Number(process.argv[3] ?? 10);
const homes = Number(process.argv[4] ?? 60);
const told = Number(process.argv[5] ?? visitsASchool);
const zone = "Europe/London";
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const path = mkdtempSync(`${existsSync("/dev/shm") ? "/dev/shm" : tmpdir()}/homeward-bench-`);
process.once("exit", () => rmSync(path, { recursive: true, force: true }));
const file = `${path}/homeward.db`;
const store = new SqliteStore(file);
const time = { at: 0 };
const book = bookOf(schools, few);
const sends = { say: 0, show: 0, update: 0 };
const sending = (how) => async () => ({ conversation: "c", activity: String(++sends[how]) });
const engine = engineOn({
  ...{ store, book, clock: { now: () => time.at } },
  messenger: { say: sending("say"), show: sending("show"), update: sending("update") },
  wake: () => void engine.sweep(),
});

/** Everybody has written to the bot, and so have the channels. */
async function met() {
  for (const school of book.schools()) {
    for (const { id } of book.roster(school).people) await store.put("conversation", id, {});
    for (const name of ["slt", "office"]) await store.put("conversation", `${school}/${name}`, {});
  }
}

/** What people press on one visit, and when: the trust's visits leave within an hour. */
function pressesOf({ no, i, day, date }) {
  const school = schoolNo(no);
  const [lead, mate] = [2 * i, 2 * i + 1].map((one) => idAt(school, `v${String(one).padStart(2, "0")}`));
  const [office, principal] = [idAt(school, "a"), idAt(school, "h")];
  const after = (clock, minutes) =>
    DateTime.fromISO(`${date}T${clock}`, { zone }).plus({ minutes: ((no * visitsASchool + i) % 60) + minutes });
  const [asking, leaving] = [(minutes) => after("08:35", minutes), (minutes) => after("12:30", minutes)];
  const [leave, start, back] = [0, 30, 80].map((minutes) => leaving(minutes).toFormat("HH:mm"));
  let visit;
  const press = (at, by, verb, plan, input) => ({
    at: at.toMillis(),
    press: async () => {
      visit = await does(engine, by, verb, visit, plan, input, time.at);
    },
  });
  const left = { allTrue: "true", vehicle: "on foot" };
  const minutes = { text: "We agreed how they come back", issues: "no", concern: "no", riskReview: "ok" };
  const tasks = async () => {
    const { tasks } = (await store.read(school, visit)).visit;
    for (const {
      no,
      for: [by],
    } of tasks.filter(({ done }) => !done))
      await does(engine, by ?? lead, "completeTask", visit, no, { how: "done", review: "ok" }, time.at);
  };
  const request = press(
    ...[asking(0), lead, "requestVisit", undefined],
    requestOf((day * visitsASchool + i) % homes, mate, { date, leave, start, back }),
  );
  if (i >= told) return [request, press(asking(1), lead, "cancel", undefined, { why: "They are away" })];
  return [
    request,
    press(asking(1), mate, "agreeToVisit", 1),
    press(asking(2), lead, "assessRisk", 1, { useGeneric: "true", considered: "true" }),
    press(asking(3), principal, "approve", 1, { reason: "Needed", ticks, confirmed: "true" }),
    press(leaving(0), lead, "signOut", 1, left),
    press(leaving(0), mate, "signOut", 1, left),
    press(leaving(1), office, "takeWatch"),
    press(leaving(41), office, "recordCall", 1, { outcome: "ok" }),
    press(leaving(60), lead, "signIn"),
    press(leaving(60), mate, "signIn"),
    press(leaving(70), lead, "writeMinutes", undefined, minutes),
    { at: leaving(75).toMillis(), press: tasks },
  ];
}

/** Everything falls due in its turn, up to this moment. */
async function upTo(at) {
  for (;;) {
    await engine.sweep();
    const next = await store.nextDueAt();
    if (next === undefined || next > at) break;
    time.at = Math.max(time.at + 20, next);
  }
  time.at = Math.max(time.at, at);
}

async function schoolDay(day, date) {
  const visits = book.schools().flatMap((_, no) => Array.from({ length: visitsASchool }, (_, i) => ({ no, i })));
  const presses = visits.flatMap((visit) => pressesOf({ ...visit, day, date }));
  const byMinute = Map.groupBy(presses, ({ at }) => at);
  for (const at of [...byMinute.keys()].sort((a, b) => a - b)) {
    await upTo(at);
    await Promise.all(byMinute.get(at).map(({ press }) => press()));
  }
  await upTo(time.at + 30 * minute);
  for (const school of book.schools())
    if ((await store.open(school)).length > 0) throw new Error(`At ${school} a visit is still open.`);
}

function* schoolDays() {
  for (let at = DateTime.fromISO("2026-11-23", { zone }); ; at = at.plus({ days: 1 }))
    if (at.weekday < 6) yield at.toISODate();
}

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const spent = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};
let since = { done: 0, cpu: process.cpuUsage(), bare: 0 };

/** What of the heap is left where nothing is kept of the file, as when another program has written into it: what grows here, grows for ever. */
async function withoutKept() {
  const other = new DatabaseSync(file);
  other.exec("INSERT OR REPLACE INTO document VALUES ('other', 'other', '{}')");
  other.close();
  await sleep(1);
  await store.read(schoolNo(0), "none");
  collect();
  return process.memoryUsage().heapUsed;
}

async function measure(done) {
  const each = spent(since.cpu) / (done - since.done);
  await sleep(1);
  collect();
  const { heapUsed: heap, rss } = process.memoryUsage();
  const bare = await withoutKept();
  const more =
    since.done > 0 ? `, ${((bare - since.bare) / (done - since.done) / 1024).toFixed(2)} KB more a visit` : "";
  const sent = Object.entries(sends).map(([how, count]) => `${how} ${(count / done).toFixed(0)}`);
  console.log(
    `${done} visits: ${megabytes(heap)} of heap; ${megabytes(bare)} without what is kept of the file${more}; ${megabytes(rss)} resident; ${each.toFixed(0)} ms of a processor each since the last line; ${megabytes(statSync(file).size)} stored; for each ${sent.join(", ")}`,
  );
  since = { done, cpu: process.cpuUsage(), bare };
}

let over = false;
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    over = true;
  });
await met();
const [dates, aDay] = [schoolDays(), schools * visitsASchool];
const shown = [100, 200, 500, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 25_000, 50_000, 100_000];
for (let day = 0, done = 0; !over && done < wanted; day++) {
  await schoolDay(day, dates.next().value);
  done += aDay;
  const isShown = shown.some((count) => done - aDay < count && count <= done);
  if (isShown || over || done >= wanted) await measure(done);
}
await engine.stop();
await store.close();
