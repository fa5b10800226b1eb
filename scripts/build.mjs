// `npm run build`: writes to dist what runs here, each file of the rooms by itself. Nobody looks at types: `npm run lint` does.
import { cpSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const rooms = "{bot,cards,drills,engine,functions,local,phone,policies,schools,setup,store,tools,visits,words}";
const inBrowser = "local/page/browser";
const sources = (pattern, exclude = []) => globSync(pattern, { cwd: root, exclude: ["**/*.d.ts", ...exclude] });

/** esbuild ends before what it has in memory could matter: it need not collect it. */
process.env.GOGC ??= "off";

const common = {
  absWorkingDir: root,
  outdir: dist,
  outbase: ".",
  target: "es2024",
  sourcemap: true,
  logLevel: "error",
};
const forNode = {
  ...common,
  entryPoints: sources(`${rooms}/**/*.ts`, [`${inBrowser}/**`]),
  format: "cjs",
  platform: "node",
};
const forBrowser = {
  ...common,
  entryPoints: sources(`${inBrowser}/**/*.{ts,tsx}`),
  tsconfig: `${inBrowser}/tsconfig.json`,
};

await Promise.all([build(forNode), build({ ...forBrowser, format: "esm" })]).catch(() => process.exit(1));
for (const file of globSync("cards/**/*.json", { cwd: root })) cpSync(join(root, file), join(dist, file));
