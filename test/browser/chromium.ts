import { type Browser, chromium } from "playwright-core";
import { patience } from "../patience";
import { chromiumAddress, executablePath } from "./open-chromium";

/** One of its own to each test file, within the one Chromium of the run; what it opened ends with it. */
export const launchChromium = async (): Promise<Browser> =>
  chromium.connect(await chromiumAddress(), { timeout: patience });

const noChromium = executablePath
  ? undefined
  : "/usr/bin/chromium is missing; Debian's packages are called chromium and chromium-headless-shell";

/** A suite that needs Chromium; where it, or what else the suite lacks, is missing, it is skipped, and its title says why. */
export function inChromium(title: string, suite: () => void, lacks?: string): void {
  const why = noChromium ?? lacks;
  if (why === undefined) describe(title, suite);
  else describe.skip(`${title} (skipped: ${why})`, suite);
}
