import { faultyWays } from "../phone/addresses";
import type { Ways } from "../phone/ways";
import type { Roster } from "../schools/school";
import { CannotStart } from "./cannot-start";
import type { Settings } from "./settings";

/** The second ways out that are set; only where there are any is their SDK loaded. */
export async function openWays(settings: Settings, rosters: readonly Roster[]): Promise<Ways> {
  const ways = await fromSettings(settings);
  const faults = rosters.flatMap((roster) => faultyWays(roster, ways));
  if (faults.length > 0) throw new CannotStart(faults);
  return ways;
}

async function fromSettings(settings: Settings): Promise<Ways> {
  const { COMMUNICATION_ENDPOINT: endpoint, COMMUNICATION_KEY: key, SMS_FROM, EMAIL_FROM } = settings;
  if (endpoint === undefined) return {};
  const { azureWays } = await import("../phone/azure-ways.js");
  const identity = settings.AZURE_CLIENT_ID ?? settings.MicrosoftAppId ?? "";
  const access = key === undefined ? { identity } : { key };
  const smsReplies = settings.SMS_KEY !== undefined;
  return azureWays({ endpoint, access, smsFrom: SMS_FROM, emailFrom: EMAIL_FROM, smsReplies });
}
