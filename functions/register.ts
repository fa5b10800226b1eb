import { app } from "@azure/functions";
import { registerHealth } from "./health";
import { registerMessages } from "./messages";
import { registerSms } from "./sms";
import { registerSweep } from "./sweep";
import { registerWatchdog } from "./watchdog";
import type { Wired } from "./wire";

/** Everything that the function app offers. Functions are registered at once, and wait for the parts when they are called. */
export function register(parts: Promise<Wired>): void {
  registerMessages(parts);
  registerSweep(parts);
  registerSms(parts);
  registerHealth(parts);
  registerWatchdog(parts);
  // An instance that is taken away finishes its sends, and leaves the rest to the others.
  app.hook.appTerminate(async () => (await parts).close());
}
