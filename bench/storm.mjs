// 500 alarms in the same second, under the limits that Teams sets, and a covert call in the middle of them. The time is simulated;
// engine, store and limits are real, and what they cost of a processor is measured beside it.
import { bookOf, CODE, CountingTeams, engineOn, folder, from, idAt, schoolNo, second, trust } from "./trust.mjs";

const { SqliteStore } = from("store/sqlite/sqlite-store");
const alarms = Number(process.argv[2] ?? 500);
// Of one school alone does it know who works there: so the others have no morning, which would be measured too.
const book = { ...bookOf(alarms + 1), schools: () => [schoolNo(alarms)] };
const made = folder();
const { due } = await trust(made.file, { schools: alarms + 1, dueNow: alarms });
const store = new SqliteStore(made.file);
const time = { at: due };
const clock = { now: () => time.at };
const teams = new CountingTeams(clock.now);
const engine = engineOn({ store, messenger: teams, clock, book });
const cpu = process.cpuUsage();
const began = performance.now();
const caller = schoolNo(alarms);
let called;
const isAlarm = ({ alarm, school }) => alarm?.includes("/alarm/2/") && school !== caller;
const isCovert = ({ alarm }) => alarm?.includes("/alarm/9");
/** Each of those whom the first step of an alarm tells. */
const rungs = bookOf(1).policy().ladder.value;
const step = rungs.steps[rungs.start.noContact];
const isOver = () =>
  called !== undefined && time.at > called + 5 * second && teams.texts.filter(isAlarm).length >= alarms * 3;
while (time.at < due + 60 * second && !isOver()) {
  const next = await store.nextDueAt();
  time.at = Math.max(time.at + 20, Math.min(next ?? Number.POSITIVE_INFINITY, time.at + 250));
  if (called === undefined && time.at >= due + 10 * second) {
    called = time.at;
    await engine.hear(idAt(caller, "v00"), `All fine, the ${CODE} is here`, time.at);
  }
  await engine.sweep();
}
const texts = teams.texts.filter(isAlarm);
const [first, last] = [Math.min(...texts.map(({ at }) => at)), Math.max(...texts.map(({ at }) => at))];
const perSecond = Math.max(
  ...Object.values(Object.groupBy(texts, ({ at }) => Math.floor(at / 1_000))).map((some) => some.length),
);
const covert = teams.texts.filter(isCovert).map(({ at }) => at - called);
const used = process.cpuUsage(cpu);
console.log(
  `${alarms} alarms, ${texts.length} texts (${[...step.tell, ...step.channels].join(", ")}): the first after ${first - due} ms, the last after ${((last - due) / 1000).toFixed(1)} s, ${perSecond} a second at most`,
);
console.log(
  `a covert call in the middle of them: told first after ${Math.min(...covert)} ms, all ${covert.length} texts after ${Math.max(...covert)} ms`,
);
console.log(
  `the storm took ${((used.user + used.system) / 1e6).toFixed(1)} s of one processor, ${((performance.now() - began) / 1000).toFixed(1)} s by the clock`,
);
await store.close();
made.remove();
