/** What whoever runs Homeward reads when it starts, or can't; settings stand in front by their names, and never with what they were set to. */
export const starting = {
  somebodyOut: "Somebody who is no longer listed",
  noAppId: "MicrosoftAppId: is missing; without one Homeward runs on this machine only (npm start).",
  otherTenant:
    "MicrosoftAppTenantId: is another tenant than the schools file has (tenant:). The bot would answer nobody: put the school's own tenant into both.",
  noAppPassword: "MicrosoftAppPassword: is missing, which a SingleTenant app needs.",
  idlePassword: "MicrosoftAppPassword: is set, but a UserAssignedMsi app has none. Remove it.",
  noErasures:
    "ERASURES_URL: is missing; what is erased has to be remembered apart from the database, or a restore brings it back.",
  sqliteInAzure: "STORE: must be cosmos in Azure, where the disk of an instance goes with the instance.",
  sqliteWithCosmos: "STORE: is sqlite, but COSMOS_ENDPOINT or COSMOS_KEY is set. Say STORE=cosmos, or remove them.",
  communicationEndpoint: "COMMUNICATION_ENDPOINT: must be such as https://NAME.communication.azure.com.",
  communicationKey: "COMMUNICATION_KEY: is for a stand-in on this machine, which needs it.",
  noIdentityToSend:
    "AZURE_CLIENT_ID: is missing; it names the managed identity that may send by Azure Communication Services.",
  smsKey: "SMS_KEY: is set, so an SMS can be replied to: that needs COMMUNICATION_ENDPOINT and a number in SMS_FROM.",
  noAudience: "SWEEP_AUDIENCE: is missing, which SWEEP_CALLER needs.",
  noCaller: "SWEEP_CALLER: is missing, which SWEEP_AUDIENCE needs.",
  noCosmosEndpoint: "COSMOS_ENDPOINT: is missing, which STORE=cosmos needs.",
  noCosmosKey: "COSMOS_KEY: is missing, which a database on this machine needs.",
  cosmosNotHttps: "COSMOS_ENDPOINT: must begin with https, unless it is on this machine.",
  idleCosmosKey:
    "COSMOS_KEY: is only for a database on this machine. In Azure the managed identity is used; remove the key.",
  noIdentityToStore: "AZURE_CLIENT_ID: is missing; it names the managed identity that may read and write in Cosmos DB.",
  logLevel: "must be silent, error, warn, info or debug",
  appType: "must be UserAssignedMsi or SingleTenant",
  store: "must be sqlite or cosmos",
  cosmos: "must be the address of a Cosmos DB account",
  identity: "must be the client id of a managed identity",
  tables: "must be the address of a storage account's tables",
  tenant: "must be the id of a tenant",
  registration: "must be the app id of a registration",
  caller: "must be the object id of a managed identity",
  appId: "must be the bot's app id, such as 00000000-0000-0000-0000-000000000000",
  token: "must have 16 characters or more",
  https: "must be an https address",
  beat: "must be whole milliseconds, 1000 at the most",
  smsFrom: "must be a number such as +447700900000, or a name",
  email: "must be an e-mail address",
  packTwice: (folder: string) => `${folder}: there is another pack of this name`,
  folderTaken: (folder: string) =>
    `DATA_DIR: another Homeward is running on ${folder}. Stop it, or choose another folder.`,
  unusable: (path: string, why: string) =>
    `DATA_DIR: ${path} can't be used (${why}). Put that right, or choose another folder.`,
  notClosed: (folder: string, why: string) =>
    `DATA_DIR: ${folder} could not be tidied up (${why}). What has been stored is there, and goes on at the next start.`,
  notJson: "The body must be JSON.",
  noParameters: "It takes no parameters.",
  late: (count: number, length: string) =>
    count === 1
      ? `1 thing fell due while it was down; it is ${length} late.`
      : `${count} things fell due while it was down; the oldest is ${length} late.`,
};
