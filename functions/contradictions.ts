import { starting as w } from "../words/en-gb/starting";
import type { Settings } from "./settings";

type Host = { loopback?: boolean; cosmos?: unknown };
const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
const isHere = (address: string): boolean => loopback.has(new URL(address).hostname);

/** What each setting says may be right and yet not go together: every sentence of it at once. */
export const contradictions = (settings: Settings, host: Host): string[] =>
  [
    ...aboutBot(settings, host),
    ...aboutStore(settings, host),
    ...aboutCosmos(settings, host),
    ...aboutPhones(settings),
    ...aboutReplies(settings),
    ...aboutSweep(settings),
  ].filter((sentence) => sentence !== undefined);

/** A schools file of another tenant, such as the demo's that somebody forgot to replace: nobody in Teams would be known. */
export const ofAnotherTenant = ({ MicrosoftAppTenantId: id }: Settings, tenant: string): string[] =>
  id !== undefined && id.toLowerCase() !== tenant.toLowerCase() ? [w.otherTenant] : [];

type Sentences = (string | undefined)[];
const when = (wrong: boolean, sentence: string): string | undefined => (wrong ? sentence : undefined);

/** Without an app id the bot believes whoever speaks to it. */
const aboutBot = (
  { MicrosoftAppId: app, MicrosoftAppType: type, MicrosoftAppPassword: password }: Settings,
  host: Host,
): Sentences => [
  when(app === undefined && !host.loopback, w.noAppId),
  when(app !== undefined && type === "SingleTenant" && password === undefined, w.noAppPassword),
  when(type === "UserAssignedMsi" && password !== undefined, w.idlePassword),
];

const aboutStore = ({ STORE, COSMOS_ENDPOINT, COSMOS_KEY, ERASURES_URL }: Settings, host: Host): Sentences => [
  when(STORE === "cosmos" && !host.loopback && ERASURES_URL === undefined, w.noErasures),
  when(STORE === "sqlite" && !host.loopback, w.sqliteInAzure),
  when(STORE === "sqlite" && (COSMOS_ENDPOINT ?? COSMOS_KEY) !== undefined, w.sqliteWithCosmos),
];

/** P3: whom a credential is shown to is never a matter of spelling. */
const aboutPhones = ({ COMMUNICATION_ENDPOINT: endpoint, COMMUNICATION_KEY: key, ...ids }: Settings): Sentences =>
  endpoint === undefined
    ? []
    : [
        when(
          !isHere(endpoint) && !/^https:\/\/[a-z0-9-]+(\.[a-z]+)?\.communication\.azure\.com\/?$/.test(endpoint),
          w.communicationEndpoint,
        ),
        when(isHere(endpoint) !== (key !== undefined), w.communicationKey),
        when(!isHere(endpoint) && (ids.AZURE_CLIENT_ID ?? ids.MicrosoftAppId) === undefined, w.noIdentityToSend),
      ];

const aboutSweep = ({ SWEEP_AUDIENCE: audience, SWEEP_CALLER: caller }: Settings): Sentences => [
  when(audience === undefined && caller !== undefined, w.noAudience),
  when(audience !== undefined && caller === undefined, w.noCaller),
];

const aboutReplies = ({ SMS_KEY: key, SMS_FROM: from, COMMUNICATION_ENDPOINT: endpoint }: Settings): Sentences => [
  when(key !== undefined && (endpoint === undefined || !from?.startsWith("+")), w.smsKey),
];

function aboutCosmos({ STORE, COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, ...ids }: Settings, host: Host): Sentences {
  if (STORE !== "cosmos") return [];
  if (endpoint === undefined) return [when(!host.cosmos, w.noCosmosEndpoint)];
  if (isHere(endpoint)) return [when(key === undefined, w.noCosmosKey)];
  return [
    when(!endpoint.startsWith("https:"), w.cosmosNotHttps),
    when(key !== undefined, w.idleCosmosKey),
    when((ids.AZURE_CLIENT_ID ?? ids.MicrosoftAppId) === undefined, w.noIdentityToStore),
  ];
}
