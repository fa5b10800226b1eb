import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { inMemory } from "./in-memory";

it("takes away what a process that is no more has left in memory, and nothing of one that runs", () => {
  const [dead, running] = [spawnSync("true").pid, process.ppid].map((pid) =>
    join(dirname(inMemory), `homeward-${pid}`),
  );
  for (const folder of [dead, running]) mkdirSync(join(folder ?? "", "homeward-x"), { recursive: true });
  jest.isolateModules(() => require("./in-memory"));
  expect([dead, running, inMemory].map((folder) => existsSync(folder ?? ""))).toEqual([false, true, true]);
  rmSync(join(running ?? "", "homeward-x"), { recursive: true });
});
