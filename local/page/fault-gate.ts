import { createMiddleware } from "hono/factory";
import { z } from "zod";
import type { Directory } from "./directory";
import type { Faults } from "./faults";
import { answerError, type ChannelEnv, type ConnectorContext } from "./members";
import { faultErrors } from "./teams-error";

const target = z.object({
  members: z.array(z.object({ id: z.string() })).nullish(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).nullish(),
});

/** Lets a call through to the channel, or fails it in the way that was switched on. */
export function withFaults(directory: Directory, faults: Faults) {
  return createMiddleware<ChannelEnv>(async (c, next) => {
    if (faults.now.away) return hangUp(c);
    const fault = faults.of(await conversationOf(c, directory));
    if (!fault) return next();
    if (fault === "hang") return untilGone(c);
    if (fault !== "502-arrived") return answerError(c, faultErrors[fault]);
    await next();
    c.res = answerError(c, faultErrors[fault]);
  });
}

async function conversationOf(c: ConnectorContext, directory: Directory): Promise<string> {
  const inPath = /\/conversations\/([^/]+)/.exec(c.req.path)?.[1];
  if (inPath) return decodeURIComponent(inPath);
  const read = target.safeParse(await c.req.json().catch(() => undefined));
  const person = directory.person(read.data?.members?.[0]?.id ?? "");
  return read.data?.channelData?.channel?.id ?? person?.conversation ?? "";
}

/** Teams away: the connection breaks, no HTTP answer at all. */
function hangUp(c: ConnectorContext): Response {
  c.env.incoming.socket.destroy();
  return c.body(null, 502);
}

function untilGone(c: ConnectorContext): Promise<Response> {
  return new Promise((resolve) => c.env.incoming.socket.once("close", () => resolve(c.body(null))));
}
