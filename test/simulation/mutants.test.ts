import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { laws } from "./laws";
import { townLaws } from "./town-laws";

type Mutant = { name: string; file: string; from: string; law?: string; seed?: number };
const root = join(__dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** What `npm run mutants` takes out. */
const mutants = ((): { lawMutants: Mutant[]; safeguards: Mutant[] } => {
  const from = (file: string) => `import(${JSON.stringify(join(root, "scripts/mutants", file))})`;
  const all = `Promise.all([${from("laws.mjs")}, ${from("safeguards.mjs")}])`;
  const code = `${all}.then(([a, b]) => console.log(JSON.stringify({ ...a, ...b })))`;
  return JSON.parse(spawnSync(process.execPath, ["-e", code], { encoding: "utf8" }).stdout);
})();

it("takes out what stands in the code, each in one place", () => {
  const gone = [...mutants.lawMutants, ...mutants.safeguards].filter(
    ({ file, from }) => read(file).split(from).length !== 2,
  );
  expect(gone.map(({ name, file }) => `${name} (${file})`)).toEqual([]);
});

it("says of each law in the documents what breaks it and at which seed, and of nothing else", () => {
  const rows = [...read("docs/simulation.md").matchAll(/^\|(.*?)\|(.*?)\| (\d+) \|$/gm)];
  let law = "";
  const told = rows.map(([, first = "", name = "", seed]) => {
    law = /`(\w+)`/.exec(first)?.[1] ?? law;
    return `${law}: ${name.trim()}: ${seed}`;
  });
  expect(told).toEqual(mutants.lawMutants.map((mutant) => `${mutant.law}: ${mutant.name}: ${mutant.seed}`));
});

it("has something that breaks each law", () => {
  const broken = new Set(mutants.lawMutants.map(({ law }) => law));
  const all = [...Object.keys(laws), ...Object.keys(townLaws), "needlessSend"];
  expect(all.filter((law) => !broken.has(law))).toEqual([]);
});
