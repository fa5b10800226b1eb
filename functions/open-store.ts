import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../engine/ports";
import { starting as w } from "../words/en-gb/starting";
import { CannotStart } from "./cannot-start";
import type { Settings } from "./settings";
import { usable } from "./usable";

/** Where a Cosmos DB of this machine's own listens, and how it ends. */
export type LocalCosmos = { endpoint: string; key: string; close(): Promise<void> };

/** `alone`: no other process can send for it. `release`: after it is closed. */
type Opened = { store: Store; alone: boolean; release(): Promise<void> };

/** Only the one that is used is loaded. */
export const openStore = (settings: Settings, local?: () => Promise<LocalCosmos>): Promise<Opened> =>
  settings.STORE === "cosmos" ? openCosmos(settings, local) : openSqlite(settings.DATA_DIR);

async function openSqlite(folder: string): Promise<Opened> {
  const { holdFolder } = await import("../store/sqlite/hold-folder.js");
  const { SqliteStore } = await import("../store/sqlite/sqlite-store.js");
  const held = usable(folder, () => holdFolder(folder));
  if (!held) throw new CannotStart([w.folderTaken(folder)]);
  const file = join(folder, "homeward.sqlite");
  const store = usable(file, () => new SqliteStore(file));
  return { store, alone: true, release: async () => held.release() };
}

async function openCosmos(settings: Settings, local?: () => Promise<LocalCosmos>): Promise<Opened> {
  const { connect, prepare, waitsFor } = await import("../store/cosmos/connect.js");
  const { CosmosStore } = await import("../store/cosmos/cosmos-store.js");
  const { COSMOS_ENDPOINT, COSMOS_KEY: key } = settings;
  const own = COSMOS_ENDPOINT === undefined ? await local?.() : undefined;
  const endpoint = own?.endpoint ?? COSMOS_ENDPOINT ?? "";
  const identity = settings.AZURE_CLIENT_ID ?? settings.MicrosoftAppId ?? "";
  const here = own ?? (key === undefined ? undefined : { key });
  const access = here ? { endpoint, key: here.key } : { endpoint, identity };
  const client = await connect(access);
  if (here) await prepare(client);
  return { store: new CosmosStore(client, waitsFor(access).all), alone: false, release: async () => own?.close() };
}

/** From beside a program that may be running: whoever opens it so sends nothing, and needs no hold on the folder. */
export async function openBeside(settings: Settings): Promise<{ store: Store; close(): Promise<void> }> {
  if (settings.STORE === "cosmos") {
    const { store, release } = await openCosmos(settings);
    return { store, close: () => store.close().then(release) };
  }
  const file = join(settings.DATA_DIR, "homeward.sqlite");
  if (!existsSync(file)) throw new CannotStart([`DATA_DIR: there is no store in ${settings.DATA_DIR}.`]);
  const { SqliteStore } = await import("../store/sqlite/sqlite-store.js");
  const store = usable(file, () => new SqliteStore(file));
  return { store, close: () => store.close() };
}
