import { drawCard } from "../../../cards/draw";
import type { Person } from "../../../schools/school";
import { grace, helen, priya, tom } from "../../people";
import * as hexthorpe from "../../visits/hexthorpe/story";
import { approval, approved, assessed, inside, request, requested, type Story } from "../../visits/story";

const said = (story: ReturnType<typeof assessed>): string =>
  JSON.stringify(drawCard({ card: "approval" }, story.seen(helen)));

describe("the companion's card", () => {
  it("keeps the plan until it is decided: there is no other card yet that says where they go", () => {
    const card = (story: Story) => JSON.stringify(drawCard({ card: "agree" }, story.seen(tom)));
    const agreed = card(assessed());
    expect(agreed).toContain("You have agreed to come");
    expect(agreed).toContain(String(assessed().is.plan.address));
    expect(card(approved())).not.toContain(String(assessed().is.plan.address));
  });
});

describe("the approver's card", () => {
  it("asks the liaison officer for their own visit in the second person (HEX-38)", () => {
    const { begin, paula, sita, visit } = hexthorpe;
    const story = begin().press(paula, "requestVisit", visit).press(sita, "agreeToVisit");
    const card = JSON.stringify(drawCard({ card: "approval" }, story.seen(paula)));
    expect(card).toContain("Plan and coordinate your own visit");
    expect(card).not.toContain("Paula Finch asks");
  });

  it("says after changes were asked for who is waited for, and asks again only about the plan as changed", () => {
    const story = assessed();
    expect(said(story)).toContain("Priya Shah asks for your approval");
    story.press(helen, "askForChanges", { why: "Please go after lunch" });
    expect(said(story)).toContain("Waiting for Priya Shah to change the plan");
    expect(said(story)).toContain("Helen Marsh asked for changes, 09:00: Please go after lunch");
    expect(said(story)).not.toContain("asks for your approval");
    story.press(priya, "amend", { ...request, purpose: "To hear how Ella is" });
    expect(story.refusal).toBeUndefined();
    expect(said(story)).not.toContain("Waiting for Priya Shah to change the plan");
  });

  it("says that there is nothing to decide yet while the companion has not answered", () => {
    expect(said(requested())).toContain("Not ready to be decided yet");
    expect(said(requested())).not.toContain('"Approve"');
  });

  it("lists once what nobody has recorded, also where it is not confirmed", () => {
    const story = assessed();
    story.lists(tom, { checks: {} });
    story.press(helen, "approve", { ...approval, confirmed: "" });
    const { refusal } = story;
    const card = JSON.stringify(drawCard({ card: "approval" }, story.seen(helen), { input: {}, refusal }));
    expect(card).toContain("Please confirm that you have checked each of them.");
    const lines = refusal?.lines?.map(({ text }) => text.split(": ")[1] ?? "") ?? [];
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.map((line) => card.split(line).length - 1)).toEqual(lines.map(() => 1));
  });

  it("offers to decline only what can still be declined", () => {
    expect(said(assessed())).toContain("Ask for changes or decline");
    expect(said(approved())).toContain("Ask for changes");
    expect(said(approved())).not.toContain("or decline");
  });
});

describe("the visit's card of whoever asked", () => {
  it("says first to choose a companion where the one who was asked can't come", () => {
    const story = requested().press(tom, "refuseVisit", { why: "Exam duty" });
    const first = () => story.seen(priya).next?.key;
    expect(first()).toBe("nameCompanion");
    expect(JSON.stringify(drawCard({ card: "visit" }, story.seen(priya)))).toContain("Choose a companion");
    story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    expect(first()).toBe("nameCompanion");
    story.press(priya, "amend", { ...request, companion: grace.id });
    expect(first()).not.toBe("nameCompanion");
  });
});

describe("where visits are coordinated and not approved", () => {
  const card = (name: "visit" | "approval", story: Story, viewer: Person) =>
    JSON.stringify(drawCard({ card: name }, story.seen(viewer)));

  it("no card says that one is approved (HEX-28)", () => {
    expect(card("visit", hexthorpe.asked(), hexthorpe.ryan)).toContain("Waiting for the decision");
    const decided = card("visit", hexthorpe.coordinated(), hexthorpe.ryan);
    expect(decided).toContain("Planned and coordinated. Sign out when you leave");
    expect(decided).not.toContain("Approved");
  });

  it("whoever talked it over reads that it waits for the decision, and not that it is not ready (HEX-41)", () => {
    const story = hexthorpe.asked({ answer_safeguarding: "yes" });
    expect(card("approval", story, hexthorpe.paula)).toContain("Not ready to be decided yet");
    story.press(hexthorpe.wendy, "recordTalk", { on: "2026-11-23", note: "Go" });
    expect(card("approval", story, hexthorpe.wendy)).toContain("Waiting for the decision");
  });
});

describe("the companion's card", () => {
  it("has no button once they have said that they can't come", () => {
    const story = requested();
    expect(story.seen(tom).offers).toContain("refuseVisit");
    expect(story.press(tom, "refuseVisit").seen(tom).offers).not.toContain("refuseVisit");
  });

  it("says once they have agreed that they have, and lets them change their mind", () => {
    const card = JSON.stringify(drawCard({ card: "visit" }, approved().seen(tom)));
    expect(card).toContain("You have agreed to come");
    expect(card).toContain("I can't come");
    expect(card).not.toContain("You are asked to come along");
  });
});

describe("the card of minutes that are overdue", () => {
  it("tells whoever doesn't write them who does, and whom to remind", () => {
    const story = inside().until("14:50").press(priya, "signIn").press(tom, "signIn").until("14:51", "2026-11-24");
    const card = (who: Person) => JSON.stringify(drawCard({ card: "minutes" }, story.seen(who)));
    expect(card(helen)).toMatch(/To be written by .*Priya Shah.*Please remind them/);
    expect(card(priya)).not.toContain("Please remind them");
  });
});
