import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";

export type Wrong = { method: string; path: string; headers?: OutgoingHttpHeaders | undefined; body: string };
export type Answered = { status: number; text: string };

/** A few connections to the program that stay open: what is sent costs little beside what it does there. */
export class Line {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly port: string;

  constructor(url: string) {
    this.port = new URL(url).port;
  }

  close(): void {
    this.agent.destroy();
  }

  send(sent: Wrong): Promise<Answered> {
    const { method, path, headers, body } = sent;
    const { port, agent } = this;
    const all = { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers };
    return new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method, agent, headers: all }, (answer) =>
        resolve(read(answer)),
      );
      // The program closes a connection that was idle; what was sent into that moment is sent again.
      const fails = (error: Error) => (asked.reusedSocket ? resolve(this.send(sent)) : reject(error));
      asked.on("error", fails).end(body);
    });
  }

  /** All of them, so many at once. */
  async sendAll(count: number, next: () => Wrong, atOnce: number, hear: (sent: Wrong, answer: Answered) => void) {
    let left = count;
    const worker = async () => {
      while (left-- > 0) {
        const one = next();
        hear(one, await this.send(one));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }
}

async function read(answer: IncomingMessage): Promise<Answered> {
  let text = "";
  for await (const some of answer.setEncoding("utf8")) text += some;
  return { status: answer.statusCode ?? 0, text };
}
