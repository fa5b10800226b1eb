import { createHash, timingSafeEqual } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { app, type HttpRequest, type HttpResponseInit } from "@azure/functions";
import { keepLooking } from "./keep-looking";
import type { Wired } from "./wire";

/** Only where nothing else wakes it in time is it worth waiting here for what falls due. */
const sweepByTimer = ({ sweep, wakes, isOpen }: Wired): Promise<void> =>
  keepLooking(sweep, { now: Date.now, pause }, () => isOpen() && !wakes);

/** P12: the independent waker, beside the timer. Nothing in the request changes what is done. */
async function sweepByHttp({ settings, sweep }: Wired, request: HttpRequest): Promise<HttpResponseInit> {
  if (!showsToken(request.headers.get("authorization"), settings.SWEEP_TOKEN)) return { status: 401 };
  if (request.query.size > 0 || (await request.text()) !== "") return { status: 400, body: "It takes no parameters." };
  await sweep();
  return { status: 204 };
}

function showsToken(header: string | null, token: string | undefined): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return token !== undefined && header !== null && timingSafeEqual(digest(header), digest(`Bearer ${token}`));
}

export function registerSweep(parts: Promise<Wired>): void {
  const handler = async () => sweepByTimer(await parts);
  app.timer("sweep", { schedule: "*/10 * * * * *", handler });
  const byHttp = async (request: HttpRequest) => sweepByHttp(await parts, request);
  app.http("sweepByHttp", { route: "sweep", methods: ["POST"], authLevel: "anonymous", handler: byHttp });
}
