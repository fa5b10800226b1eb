import { errorKind } from "../engine/faults";

/** What a log may say of an error: what kind and where. Its message may hold what somebody typed (P10). */
export function errorFacts(error: unknown): { error: string; code?: string | undefined; at?: string[] | undefined } {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 6)
    .map((line) => line.trim());
  return { error: errorKind(error), code: (error as NodeJS.ErrnoException).code, at };
}
