// Runs commands of this project one after another (`a b then c d`), after installing what they need where that has
// not been done. It may import nothing but Node's own modules, and runs on whatever Node (20 or newer) the machine has.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bin = join(root, "node_modules", ".bin");
const windows = process.platform === "win32";

const packagesIn = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;

/** npm notes in node_modules what it has installed; it is up to date when that is what the lockfile asks for. */
function installed() {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const have = packagesIn("node_modules/.package-lock.json");
  return Object.entries(packagesIn("package-lock.json")).every(([place, wanted]) => {
    if (place === "") return true;
    return place in have ? have[place].integrity === wanted.integrity : wanted.optional === true;
  });
}

function install() {
  console.error("Installing what Homeward needs (only when it has changed) …");
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  // Dev and optional packages belong to both commands of the README, whatever NODE_ENV says. The machine's own Node may be
  // older than a package likes: it is not the one that will run it.
  const ci = ["ci", "--include=dev", "--include=optional", "--loglevel=error"];
  const run = npm && node ? spawnSync(node, [npm, ...ci], here) : spawnSync("npm", ci, { ...here, shell: windows });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

/** The Node from npm is first on the path of everything that is started here, as it is in npm's own scripts. */
const here = {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) },
};

function demandNode() {
  const version = spawnSync("node", ["--version"], { ...here, stdio: "pipe", shell: windows, encoding: "utf8" }).stdout;
  const [major = 0, minor = 0] = (version ?? "").replace("v", "").split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return;
  console.error("npm has no Node for this kind of machine. Please install Node 22.13 or newer and try again.");
  process.exit(1);
}

/** npm passes a signal to its shell, and not every shell passes it on: then only the loss of that shell tells of it. */
const parent = process.ppid;

/** Runs one command to its end; signals reach it, and it is never left behind. */
function run([command, ...args]) {
  const child = spawn(command, args, { ...here, shell: windows });
  const pass = (signal) => child.kill(signal);
  // A terminal sends Ctrl-C to the child too, and a second one would read as "at once".
  const interrupt = process.stdin.isTTY ? () => {} : pass;
  const heard = { SIGINT: interrupt, SIGTERM: pass, SIGHUP: pass };
  for (const [signal, act] of Object.entries(heard)) process.on(signal, act);
  const orphaned = setInterval(() => process.ppid !== parent && pass("SIGTERM"), 500);
  return new Promise((resolve) => {
    child.on("error", (error) => {
      clearInterval(orphaned);
      resolve(fail(error));
    });
    child.on("exit", (code, signal) => {
      clearInterval(orphaned);
      for (const [name, act] of Object.entries(heard)) process.off(name, act);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function fail(error) {
  console.error(error.message);
  return 1;
}

function commands(words) {
  const at = words.indexOf("then");
  return at < 0 ? [words] : [words.slice(0, at), ...commands(words.slice(at + 1))];
}

if (!installed()) install();
demandNode();
for (const command of commands(process.argv.slice(2))) {
  process.exitCode = await run(command);
  if (process.exitCode !== 0) break;
}
