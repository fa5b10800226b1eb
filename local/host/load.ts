import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Wired } from "../../functions/wire";
import { type Registered, takeRegistered } from "./functions-core";

const core = pathToFileURL(join(__dirname, "functions-core.js")).href;

type Loaded = { wired: Wired; register(): void };

/** What function files register, loaded as Azure's host does it: with the module that they register with in place first. */
export async function loadFunctions(
  load: () => Promise<Loaded>,
): Promise<{ wired: Wired; functions: readonly Registered[] }> {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === "@azure/functions-core" ? { url: core, format: "commonjs", shortCircuit: true } : next(name, context),
  });
  try {
    const { wired, register } = await load();
    register();
    return { wired, functions: takeRegistered() };
  } finally {
    hooks.deregister();
  }
}
