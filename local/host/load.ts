import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Registered, takeRegistered } from "./functions-core";

const core = pathToFileURL(join(__dirname, "functions-core.js")).href;

/** What function files register, loaded as Azure's host does it: with the module that they register with in place first. */
export async function loadFunctions(load: () => Promise<() => void>): Promise<readonly Registered[]> {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === "@azure/functions-core" ? { url: core, format: "commonjs", shortCircuit: true } : next(name, context),
  });
  try {
    (await load())();
    return takeRegistered();
  } finally {
    hooks.deregister();
  }
}
