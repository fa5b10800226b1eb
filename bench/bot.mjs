// The real program of a trust, over HTTP, and a Teams that takes everything: in a thread of its own, so that what it is sent slows no clock here.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { CODE, folder, root } from "./trust.mjs";

export const tenant = "11111111-1111-1111-1111-111111111111";
const visitorsASchool = 20;
const office = ["office", "principal", "slt, dsl"];

const no = (digit, number) => `${String(digit).repeat(8)}-2222-2222-2222-${String(number).padStart(12, "0")}`;

const standIn = `
  const { parentPort } = require("node:worker_threads");
  const server = require("node:http").createServer((asked, answer) => {
    asked.resume();
    asked.on("end", () => answer.writeHead(200, { "content-type": "application/json" }).end('{"id":"posted"}'));
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`;

function schoolsFile(path, visitors) {
  const schools = Array.from({ length: Math.ceil(visitors / visitorsASchool) }, (_, school) => school);
  const person = (id, name, school, roles) =>
    `  - { id: ${id}, name: ${name}, phone: "+44 7700 900001", school: s${school}, roles: [${roles}] }`;
  const of = (school) => [
    ...Array.from({ length: visitorsASchool }, (_, i) => school * visitorsASchool + i).map((i) =>
      person(no(2, i), `Visitor ${i}`, school, "visitor"),
    ),
    ...office.map((roles, i) => person(no(3, school * office.length + i), `Office ${school} ${i}`, school, roles)),
  ];
  const made = schools.map(
    (
      school,
    ) => `  - { id: s${school}, name: School ${school}, policy: aspire, timezone: Europe/London, phone: "+44 1332 900100",
      hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00" }, settings: { codeWord: ${CODE} },
      channels: { slt: "19:slt${school}@thread.tacv2", office: "19:office${school}@thread.tacv2" } }`,
  );
  const file = join(path, "schools.yaml");
  writeFileSync(file, `tenant: ${tenant}\nschools:\n${made.join("\n")}\npeople:\n${schools.flatMap(of).join("\n")}\n`);
  return file;
}

/** A started program with so many visitors, and everybody's first word said. Its port is none of those that the system gives to whoever asks for any. */
export async function openBot(visitors, more = {}, port = 20_000 + (process.pid % 900)) {
  const made = folder();
  const teams = new Worker(standIn, { eval: true });
  const teamsPort = await new Promise((resolve) => teams.once("message", resolve));
  const agent = new Agent({ keepAlive: true });
  const env = {
    ...{ TEAMS_PORT: "off", DATA_DIR: join(made.path, "data"), SCHOOLS_FILE: schoolsFile(made.path, visitors) },
    ...{ LOG_LEVEL: "error", START_AT: "2026-11-23T10:00:00Z", PORT: String(port) },
    ...more,
  };
  const program = spawn(process.execPath, ["--no-deprecation", "dist/local/main.js"], {
    ...{ cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] },
  });
  const end = () => program.kill("SIGKILL");
  process.once("exit", end);
  const post = (path, body) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
      const asked = request({ ...{ host: "127.0.0.1", port, path, agent, headers }, method: "POST" }, (answer) => {
        let said = "";
        answer.on("data", (some) => (said += some));
        answer.on("end", () =>
          answer.statusCode === 200 ? resolve(said) : reject(new Error(`${answer.statusCode}: ${said}`)),
        );
      });
      asked.on("error", reject);
      asked.end(text);
    });
  const bot = {
    visitor: (i) => no(2, i),
    press: (from, verb, data) =>
      post("/api/messages", {
        ...{ type: "invoke", name: "adaptiveCard/action", channelId: "msteams", id: `${Math.random()}` },
        ...{
          serviceUrl: `http://127.0.0.1:${teamsPort}/`,
          from: { id: from, aadObjectId: from },
          recipient: { id: "28:bot" },
        },
        conversation: { id: `a:${from}`, conversationType: "personal", tenantId: tenant },
        channelData: { tenant: { id: tenant } },
        value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
      }),
    advance: (advance) => post("/local/clock", { advance }),
    close: async () => {
      const ended = new Promise((resolve) => program.once("close", resolve));
      end();
      await ended;
      process.removeListener("exit", end);
      agent.destroy();
      await teams.terminate();
      made.remove();
    },
  };
  for (let tries = 0; tries < 300; tries++) {
    const answers = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: "HEAD" }).catch(() => undefined);
    if (answers) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const schools = Math.ceil(visitors / visitorsASchool);
  for (let i = 0; i < schools * office.length; i++) await bot.press(no(3, i), "whoIsOut", {});
  return bot;
}
