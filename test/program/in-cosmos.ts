type Set = { env: Record<string, string>; close(): Promise<void> };

/**
 * In `npm run long:azure` a program is the package for Azure, with a Cosmos DB that outlives its process. A story that chooses its store
 * keeps what it has chosen.
 */
export async function inCosmos(chosen: Record<string, string> | undefined): Promise<Set | undefined> {
  const PACKAGE_DIR = process.env.HOMEWARD_PACKAGE;
  if (PACKAGE_DIR === undefined || chosen?.STORE !== undefined) return undefined;
  // Loaded only where it is asked for: its SDK takes longer to load than most stories take.
  const { CosmosServer } = require("../store/cosmos-server") as typeof import("../store/cosmos-server.js");
  const server = await CosmosServer.open();
  const env = { PACKAGE_DIR, STORE: "cosmos", COSMOS_ENDPOINT: server.url, COSMOS_KEY: server.key };
  return { env, close: () => server.close() };
}
