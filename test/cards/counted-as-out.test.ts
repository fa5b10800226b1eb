import { drawBoard, drawCard } from "../../cards/draw";
import { context } from "../../cards/sample-visit";
import { sayNotice } from "../../cards/say";
import type { Notice } from "../../visits/notice";
import { recordParts } from "../../visits/record/text";
import { ann, grace, helen, priya, samuel, tom } from "../people";
import { aspire } from "../visits/aspire";
import { approved, at, inside, leaving, type Story } from "../visits/story";

/** What is said of people who have said nothing themselves: the clock counts them as out, or somebody else has said so. */

const said = (story: Story, card: "watch" | "visit" | "alarm", who = ann): string =>
  JSON.stringify(drawCard({ card, no: card === "alarm" ? story.alarm?.no : undefined }, story.seen(who)));
const board = (story: Story): string =>
  JSON.stringify(drawBoard({ sights: [story.seen(ann)], unreadable: 0 }, { ...context, now: story.now }));
const noWord = (time: string): string => `no word yet, counted as out from ${time}`;
/** Priya has left at half past one and is back at twenty to, without Tom, who has signed nothing; late is fifteen minutes. */
const back = () =>
  approved()
    .until("13:30")
    .press(priya, "signOut", leaving)
    .press(ann, "takeWatch")
    .until("13:40")
    .press(priya, "signIn");
const late = aspire.lateToLeave.value * 60_000;

it("S14: no card says of whoever has only been reckoned out that they were heard from, until they are", () => {
  const story = back().pushTo(at("13:40") + late);
  for (const card of ["watch", "alarm"] as const) expect(said(story, card)).toContain(noWord("13:50"));
  expect(said(story, "visit", tom)).toContain(noWord("13:50"));
  expect(said(story, "visit", tom)).not.toContain("✓ 13:50");
  expect(said(story, "alarm")).toContain("No word from Tom Okafor");
  const police = story
    .branch()
    .pushTo(at("13:56"))
    .press(helen, "recordDecision", { decision: "police", why: "No trace" });
  const script = JSON.stringify(drawCard({ card: "alarm", no: 1 }, police.seen(helen)));
  expect(script).toContain("Nobody has heard from them since before the visit");
  story.press(tom, "checkIn");
  for (const card of ["watch", "visit"] as const)
    expect(said(story, card, card === "visit" ? tom : ann)).not.toContain("no word yet");
});

const ways: readonly (readonly [string, () => Story])[] = [
  [
    "the clock counts as out",
    () => approved({ back: "15:55" }).until("13:30").press(priya, "signOut", leaving).pushTo(at("14:10")),
  ],
  [
    "the office says is out",
    () =>
      approved({ back: "15:55" })
        .until("13:30")
        .press(priya, "signOut", leaving)
        .until("14:10")
        .press(ann, "reportOut", { who: tom.id }),
  ],
];

describe.each(ways)("of somebody whom %s", (_, tell) => {
  it("no card says that they are on the way, until they say so", () => {
    const story = tell();
    story.press(priya, "arrive", { adult: "yes" });
    for (const text of [said(story, "watch"), said(story, "visit", priya), said(story, "visit", helen), board(story)]) {
      expect(text).toContain(noWord("14:10"));
      expect(text).not.toContain("on the way");
    }
    story.press(tom, "checkIn", { answer: "onMyWay" });
    for (const text of [said(story, "watch"), board(story)]) expect(text).toContain("on the way");
  });

  it("the alarm names each with what is known of them, and so does what is read to 999", () => {
    const story = tell().press(priya, "arrive", { adult: "yes" }).pushTo(at("15:12"));
    expect(Object.keys(story.alarm?.about ?? {})).toEqual([priya.id, tom.id]);
    expect(said(story, "alarm")).toContain(
      "No contact with Priya Shah since 14:10. No word from Tom Okafor, counted as out from 14:10",
    );
    const police = story.press(helen, "recordDecision", { decision: "police", why: "No trace" });
    expect(said(police, "alarm", helen)).toContain(
      "We last heard from Priya Shah at 14:10, and nobody has heard from Tom Okafor since before the visit.",
    );
    expect(said(police, "alarm", helen)).not.toContain("on the way");
  });

  it("the record says that they did not sign out, and not when they left", () => {
    const story = tell().until("14:40").press(tom, "signIn").press(priya, "signIn");
    const times = recordParts(story.is, story.facts(priya)).find(({ id }) => id === "times")?.text;
    expect(times).toContain("Priya Shah left 13:30, back 14:40");
    expect(times).toContain("Tom Okafor did not sign out, counted as out from 14:10, back 14:40");
  });
});

it("S12: whoever somebody else sends to the address has not been heard from on the way there", () => {
  const story = inside()
    .press(priya, "askForHelp", { kind: "help" })
    .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${grace.id}` });
  const samuels = () => story.seen(ann).visitors.find(({ id }) => id === samuel.id)?.outing;
  expect(samuels()).toMatchObject({ attending: true, unheard: true });
  expect(said(story, "watch")).toContain(noWord("14:10"));
  story.press(samuel, "checkIn");
  expect(samuels()?.unheard).toBeUndefined();
});

it("S12: whoever is sent to the address reads first to whom, and where, without opening the plan", () => {
  const story = inside()
    .press(priya, "askForHelp", { kind: "help" })
    .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${grace.id}` });
  const first = (who = samuel) => said(story, "visit", who).split("Back by")[0];
  expect(first()).toMatch(
    /You are sent to Priya Shah and Tom Okafor, two of you together.*12 Mill Lane, Derby, DE1.3AB/s,
  );
  expect(first(priya)).not.toMatch(/You are sent|12 Mill Lane/);
});

it("S14: nobody is said not to have answered the usual call after the start where nobody has recorded one", () => {
  const told = (story: Story) => {
    const {
      to,
      say,
      at: since,
    } = story.told.find(
      ({ to: whom, say: one }) => "person" in whom && whom.person === helen.id && one.key === "alarm",
    ) as Notice;
    expect(to).toEqual({ person: helen.id });
    return `${sayNotice({ say, at: since, alarm: 1 }, { ...context, zone: "Europe/London", school: "Meadow Primary", phone: "", now: story.now, repeat: false })} ${said(story, "alarm", helen)}`;
  };
  const ringing = approved()
    .until("13:30")
    .press(priya, "signOut", leaving)
    .press(tom, "signOut", leaving)
    .until("14:10");
  expect(told(ringing.branch().press(ann, "recordCall", { outcome: "noAnswer" }))).toMatch(
    /was not answered.*did not answer the usual call/,
  );
  expect(told(ringing.branch().press(ann, "recordCall", { outcome: "concern" }))).toMatch(
    /left a concern.*left a concern/,
  );
  const unmade = told(ringing.until("14:16"));
  expect(unmade).toMatch(/nobody has recorded the usual call.*Nobody has recorded the usual call to Priya Shah/);
  expect(unmade).not.toMatch(/not answer/);
  expect(said(ringing, "watch")).toMatch(/ALARM 1 since 14:10: the usual call after the start is still open/);
});
