import { app } from "@azure/functions";
import { wire } from "./wire";

/** S13: looks for what the sweep should have done, on a timer of its own. */
async function watchdog(): Promise<void> {
  await (await wire()).watchdog();
}

app.timer("watchdog", { schedule: "30 * * * * *", handler: watchdog });
