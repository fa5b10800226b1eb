// A press over HTTP, beside the smallest botbuilder bot that answers with a static card: both as programs of their own, in turns, in one run.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { at, folder, ms, root } from "./trust.mjs";

const presses = Number(process.argv[2] ?? 400);
const together = Number(process.argv[3] ?? 4);
const rounds = 4;
const made = folder();
const tenant = "11111111-1111-1111-1111-111111111111";
const visitors = Array.from({ length: 24 }, (_, no) => `22222222-2222-2222-2222-${String(no).padStart(12, "0")}`);

/** Teams, as far as answering goes. */
const teams = createServer((asked, answer) => {
  asked.resume();
  asked.on("end", () => answer.writeHead(200, { "content-type": "application/json" }).end('{"id":"posted"}'));
});
await new Promise((resolve) => teams.listen(0, "127.0.0.1", resolve));
const serviceUrl = `http://127.0.0.1:${teams.address().port}/`;

const smallest = `
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ActivityHandler } = require("botbuilder");
  const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "Noted" }] };
  const bot = new ActivityHandler();
  const body = { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card };
  bot.onInvokeActivity = async () => ({ status: 200, body });
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  require("node:http").createServer((asked, answer) => {
    if (asked.method === "HEAD") return answer.end();
    let text = "";
    asked.on("data", (some) => (text += some));
    asked.on("end", () => {
      asked.body = JSON.parse(text);
      answer.status = (code) => ((answer.statusCode = code), answer);
      answer.header = (name, value) => answer.setHeader(name, value);
      answer.send = (value) => answer.end(typeof value === "string" ? value : JSON.stringify(value));
      adapter.process(asked, answer, (context) => bot.run(context));
    });
  }).listen(Number(process.env.PORT), "127.0.0.1");`;

function schoolsFile() {
  const people = visitors.map(
    (id, no) => `  - { id: ${id}, name: Visitor ${no}, phone: "+44 7700 900001", school: meadow, roles: [visitor] }`,
  );
  const file = join(made.path, "schools.yaml");
  writeFileSync(
    file,
    `tenant: ${tenant}
schools:
  - { id: meadow, name: Meadow Primary, policy: aspire, timezone: Europe/London, phone: "+44 1332 900100",
      hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00" }, channels: { slt: "19:slt@thread.tacv2", office: "19:office@thread.tacv2" }, settings: {} }
people:
${people.join("\n")}
  - { id: 33333333-0000-0000-0000-000000000001, name: Office, phone: "+44 7700 900002", school: meadow, roles: [office] }
  - { id: 33333333-0000-0000-0000-000000000002, name: Principal, phone: "+44 7700 900003", school: meadow, roles: [principal] }
  - { id: 33333333-0000-0000-0000-000000000003, name: Leader, phone: "+44 7700 900004", school: meadow, roles: [slt, dsl] }
`,
  );
  return file;
}

const children = [];
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

async function start(args, port, env = {}) {
  const child = spawn(process.execPath, ["--no-deprecation", ...args], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  children.push(child);
  for (let tries = 0; tries < 300; tries++) {
    const answers = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: "HEAD" }).catch(() => undefined);
    if (answers) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing listens on ${port}.`);
}

// Idle while the other program has its turn: a program closes such connections after five seconds.
const agent = new Agent({ keepAlive: true, timeout: 3_000 });
function post(port, from, verb, data) {
  const activity = {
    ...{ type: "invoke", name: "adaptiveCard/action", channelId: "msteams", serviceUrl, id: `${Math.random()}` },
    ...{ timestamp: new Date().toISOString(), from: { id: from, aadObjectId: from }, recipient: { id: "28:bot" } },
    ...{
      conversation: { id: from, conversationType: "personal", tenantId: tenant },
      channelData: { tenant: { id: tenant } },
    },
    value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
  };
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const asked = request(
      { host: "127.0.0.1", port, path: "/api/messages", method: "POST", agent, headers },
      (answer) => {
        let text = "";
        answer.on("data", (some) => (text += some));
        answer.on("end", () =>
          answer.statusCode === 200 ? resolve(text) : reject(new Error(`${answer.statusCode}: ${text}`)),
        );
      },
    );
    asked.on("error", reject);
    asked.end(JSON.stringify(activity));
  });
}

/** What a program has had of the processor, ms, with all its threads; nothing where the machine does not say. */
function processorOf({ pid }) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return Number.NaN;
  }
}

/** So many at a time, each after the answer to its last. */
async function load(port, count, dataOf) {
  const times = [];
  let left = count;
  const began = performance.now();
  const one = async (no) => {
    for (let turn = no; left-- > 0; turn += together) {
      const who = visitors[turn % visitors.length];
      const from = performance.now();
      await post(port, who, "checkIn", dataOf(who));
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: together }, (_, no) => one(no)));
  return { times, took: performance.now() - began };
}

const [ours, theirs] = [43_978, 43_979];
mkdirSync(dirname(made.file), { recursive: true });
const env = { TEAMS_PORT: "off", DATA_DIR: join(made.path, "data"), SCHOOLS_FILE: schoolsFile(), LOG_LEVEL: "silent" };
const homeward = await start(["dist/local/main.js"], ours, env);
const smallestBot = await start(["-e", smallest], theirs);
for (const who of visitors) await post(ours, who, "reportOut", {});
const data = join(made.path, "data");
const stored = readdirSync(data).find((name) => /\.(db|sqlite)$/.test(name));
const database = new DatabaseSync(join(data, stored), { readOnly: true });
const visits = new Map(
  database
    .prepare("SELECT person, visit FROM visitor")
    .all()
    .map(({ person, visit }) => [person, visit]),
);
database.close();
if (visits.size !== visitors.length) throw new Error(`${visits.size} are out.`);
const dataOf = (who) => ({ visit: visits.get(who) });
const nothing = () => ({ times: [], took: 0, processor: 0 });
const found = { Homeward: nothing(), "the smallest bot": nothing() };
await load(ours, 60, dataOf);
await load(theirs, 60, dataOf);
for (let round = 0; round < rounds; round++)
  for (const [name, port, program] of [
    ["Homeward", ours, homeward],
    ["the smallest bot", theirs, smallestBot],
  ]) {
    const before = processorOf(program);
    const { times, took } = await load(port, presses / rounds, dataOf);
    found[name].processor += processorOf(program) - before;
    found[name].times.push(...times);
    found[name].took += took;
  }
const processorEach = ({ times, processor }) => processor / times.length;
const perSecond = ({ times, took }) => times.length / (took / 1_000);
for (const [name, run] of Object.entries(found))
  console.log(
    `${name}: p50 ${ms(at(run.times, 0.5))}, p99 ${ms(at(run.times, 0.99))}, ${perSecond(run).toFixed(0)} a second, ${together} at a time, ${ms(processorEach(run))} of a processor each`,
  );
console.log(
  `×${(perSecond(found.Homeward) / perSecond(found["the smallest bot"])).toFixed(2)} of its throughput, ×${(processorEach(found["the smallest bot"]) / processorEach(found.Homeward)).toFixed(2)} by what each asks of the processor; check-ins on the disk in SQLite`,
);
agent.destroy();
teams.close();
for (const child of children) child.kill("SIGKILL");
made.remove();
