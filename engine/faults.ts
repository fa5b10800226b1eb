/** For the log: what kind of fault and where in the code, without its message, which might quote what somebody typed (P10). */
export const faultOf = (error: unknown): { error: string; where: string } => ({
  error: error instanceof Error ? error.name : typeof error,
  where: error instanceof Error ? (/at .*?([\w-]+\.[jt]s:\d+)/.exec(error.stack ?? "")?.[1] ?? "") : "",
});
