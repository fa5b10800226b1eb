import type { Browser, Page as Tab } from "playwright-core";
import { patience } from "../patience";
import { Program } from "../program";
import { Column } from "./column";

type Look = {
  width?: number;
  height?: number;
  theme?: "light" | "dark";
  scale?: number;
  schools?: string;
  /** The one chat or channel that the page shows. */
  show?: string;
};

const phone = { width: 360, height: 760 };

/** A running program with its page in Chromium, and everybody of the demo school, or of the school that is named, in front of it. */
export class Desk {
  private constructor(
    readonly program: Program,
    readonly tab: Tab,
    /** What the browser found wrong with the page. */
    readonly complaints: string[],
  ) {}

  static async open(browser: Browser, look: Look = {}): Promise<Desk> {
    const { width = 1920, height = 1080, theme = "light", scale = 1 } = look;
    const viewport = { width, height };
    const set = { viewport, locale: "en-GB", colorScheme: theme, deviceScaleFactor: scale };
    const context = await browser.newContext(set);
    return Desk.openOn(await context.newPage(), look);
  }

  /** In a tab that others have been opened on before: Chromium begins anew with every other. */
  static async openOn(tab: Tab, { schools = "schools.demo.yaml", show }: Look = {}): Promise<Desk> {
    const program = await Program.open({ schools, env: { TEAMS_PORT: "0" } });
    const url = await program.prints(/Teams page: (\S+)/);
    tab.setDefaultTimeout(patience);
    const complaints: string[] = [];
    tab.on("pageerror", (error) => complaints.push(error.message));
    tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await tab.goto(show === undefined ? url : `${url}?show=${show}`);
    return new Desk(program, tab, complaints);
  }

  /** The tab goes with the browser. */
  async close(): Promise<void> {
    await this.tab.goto("about:blank");
    await this.program.remove();
  }

  person(name: string, tab = this.tab): Column {
    return columnOf(tab, `${name}'s chat with Homeward`);
  }

  channel(name: string, tab = this.tab): Column {
    return columnOf(tab, `Channel ${name}`);
  }

  /** The same page once more, as wide as a phone, with one chat or channel. */
  async phone(show: string): Promise<Tab> {
    const tab = await this.tab.context().newPage();
    await tab.setViewportSize(phone);
    await tab.goto(`${this.tab.url()}?show=${show}`);
    return tab;
  }

  /** Presses a button of the clock and waits until all that fell due has been sent, and is drawn: the page hears of it before it hears of the time. */
  async lets(move: "+10min" | "+1h" | "next"): Promise<void> {
    const moved = this.tab.waitForResponse((response) => response.url().endsWith("/page/clock"));
    await this.tab.getByTestId(`clock:${move}`).click();
    const { now } = (await (await moved).json()) as { now: string };
    // What it shows is up to a second old.
    const shown = `Date.parse(document.querySelector("[data-testid=clock]").dataset.now)`;
    await this.tab.waitForFunction(`${shown} > ${Date.parse(now) - 2_000}`);
  }
}

/** By its label alone: to ask for the role, Playwright reckons that of every element of the page, with each step. */
const columnOf = (tab: Tab, label: string) => new Column(tab.locator(`section[aria-label="${label}"]`));
