// A visit's document on a night on which nobody answers, hour by hour, with all alarms going round; and what one engine holds in memory
// after so many visits from request to return.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  bookOf,
  CountingTeams,
  engineOn,
  folder,
  from,
  idAt,
  minute,
  schoolNo,
  sendOut,
  visitsASchool,
} from "./trust.mjs";

const hours = Number(process.argv[2] ?? 4);
const visits = Number(process.argv[3] ?? 200);
const { SqliteStore } = from("store/sqlite/sqlite-store");
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

/** Everybody of a school has written to the bot, and so have its channels. */
async function met(store, book, school) {
  for (const { id } of book.roster(school).people) await store.put("conversation", id, {});
  for (const name of ["slt", "office"]) await store.put("conversation", `${school}/${name}`, {});
}

async function unanswered() {
  const made = folder();
  const store = new SqliteStore(made.file);
  const time = { at: 0 };
  const engine = engineOn({
    store,
    messenger: new CountingTeams(),
    clock: { now: () => time.at },
    book: bookOf(1),
  });
  await met(store, bookOf(1), schoolNo(0));
  const visit = await sendOut(engine, time, schoolNo(0), 0);
  await engine.submit(idAt(schoolNo(0), "v00"), { verb: "askForHelp", visit, input: {}, sentAt: time.at });
  await engine.hear(idAt(schoolNo(0), "v01"), "green folder", time.at);
  const began = time.at;
  const sizes = [];
  for (let hour = 1; hour <= hours; hour++) {
    for (;;) {
      const next = await store.nextDueAt();
      if (next === undefined || next > began + hour * 60 * minute) break;
      time.at = Math.max(time.at + 1, next);
      await engine.sweep();
    }
    const stored = await store.read(schoolNo(0), visit);
    sizes.push(Buffer.byteLength(JSON.stringify(stored)));
  }
  await store.close();
  made.remove();
  return sizes;
}

const sizes = await unanswered();
const growth = sizes.length > 1 ? (sizes.at(-1) - sizes[0]) / (sizes.length - 1) : Number.NaN;
console.log(
  `a night on which nobody answers: ${sizes.map((size, i) => `${kilobytes(size)} after ${i + 1} h`).join(", ")}; ${kilobytes(growth)} an hour, so ${kilobytes(sizes[0] + 15 * growth)} after 16 h`,
);

const made = folder();
const store = new SqliteStore(made.file);
const time = { at: 0 };
const book = bookOf(visits / visitsASchool);
const engine = engineOn({
  store,
  messenger: {
    ...new CountingTeams(),
    say: async () => ({ conversation: "c", activity: "a" }),
    show: async () => ({ conversation: "c", activity: "b" }),
    update: async () => ({ conversation: "c", activity: "b" }),
  },
  clock: { now: () => time.at },
  book,
});
// The rosters are the schools file's, made when they are first asked for.
for (let no = 0; no < visits / visitsASchool; no++) book.roster(schoolNo(no));
const held = [];
for (let no = 0; no < visits / visitsASchool; no++) {
  await met(store, book, schoolNo(no));
  for (let i = 0; i < visitsASchool; i++) {
    const visit = await sendOut(engine, time, schoolNo(no), i);
    for (const who of [2 * i, 2 * i + 1])
      await engine.submit(idAt(schoolNo(no), `v${String(who).padStart(2, "0")}`), {
        verb: "signIn",
        visit,
        input: {},
        sentAt: time.at,
      });
    await engine.sweep();
  }
  collect();
  held.push(process.memoryUsage().heapUsed);
  if ((no + 1) % Math.ceil(visits / visitsASchool / 10) === 0)
    console.log(`  ${(no + 1) * visitsASchool} visits: ${(held.at(-1) / 2 ** 20).toFixed(1)} MB of heap`);
}
const half = Math.floor(held.length / 2);
const each = (held.at(-1) - held[half]) / ((held.length - 1 - half) * visitsASchool);
console.log(
  `memory after ${visits} visits from request to return: ${(held.at(-1) / 2 ** 20).toFixed(1)} MB of heap; in the second half ${kilobytes(each)} more a visit`,
);
await store.close();
made.remove();
