import type { LocalCosmos } from "../../functions/open-store";
import { openCosmos } from "../../local/cosmos";
import { connect, onThisMachine, prepare } from "../../store/cosmos/connect";
import { CosmosStore } from "../../store/cosmos/cosmos-store";

/** A Cosmos DB account in memory, to which the real SDK speaks over HTTP. */
export class CosmosServer {
  private constructor(private readonly server: LocalCosmos) {}

  static async open(): Promise<CosmosServer> {
    const server = await openCosmos();
    const client = await connect(server);
    try {
      await prepare(client);
    } catch (error) {
      await server.close();
      throw error;
    } finally {
      client.dispose();
    }
    return new CosmosServer(server);
  }

  get url(): string {
    return this.server.endpoint;
  }

  get key(): string {
    return this.server.key;
  }

  async store(endpoint = this.url, waits = onThisMachine): Promise<CosmosStore> {
    return new CosmosStore(await connect({ endpoint, key: this.key }, waits), waits.all);
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
