import { drawCard } from "../../../cards/draw";
import type { Input } from "../../../visits/command";
import { ann, priya, samuel, tom } from "../../people";
import { aspire } from "../../visits/aspire";
import { approved, type Story } from "../../visits/story";
import { nodesOf } from "../tree";

const planned = () =>
  approved().until("10:00").press(priya, "cancel", { ill: "true" }).press(priya, "planContact", {
    contactHow: "phone",
    contactWhy: "Nobody has heard of Ella since Thursday",
    contactTime: "11:00",
    contactKnows: ann.id,
    contactBeside: tom.id,
    contactTicks: "consent,timeAgreed",
  });
const decided = (input: Input, story = planned()) =>
  story.press(samuel, "decideContact", input, { no: story.is.contact?.no });
const saidOn = (story: Story): string =>
  nodesOf(drawCard({ card: "contact" }, story.seen(priya)))
    .map(({ text, title }) => String(text ?? title ?? ""))
    .join("\n");

describe("the card of a call in place of a visit", () => {
  it("says what the call keeps to: professional standards, and that a recording is explained (AET-A-120, AET-A-128)", () => {
    const story = decided({ answer: "yes" }).until("11:00");
    const measures = aspire.alternativeContact.value?.measures ?? [];
    expect(measures.length).toBeGreaterThan(0);
    for (const { text } of measures) expect(saidOn(story)).toContain(text);
  });

  it("says why it was not authorised, or did not come about", () => {
    const refused = decided({ answer: "no", contactWhyNot: "The social worker saw her" });
    expect(saidOn(refused)).toContain("The social worker saw her");
    const failed = decided({ answer: "yes" }).until("11:40");
    failed.press(priya, "recordContact", { notMade: "true", contactNotMade: "Nobody answered" });
    expect(saidOn(failed)).toContain("Nobody answered");
  });
});
