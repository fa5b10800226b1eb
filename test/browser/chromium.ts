import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The system's own: nothing is fetched for a test. */
const executablePath = "/usr/bin/chromium";
const quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const offline = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Fields of dates and times are in British form where Debian's chromium-l10n is; without it in the American. */
const env = { ...process.env, LANGUAGE: "en_GB" };

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...quiet, ...offline, "--lang=en-GB"], env });

const noChromium = existsSync(executablePath)
  ? undefined
  : `${executablePath} is missing; Debian's package is called chromium`;

/** A suite that needs Chromium; where it, or what else the suite lacks, is missing, it is skipped, and its title says why. */
export function inChromium(title: string, suite: () => void, lacks?: string): void {
  const why = noChromium ?? lacks;
  if (why === undefined) describe(title, suite);
  else describe.skip(`${title} (skipped: ${why})`, suite);
}
