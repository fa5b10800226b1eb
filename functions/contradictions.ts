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
  ].filter((sentence) => sentence !== undefined);

type Sentences = (string | undefined)[];
const when = (wrong: boolean, sentence: string): string | undefined => (wrong ? sentence : undefined);

/** Without an app id the bot believes whoever speaks to it. */
const aboutBot = (
  { MicrosoftAppId: app, MicrosoftAppType: type, MicrosoftAppPassword: password }: Settings,
  host: Host,
): Sentences => [
  when(
    app === undefined && !host.loopback,
    "MicrosoftAppId: is missing; without one Homeward runs on this machine only (npm start).",
  ),
  when(
    app !== undefined && type === "SingleTenant" && password === undefined,
    "MicrosoftAppPassword: is missing, which a SingleTenant app needs.",
  ),
  when(
    type === "UserAssignedMsi" && password !== undefined,
    "MicrosoftAppPassword: is set, but a UserAssignedMsi app has none. Remove it.",
  ),
];

const aboutStore = ({ STORE, COSMOS_ENDPOINT, COSMOS_KEY, ERASURES_URL }: Settings, host: Host): Sentences => [
  when(
    STORE === "cosmos" && !host.loopback && ERASURES_URL === undefined,
    "ERASURES_URL: is missing; what is erased has to be remembered apart from the database, or a restore brings it back.",
  ),
  when(
    STORE === "sqlite" && !host.loopback,
    "STORE: must be cosmos in Azure, where the disk of an instance goes with the instance.",
  ),
  when(
    STORE === "sqlite" && (COSMOS_ENDPOINT ?? COSMOS_KEY) !== undefined,
    "STORE: is sqlite, but COSMOS_ENDPOINT or COSMOS_KEY is set. Say STORE=cosmos, or remove them.",
  ),
];

/** P3: whom a credential is shown to is never a matter of spelling. */
const aboutPhones = ({ COMMUNICATION_ENDPOINT: endpoint, COMMUNICATION_KEY: key, ...ids }: Settings): Sentences =>
  endpoint === undefined
    ? []
    : [
        when(
          !isHere(endpoint) && !/^https:\/\/[a-z0-9-]+(\.[a-z]+)?\.communication\.azure\.com\/?$/.test(endpoint),
          "COMMUNICATION_ENDPOINT: must be such as https://NAME.communication.azure.com.",
        ),
        when(
          isHere(endpoint) !== (key !== undefined),
          "COMMUNICATION_KEY: is for a stand-in on this machine, which needs it.",
        ),
        when(
          !isHere(endpoint) && (ids.AZURE_CLIENT_ID ?? ids.MicrosoftAppId) === undefined,
          "AZURE_CLIENT_ID: is missing; it names the managed identity that may send by Azure Communication Services.",
        ),
      ];

const aboutReplies = ({ SMS_KEY: key, SMS_FROM: from, COMMUNICATION_ENDPOINT: endpoint }: Settings): Sentences => [
  when(
    key !== undefined && (endpoint === undefined || !from?.startsWith("+")),
    "SMS_KEY: is set, so an SMS can be replied to: that needs COMMUNICATION_ENDPOINT and a number in SMS_FROM.",
  ),
];

function aboutCosmos({ STORE, COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, ...ids }: Settings, host: Host): Sentences {
  if (STORE !== "cosmos") return [];
  if (endpoint === undefined) return [when(!host.cosmos, "COSMOS_ENDPOINT: is missing, which STORE=cosmos needs.")];
  if (isHere(endpoint))
    return [when(key === undefined, "COSMOS_KEY: is missing, which a database on this machine needs.")];
  return [
    when(!endpoint.startsWith("https:"), "COSMOS_ENDPOINT: must begin with https, unless it is on this machine."),
    when(
      key !== undefined,
      "COSMOS_KEY: is only for a database on this machine. In Azure the managed identity is used; remove the key.",
    ),
    when(
      (ids.AZURE_CLIENT_ID ?? ids.MicrosoftAppId) === undefined,
      "AZURE_CLIENT_ID: is missing; it names the managed identity that may read and write in Cosmos DB.",
    ),
  ];
}
