import type { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { allowedUrl, type Reach } from "./allowed-url";
import { SendFailed } from "./send-failed";

type ClientOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ClientOptions["httpClient"]>;
type HttpRequest = Parameters<HttpClient["sendRequest"]>[0];
type HttpResponse = Awaited<ReturnType<HttpClient["sendRequest"]>>;

/** What a system error says when no byte of the request can have arrived. */
const NEVER_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);

/**
 * The one way out to Teams (P3). It looks at the address of every request, follows no redirect, waits no longer than `timeout`,
 * and throws a `SendFailed` for whatever is not a success: the SDK repeats only what its own errors report, so nothing is posted
 * twice behind the back of the marks.
 */
export function guardedHttp(reach: Reach, timeout: number): HttpClient {
  return {
    async sendRequest(request) {
      if (!allowedUrl(request.url, reach)) throw new SendFailed(0, "notAllowed");
      const response = await send(request, timeout);
      const body = await response.text().catch(() => "");
      if (!response.ok) throw answered(response, body);
      return read(request, response, body);
    },
  };
}

async function send(request: HttpRequest, timeout: number): Promise<Response> {
  try {
    return await fetch(request.url, {
      method: request.method,
      headers: request.headers.toJson({ preserveCase: true }),
      body: request.body as string,
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    throw new SendFailed(0, neverConnected(error) ? "notSent" : "noAnswer");
  }
}

/** A name with several addresses fails with an error for each. */
function neverConnected(error: unknown): boolean {
  const { cause } = error as { cause?: Coded & { errors?: readonly Coded[] } };
  const causes = cause?.errors ?? [cause];
  return causes.length > 0 && causes.every((one) => NEVER_CONNECTED.has(one?.code ?? ""));
}
type Coded = { code?: string };

function answered(response: Response, body: string): SendFailed {
  const gone = body.includes("ActivityNotFoundInConversation");
  const seconds = Number(response.headers.get("retry-after"));
  const retryAfter = seconds > 0 ? seconds * 1000 : undefined;
  return new SendFailed(response.status, gone ? "activityGone" : "answered", retryAfter);
}

function read(request: HttpRequest, response: Response, bodyAsText: string): HttpResponse {
  const headers = Object.fromEntries(response.headers);
  return {
    request,
    status: response.status,
    bodyAsText,
    headers: { toJson: () => headers },
  } as unknown as HttpResponse;
}
