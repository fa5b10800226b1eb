import { CannotStart, refuseToStart } from "../functions/cannot-start";
import { readSchoolBook } from "../functions/school-book";
import { readSettings } from "../functions/settings";
import { notClosed } from "../functions/usable";
import { listChoices } from "./choices";
import { keepCompiled } from "./compiled";
import { greetingOf } from "./greeting";
import { startPage, stopPage } from "./page-program";
import { startProgram } from "./program";
import { type LocalSettings, localEnvironment, pagePort } from "./settings";

/** Longer than any send takes; whatever is not done by then is done after the next start. */
const PATIENCE_MS = 15_000;
const CUT_SHORT = "Stopped in the middle of something. What has been stored is there, and goes on at the next start.";

async function main(): Promise<void> {
  const settings = readSettings(localEnvironment, process.env);
  if (process.argv.includes("--choices")) return printChoices(settings);
  const port = pagePort(settings);
  const program = await startProgram(settings);
  console.log(greetingOf(program, { page: port !== "off", startAt: settings.START_AT }));
  keepCompiled();
  const page = port === "off" ? undefined : startPage(port, program.port);
  const leave = async () => {
    setTimeout(() => refuseToStart(new CannotStart([CUT_SHORT])), PATIENCE_MS).unref();
    await stopPage(page);
    await program.stop();
    process.exit(0);
  };
  const end = () => void leave().catch((error: unknown) => refuseToStart(notClosed(settings.DATA_DIR, error)));
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, end);
}

function printChoices({ SCHOOLS_FILE, POLICIES_DIR }: LocalSettings): void {
  for (const choices of readSchoolBook(SCHOOLS_FILE, POLICIES_DIR).choices()) console.log(listChoices(choices));
}

main().catch(refuseToStart);
