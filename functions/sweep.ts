import { setTimeout as pause } from "node:timers/promises";
import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import { starting as w } from "../words/en-gb/starting";
import { http, timer } from "./door";
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
  timer("sweep", "*/10 * * * * *", parts, sweepByTimer);
  http("sweepByHttp", { route: "sweep", methods: ["POST"] }, parts, sweepByHttp);
}
