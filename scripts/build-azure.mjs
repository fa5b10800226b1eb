// Fills a folder with the package that Azure Functions runs, and nothing else: the code in one file, the policies, one schools file.
// `npm run build:azure -- [--schools my-school.yaml] [--policies my-policies] [--out dist/azure]`
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    schools: { type: "string", default: "schools.demo.yaml" },
    policies: { type: "string", default: process.env.POLICIES_DIR ?? "" },
    out: { type: "string", default: join(root, "dist/azure") },
  },
});
const out = resolve(values.out);
const packFiles = "{policy,clauses}.yaml";

/** Teams' SDK asks for a library of dialogues, and for OpenAI's, that it needs only for what Homeward doesn't use. */
const leftOut = {
  name: "left out",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(botbuilder-dialogs|openai)(\/|$)/ }, ({ path }) => ({ path, namespace: "left-out" }));
    onLoad({ filter: /./, namespace: "left-out" }, ({ path }) => ({
      contents: `const absent = () => { throw new Error(${JSON.stringify(`${path} is not part of this package.`)}); };
        module.exports = new Proxy({}, { get: () => class { constructor() { absent(); } } });`,
    }));
  },
};

/** As Azure's host supplies it; see `local/host/functions-core.ts` for who supplies it elsewhere. */
const supplied = ["@azure/functions-core"];

/** esbuild ends before what it has in memory could matter: it need not collect it. */
process.env.GOGC ??= "off";

async function bundle() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { app: "functions/app.ts", main: "functions/main.ts" },
    outdir: out,
    bundle: true,
    metafile: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    minifySyntax: true,
    logLevel: "error",
    external: supplied,
    // One copy of it, for the SDK that requires it and for the store that imports it.
    alias: { "@azure/identity": require.resolve("@azure/identity") },
    plugins: [leftOut, { name: "one app", setup: apart }],
  });
  writeFileSync(join(out, "..", "azure-inputs.json"), JSON.stringify(Object.keys(metafile.inputs), null, 1));
}

/** `main.js` is only the start of `app.js`, so that another host can run the same file. */
function apart({ onResolve }) {
  onResolve({ filter: /^\.\/app$/ }, () => ({ path: "./app.js", external: true }));
}

function addData() {
  copyPacks(join(root, "policies"));
  if (values.policies !== "") copyPacks(resolve(values.policies));
  cpSync(resolve(values.schools), join(out, "schools.yaml"));
  cpSync(join(root, "functions/host.json"), join(out, "host.json"));
}

/** A school's own packs stand beside those of the project, so that the package needs no setting to find them. */
function copyPacks(folder) {
  for (const file of globSync(`*/${packFiles}`, { cwd: folder }))
    cpSync(join(folder, file), join(out, "policies", file));
}

/** What can be said before anything is built. */
function problems() {
  const { schools, policies } = values;
  if (schools === "" || !existsSync(schools)) return [`--schools: ${schools || "no file"} is not there.`];
  if (policies === "") return [];
  if (!existsSync(policies)) return [`--policies: ${policies} is no folder.`];
  const own = new Set(globSync("*/policy.yaml", { cwd: join(root, "policies") }));
  const theirs = globSync("*/policy.yaml", { cwd: policies });
  if (theirs.length === 0) return [`--policies: ${policies} has no folder with a policy.yaml in it.`];
  return theirs
    .filter((file) => own.has(file))
    .map((file) => `--policies: ${dirname(file)}: there is another pack of this name.`);
}

/** The package reads its own schools and policies, as it will in Azure: whatever is wrong with them is said here, with its line. */
function tryOut() {
  const { readSchoolBook } = require(join(out, "app.js"));
  try {
    readSchoolBook(join(out, "schools.yaml"));
  } catch (error) {
    return error.reasons ?? [error.stack];
  }
  return [];
}

function say(lines) {
  for (const line of lines) console.error(line);
  if (lines.length > 0) process.exit(1);
}

function addPackage() {
  const { name, version, license, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const own = { name, version, private: true, license, engines, main: "main.js" };
  writeFileSync(join(out, "package.json"), `${JSON.stringify(own, null, 2)}\n`);
}

say(problems());
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundle();
addData();
addPackage();
say(tryOut());
