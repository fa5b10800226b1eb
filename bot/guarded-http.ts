import { Agent, type IncomingHttpHeaders, request as plainly } from "node:http";
import { Agent as SecureAgent, request as securely } from "node:https";
import { text } from "node:stream/consumers";
import type { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { allowedUrl, type Reach } from "./allowed-url";
import { SendFailed } from "./send-failed";

type ClientOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ClientOptions["httpClient"]>;
type HttpRequest = Parameters<HttpClient["sendRequest"]>[0];
type HttpResponse = Awaited<ReturnType<HttpClient["sendRequest"]>>;

/** What a system error says when no byte of the request can have arrived. */
const NEVER_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);

/** A connection that nobody has used for so long is closed: whoever is at its other end may close it meanwhile, and what is sent then is lost. */
const IDLE_MS = 4_000;

type Answered = { status: number; headers: IncomingHttpHeaders; body: string };
type Exchange = (request: HttpRequest, timeout: number) => Promise<Answered>;

/**
 * The one way out to Teams (P3). It looks at the address of every request, follows no redirect, waits no longer than `timeout`,
 * and throws a `SendFailed` for whatever is not a success: the SDK repeats only what its own errors report, so nothing is posted
 * twice behind the back of the marks.
 */
export function guardedHttp(reach: Reach, timeout: number): HttpClient {
  const exchange = exchanging();
  return {
    async sendRequest(request) {
      if (!allowedUrl(request.url, reach)) throw new SendFailed(0, "notAllowed");
      const answer = await exchange(request, timeout).catch((error: unknown) => {
        throw new SendFailed(0, neverConnected(error) ? "notSent" : "noAnswer");
      });
      if (answer.status < 200 || answer.status > 299) throw failed(answer);
      return read(request, answer);
    },
  };
}

/** Node's own client: `fetch` follows redirects unless told not to, and its streams cost as much as all else that a send takes. */
function exchanging(): Exchange {
  const kept = { keepAlive: true, timeout: IDLE_MS };
  const [agent, secureAgent] = [new Agent(kept), new SecureAgent(kept)];
  return ({ url, method, headers, body }, timeout) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const options = { method, headers: { ...headers.toJson(), "accept-encoding": "identity" } };
    const asked = url.startsWith("https:")
      ? securely(url, { ...options, agent: secureAgent })
      : plainly(url, { ...options, agent });
    asked.on("error", reject);
    asked.once("response", async (answer) => {
      const said = await text(answer).catch(() => "");
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: said });
    });
    asked.end(body);
    // A signal of one's own would go off for each request, also long after its answer.
    const late = setTimeout(() => asked.destroy(new SendFailed(0, "noAnswer")), timeout);
    return promise.finally(() => clearTimeout(late));
  };
}

/** A name with several addresses fails with an error for each. */
function neverConnected(error: unknown): boolean {
  const { errors = [error as Coded] } = error as { errors?: readonly Coded[] };
  return errors.length > 0 && errors.every(({ code }) => NEVER_CONNECTED.has(code ?? ""));
}
type Coded = { code?: string };

function failed({ status, headers, body }: Answered): SendFailed {
  const gone = body.includes("ActivityNotFoundInConversation");
  const seconds = Number(headers["retry-after"]);
  const retryAfter = seconds > 0 ? seconds * 1000 : undefined;
  return new SendFailed(status, gone ? "activityGone" : "answered", retryAfter);
}

const read = (request: HttpRequest, { status, headers, body }: Answered): HttpResponse =>
  ({ request, status, bodyAsText: body, headers: { toJson: () => headers } }) as unknown as HttpResponse;
