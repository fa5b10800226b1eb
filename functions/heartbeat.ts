/** S13: says outside that all is well. The address is a secret, so that not even a failure repeats it (P12). */
export function heartbeat(url: string | undefined): (() => Promise<void>) | undefined {
  if (url === undefined) return undefined;
  return async () => {
    const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (!answer?.ok) throw new Error("The heartbeat was not taken.");
  };
}
