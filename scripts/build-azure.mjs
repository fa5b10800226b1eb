// Fills a folder with the package that Azure Functions runs, and nothing else: the code in one file, the policies, one schools file.
// `node scripts/build-azure.mjs [--schools my-school.yaml] [--out dist/azure]`
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    schools: { type: "string", default: join(root, "schools.demo.yaml") },
    out: { type: "string", default: join(root, "dist/azure") },
  },
});
const out = resolve(values.out);

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
  for (const file of globSync("policies/*/{policy,clauses}.yaml", { cwd: root }))
    cpSync(join(root, file), join(out, file));
  cpSync(resolve(values.schools), join(out, "schools.yaml"));
  cpSync(join(root, "functions/host.json"), join(out, "host.json"));
}

function addPackage() {
  const { name, version, license, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const own = { name, version, private: true, license, engines, main: "main.js" };
  writeFileSync(join(out, "package.json"), `${JSON.stringify(own, null, 2)}\n`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundle();
addData();
addPackage();
