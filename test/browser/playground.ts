import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page as Tab } from "playwright-core";
import { patience } from "../patience";
import type { Program } from "../program";

const root = join(__dirname, "../..");
const installed = join(root, "node_modules/@microsoft/m365agentsplayground/cli.js");

/** Why it can't be tested here, where it can't. */
export const lacking = existsSync(installed)
  ? undefined
  : "@microsoft/m365agentsplayground is missing; npm install brings it";

type Started = { url: string; end: () => Promise<void> };

/** The Playground by itself, in front of a bot at that port. */
export async function startPlayground(name: string, bot: { port: string; folder: string }): Promise<Started> {
  const set = { PORT: bot.port, PLAYGROUND_PORT: "0", DATA_DIR: bot.folder, SCHOOLS_FILE: "schools.demo.yaml" };
  const env = { ...process.env, ...set };
  const child = spawn(process.execPath, ["dist/local/playground/main.js", name], { cwd: root, env });
  const closed = once(child, "close");
  const end = async () => {
    child.kill("SIGKILL");
    await closed;
  };
  try {
    return { url: await address(child), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The Microsoft 365 Agents Playground as `npm run playground -- NAME` starts it, and that person in front of it. */
export class Playground {
  private constructor(
    readonly tab: Tab,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(browser: Browser, program: Program, name: string): Promise<Playground> {
    const { url, end } = await startPlayground(name, { port: new URL(program.url).port, folder: program.folder });
    try {
      return new Playground(await tabAt(browser, url), end);
    } catch (error) {
      await end();
      throw error;
    }
  }

  /** The bot goes on speaking to the Playground, with nobody in front of it. */
  async leaves(): Promise<void> {
    await this.tab.goto("about:blank");
  }

  async close(): Promise<void> {
    await this.tab.context().close();
    await this.end();
  }

  async turnsTo(place: RegExp): Promise<void> {
    await this.tab.getByRole("treeitem", { name: place }).click();
  }

  async says(words: string): Promise<void> {
    await this.tab.getByRole("textbox").last().fill(words);
    await this.tab.getByRole("button", { name: "Send Message" }).click();
  }

  sees(words: string | RegExp): Promise<void> {
    return this.tab.getByText(words).last().waitFor();
  }

  presses(button: string | RegExp): Promise<void> {
    return this.tab.getByRole("button", { name: button }).last().click();
  }

  types(label: string | RegExp, words: string): Promise<void> {
    return this.tab.getByRole("textbox", { name: label }).last().fill(words);
  }

  async picks(label: string | RegExp, choice: string | RegExp): Promise<void> {
    await this.tab.getByRole("combobox", { name: label }).last().click();
    await this.tab.getByRole("option", { name: choice, exact: true }).click();
  }
}

async function tabAt(browser: Browser, url: string): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: "en-GB" });
  // Its page asks a content network for fonts; it does without them.
  await context.route(
    ({ hostname }) => hostname !== "localhost",
    (route) => route.abort(),
  );
  const tab = await context.newPage();
  tab.setDefaultTimeout(patience);
  await tab.goto(url);
  await tab.getByText("Connected.").waitFor();
  // Beside the chat it prints a log of all that passes, and draws the whole of it anew with each line.
  await tab.getByRole("button", { name: "Toggle Log Panel" }).click();
  return tab;
}

/** Where it listens, once it does. */
async function address(child: ChildProcess): Promise<string> {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => (output += text));
  const ended = once(child, "close").then(() => {
    throw new Error(`The Playground ended:\n${output}`);
  });
  ended.catch(() => undefined);
  for (;;) {
    const [, port] = /Listening on (\d+)/.exec(output) ?? [];
    if (port) return `http://localhost:${port}`;
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
}
