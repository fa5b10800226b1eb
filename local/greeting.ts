import { countChoices, listMissing } from "./choices";
import type { Program } from "./program";

const GONE = "Ctrl+C ends it. Its Cosmos DB is in memory (no COSMOS_ENDPOINT is set): what has happened is gone then.";
const inMemory = ({ settings }: Program["wired"]): boolean =>
  settings.STORE === "cosmos" && settings.COSMOS_ENDPOINT === undefined;

const clockOf = ({ clock }: Program["wired"]): string =>
  `START_AT: is not taken, since the clock of DATA_DIR goes on: it is ${new Date(clock.now()).toISOString()}.`;

/** What a start prints. The addresses come last: what is printed last is what is seen. */
export const greetingOf = (
  { port, wired, clockGoesOn }: Program,
  given: { page: boolean; startAt?: number | undefined },
): string =>
  [
    ...wired.choices.flatMap((choices) => [countChoices(choices), ...listMissing(choices)]),
    ...wired.waysOut,
    ...(clockGoesOn && given.startAt !== undefined ? [clockOf(wired)] : []),
    ...(wired.late ? [wired.late] : []),
    inMemory(wired) ? GONE : "Ctrl+C ends it; what has happened is kept, and goes on at the next start.",
    ...(given.page ? ["Open the Teams page in a browser, and write “request visit” as one of the visitors."] : []),
    `\nBot: http://localhost:${port}/api/messages`,
  ].join("\n");
