import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "./chromium";
import { Gallery, looks, nameOf } from "./gallery/gallery";
import { galleryPage } from "./gallery/gallery-page";

const folder = join(__dirname, "../../docs/gallery");

/** `npm run gallery`: a picture of every card in every state and look, and one page with all of them. */
it("draws the gallery into docs/gallery", async () => {
  const browser = await launchChromium();
  const gallery = await Gallery.open(browser);
  const cards = Object.keys(gallery.cards);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const look of looks) {
    await gallery.hang(look.opened);
    await gallery.dress(look);
    for (const card of cards) await gallery.photograph(card, join(folder, nameOf(card, look)));
  }
  writeFileSync(join(folder, "index.html"), galleryPage(cards));
  await browser.close();
}, 600_000);
