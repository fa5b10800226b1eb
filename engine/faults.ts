/** For the log: what kind of fault and where in the code, without its message, which might quote what somebody typed (P10). */
export const faultOf = (error: unknown): { error: string; where: string } => ({
  error: errorKind(error),
  where: error instanceof Error ? (/at .*?([\w-]+\.[jt]s:\d+)/.exec(error.stack ?? "")?.[1] ?? "") : "",
});

/** Its name, or what SQLite says of the file, such as "database or disk is full": fixed words, never what somebody typed (P10). */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { errstr } = error as { errstr?: unknown };
  return typeof errstr === "string" ? errstr : error.name;
}
