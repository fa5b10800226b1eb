import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "./chromium";
import { deskLooks, Gallery, phoneLooks, unfolded } from "./gallery/gallery";
import { galleryPage, nameOf } from "./gallery/gallery-page";

const folder = join(__dirname, "../../docs/gallery");
const all = [...phoneLooks, ...deskLooks, unfolded];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** `npm run gallery`: each card with all its states, in each look, and one page with all the pictures. */
it("draws the gallery into docs/gallery/index.html", async () => {
  const gallery = await Gallery.open(browser);
  const cards = [...new Set(Object.keys(gallery.cards).map((name) => name.split("/")[0] ?? ""))];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const look of all) {
    await gallery.hang(look.opened);
    await gallery.dress(look);
    for (const card of cards) await gallery.photograph(card, join(folder, nameOf(card, look)));
  }
  writeFileSync(join(folder, "index.html"), galleryPage(cards, all));
}, 300_000);
