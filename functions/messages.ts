import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import { starting as w } from "../words/en-gb/starting";
import { http } from "./door";
import type { Wired } from "./wire";

async function messages({ bot }: Wired, request: HttpRequest): Promise<HttpResponseInit> {
  const headers = spokenFor(request);
  if (request.method === "HEAD") return bot.handleHttp({ method: "HEAD", headers, body: undefined });
  const read = await json(request);
  if (!read) return { status: 400, jsonBody: { error: w.notJson } };
  return bot.handleHttp({ method: request.method, headers, body: read.body });
}

/** Who it is from: nothing else is looked at, and to list them all costs as much as a look into the store. */
function spokenFor({ headers }: HttpRequest): Record<string, string> {
  const authorization = headers.get("authorization");
  return authorization === null ? {} : { authorization };
}

async function json(request: HttpRequest): Promise<{ body: unknown } | undefined> {
  try {
    return { body: await request.json() };
  } catch {
    return undefined;
  }
}

export function registerMessages(parts: Promise<Wired>): void {
  http("messages", { route: "messages", methods: ["POST", "HEAD"] }, parts, messages);
}
