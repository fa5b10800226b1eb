import type { Browser, Locator, Page as Tab } from "playwright-core";
import { castOf } from "../scenarios/cast";
import { inChromium, launchChromium } from "./chromium";
import type { Column } from "./column";
import { Desk } from "./desk";
import { Hand } from "./hand";

type Fields = {
  texts?: readonly RegExp[];
  chooses?: readonly (readonly [label: string | RegExp, option: string])[];
  ticks?: readonly RegExp[];
  /** Of what has a round button, by its value. */
  picks?: readonly string[];
};
/** What each policy asks of the first request beside what a sentence says, and again of one that repeats. */
type Asking = { school: string; who: string; about: string; first: Fields; anew: Fields };

const asking: readonly Asking[] = [
  {
    school: "liberty",
    who: "Lena Fox",
    about: "with Marc about return to school",
    first: {
      texts: [/Why is this one necessary/, /best interests/, /Whom at base/],
      chooses: [["You let school know that all is well", "every 30 minutes"]],
      ticks: [/I sign it/],
    },
    anew: { ticks: [/I sign it/] },
  },
  {
    school: "thomas-more",
    who: "Rosa Quinn",
    about: "with Eric about support",
    first: { chooses: [["Has the family a social worker?", "No"]] },
    anew: {},
  },
  {
    school: "hexthorpe",
    who: "Paula Finch",
    about: "with Ryan about refusal",
    first: { texts: [/Why can this not be done/], picks: ["no", "attendance"] },
    anew: { picks: ["no"] },
  },
  {
    school: "bemrose",
    who: "Maya Ford",
    about: "with Omar about curriculum",
    first: {
      texts: [
        /Why can this not/,
        /strengthens/,
        /solution/,
        /need to see/,
        /risky/,
        /travel/,
        /Animals/,
        /Whom do you meet/,
      ],
      chooses: [
        ["You let school know that all is well", "every 30 minutes"],
        ["How was it arranged?", "By telephone"],
      ],
      ticks: [/will be there/, /suits the family/, /considered the policy/],
    },
    anew: {
      chooses: [["How was it arranged?", "By telephone"]],
      ticks: [/will be there/, /suits the family/, /considered the policy/],
    },
  },
];

inChromium("a request that repeats, on the page, in Chromium", () => {
  let browser: Browser;
  let tab: Tab;
  beforeAll(async () => {
    browser = await launchChromium();
    tab = await browser.newPage({ viewport: { width: 360, height: 760 }, locale: "en-GB" });
  });
  afterAll(() => browser.close());

  describe.each(asking)("as $school has it", ({ school, who, about, first, anew }) => {
    let desk: Desk;
    let asker: Column;
    const form = () => asker.cardWith("Send the request");
    beforeAll(async () => {
      const schools = `test/schools/${school}.yaml`;
      const { id = "" } = castOf(schools).people.find(({ name }) => name === who) ?? {};
      desk = await Desk.openOn(tab, { schools, show: id });
      asker = desk.person(who);
      await asker.sees(/request visit/i);
      await asker.says(`visit Sam Smith, 1 High Street, Derby DE1 1AA, today 10:00 to 11:00 ${about}`);
      await form().waitFor();
      await form().getByRole("textbox", { name: "What the visit is to achieve" }).fill("To agree how Sam comes back");
      await form().getByLabel("Yes, they have agreed").check();
      await form().getByRole("textbox", { name: "How, and with whom?" }).fill("By phone with mum");
      await fills(form(), first);
      await asker.presses("Send the request");
      await asker.sees(/Mon 23 Nov 10:00–11:00/);
    });
    afterAll(() => desk.close());

    it("takes at most nine answers and a minute", async () => {
      const hand = new Hand(asker);
      await hand.says("visit Sam Smith again tomorrow 2pm to 3pm, agreed with mum by phone", () => form().waitFor());
      for (const [label, option] of anew.chooses ?? []) await hand.chooses(form().getByLabel(label), option);
      for (const tick of anew.ticks ?? []) await hand.ticks(form().getByRole("checkbox", { name: tick }));
      for (const pick of anew.picks ?? []) await hand.ticks(form().locator(`input[type=radio][value=${pick}]`));
      await hand.presses("Send the request");
      await asker.sees(/Tue 24 Nov 14:00–15:00/);
      expect(hand.answers).toBeLessThanOrEqual(9);
      expect(hand.seconds).toBeLessThan(60);
      expect(desk.complaints).toEqual([]);
    });
  });
});

async function fills(form: Locator, { texts = [], chooses = [], ticks = [], picks = [] }: Fields): Promise<void> {
  for (const name of texts) await form.getByRole("textbox", { name }).fill("As agreed");
  for (const [label, option] of chooses) await form.getByLabel(label).selectOption({ label: option });
  for (const pick of picks) await form.locator(`input[type=radio][value=${pick}]`).check();
  for (const name of ticks) await form.getByRole("checkbox", { name }).check();
}
