import type { Browser } from "playwright-core";
import { inChromium, launchChromium } from "./chromium";
import { deskLooks, eachPartOnce, Gallery } from "./gallery/gallery";

inChromium("every card in every state as a desktop draws it, in Chromium and unfolded", () => {
  let browser: Browser;
  let gallery: Gallery;
  beforeAll(async () => {
    browser = await launchChromium();
    gallery = await Gallery.open(browser);
    await gallery.hang(true, eachPartOnce(gallery.cards));
  });
  afterAll(() => browser.close());

  it.each(deskLooks)("can be read and pressed in $theme", async (look) => {
    await gallery.dress(look);
    expect(await gallery.measure()).toEqual([]);
  });
});
