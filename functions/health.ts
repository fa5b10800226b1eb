import { app, type HttpResponseInit } from "@azure/functions";
import { wire } from "./wire";

/** P12: one word, for a monitor outside. */
async function health(): Promise<HttpResponseInit> {
  const { health: look } = await wire();
  const word = await look().catch(() => "late");
  return { status: word === "ok" ? 200 : 503, body: word };
}

app.http("health", { route: "health", methods: ["GET"], authLevel: "anonymous", handler: health });
