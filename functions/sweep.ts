import { createHash, timingSafeEqual } from "node:crypto";
import { app, type HttpRequest, type HttpResponseInit } from "@azure/functions";
import type { Wired } from "./wire";

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
  const handler = async () => void (await (await parts).sweep());
  app.timer("sweep", { schedule: "*/10 * * * * *", handler });
  const byHttp = async (request: HttpRequest) => sweepByHttp(await parts, request);
  app.http("sweepByHttp", { route: "sweep", methods: ["POST"], authLevel: "anonymous", handler: byHttp });
}
