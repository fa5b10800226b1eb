import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { inChromium, launchChromium } from "./chromium";
import { Desk } from "./desk";
import { tellStory } from "./story";

const screenshots = join(__dirname, "screenshots");

inChromium("the whole story on the page, in Chromium", () => {
  let browser: Browser;
  let desk: Desk;
  beforeAll(async () => {
    browser = await launchChromium();
    desk = await Desk.open(browser, { width: 1280, height: 800 });
    rmSync(screenshots, { recursive: true, force: true });
    mkdirSync(screenshots, { recursive: true });
  });
  afterAll(async () => {
    await desk.close();
    await browser.close();
  });

  it("goes from a request in chat to the minutes, by way of an alarm that somebody takes", async () => {
    let step = 0;
    await tellStory(desk, async (name) => {
      step++;
      const path = join(screenshots, `${String(step).padStart(2, "0")}-${name}.jpeg`);
      await desk.tab.screenshot({ path, quality: 70 });
    });
    expect(desk.complaints).toEqual([]);
  }, 900_000);
});
