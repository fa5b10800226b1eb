import { closeChromium } from "../browser/open-chromium";
import { clearShelf } from "../scenarios/shelf";
import { closeShared } from "./open-shared";

export default async function closeAll(): Promise<void> {
  await Promise.all([closeShared(), closeChromium()]);
  clearShelf();
}
