import { refuseToStart } from "../functions/cannot-start";
import { readSettings } from "../functions/settings";
import { startPage, stopPage } from "./page-program";
import { type Program, startProgram } from "./program";
import { localEnvironment } from "./settings";

/** Longer than any send takes; whatever is not done by then is done after the next start. */
const PATIENCE_MS = 15_000;

async function main(): Promise<void> {
  const settings = readSettings(localEnvironment, process.env);
  const program = await startProgram(settings);
  greet(program);
  const page = settings.TEAMS_PORT === "off" ? undefined : startPage(settings.TEAMS_PORT, program.port);
  const leave = async () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await stopPage(page);
    await program.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => void leave());
}

function greet({ port, wired }: Program): void {
  if (wired.choices.length > 0) console.log("What the policies leave to the schools, as it is set now:");
  for (const choice of wired.choices) console.log(`  ${choice}`);
  if (wired.late) console.log(wired.late);
  console.log(`Bot: http://localhost:${port}/api/messages`);
}

main().catch(refuseToStart);
