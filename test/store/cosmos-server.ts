import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createHttpServer } from "@vercel/cosmosdb-server";
import { connect, prepare } from "../../store/cosmos/connect";
import { CosmosStore } from "../../store/cosmos/cosmos-store";

/** What any server of this machine takes for a key. */
export const anyKey = Buffer.from("homeward").toString("base64");

/** A Cosmos DB account in memory, to which the real SDK speaks over HTTP. */
export class CosmosServer {
  private constructor(private readonly server: Server) {}

  static async open(): Promise<CosmosServer> {
    const server = createHttpServer({ keepAlive: true });
    server.keepAliveTimeout = 120_000;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const opened = new CosmosServer(server);
    const client = await connect({ endpoint: opened.url, key: anyKey });
    await prepare(client);
    client.dispose();
    return opened;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async store(endpoint = this.url): Promise<CosmosStore> {
    return new CosmosStore(await connect({ endpoint, key: anyKey }));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
