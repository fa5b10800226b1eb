import { type Activity, CloudAdapter, ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { errorKind } from "../engine/faults";
import type { Reach } from "./allowed-url";
import { allowedUrl } from "./allowed-url";
import { guardedHttp } from "./guarded-http";
import { KeptClients } from "./kept-clients";
import { SendFailed } from "./send-failed";

/** The audience of a bot's tokens for Teams' public cloud. */
const TEAMS_AUDIENCE = "https://api.botframework.com";
const SEND_TIMEOUT_MS = 10_000;

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

type Processing = CloudAdapter["processActivity"];
type Checked = Parameters<Processing>[0];
type Logic = Parameters<Processing>[2];
type Answered = Awaited<ReturnType<Processing>>;

export const reachOf = (settings: BotSettings): Reach => (settings.appId ? "teams" : "loopback");

/** The Bot Framework's adapter, with every request of it going through the one guarded way out. */
export class Adapter extends CloudAdapter {
  readonly botId: string;
  private readonly reach: Reach;
  private readonly appId: string;

  constructor(settings: BotSettings) {
    const http = guardedHttp(reachOf(settings), settings.sendTimeout ?? SEND_TIMEOUT_MS);
    super(
      new KeptClients({ ...settings.authority }, credentials(settings), undefined, undefined, { httpClient: http }),
    );
    this.reach = reachOf(settings);
    this.appId = settings.appId ?? "";
    this.botId = `28:${settings.appId ?? "homeward"}`;
  }

  /** Turns don't throw: what fails here is the check of who sends. The SDK would print where in its code, at length, for each forged request. */
  protected override processActivity(sender: string | Checked, activity: Activity, turn: Logic): Promise<Answered> {
    return super
      .processActivity(sender as string, activity, turn)
      .catch((error: unknown) => ({ status: 401, body: errorKind(error) }));
  }

  /** For what the bot says unasked. A stored address is looked at again before a token is fetched for it (P3). */
  async conversations(serviceUrl: string) {
    if (!allowedUrl(serviceUrl, this.reach)) throw new SendFailed(0, "notAllowed");
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.appId));
    return (await factory.create(serviceUrl, TEAMS_AUDIENCE)).conversations;
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
