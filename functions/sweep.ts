import { createHash, timingSafeEqual } from "node:crypto";
import { app, type HttpRequest, type HttpResponseInit } from "@azure/functions";
import { wire } from "./wire";

async function sweep(): Promise<void> {
  await (await wire()).sweep();
}

/** P12: the independent waker, beside the timer. Nothing in the request changes what is done. */
async function sweepByHttp(request: HttpRequest): Promise<HttpResponseInit> {
  const { settings } = await wire();
  if (!showsToken(request.headers.get("authorization"), settings.SWEEP_TOKEN)) return { status: 401 };
  if (request.query.size > 0 || (await request.text()) !== "") return { status: 400, body: "It takes no parameters." };
  await sweep();
  return { status: 204 };
}

function showsToken(header: string | null, token: string | undefined): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return token !== undefined && header !== null && timingSafeEqual(digest(header), digest(`Bearer ${token}`));
}

app.timer("sweep", { schedule: "*/10 * * * * *", handler: sweep });
app.http("sweepByHttp", { route: "sweep", methods: ["POST"], authLevel: "anonymous", handler: sweepByHttp });
