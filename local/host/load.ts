import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Registered, registered } from "./functions-core";

const core = pathToFileURL(join(__dirname, "functions-core.js")).href;

/** Loads function files as Azure's host does: with the module that they register with in place first. */
export async function loadFunctions(load: () => Promise<unknown>): Promise<readonly Registered[]> {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === "@azure/functions-core" ? { url: core, format: "commonjs", shortCircuit: true } : next(name, context),
  });
  await load();
  hooks.deregister();
  return registered();
}
