import { join } from "node:path";
import type { Browser, BrowserContext, Page as Tab } from "playwright-core";
import { drawnSamples } from "../../../cards/samples";
import { assets } from "../../../local/page/assets";
import { patience } from "../../patience";

const themes = ["light", "dark", "contrast"] as const;
/** As wide as a card gets beside a desktop's chat, and on a small phone. */
const widths = { desktop: 560, phone: 320 } as const;
/** `opened` shows also what a card keeps folded. */
export type Look = { theme: (typeof themes)[number]; width: keyof typeof widths; opened: boolean };

/** Folded as they come, in every theme. A width is laid out once for all its themes. */
const looksAt = (width: Look["width"]): readonly Look[] => themes.map((theme) => ({ theme, width, opened: false }));
export const phoneLooks = looksAt("phone");
export const deskLooks = looksAt("desktop");
export const unfolded: Look = { theme: "light", width: "phone", opened: true };

const own: Readonly<Record<string, string>> = { "/": "wall.html", "/wall.mjs": "wall.mjs" };

/** Every sample of every card on one wall, drawn in one tab by the page's own renderer and styles. */
export class Gallery {
  readonly cards = drawnSamples();

  private constructor(
    private readonly context: BrowserContext,
    readonly tab: Tab,
  ) {}

  static async open(browser: Browser): Promise<Gallery> {
    const context = await browser.newContext({ viewport: { width: 2048, height: 400 }, locale: "en-GB" });
    await serve(context);
    context.setDefaultTimeout(patience);
    const tab = await context.newPage();
    await tab.goto("http://gallery.invalid/");
    await tab.waitForFunction("globalThis.measure !== undefined");
    return new Gallery(context, tab);
  }

  close = (): Promise<void> => this.context.close();

  /** Hangs all cards anew, as they come or with everything unfolded. */
  hang = (opened: boolean, cards = this.cards): Promise<void> => this.call("hang", { cards, opened });

  dress = ({ theme, width }: Look): Promise<void> => this.call("dress", { theme, width: widths[width] });

  /** What can't be read or pressed, card by card. */
  measure = (): Promise<string[]> => this.call("measure");

  /** All states of one card in one picture. */
  async photograph(card: string, path: string): Promise<void> {
    await this.call("single", { card });
    await this.tab.screenshot({ path, fullPage: true });
  }

  private call<T>(name: string, argument?: object): Promise<T> {
    return this.tab.evaluate(`${name}(${JSON.stringify(argument)})`);
  }
}

export type Drawn = { body?: object[]; actions?: object[] };

/**
 * Each part of a card (what stands in its body one below the other, and its row of buttons) where it comes first. A part has the
 * card's whole width whatever stands around it, and most states of a card differ in a few: two thirds are left out.
 */
export function eachPartOnce(cards: Readonly<Record<string, Drawn>>): Record<string, Drawn> {
  const known = new Set<string>();
  const isNew = (part: object) => {
    const before = known.size;
    return known.add(JSON.stringify(part)).size > before;
  };
  const once = Object.entries(cards).map(([name, { body = [], actions = [], ...card }]) => {
    const parts = { body: body.filter(isNew), ...(actions.length > 0 && isNew(actions) && { actions }) };
    return [name, { ...card, ...parts }] as const;
  });
  return Object.fromEntries(once.filter(([, { body, actions }]) => body.length > 0 || actions));
}

/** The page's own files without a server; nothing else can be reached. */
async function serve(context: BrowserContext): Promise<void> {
  const files = assets();
  await context.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = own[pathname];
    if (file) return route.fulfill({ path: join(__dirname, file) });
    const answer = await files.request(pathname);
    const { status, headers } = answer;
    return route.fulfill({ status, contentType: headers.get("content-type") ?? "", body: await answer.text() });
  });
}
