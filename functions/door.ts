import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from "@azure/functions";
import { errorFacts } from "./error-facts";
import type { Wired } from "./wire";

type Parts = Promise<Wired>;
type Route = { route: string; methods: ("GET" | "POST" | "HEAD")[] };

/** A function with an HTTP trigger. Who may call is the handler's affair: Azure's own keys would be secrets to keep. */
export function http(name: string, route: Route, parts: Parts, handle: Handle): void {
  const handler = namelessly(async (request: HttpRequest) => handle(await parts, request));
  app.http(name, { ...route, authLevel: "anonymous", handler });
}
type Handle = (parts: Wired, request: HttpRequest) => Promise<HttpResponseInit>;

/** A function that the clock calls: `schedule` is NCRONTAB in UTC. */
export function timer(name: string, schedule: string, parts: Parts, handle: Tick): void {
  const handler = namelessly(async (_: unknown, context: InvocationContext) => handle(await parts, context));
  app.timer(name, { schedule, handler });
}
type Tick = (parts: Wired, context: InvocationContext) => Promise<void>;

/**
 * The host logs and traces whatever a function throws, with its message, which may hold what somebody typed (P10). What it gets to see is the kind of
 * error, and where in the code it came from.
 */
export const namelessly =
  <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
  async (...given: A): Promise<R> => {
    try {
      return await work(...given);
    } catch (error) {
      const { error: kind, code, at = [] } = errorFacts(error);
      const nameless = new Error(code === undefined ? kind : `${kind} (${code})`);
      nameless.stack = [nameless.message, ...at].join("\n");
      throw nameless;
    }
  };
