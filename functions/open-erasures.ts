import type { Erasures } from "../engine/ports";
import type { Settings } from "./settings";

/** Only the one that is used is loaded, and not before something is erased or looked up. */
export async function openErasures(settings: Settings): Promise<Erasures> {
  const { ERASURES_URL: url, DATA_DIR } = settings;
  if (url === undefined) {
    const { ErasuresFile } = await import("../store/erasures/erasures-file.js");
    return new ErasuresFile(DATA_DIR);
  }
  const { erasuresTable } = await import("../store/erasures/erasures-table.js");
  return erasuresTable({ url, identity: settings.AZURE_CLIENT_ID ?? settings.MicrosoftAppId ?? "" });
}
