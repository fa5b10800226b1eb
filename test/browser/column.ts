import type { Locator, Page as Tab } from "playwright-core";

/** One column of the page, as the person sees it who sits in front of it. */
export class Column {
  constructor(readonly here: Locator) {}

  async says(words: string): Promise<void> {
    const box = this.here.getByTestId("compose");
    await box.fill(words);
    await box.press("Enter");
  }

  /** Waits until it is there to read. */
  async sees(words: string | RegExp): Promise<void> {
    await this.here.getByText(words).last().waitFor();
  }

  async shows(words: RegExp): Promise<boolean> {
    return (await this.here.getByText(words).count()) > 0;
  }

  /** The newest card that has this button. */
  cardWith(button: string | RegExp): Locator {
    return this.here
      .getByTestId("card")
      .filter({ has: this.buttons(button) })
      .last();
  }

  /** Those in sight. `getByRole` would reckon the role of every element of every card; that each has its name, the gallery proves. */
  private buttons(says: string | RegExp, within: Locator | Tab = this.here.page()): Locator {
    return within.locator("button:visible", { hasText: says });
  }

  async scrollsToItsNewestCard(): Promise<void> {
    const message = this.here
      .getByTestId("message")
      .filter({ has: this.here.page().getByTestId("card") })
      .last();
    await message.evaluate((element) => element.scrollIntoView());
  }

  /** Presses it on the newest card that has it, and waits for what the program answers; an error beneath the card fails. */
  async presses(button: string | RegExp): Promise<void> {
    const card = this.cardWith(button);
    const answered = this.here.page().waitForResponse((response) => response.url().endsWith("/page/press"));
    await this.buttons(button, card).first().click();
    const answer = (await (await answered).json()) as { kind: string; text?: string };
    if (answer.kind === "error" || answer.kind === "unreachable") throw new Error(`${button}: ${answer.text}`);
  }

  /** Opens what a card keeps folded; nothing is sent. */
  async unfolds(button: string | RegExp): Promise<void> {
    await this.buttons(button, this.cardWith(button)).click();
  }
}
