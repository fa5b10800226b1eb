import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Wired } from "../../functions/wire";
import { type Registered, takeRegistered } from "./functions-core";

/** What is loaded in the place of what: the module that Azure's host supplies, and what the package for Azure leaves out too. */
const standIns: ReadonlyMap<string, string> = new Map([
  ["@azure/functions-core", join(__dirname, "functions-core.js")],
  ["botbuilder-dialogs", join(__dirname, "../../bot/no-dialogs.js")],
]);

type Loaded = { wired: Wired; register(): void };

/** What function files register, loaded as Azure's host does it: with the module that they register with in place first. */
export async function loadFunctions(
  load: () => Promise<Loaded>,
): Promise<{ wired: Wired; functions: readonly Registered[] }> {
  const hooks = registerHooks({
    resolve: (name, context, next) => {
      const file = standIns.get(name);
      return file ? { url: pathToFileURL(file).href, format: "commonjs", shortCircuit: true } : next(name, context);
    },
  });
  try {
    const { wired, register } = await load();
    register();
    return { wired, functions: takeRegistered() };
  } finally {
    hooks.deregister();
  }
}
