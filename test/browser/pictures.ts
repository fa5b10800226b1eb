import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "./chromium";
import type { Column } from "./column";
import { Desk } from "./desk";
import { Gallery } from "./gallery/gallery";
import { tellStory } from "./story";

const folder = join(__dirname, "../../docs/pictures");

/** The pictures of the README, drawn anew by `npm run pictures`: the moment at which somebody has taken the alarm. */
describe("pictures", () => {
  let browser: Browser;
  let desk: Desk;
  beforeAll(async () => {
    browser = await launchChromium();
    desk = await Desk.open(browser, { width: 1760, height: 880 });
  });
  afterAll(async () => {
    await desk.close();
    await browser.close();
  });

  it("are taken of the page in light and dark, and of two cards on a phone", async () => {
    await tellStory(desk, async (moment) => {
      if (moment === "taken") await takePictures(desk);
    });
  }, 90_000);

  it("are taken of the main cards, as wide as a phone", async () => {
    const gallery = await Gallery.open(browser);
    const cards = Object.fromEntries(mainCards.map((name) => [name, gallery.cards[name] ?? {}]));
    await gallery.hang(false, cards);
    await gallery.dress({ theme: "light", width: "phone", opened: false });
    await gallery.tab.setViewportSize({ width: 1376, height: 680 });
    await gallery.tab.screenshot({ path: join(folder, "cards.png") });
    await gallery.close();
  });
});

/** A teacher's, the Principal's, the office's, and everybody's. */
const mainCards = ["visit/out", "approval/asked", "alarm/call", "board/three"];

async function takePictures(desk: Desk): Promise<void> {
  const people = ["Priya Shah", "Tom Okafor", "Helen Marsh", "Mrs Ann Whitfield"].map((name) => desk.person(name));
  for (const column of [...people, desk.channel("SLT")]) await column.scrollsToItsNewestCard();
  await desk.tab.mouse.move(0, 0);
  await desk.tab.screenshot({ path: join(folder, "page-light.png") });
  await desk.tab.getByTestId("theme").click();
  await desk.tab.screenshot({ path: join(folder, "page-dark.png") });
  for (const _ of ["contrast", "light"]) await desk.tab.getByTestId("theme").click();
  await takePhone(desk.person("Priya Shah", await desk.phone("22222222-2222-2222-2222-222222222222")), "visitor");
  await takePhone(desk.channel("SLT", await desk.phone("19:slt@thread.tacv2")), "alarm");
}

async function takePhone(column: Column, name: string): Promise<void> {
  await column.scrollsToItsNewestCard();
  await column.here.screenshot({ path: join(folder, `phone-${name}.png`) });
}
