import { closeChromium } from "../browser/open-chromium";
import { closeShared } from "./open-shared";

export default async function closeAll(): Promise<void> {
  await Promise.all([closeShared(), closeChromium()]);
}
