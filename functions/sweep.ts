import { setTimeout as pause } from "node:timers/promises";
import { app, type HttpRequest, type HttpResponseInit } from "@azure/functions";
import { starting as w } from "../words/en-gb/starting";
import { keepLooking } from "./keep-looking";
import type { Wired } from "./wire";

/** Only where nothing else wakes it in time is it worth waiting here for what falls due. */
const sweepByTimer = ({ sweep, wakes, isOpen }: Wired): Promise<void> =>
  keepLooking(sweep, { now: Date.now, pause }, () => isOpen() && !wakes);

/** P12: the independent waker, beside the timer. Nothing in the request changes what is done. */
export async function sweepByHttp(
  { mayWake, sweep }: Pick<Wired, "mayWake" | "sweep">,
  request: HttpRequest,
): Promise<HttpResponseInit> {
  if (!(await mayWake(request.headers.get("authorization")))) return { status: 401 };
  if (request.query.size > 0 || (await request.text()) !== "") return { status: 400, body: w.noParameters };
  await sweep();
  return { status: 204 };
}

export function registerSweep(parts: Promise<Wired>): void {
  const handler = async () => sweepByTimer(await parts);
  app.timer("sweep", { schedule: "*/10 * * * * *", handler });
  const byHttp = async (request: HttpRequest) => sweepByHttp(await parts, request);
  app.http("sweepByHttp", { route: "sweep", methods: ["POST"], authLevel: "anonymous", handler: byHttp });
}
