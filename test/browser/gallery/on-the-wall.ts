import type { Browser } from "playwright-core";
import { launchChromium } from "../chromium";
import { eachPartOnce, Gallery } from "./gallery";

/** Every part of every card, hung before the tests of a suite and unfolded. */
export function onTheWall(): () => Gallery {
  let browser: Browser;
  let gallery: Gallery;
  beforeAll(async () => {
    browser = await launchChromium();
    gallery = await Gallery.open(browser);
    await gallery.hang(true, eachPartOnce(gallery.cards));
  });
  afterAll(() => browser.close());
  return () => gallery;
}
