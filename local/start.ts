import { refuseToStart } from "../functions/cannot-start";
import { readSchoolBook } from "../functions/school-book";
import { readSettings } from "../functions/settings";
import { countChoices, listChoices, listMissing } from "./choices";
import { keepCompiled } from "./compiled";
import { startPage, stopPage } from "./page-program";
import { type Program, startProgram } from "./program";
import { localEnvironment } from "./settings";

/** Longer than any send takes; whatever is not done by then is done after the next start. */
const PATIENCE_MS = 15_000;

async function main(): Promise<void> {
  const settings = readSettings(localEnvironment, process.env);
  if (process.argv.includes("--choices")) return printChoices(settings.SCHOOLS_FILE);
  const program = await startProgram(settings);
  greet(program, settings.TEAMS_PORT !== "off");
  keepCompiled();
  const page = settings.TEAMS_PORT === "off" ? undefined : startPage(settings.TEAMS_PORT, program.port);
  const leave = async () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await stopPage(page);
    await program.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => void leave());
}

function printChoices(schoolsFile: string): void {
  for (const choices of readSchoolBook(schoolsFile).choices) console.log(listChoices(choices));
}

/** The addresses come last: what is printed last is what is seen. */
function greet({ port, wired }: Program, withPage: boolean): void {
  for (const choices of wired.choices) console.log([countChoices(choices), ...listMissing(choices)].join("\n"));
  if (wired.late) console.log(wired.late);
  console.log("Ctrl+C ends it; what has happened is kept, and goes on at the next start.");
  if (withPage) console.log("Open the Teams page in a browser, and write “request visit” as one of the visitors.");
  console.log(`\nBot: http://localhost:${port}/api/messages`);
}

main().catch(refuseToStart);
