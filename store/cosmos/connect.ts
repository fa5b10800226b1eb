import { type ConnectionPolicy, CosmosClient } from "@azure/cosmos";
import { databaseName, documents, visits } from "./containers";

/** One region, and every repeat is `surely.ts`'s own: it alone knows which write may be made twice. */
const connectionPolicy: ConnectionPolicy = {
  enableEndpointDiscovery: false,
  enableBackgroundEndpointRefreshing: false,
  requestTimeout: 4_000,
  retryOptions: { maxRetryAttemptCount: 0 },
};

/** `key`: of a database on this machine. In Azure it is the managed identity of that client id, and no secret exists. */
export type Access = { endpoint: string } & ({ key: string } | { identity: string });

export async function connect(access: Access): Promise<CosmosClient> {
  const { endpoint } = access;
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
