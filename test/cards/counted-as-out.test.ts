import { drawCard } from "../../cards/draw";
import { ann, helen, priya, tom } from "../people";
import { aspire } from "../visits/aspire";
import { approved, at, leaving } from "../visits/story";

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
  const said = (card: "watch" | "visit" | "alarm", who = ann) =>
    JSON.stringify(drawCard({ card, no: card === "alarm" ? 1 : undefined }, story.seen(who)));
  const noWord = `no word yet, counted as out from 13:50`;
  for (const card of ["watch", "alarm"] as const) expect(said(card)).toContain(noWord);
  expect(said("visit", tom)).toContain(noWord);
  expect(said("visit", tom)).not.toContain("✓ 13:50");
  expect(said("alarm")).toContain("No word from Tom Okafor");
  const police = story
    .branch()
    .pushTo(at("13:56"))
    .press(helen, "recordDecision", { decision: "police", why: "No trace" });
  const script = JSON.stringify(drawCard({ card: "alarm", no: 1 }, police.seen(helen)));
  expect(script).toContain("Nobody has heard from them since before the visit");
  story.press(tom, "checkIn");
  for (const card of ["watch", "visit"] as const)
    expect(said(card, card === "visit" ? tom : ann)).not.toContain("no word yet");
});
