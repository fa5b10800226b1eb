import { drawCard } from "../../../cards/draw";
import { alarmOf, ann, at, helen, priya, sightOf, tom, visitor } from "../../../cards/sample-visit";
import { markdownOf, plainOf } from "../tree";

const textOf = (card: object): string => [...markdownOf(card), ...plainOf(card)].join("\n");
const drawn = (card: "visit" | "approval", change: Parameters<typeof sightOf>[0]) =>
  textOf(drawCard({ card }, sightOf(change)));

describe("the card of a visit", () => {
  it("gives whoever does not go along neither the plan, nor the clocks, nor a task (P10)", () => {
    const outing = {
      left: at("13:05"),
      contact: at("13:10"),
      due: at("14:10"),
      where: "onTheWay",
      attending: false,
    } as const;
    const text = drawn("visit", {
      viewer: tom,
      phase: "out",
      pupil: undefined,
      visitors: [visitor(priya, { outing })],
      watch: { by: ann, at: at("13:00") },
      next: { key: "notGoing" },
      missing: [{ id: "approval", text: "It has not been approved.", clauses: [] }],
    });
    expect(text).toContain("You are not going on this visit");
    for (const not of [priya.name, ann.name, "13:10", "approved", "Nothing to do now"]) expect(text).not.toContain(not);
  });

  it("says who has the watch to whoever has not (S5)", () => {
    const watched = { phase: "out", watch: { by: ann, at: at("13:00") }, next: { key: "watch" } } as const;
    expect(drawn("visit", { ...watched, viewer: helen })).toContain("Ann Whitfield has the watch over");
    expect(drawn("visit", { ...watched, viewer: ann })).toContain("You have the watch over");
  });
});

it("the approval says what was asked for and what has changed since", () => {
  const asked = { by: helen, at: at("10:04"), why: "Please go an hour later" };
  const said = (what: string[]) => drawn("approval", { viewer: helen, offers: ["approve"], changed: { what, asked } });
  expect(said(["visitors", "time"])).toContain("Changed since then: who goes, the time");
  expect(said(["time"])).toContain("Helen Marsh asked for changes, 10:04: Please go an hour later");
  expect(said([])).toContain("Sent again without a change to the plan");
});

it("S3: an alarm's silence begins with the one heard of longest ago, and is not of whoever has been spoken to", () => {
  const about = (spoken?: { by: string; at: number }) => [
    { ...priya, lastContact: at("13:10") },
    { ...tom, lastContact: at("14:12"), ...(spoken ? { spoken } : {}) },
  ];
  const said = (spoken?: { by: string; at: number }) =>
    textOf(
      drawCard(
        { card: "alarm", no: 3 },
        sightOf({ viewer: ann, phase: "out", alarms: [alarmOf({ about: about(spoken) })] }),
      ),
    );
  expect(said()).toContain("No contact with Priya Shah and Tom Okafor since 13:10");
  expect(said({ by: ann.name, at: at("14:13") })).toContain("No contact with Priya Shah since 13:10");
});
