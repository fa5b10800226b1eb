import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { Channel } from "../channel";
import type { Seat } from "../channel/seat";
import { idOf } from "../people";
import { Program } from "../program";
import { inChromium, launchChromium } from "./chromium";
import { lacking, Playground } from "./playground";

const screenshots = join(__dirname, "screenshots/playground");
const OFFICE = "19:office@thread.tacv2";

inChromium(
  "the main job in the Microsoft 365 Agents Playground, in Chromium",
  () => {
    let browser: Browser;
    let program: Program;
    /** Everybody who has no Playground of their own. */
    let others: Channel;
    let [priya, helen]: Playground[] = [];
    let tom: Seat;
    let ann: Seat;
    let step = 0;
    const look = (who: Playground | undefined, name: string) =>
      who?.tab.screenshot({ path: join(screenshots, `${String(++step).padStart(2, "0")}-${name}.jpeg`), quality: 70 });

    beforeAll(async () => {
      mkdirSync(screenshots, { recursive: true });
      [browser, program] = await Promise.all([launchChromium(), Program.open()]);
      others = await Channel.open(program);
      [tom, ann] = [others.person(idOf(3), "Tom Okafor"), others.person(idOf(5), "Mrs Ann Whitfield")];
      const rest = [
        tom,
        ann,
        others.person(idOf(4), "Grace Lee"),
        others.person(idOf(7), "Samuel Reid"),
        others.person(idOf(8), "Joan Ellis"),
      ];
      for (const seat of [...rest, ann.in(others.room(OFFICE))]) await seat.installs();
      [priya, helen] = await Promise.all(
        ["Priya Shah", "Helen Marsh"].map((name) => Playground.open(browser, program, name)),
      );
    });
    afterAll(async () => {
      await Promise.all([priya?.close(), helen?.close()]);
      await browser?.close();
      await others?.close();
      await program?.remove();
    });

    it("goes from a request to the outcome of an alarm, one as staff and one as Principal with the SLT channel", async () => {
      if (!priya || !helen) throw new Error("The Playgrounds have not started.");
      await helen.turnsTo(/SLT/);
      await helen.turnsTo(/Personal Chat/);
      await asks(priya);
      await tom.presses("agreeToVisit");
      await priya.presses(/Reuse the generic one/);
      await approves(helen);
      await priya.sees(/Approved/);
      await leaves(priya);
      await fallsSilent(helen);
    });

    async function asks(staff: Playground) {
      // All that a sentence can say: with each answer on the card its page draws the whole card anew.
      await staff.says("visit Sam Smith, 1 High Street, Derby DE1 1AA, today 10:00 to 12:00 about attendance");
      await staff.types("What the visit is to achieve", "To agree how Sam comes back");
      await staff.types("Why can this not be done in school?", "They don't come in");
      await staff.picks("Who goes with you?", "Tom Okafor");
      await staff.tab.getByRole("radio", { name: "Yes, they have agreed" }).check();
      await staff.types("How, and with whom?", "By phone with mum");
      await look(staff, "request");
      await staff.presses("Send the request");
    }

    async function approves(principal: Playground) {
      await principal.sees("Your decision");
      for (const box of await principal.tab.getByRole("checkbox").all()) await box.check();
      await principal.types(/Reason for your decision/, "It helps Sam back to school");
      await look(principal, "approval");
      await principal.presses("Approve");
      await principal.sees(/Approved/);
    }

    async function leaves(staff: Playground) {
      await ann.presses("takeWatch");
      await program.advance("PT55M");
      await staff.presses(/sign out/);
      await tom.presses("signOut", { allTrue: "true" });
      await program.advance("PT10M");
      await staff.presses("Arrived");
      // Its page draws all its cards anew with each message, so the rest of the story costs less without it.
      await staff.leaves();
    }

    /** The office's call goes well, nothing is heard after it, and it climbs to the SLT. */
    async function fallsSilent(principal: Playground) {
      await principal.turnsTo(/SLT/);
      await program.advance("PT5M");
      await ann.presses("recordCall", { outcome: "ok" });
      const alarm = principal.tab.getByText(/ALARM \d · .*: no contact since/);
      for (let moves = 0; moves < 12 && (await alarm.count()) === 0; moves++) await program.toNextDeadline();
      await alarm.last().waitFor();
      await look(principal, "alarm");
      await principal.presses("I have this alarm");
      await principal.sees("Helen Marsh has this until");
      await principal.presses("✓ Spoke: all well");
      await principal.sees("This alarm is over");
      await look(principal, "over");
    }
  },
  lacking,
);
