import { AzureNamedKeyCredential, TableClient } from "@azure/data-tables";
import type { Erasure, Erasures } from "../../engine/ports";
import { idOf, keyOf } from "../cosmos/keys";

/** `key`: of a stand-in on this machine. In Azure it is the managed identity of that client id, and no secret exists. */
type Access = { url: string } & ({ account: string; key: string } | { identity: string });

export const tableName = "erasures";
/** Whatever waits for it is beside the watch, and still nothing may hang. */
const soon = () => ({ abortSignal: AbortSignal.timeout(8_000) });
const patience = { retryOptions: { maxRetries: 2, retryDelayInMs: 300, maxRetryDelayInMs: 1_000 } };

/** In the storage account of the function app: a restore of the database leaves it as it is. */
export async function erasuresTable(access: Access): Promise<Erasures> {
  if ("key" in access) {
    const credential = new AzureNamedKeyCredential(access.account, access.key);
    return new ErasuresTable(
      new TableClient(access.url, tableName, credential, { ...patience, allowInsecureConnection: true }),
    );
  }
  const { ManagedIdentityCredential } = await import("@azure/identity");
  const credential = new ManagedIdentityCredential({ clientId: access.identity });
  return new ErasuresTable(new TableClient(access.url, tableName, credential, patience));
}

class ErasuresTable implements Erasures {
  constructor(private readonly table: TableClient) {}

  async add({ school, visit, at }: Erasure): Promise<void> {
    const entity = { partitionKey: keyOf(school), rowKey: keyOf(visit), erasedAt: new Date(at).toISOString() };
    await this.table.upsertEntity(entity, "Replace", soon());
  }

  async remove({ school, visit }: Pick<Erasure, "school" | "visit">): Promise<void> {
    await this.table.deleteEntity(keyOf(school), keyOf(visit), soon()).catch((error: { statusCode?: number }) => {
      if (error.statusCode !== 404) throw error;
    });
  }

  async all(): Promise<Erasure[]> {
    const found: Erasure[] = [];
    for await (const { partitionKey, rowKey, erasedAt } of this.table.listEntities<{ erasedAt: string }>(soon()))
      found.push({ school: idOf(partitionKey ?? ""), visit: idOf(rowKey ?? ""), at: Date.parse(erasedAt) });
    return found;
  }
}
