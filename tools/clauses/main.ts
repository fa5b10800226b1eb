import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { judge } from "./judge";
import { readLastRun } from "./last-run";
import { ownPacks, packsOfTests, root } from "./packs";
import { quickSays, report } from "./print";

const { values } = parseArgs({
  options: { pack: { type: "string" }, quick: { type: "boolean" }, gaps: { type: "boolean" } },
});

if (values.quick) console.log(`${quickSays(readLastRun(root))}\n`);
else runTests();
const packs = ownPacks().filter(({ name }) => values.pack === undefined || name === values.pack);
if (packs.length === 0) throw new Error(`There is no pack ${values.pack}`);
const { ledgers, wrong } = judge(packs, [...ownPacks(), ...packsOfTests()], readLastRun(root));
for (const ledger of ledgers) console.log(report(ledger, values.gaps ? "gaps" : "all"));
if (values.quick) console.log(quickSays(readLastRun(root)));
for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exitCode = 1;

function runTests(): void {
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  const run = spawnSync(process.execPath, [jest], { cwd: root, stdio: "inherit" });
  if (run.status !== 0) process.exitCode = 1;
}
