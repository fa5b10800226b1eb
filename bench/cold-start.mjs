// How long a cold start takes until the first activity is answered, and how much memory it holds: bundled and not.
// `npm run bench`. Ratios count: the machine is whatever it is.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const rounds = Number(process.argv[2] ?? 5);
const out = mkdtempSync(join(tmpdir(), "homeward-bench-"));
spawnSync(process.execPath, ["scripts/build-azure.mjs", "--out", join(out, "azure")], { cwd: root, stdio: "inherit" });

/** Loads the app as a host does, puts it together and has it answer a stranger; says how long after the start of the process that was, and what it holds. */
const script = (app) => `
  const { wire, readSettings, environment } = require(${JSON.stringify(app)});
  const loaded = performance.now();
  wire(readSettings(environment, process.env), { loopback: true }).then(async ({ bot, close }) => {
    const id = "00000000-0000-0000-0000-000000000000";
    const body = { type: "invoke", name: "adaptiveCard/action", channelId: "test", serviceUrl: "http://127.0.0.1:9/",
      from: { id }, recipient: { id: "28:x" }, conversation: { id: "a" }, value: { action: { verb: "help", data: {} } } };
    const { status } = await bot.handleHttp({ method: "POST", headers: {}, body });
    const answered = performance.now();
    const rss = process.memoryUsage().rss / 1048576;
    console.log(JSON.stringify({ status, loaded, answered, rss }));
    await close();
    process.exit(0);
  });`;

function once(app) {
  const data = mkdtempSync(join(tmpdir(), "homeward-bench-data-"));
  const env = { ...process.env, DATA_DIR: data, LOG_LEVEL: "silent" };
  const child = spawn(process.execPath, ["--no-deprecation", "-e", script(app)], { cwd: root, env });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  return new Promise((resolve, reject) =>
    child.on("close", () => {
      rmSync(data, { recursive: true });
      const line = said.split("\n").find((text) => text.startsWith("{"));
      line ? resolve(JSON.parse(line)) : reject(new Error(said));
    }),
  );
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const found = { unbundled: [], bundled: [] };
const apps = { unbundled: join(root, "dist/functions/app.js"), bundled: join(out, "azure/app.js") };
// In turns, so that whatever else the machine does falls on both.
for (let round = 0; round < rounds; round++)
  for (const [name, app] of Object.entries(apps)) found[name].push(await once(app));
rmSync(out, { recursive: true });

for (const what of ["loaded", "answered", "rss"]) {
  const [plain, packed] = Object.values(found).map((runs) => middle(runs.map((run) => run[what])));
  const unit = what === "rss" ? "MB" : "ms";
  console.log(
    `${what}: unbundled ${plain.toFixed(0)} ${unit}, bundled ${packed.toFixed(0)} ${unit} (×${(packed / plain).toFixed(2)})`,
  );
}
