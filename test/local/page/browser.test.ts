import AxeBuilder from "@axe-core/playwright";
import { MessageFactory } from "botbuilder";
import type { Browser, Locator, Page as Tab } from "playwright-core";
import { inChromium, launchChromium } from "../../browser/chromium";
import { patience } from "../../patience";
import { introduced, openStage, SLT, type Stage } from "./playing";
import { visitCard } from "./visit-card";

const colours = ["color-contrast"];

inChromium("the page in Chromium", () => {
  let browser: Browser;
  let stage: Stage;
  let tab: Tab;
  const complaints: string[] = [];

  // One page for all of it, as somebody has it open all day: to open one takes longer than most of what is looked at.
  beforeAll(async () => {
    browser = await launchChromium();
    stage = await openStage();
    await introduced(stage);
    tab = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    tab.setDefaultTimeout(patience);
    tab.on("pageerror", (error) => complaints.push(error.message));
    tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await tab.goto(stage.page.url);
    // Only what comes after the page has its first picture of things is news to it.
    await tab.getByRole("main").locator("h2").first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });
  beforeEach(() => {
    stage.bot.heard.length = 0;
  });
  afterEach(() => expect(complaints.splice(0)).toEqual([]));

  const chat = async (name: string) => tab.getByTestId(`chat:${(await stage.person(name)).id}`);
  /** The one that comes, not one of before. */
  const askForCard = async (column: Locator) => {
    const before = await column.getByTestId("card").count();
    await column.getByTestId("compose").fill("card, please");
    await column.getByTestId("compose").press("Enter");
    const card = column.getByTestId("card").nth(before);
    await card.waitFor();
    return card;
  };

  it("shows requester, companion, Principal, office and SLT side by side", async () => {
    const names = await tab.getByRole("main").locator("h2").allTextContents();
    expect(names).toEqual(["Priya Shah", "Tom Bell", "Helen Carter", "Olu Adeyemi", "SLT"]);
  });

  it("can be read and worked by everybody, in light, dark and high contrast", async () => {
    const column = `[data-testid="chat:${(await stage.person("Priya Shah")).id}"]`;
    await askForCard(tab.locator(column));
    const parts = () =>
      new AxeBuilder({ page: tab }).setLegacyMode().include(".top-bar").include(".rail").include(column);
    for (const theme of ["light", "dark", "contrast"]) {
      await tab.locator(`html[data-theme="${theme}"]`).waitFor({ state: "attached" });
      // Only colours change with the theme; the whole look takes seconds.
      const asked =
        theme === "light" ? parts().withTags(["wcag2a", "wcag2aa", "wcag21aa"]) : parts().withRules(colours);
      const { violations } = await asked.analyze();
      expect(violations.map((v) => [theme, v.id, v.nodes[0]?.html])).toEqual([]);
      await tab.getByTestId("theme").click();
    }
  });

  it("asks for a required input before a press leaves the card", async () => {
    const card = await askForCard(await chat("Priya Shah"));
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("Say whom you are visiting.").waitFor();
    expect(stage.bot.heardFrom("Priya Shah", "invoke")).toHaveLength(0);
  });

  it("sends what was filled in and shows the card that comes back", async () => {
    const card = await askForCard(await chat("Priya Shah"));
    await card.getByLabel("Pupil (initials)").fill("A.B.");
    await card.getByLabel("Companion").selectOption("Tom Bell");
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("Saved for A.B.").waitFor();
    const { id } = await stage.person("Tom Bell");
    expect(stage.bot.heardFrom("Priya Shah", "invoke")[0]?.value.action.data).toMatchObject({
      visit: "v1",
      pupil: "A.B.",
      companion: id,
      agreed: "false",
    });
  });

  it("keeps the buttons down while the bot thinks", async () => {
    const card = await askForCard(await chat("Priya Shah"));
    await card.getByLabel("Pupil (initials)").fill("A.B.");
    await card.getByRole("button", { name: "Ponder" }).click();
    await card.getByText("Sending…").waitFor();
    const buttons = await card.locator("button").all();
    expect(await Promise.all(buttons.map((button) => button.isDisabled()))).toEqual(buttons.map(() => true));
    stage.bot.decides();
    await card.getByRole("status").getByText("Noted, after all.").waitFor();
    expect(await Promise.all(buttons.map((button) => button.isDisabled()))).toEqual(buttons.map(() => false));
  });

  it("shows the bot's error beside the card, with the input kept", async () => {
    const card = await askForCard(await chat("Priya Shah"));
    await card.getByLabel("Pupil (initials)").fill("A.B.");
    await card.getByRole("button", { name: "Refuse" }).click();
    await card.getByRole("alert").getByText("Something went wrong. Not your visit.").waitFor();
    expect(await card.getByRole("button", { name: "Refuse" }).isEnabled()).toBe(true);
    await card.getByRole("button", { name: "Refuse" }).and(tab.locator(":focus")).waitFor();
    expect(await card.getByLabel("Pupil (initials)").inputValue()).toBe("A.B.");
  });

  /** The bot gives Priya's newest card another title. */
  const updates = async (column: Locator, title: string) => {
    const { conversation } = await stage.person("Priya Shah");
    const id = (await column.getByTestId("message").last().getAttribute("data-message-id")) ?? "";
    const card = { contentType: "application/vnd.microsoft.card.adaptive", content: visitCard(title) };
    const update = { ...MessageFactory.attachment(card), id };
    await stage.bot.within(conversation, async (turn) => void (await turn.updateActivity(update)));
  };

  it("redraws a card that the bot updates", async () => {
    const column = await chat("Priya Shah");
    const card = await askForCard(column);
    await updates(column, "Approved by Helen Carter");
    await card.getByText("Approved by Helen Carter").waitFor();
  });

  it("keeps a press that is under way while the bot updates its card", async () => {
    const column = await chat("Priya Shah");
    const card = await askForCard(column);
    await card.getByLabel("Pupil (initials)").fill("C.D.");
    await card.getByRole("button", { name: "Save" }).hover();
    await tab.mouse.down();
    await updates(column, "Meanwhile");
    await stage.bot.say((await stage.person("Priya Shah")).conversation, "And this came after it");
    await column.getByText("And this came after it").waitFor();
    await tab.mouse.up();
    await card.getByText("Saved for C.D.").waitFor();
  });

  it("moves nothing under the finger that makes its chat's news old", async () => {
    const column = await chat("Helen Carter");
    // Too narrow for roles and the word of news side by side.
    await column.evaluate((narrow) => Object.assign(narrow.style, { flex: "0 0 250px", minWidth: "0" }));
    const save = (await askForCard(column)).getByRole("button", { name: "Save" });
    for (let more = 0; more < 3; more++) await askForCard(column);
    await (await chat("Tom Bell")).getByTestId("compose").focus();
    await stage.bot.say((await stage.person("Helen Carter")).conversation, "Something else");
    const news = await column.getByText("1 new").boundingBox();
    const messages = await column.getByTestId("messages").boundingBox();
    // It hangs over nothing that was said.
    expect((news?.y ?? 0) + (news?.height ?? 0)).toBeLessThanOrEqual(messages?.y ?? 0);
    // Somebody has scrolled back.
    await save.evaluate((button) => button.scrollIntoView({ block: "center" }));
    await save.hover();
    const before = await save.boundingBox();
    await tab.mouse.down();
    await column.getByText("1 new").waitFor({ state: "detached" });
    expect(await save.boundingBox()).toEqual(before);
    await tab.mouse.up();
  });

  it("marks as unread what arrives unseen, and notifies in words only", async () => {
    const marta = await stage.person("Marta Novak");
    await stage.bot.say(marta.conversation, "**Alarm 1**: <b>ring</b> the office");
    await tab.getByTestId(`unread:${marta.id}`).getByText("1").waitFor();
    expect(await tab.getByTestId("notification").textContent()).toContain("Alarm 1: <b>ring</b> the office");
    await tab.getByTestId(`show:${marta.id}`).click();
    await tab.getByTestId(`chat:${marta.id}`).getByTestId("messages").click();
    await tab.getByTestId(`unread:${marta.id}`).waitFor({ state: "detached" });
  });

  it("holds a chat as a small phone, whose locked screen shows words only", async () => {
    const column = await chat("Priya Shah");
    await column.getByTestId("on-phone").click();
    expect((await column.boundingBox())?.width).toBeLessThanOrEqual(344);
    const { conversation } = await stage.person("Priya Shah");
    await tab.getByTestId("compose").last().focus();
    await stage.bot.say(conversation, "**All well?** Please check in");
    await column.getByTestId("lock-screen").getByText("All well? Please check in").waitFor();
    await tab.reload();
    expect((await column.boundingBox())?.width).toBeLessThanOrEqual(344);
    await column.getByTestId("on-phone").click();
    await column.getByTestId("lock-screen").waitFor({ state: "detached" });
  });

  it("has buttons for a cold thumb at a phone's width, and no bigger ones for a mouse", async () => {
    const lowest = () =>
      tab
        .locator(":is(button, summary, select):not(.link):visible")
        .evaluateAll((all) => Math.min(...all.map((one) => one.getBoundingClientRect().height)));
    const desk = tab.viewportSize();
    expect(await lowest()).toBeLessThan(44);
    const save = (await askForCard(await chat("Priya Shah"))).getByRole("button", { name: "Save" });
    expect((await save.boundingBox())?.height).toBe(32);
    await tab.setViewportSize({ width: 390, height: 844 });
    expect(await lowest()).toBeGreaterThanOrEqual(44);
    const tooWide = () => tab.locator("html").evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(await tooWide()).toBe(0);
    // Somebody far along the row of people has unread messages, which a screen reader is told.
    const aside = `Object.assign(document.createElement("span"), { className: "sr-only", textContent: "3 unread" })`;
    await tab.evaluate(`document.querySelector(".rail li:last-child").append(${aside})`);
    expect(await tooWide()).toBe(0);
    await tab.evaluate(`document.querySelector(".rail li > .sr-only").remove()`);
    await tab.setViewportSize(desk ?? { width: 1440, height: 900 });
  });

  it("folds old messages away, not what somebody is filling in, and brings them back where one is", async () => {
    const column = await chat("Helen Carter");
    const { conversation } = await stage.person("Helen Carter");
    await askForCard(column);
    const message = column.getByTestId("message");
    const id = await message.last().getAttribute("data-message-id");
    const card = column.locator(`[data-message-id="${id}"]`);
    await card.getByLabel("Pupil (initials)").fill("A.B.");
    const night = Array.from({ length: 45 }, (_, i) => stage.bot.say(conversation, `Night ${i}.`));
    await Promise.all(night);
    await column
      .getByText(/^Night/)
      .nth(44)
      .waitFor();
    expect(await card.getByLabel("Pupil (initials)").inputValue()).toBe("A.B.");
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("Saved for A.B.").waitFor();
    await stage.bot.say(conversation, "Morning.");
    await column.getByText("Morning.").waitFor();
    expect([await message.count(), await card.count()]).toEqual([20, 0]);
    await column.getByTestId("earlier").click();
    await message.nth(39).waitFor();
    expect(await card.count()).toBe(0);
    await column.getByTestId("earlier").click();
    await card.waitFor();
  });

  it("writes in a channel as the member who was chosen", async () => {
    const column = tab.getByTestId(`channel:${SLT}`);
    await column.getByTestId("as").selectOption("Marta Novak");
    await column.getByTestId("compose").fill("@Homeward who is out");
    await column.getByTestId("compose").press("Enter");
    await column.getByText("You said").waitFor();
    expect(stage.bot.heardFrom("Marta Novak")).toHaveLength(1);
  });

  it("moves the clock", async () => {
    const clock = tab.getByTestId("clock");
    const before = Date.parse((await clock.getAttribute("data-now")) ?? "");
    await tab.getByTestId("clock:+1h").click();
    await tab.getByTestId("clock:said").getByText("sent").waitFor();
    expect(Date.parse((await clock.getAttribute("data-now")) ?? "") - before).toBeGreaterThan(3_590_000);
  });
});
