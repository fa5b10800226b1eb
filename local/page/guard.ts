import { createMiddleware } from "hono/factory";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export function isLoopback(host: string | undefined): boolean {
  if (!host || !URL.canParse(`http://${host}`)) return false;
  return LOOPBACK.has(new URL(`http://${host}`).hostname);
}

interface Caller {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  contentType: string | undefined;
  fetchSite: string | undefined;
  fetchMode: string | undefined;
}

/** P7: another site open in the same browser must be able neither to drive the bot nor to read the chats. */
export function refusalOf(caller: Caller): { status: 403 | 415; say: string } | undefined {
  if (!isLoopback(caller.host)) return { status: 403, say: "This page answers on localhost only." };
  if (caller.origin !== undefined && caller.origin !== `http://${caller.host}`)
    return { status: 403, say: "Foreign origin." };
  const foreign = caller.fetchSite !== undefined && !["same-origin", "none"].includes(caller.fetchSite);
  if (foreign && caller.fetchMode !== "navigate") return { status: 403, say: "Foreign site." };
  const writes = caller.method === "POST" || caller.method === "PUT";
  if (writes && !/^application\/json\b/i.test(caller.contentType ?? "")) return { status: 415, say: "JSON only." };
  return undefined;
}

export const guard = createMiddleware(async (c, next) => {
  const refusal = refusalOf({
    method: c.req.method,
    host: c.req.header("host"),
    origin: c.req.header("origin"),
    contentType: c.req.header("content-type"),
    fetchSite: c.req.header("sec-fetch-site"),
    fetchMode: c.req.header("sec-fetch-mode"),
  });
  if (refusal) return c.json({ error: { code: "Refused", message: refusal.say } }, refusal.status);
  await next();
});
