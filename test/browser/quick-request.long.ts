import type { Browser } from "playwright-core";
import { inChromium, launchChromium } from "./chromium";
import type { Column } from "./column";
import { Desk } from "./desk";
import { Hand } from "./hand";

/** As Aspire has it; the other four stand in `scenarios/request-again.test.ts`, and by hand in `quick-request-schools.long.ts`. */
inChromium("a request that repeats, on the page, in Chromium", () => {
  let browser: Browser;
  let desk: Desk;
  let priya: Column;
  beforeAll(async () => {
    browser = await launchChromium();
    // Only she is looked at; the page would draw everybody's cards.
    desk = await Desk.open(browser, { show: "22222222-2222-2222-2222-222222222222" });
    priya = desk.person("Priya Shah");
    await priya.sees(/request visit/i);
    await asksForTheFirstTime();
  });
  afterAll(async () => {
    await desk.close();
    await browser.close();
  });

  const form = () => priya.cardWith("Send the request");
  const typed = (label: string) => form().getByRole("textbox", { name: label });
  const isAsked = (when: string) => priya.sees(new RegExp(`${when}`));

  async function asksForTheFirstTime(): Promise<void> {
    await priya.says("visit Sam Smith, 1 High Street, Derby DE1 1AA, today 10:00 to 11:00 with Tom about attendance");
    await form().waitFor();
    await typed("What the visit is to achieve").fill("To agree how Sam comes back");
    await typed("Why can this not be done in school?").fill("They don't come in");
    await form().getByLabel("Yes, they have agreed").check();
    await typed("How, and with whom?").fill("By phone with mum");
    await priya.presses("Send the request");
    await isAsked("Mon 23 Nov 10:00–11:00");
  }

  it("takes one sentence and one press", async () => {
    const hand = new Hand(priya);
    await hand.says("visit Sam Smith again tomorrow 2pm to 3pm, agreed with mum by phone", () => form().waitFor());
    await hand.presses("Send the request");
    await isAsked("Tue 24 Nov 14:00–15:00");
    expect(hand.answers).toBe(2);
    expect(hand.seconds).toBeLessThan(60);
  });

  it("takes at most nine answers and a minute on the card alone", async () => {
    const hand = new Hand(priya);
    await hand.says("request visit", () => priya.cardWith("Same as last time · Sam Smith").waitFor());
    await hand.presses("Same as last time · Sam Smith");
    await priya.sees(/Filled in as for Sam Smith/);
    await hand.sets(form().getByLabel("Date"), "2026-11-25");
    await hand.sets(form().getByLabel("At the home from"), "14:00");
    await hand.sets(form().getByLabel("Back at school by"), "15:00");
    await hand.ticks(form().getByLabel("Yes, they have agreed"));
    await hand.types(typed("How, and with whom?"), "By phone with mum");
    await hand.presses("Send the request");
    await isAsked("Wed 25 Nov 14:00–15:00");
    expect(hand.answers).toBeLessThanOrEqual(9);
    expect(hand.seconds).toBeLessThan(60);
    expect(desk.complaints).toEqual([]);
  });
});
