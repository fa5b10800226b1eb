import { countChoices, listMissing } from "./choices";
import type { Program } from "./program";

/** What a start prints. The addresses come last: what is printed last is what is seen. */
export const greetingOf = ({ port, wired }: Program, withPage: boolean): string =>
  [
    ...wired.choices.flatMap((choices) => [countChoices(choices), ...listMissing(choices)]),
    ...(wired.late ? [wired.late] : []),
    "Ctrl+C ends it; what has happened is kept, and goes on at the next start.",
    ...(withPage ? ["Open the Teams page in a browser, and write “request visit” as one of the visitors."] : []),
    `\nBot: http://localhost:${port}/api/messages`,
  ].join("\n");
