import { type ConnectionPolicy, CosmosClient } from "@azure/cosmos";
import { databaseName, documents, visits } from "./containers";

/** One region, and every repeat is `surely.ts`'s own: it alone knows which write may be made twice. */
const policyOf = ({ request }: Waits): ConnectionPolicy => ({
  enableEndpointDiscovery: false,
  enableBackgroundEndpointRefreshing: false,
  requestTimeout: request,
  retryOptions: { maxRetryAttemptCount: 0 },
});

/** `key`: of a database on this machine. In Azure it is the managed identity of that client id, and no secret exists. */
export type Access = { endpoint: string } & ({ key: string } | { identity: string });

/** So long, in ms, one request may take, and all that is asked to be sure of one answer. */
export type Waits = { request: number; all: number };
/** A press is answered while Teams still waits for it, whatever the database does. */
export const inAzure: Waits = { request: 4_000, all: 6_000 };
/** A database on this machine is only as quick as the machine, which may have much else to do. */
export const onThisMachine: Waits = { request: 60_000, all: 90_000 };

export const waitsFor = (access: Access): Waits => ("key" in access ? onThisMachine : inAzure);

export async function connect(access: Access, waits = waitsFor(access)): Promise<CosmosClient> {
  const { endpoint } = access;
  const connectionPolicy = policyOf(waits);
  if ("key" in access) return new CosmosClient({ endpoint, key: access.key, connectionPolicy });
  const { ManagedIdentityCredential } = await import("@azure/identity");
  const aadCredentials = new ManagedIdentityCredential({ clientId: access.identity });
  return new CosmosClient({ endpoint, aadCredentials, connectionPolicy });
}

/** Makes what is not there yet. In Azure `infra/` does it: the identity may only read and write items. */
export async function prepare(client: CosmosClient): Promise<void> {
  const { database } = await client.databases.createIfNotExists({ id: databaseName });
  for (const container of [visits, documents]) await database.containers.createIfNotExists(container);
}
