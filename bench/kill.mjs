// From a kill -9 in the middle of a storm, with 10,000 visits out, to the first alarm that the next process sends. The processes are Node with engine,
// store and a Teams that takes everything; what a real school's file costs to read is not in it.
import { spawn } from "node:child_process";
import { bookOf, CountingTeams, engineOn, folder, from, ms, trust } from "./trust.mjs";

const schools = Number(process.argv[2] ?? 1_000);
const rounds = Number(process.argv[3] ?? 3);

if (process.argv[4] !== undefined) await play(process.argv[4], Number(process.argv[5]));
else await measure();

/** One process: it takes up what is due and says so when the first alarm goes out. */
async function play(file, due) {
  const { SqliteStore } = from("store/sqlite/sqlite-store");
  const began = performance.now();
  const teams = new CountingTeams(undefined, 5);
  const say = (...sent) => {
    if (sent[3].alarm !== undefined) process.stdout.write("told\n");
    return teams.say(...sent);
  };
  const clock = { now: () => due + Math.floor(performance.now() - began) };
  const messenger = { say, show: teams.show, update: teams.update };
  const engine = engineOn({
    store: new SqliteStore(file),
    messenger,
    clock,
    book: { ...bookOf(schools), schools: () => [] },
  });
  setInterval(() => void engine.sweep(), 100);
}

function start(file, due) {
  const child = spawn(process.execPath, [new URL(import.meta.url).pathname, String(schools), "1", file, String(due)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const told = new Promise((resolve) => child.stdout.once("data", () => resolve(performance.now())));
  return { child, told };
}

async function measure() {
  const made = folder();
  const { due } = await trust(made.file, { schools, dueNow: schools, dueVisits: 10 });
  const times = [];
  let running = start(made.file, due);
  await running.told;
  for (let round = 0; round < rounds; round++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const killed = performance.now();
    running.child.kill("SIGKILL");
    running = start(made.file, due + (round + 1) * 30_000);
    times.push((await running.told) - killed);
  }
  running.child.kill("SIGKILL");
  await new Promise((resolve) => running.child.once("close", resolve));
  made.remove();
  console.log(`${schools * 10} visits out, all due: from the kill to the first alarm told ${times.map(ms).join(", ")}`);
}
