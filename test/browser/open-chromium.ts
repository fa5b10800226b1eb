import { once } from "node:events";
import { existsSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import type { BrowserServer } from "playwright-core";
import { patience } from "../patience";

/** The system's own: nothing is fetched for a test. The first of them has no window, whose frame and tabs the other draws though nobody sees them. */
const either = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
/** Undefined where neither is installed. */
export const executablePath = either.find((path) => existsSync(path));
const quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const offline = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
/** The address bar's suggestions are pages of their own, drawn with every window though nobody sees them: a second of work each. */
const unseen = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "Translate", "MediaRouter", "OptimizationHints"];
const bare = [`--disable-features=${unseen.join(",")}`, "--disable-extensions"];

/**
 * By default V8 keeps no positions of the source, and compiles each function on the stack once more wherever an error is made: half of
 * what it cost to load the Playground. And no page lives long enough to win back what its code costs to be compiled a second and a third time.
 */
const script = ["--js-flags=--no-enable-lazy-source-positions --no-maglev --no-turbofan"];

/** Where there is a window, fields of dates and times are in British form if Debian's chromium-l10n is installed, else in the American. */
const env = { ...process.env, LANGUAGE: "en_GB" };

async function launch(): Promise<BrowserServer> {
  // Loaded only where a browser is asked for: most runs of a few test files need none.
  const { chromium } = await import("playwright-core");
  const args = [...quiet, ...offline, ...bare, ...script, "--lang=en-GB"];
  const how = { executablePath: executablePath ?? "", args, env, host: "127.0.0.1", timeout: patience };
  return chromium.launchServer(how);
}

let door: Server | undefined;
let running: Promise<BrowserServer> | undefined;

/** One Chromium for all test files of a run: it takes seconds to start, and starts when the first file asks for it. */
export async function openChromium(): Promise<void> {
  door = createServer((asking) => {
    running ??= launch();
    running.then(
      (server) => asking.end(server.wsEndpoint()),
      () => asking.destroy(),
    );
    asking.on("error", () => asking.destroy());
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  process.env.HOMEWARD_CHROMIUM = String((door.address() as AddressInfo).port);
}

export async function closeChromium(): Promise<void> {
  door?.close();
  await (await running?.catch(() => undefined))?.close();
}

/** Where to connect to it. */
export async function chromiumAddress(): Promise<string> {
  const line = connect(Number(process.env.HOMEWARD_CHROMIUM), "127.0.0.1").setEncoding("utf8");
  let said = "";
  for await (const text of line) said += text;
  if (said === "") throw new Error(`${executablePath} has not started.`);
  return said;
}
