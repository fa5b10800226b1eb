import type { InvocationContext } from "@azure/functions";
import { timer } from "./door";
import type { Wired } from "./wire";

/** S13: looks for what the sweep should have done. */
async function look({ watchdog }: Wired, context: InvocationContext): Promise<void> {
  const { problems } = await watchdog();
  // Ids only. An alert outside Teams waits for these words (infra/modules/alerts.bicep).
  for (const problem of problems) context.error(`watchdog found: ${problem}`);
}

/** On a timer of its own. */
export const registerWatchdog = (parts: Promise<Wired>): void => timer("watchdog", "30 * * * * *", parts, look);
