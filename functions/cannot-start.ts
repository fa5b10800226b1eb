/** What somebody has to put right before the program can start: every reason at once, in sentences. */
export class CannotStart extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join("\n"));
  }
}

/** Says all of it, and ends the program. */
export function refuseToStart(error: unknown): never {
  const reasons = error instanceof CannotStart ? error.reasons : [error instanceof Error ? error.stack : String(error)];
  for (const reason of reasons) console.error(reason);
  process.exit(1);
}
