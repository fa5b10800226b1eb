// A visit's document on a night on which nobody answers, hour by hour, with all alarms going round.
import { bookOf, CountingTeams, engineOn, folder, from, idAt, minute, schoolNo, sendOut } from "./trust.mjs";

const hours = Number(process.argv[2] ?? 16);
const { SqliteStore } = from("store/sqlite/sqlite-store");
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
const said = sizes.map((size, i) => `${kilobytes(size)} after ${i + 1} h`);
console.log(`a night on which nobody answers: ${said.join(", ")}`);
