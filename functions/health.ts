import type { HttpResponseInit } from "@azure/functions";
import { http } from "./door";
import type { Wired } from "./wire";

/** P12: one word, for a monitor outside. */
async function health({ health: look }: Wired): Promise<HttpResponseInit> {
  const word = await look().catch(() => "late");
  return { status: word === "ok" ? 200 : 503, body: word };
}

export function registerHealth(parts: Promise<Wired>): void {
  http("health", { route: "health", methods: ["GET"] }, parts, health);
}
