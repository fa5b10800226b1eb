import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from "botbuilder";
import type { Reach } from "./allowed-url";
import { allowedUrl } from "./allowed-url";
import { guardedHttp } from "./guarded-http";
import { SendFailed } from "./send-failed";

/** The audience of a bot's tokens for Teams' public cloud. */
const TEAMS_AUDIENCE = "https://api.botframework.com";
const SEND_TIMEOUT_MS = 10_000;
/** A tenant has a few addresses; somebody who makes up more fills no memory. */
const MOST_CLIENTS = 20;

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication["createConnectorFactory"]>;
type Connector = Awaited<ReturnType<Factory["create"]>>;

export interface BotSettings {
  /** The only tenant that is listened to (P4). */
  tenant: string;
  /** Absent: local mode, where both sides speak over loopback only. */
  appId?: string | undefined;
  appType?: "UserAssignedMsi" | "SingleTenant" | undefined;
  /** Of a `SingleTenant` app. */
  appPassword?: string | undefined;
  /** Who signs what Teams sends, where it is not Microsoft's public cloud: the SDK's own names for it. */
  authority?: Readonly<Record<string, string>> | undefined;
  /** Hard limit of one request to Teams, ms. */
  sendTimeout?: number | undefined;
}

export const reachOf = (settings: BotSettings): Reach => (settings.appId ? "teams" : "loopback");

/** The Bot Framework's adapter, with every request of it going through the one guarded way out. */
export class Adapter extends CloudAdapter {
  readonly botId: string;
  /** By the address they send to. */
  private readonly clients = new Map<string, Connector>();
  private readonly reach: Reach;
  private readonly appId: string;

  constructor(settings: BotSettings) {
    const http = guardedHttp(reachOf(settings), settings.sendTimeout ?? SEND_TIMEOUT_MS);
    super(
      new ConfigurationBotFrameworkAuthentication(
        { ...settings.authority },
        credentials(settings),
        undefined,
        undefined,
        {
          httpClient: http,
        },
      ),
    );
    this.reach = reachOf(settings);
    this.appId = settings.appId ?? "";
    this.botId = `28:${settings.appId ?? "homeward"}`;
  }

  /** For what the bot says unasked. A stored address is looked at again before a token is fetched for it (P3). */
  async conversations(serviceUrl: string) {
    if (!allowedUrl(serviceUrl, this.reach)) throw new SendFailed(0, "notAllowed");
    const client = this.clients.get(serviceUrl) ?? (await this.open(serviceUrl));
    return client.conversations;
  }

  /** To make one costs as much as a send; it fetches a new token by itself when the old one has run out. */
  private async open(serviceUrl: string): Promise<Connector> {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.appId));
    const client = await factory.create(serviceUrl, TEAMS_AUDIENCE);
    if (this.clients.size >= MOST_CLIENTS) this.clients.clear();
    this.clients.set(serviceUrl, client);
    return client;
  }
}

const credentials = ({ appId, appType, appPassword, tenant }: BotSettings) =>
  new ConfigurationServiceClientCredentialFactory(
    appId
      ? {
          MicrosoftAppId: appId,
          MicrosoftAppType: appType ?? "UserAssignedMsi",
          MicrosoftAppTenantId: tenant,
          ...(appPassword ? { MicrosoftAppPassword: appPassword } : {}),
        }
      : {},
  );
