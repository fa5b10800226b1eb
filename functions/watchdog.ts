import { app, type InvocationContext } from "@azure/functions";
import type { Wired } from "./wire";

/** S13: looks for what the sweep should have done, on a timer of its own. */
export function registerWatchdog(parts: Promise<Wired>): void {
  const handler = async (_: unknown, context: InvocationContext) => {
    const { problems } = await (await parts).watchdog();
    // Ids only. An alert outside Teams waits for these words (infra/modules/alerts.bicep).
    for (const problem of problems) context.error(`watchdog found: ${problem}`);
  };
  app.timer("watchdog", { schedule: "30 * * * * *", handler });
}
