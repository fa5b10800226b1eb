import { app } from "@azure/functions";
import type { Wired } from "./wire";

/** S13: looks for what the sweep should have done, on a timer of its own. */
export function registerWatchdog(parts: Promise<Wired>): void {
  const handler = async () => void (await (await parts).watchdog());
  app.timer("watchdog", { schedule: "30 * * * * *", handler });
}
