import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { patience } from "../patience";

export type Fault = {
  /** Whether the server has done its work before the fault. */
  when: "before" | "after";
  /** Absent: the connection is cut. */
  status?: number;
  headers?: Record<string, string>;
  /** What else happens while the answer is lost. */
  meanwhile?: () => Promise<unknown>;
};
type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** Between the SDK and the database: passes on what is asked, and spoils what it is told to. */
export class FaultyProxy {
  /** Method and path of everything that was asked. */
  readonly asked: string[] = [];
  /** Hears of everything that was passed on: of writes the bytes that went there, of reads those that came back. */
  passed: (method: string, path: string, bytes: number, headers: IncomingMessage["headers"]) => void = () => undefined;
  /** What becomes of one request; nothing by itself. */
  fault: (method: string, path: string) => Fault | undefined = () => undefined;
  private readonly server: Server;

  private constructor(private readonly target: string) {
    this.server = createServer(
      { keepAliveTimeout: patience },
      (asked, answer) => void this.pass(asked, answer).catch(() => asked.destroy()),
    );
  }

  static async open(target: string): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next so many writes of items fail like this, or the next queries and reads. */
  spoil(what: "write" | "read", times: number, fault: Fault): void {
    let left = times;
    this.fault = (method, path) => {
      if (kindOf(method, path) !== what || left === 0) return undefined;
      left--;
      return fault;
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await bytes(asked);
    const path = asked.headers["x-ms-documentdb-isquery"] ? `${asked.url}?query` : `${asked.url}`;
    this.asked.push(`${asked.method} ${path}`);
    const fault = this.fault(asked.method ?? "", path);
    const done = fault?.when === "before" ? undefined : await this.forward(asked, body);
    const isRead = asked.method === "GET" || path.endsWith("?query");
    this.passed(asked.method ?? "", path, isRead ? (done?.body.length ?? 0) : body.length, asked.headers);
    if (!fault) return send(answer, done as Answer);
    await fault.meanwhile?.();
    if (fault.status === undefined) asked.socket.resetAndDestroy();
    else
      send(answer, { status: fault.status, headers: { ...fault.headers }, body: Buffer.from(`{"message":"fault"}`) });
  }

  private forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const onward = request(`${this.target}${url}`, { method, headers }, async (answer) =>
        resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: await bytes(answer) }),
      );
      onward.on("error", reject);
      onward.end(body);
    });
  }
}

/** Items only: what the SDK asks about accounts and containers is none of a test's business. */
function kindOf(method: string, path: string): "write" | "read" | undefined {
  if (!path.includes("/docs")) return undefined;
  return method === "GET" || path.endsWith("?query") ? "read" : "write";
}

async function bytes(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(answer: ServerResponse, { status, headers, body }: Answer): void {
  const { "transfer-encoding": _, ...rest } = headers;
  answer.writeHead(status, { ...rest, "content-length": body.length });
  answer.end(body);
}
