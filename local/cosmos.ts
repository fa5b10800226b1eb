import type { AddressInfo } from "node:net";
import type { LocalCosmos } from "../functions/open-store";

/** A Cosmos DB in memory, to which the store speaks as it does to Azure's. What it holds is gone with the program. */
export async function openCosmos(): Promise<LocalCosmos> {
  const { createHttpServer } = await import("@vercel/cosmosdb-server");
  const server = createHttpServer({ keepAlive: true });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { endpoint, key: Buffer.from("homeward").toString("base64"), close };
}
