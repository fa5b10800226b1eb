import { ConfigurationBotFrameworkAuthentication } from "botbuilder";

type Base = ConfigurationBotFrameworkAuthentication;
type Factory = ReturnType<Base["createConnectorFactory"]>;
export type Connector = Awaited<ReturnType<Factory["create"]>>;
type Tokens = Awaited<ReturnType<Base["createUserTokenClient"]>>;
type Authenticated = Awaited<ReturnType<Base["authenticateRequest"]>>;

/** A tenant has a few addresses; somebody who makes up more fills no memory. */
const MOST_CLIENTS = 20;

/**
 * The Bot Framework's authentication, which makes two clients for every activity that comes in, and each costs as much as a send. One for each address does:
 * it asks for a new token by itself when the old one has run out. Who has sent the activity is still looked at every time.
 */
export class KeptClients extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new Map<string, Connector>();
  private tokens: Tokens | undefined;

  override async authenticateRequest(...given: Parameters<Base["authenticateRequest"]>): Promise<Authenticated> {
    const result = await super.authenticateRequest(...given);
    return { ...result, connectorFactory: result.connectorFactory && this.keeping(result.connectorFactory) };
  }

  override createConnectorFactory(...given: Parameters<Base["createConnectorFactory"]>): Factory {
    return this.keeping(super.createConnectorFactory(...given));
  }

  /** For signing people in, which nobody here does; the adapter wants one all the same. */
  override async createUserTokenClient(...given: Parameters<Base["createUserTokenClient"]>): Promise<Tokens> {
    this.tokens ??= await super.createUserTokenClient(...given);
    return this.tokens;
  }

  private keeping(factory: Factory): Factory {
    return {
      create: async (serviceUrl, audience) => {
        const key = `${serviceUrl}\n${audience}`;
        const client = this.connectors.get(key) ?? (await factory.create(serviceUrl, audience));
        if (!this.connectors.has(key) && this.connectors.size >= MOST_CLIENTS) this.connectors.clear();
        this.connectors.set(key, client);
        return client;
      },
    };
  }
}
