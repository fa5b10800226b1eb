import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { patience } from "../patience";

type Sms = { to: string; from: string; message: string };
type Email = { to: string; from: string; subject: string; text: string };

/** Azure Communication Services as its REST interface is: takes messages, and keeps what it took. */
export class CommunicationStandIn {
  readonly sms: Sms[] = [];
  readonly emails: Email[] = [];
  readonly authorized: string[] = [];
  /** Answered instead of taking anything. */
  fails: number | undefined;
  private readonly server: Server = createServer({ keepAliveTimeout: patience }, async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    this.authorized.push(request.headers.authorization ?? "");
    if (this.fails) return void response.writeHead(this.fails, { "content-type": "application/json" }).end("{}");
    if (request.method === "GET") {
      response.writeHead(200, { "content-type": "application/json" });
      return void response.end(`{"id":"1","status":"Running"}`);
    }
    const body = JSON.parse(text || "{}");
    const answer = request.url?.startsWith("/sms") ? this.takeSms(body) : this.takeEmail(body);
    response.writeHead(202, {
      "content-type": "application/json",
      "operation-location": `${this.url}/emails/operations/1`,
    });
    response.end(JSON.stringify(answer));
  });

  static async open(): Promise<CommunicationStandIn> {
    const standIn = new CommunicationStandIn();
    await new Promise<void>((resolve) => standIn.server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private takeSms(body: { from: string; message: string; smsRecipients: { to: string }[] }): object {
    const taken = body.smsRecipients.map(({ to }) => ({ to, from: body.from, message: body.message }));
    this.sms.push(...taken);
    return { value: taken.map(({ to }) => ({ to, messageId: "1", httpStatusCode: 202, successful: true })) };
  }

  private takeEmail(body: {
    senderAddress: string;
    content: { subject: string; plainText: string };
    recipients: { to: { address: string }[] };
  }): object {
    const { subject, plainText } = body.content;
    for (const { address } of body.recipients.to)
      this.emails.push({ to: address, from: body.senderAddress, subject, text: plainText });
    return { id: "1", status: "Running" };
  }
}
