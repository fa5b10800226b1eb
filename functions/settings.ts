import { z } from "zod";
import { starting as w } from "../words/en-gb/starting";
import { CannotStart } from "./cannot-start";

const given = (value: unknown): unknown => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(given, type.optional());
const text = (otherwise: string) => z.preprocess(given, z.string().default(otherwise));

/** The environment of the functions, wherever they run. */
export const environment = {
  STORE: z.preprocess(given, z.enum(["sqlite", "cosmos"], w.store).default("sqlite")),
  /** Of the Cosmos DB account. */
  COSMOS_ENDPOINT: optional(z.url({ protocol: /^https?$/, message: w.cosmos })),
  /** Only of a database on this machine; in Azure the managed identity is enough, and no key exists. */
  COSMOS_KEY: optional(z.string()),
  /** The managed identity's client id, where it is not the bot's own identity. */
  AZURE_CLIENT_ID: optional(z.guid(w.identity)),
  /** Where erasures are remembered apart from the database: the address of a storage account's tables. On a machine of one's own a file does it. */
  ERASURES_URL: optional(z.string().regex(/^https:\/\/[a-z0-9]{3,24}\.table\.core\.windows\.net\/?$/, w.tables)),
  DATA_DIR: text("./data"),
  SCHOOLS_FILE: text("./schools.demo.yaml"),
  /** Packs of policies beside those in `policies/`: a folder with a folder for each. */
  POLICIES_DIR: optional(z.string()),
  /** Absent: local mode, which believes anybody and therefore stays on loopback. */
  MicrosoftAppId: optional(z.guid(w.appId)),
  MicrosoftAppType: z.preprocess(
    given,
    z.enum(["UserAssignedMsi", "SingleTenant"], w.appType).default("UserAssignedMsi"),
  ),
  /** The tenant in which the bot is registered: that of the schools file, or it would answer nobody and seem to be well. */
  MicrosoftAppTenantId: optional(z.guid(w.tenant)),
  MicrosoftAppPassword: optional(z.string()),
  /** P12: who may make the functions sweep: the app id that a scheduler's Entra token is for, and the object id of its managed identity. */
  SWEEP_AUDIENCE: optional(z.guid(w.registration)),
  SWEEP_CALLER: optional(z.guid(w.caller)),
  /** The same for a scheduler outside Azure: what it shows. Without either nobody can. */
  SWEEP_TOKEN: optional(z.string().min(16, w.token)),
  /** S13: pinged only when all is well, so that its silence is noticed outside. Never logged (P12). */
  HEARTBEAT_URL: optional(z.url({ protocol: /^https$/, message: w.https })),
  /** A second way out, where the school has an Azure Communication Services account: its address. */
  COMMUNICATION_ENDPOINT: optional(z.url({ protocol: /^https?$/, message: w.https })),
  /** The number or name from which alarms go out by SMS, and the address from which they do by e-mail. */
  SMS_FROM: optional(z.string().regex(/^(\+\d{6,15}|[A-Za-z][A-Za-z0-9 ]{0,10})$/, w.smsFrom)),
  EMAIL_FROM: optional(z.email(w.email)),
  /** What Event Grid shows when it brings an SMS that somebody sent to that number. Without one none is taken. */
  SMS_KEY: optional(z.string().min(16, w.token)),
  /** Only of a stand-in on this machine; in Azure the managed identity is enough. */
  COMMUNICATION_KEY: optional(z.string()),
  /** Milliseconds: answers come at multiples of it after they were asked for, so that nobody can tell a discreet call by a clock (S4). 0: at once. */
  ANSWER_BEAT: optional(z.coerce.number(w.beat).int(w.beat).min(0, w.beat).max(1_000, w.beat)),
  LOG_LEVEL: z.preprocess(given, z.enum(["silent", "error", "warn", "info", "debug"], w.logLevel).default("warn")),
};

/** For a machine of one's own: secrets that Azure needs none of, places that its package has fixed, and the beat, which is a hundred there. */
export const notInAzure: readonly (keyof typeof environment)[] = [
  "COSMOS_KEY",
  "COMMUNICATION_KEY",
  "MicrosoftAppPassword",
  "DATA_DIR",
  "POLICIES_DIR",
  "ANSWER_BEAT",
];

export type Environment = Readonly<Record<string, string | undefined>>;
export type Settings = z.infer<z.ZodObject<typeof environment>>;

/** Every wrong setting at once, by name; what it was set to is not repeated. */
export function readSettings<Shape extends z.ZodRawShape>(shape: Shape, env: Environment): z.infer<z.ZodObject<Shape>> {
  const read = z.object(shape).safeParse(env);
  if (read.success) return read.data;
  throw new CannotStart(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
}
