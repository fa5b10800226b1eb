import { driven, kitFrom } from "../../visits/kit";
import { ann, helen, priya, tom } from "../people";
import { approval, approved, at, begin, leaving, out, request, type Story } from "./story";

const due = () => approved().until("13:30");

describe("signing out", () => {
  it("is for the day of the visit, until the time of its return", () => {
    const tomorrow = approved({ date: "2026-11-24" }).until("13:30");
    expect(tomorrow.press(priya, "signOut", leaving).refusal?.refused).toBe("tooEarly");
    expect(tomorrow.until("08:00", "2026-11-24").press(priya, "signOut", leaving).is.phase).toBe("out");
    const late = (now: number) => Object.assign(due(), { now }).press(priya, "signOut", leaving);
    expect(late(at("15:00")).refusal?.refused).toBe("tooLate");
    expect(late(at("15:00") - 1).is.phase).toBe("out");
  });

  it("out of hours goes on once somebody has the watch (AET-47)", () => {
    const evening = { leave: "17:00", start: "17:30", back: "18:30", outOfHoursWhy: "Work", noAlternative: "None" };
    const nobody = approved(evening).until("17:00").press(priya, "signOut", leaving);
    expect(nobody.refusal).toMatchObject({ refused: "noContactPerson", clause: "AET-47" });
    const story = approved(evening).until("17:00").press(ann, "takeWatch").press(priya, "signOut", leaving);
    expect([story.refusal, story.is.phase]).toEqual([undefined, "out"]);
  });

  it("is withheld while nobody could be told of an alarm (S6)", () => {
    const story = due();
    story.reachable = new Set();
    expect(story.press(priya, "signOut", leaving).refusal?.refused).toBe("unreachable");
  });

  it("needs a phone and a vehicle, and takes what is known of them (AET-A-118)", () => {
    const story = due().press(priya, "signOut", { allTrue: "true" });
    expect(story.is.outings[priya.id]?.ready).toMatchObject({
      phone: priya.phone,
      vehicle: "Blue Skoda Fabia, FX21 MDW",
    });
    const walks = due().press(priya, "signOut", { allTrue: "true", vehicle: "On foot", idCard: "17" });
    expect(walks.is.outings[priya.id]?.ready).toMatchObject({ vehicle: "On foot", idCard: "17" });
    expect(due().press(tom, "signOut", { allTrue: "true" }).refusal?.field).toBe("vehicle");
    expect(story.press(tom, "signOut", { allTrue: "true" }).is.outings[tom.id]?.ready?.vehicle).toBe(
      "with a colleague",
    );
  });

  it("S1: by somebody who was found out stands beside it, and makes up for it", () => {
    const story = due().press(priya, "reportOut");
    expect(story.is.outings[priya.id]?.ready).toBeUndefined();
    story.press(priya, "signOut", leaving);
    expect(story.is.outings[priya.id]?.ready).toMatchObject({ phone: priya.phone });
    expect(story.is.breaches).toHaveLength(1);
  });

  it("S1: starts the watch again for whoever was back and goes once more", () => {
    const story = out().until("13:40").press(tom, "signIn").until("13:45").press(tom, "signOut", leaving);
    expect(story.refusal).toBeUndefined();
    expect(story.is.outings[tom.id]).toMatchObject({ left: at("13:45") });
    expect(story.is.outings[tom.id]?.back).toBeUndefined();
  });

  it("is offered to nobody who has left or stays behind", () => {
    const offered = (story: Story) => story.seen(tom).offers.includes("signOut");
    expect(offered(due())).toBe(true);
    expect(offered(out())).toBe(false);
    expect(offered(due().press(priya, "signOut", leaving).press(tom, "stayBehind"))).toBe(false);
  });
});

it("keeps for the next time what is worth keeping, and not that a colleague drove", () => {
  const ready = { phone: "+44 7700 900555", vehicle: "On foot", idCard: "17" };
  expect(kitFrom(ready)).toEqual(ready);
  expect(kitFrom({ ...ready, phone: "", vehicle: driven })).toEqual({ idCard: "17" });
});

describe("S1: saying that somebody is out already", () => {
  const offers = (story: Story, who = priya) => story.seen(who).offers.includes("reportOut");

  it("is offered once they should have left, to those who go and to those who answer alarms", () => {
    const asked = begin().press(priya, "requestVisit", request);
    expect([offers(asked), offers(asked, ann)]).toEqual([false, false]);
    asked.until("13:30");
    expect([offers(asked), offers(asked, ann)]).toEqual([true, true]);
  });

  it("is offered of nobody who has left, nor of a visit that was called off", () => {
    const one = due().press(priya, "signOut", leaving);
    expect([offers(one), offers(one, tom), offers(one, ann)]).toEqual([false, true, true]);
    expect(offers(out(), ann)).toBe(false);
    expect(offers(due().press(priya, "cancel"))).toBe(false);
  });

  it("takes in those who are named, or all who go where nobody is", () => {
    const said = (input = {}, who = ann) => Object.keys(due().press(who, "reportOut", input).is.outings);
    expect(said({ who: tom.id })).toEqual([tom.id]);
    expect(said({ who: helen.id, and: tom.id })).toEqual([tom.id]);
    expect(said()).toEqual([priya.id, tom.id]);
    expect(said({}, tom)).toEqual([tom.id]);
  });

  it("takes nobody in who is out already, whoever else is not, nor by a press from before they were back (S9)", () => {
    const one = due().press(priya, "signOut", leaving);
    const { length } = one.events;
    expect(one.press(ann, "reportOut", { who: priya.id }).events).toHaveLength(length);
    const back = out().until("13:40").press(priya, "signIn");
    expect(
      back.branch().press(priya, "reportOut", {}, { sentAt: at("13:39") }).is.outings[priya.id]?.back,
    ).toBeDefined();
    expect(back.press(priya, "reportOut", {}, { sentAt: at("13:40") }).is.outings[priya.id]?.back).toBeUndefined();
  });

  it("of a visit that was called off is out without permission", () => {
    const story = due().press(tom, "cancel").press(priya, "reportOut");
    expect([story.is.phase, story.is.breaches.map(({ what }) => what)]).toEqual(["out", ["notApproved"]]);
    expect(
      due()
        .press(priya, "reportOut")
        .is.breaches.map(({ what }) => what),
    ).toEqual(["noSignOut"]);
  });

  it("takes in whoever is not yet, beside one who is", () => {
    const story = due()
      .press(priya, "signOut", leaving)
      .press(ann, "reportOut", { who: `${priya.id},${tom.id}` });
    expect(story.is.breaches).toEqual([expect.objectContaining({ who: [tom.id], what: "noSignOut" })]);
  });

  it("without a request makes it a visit of whoever is out, with those named who are not out elsewhere", () => {
    const anew = (away: string[], input: Record<string, string>, who = ann) =>
      Object.assign(begin(), { away }).press(who, "reportOut", { address: "3 Mill Lane", ...input });
    expect(anew([], {}, priya).is.plan.visitors).toEqual([priya.id]);
    expect(anew([tom.id], { who: `${priya.id},${tom.id}` }).is.plan.visitors).toEqual([priya.id]);
    expect(anew([tom.id], { who: tom.id }).refusal?.refused).toBe("badWho");
    expect(anew([ann.id], {}).is.plan.visitors).toEqual([ann.id]);
    expect(anew([priya.id], { who: priya.id }, priya).is.plan.visitors).toEqual([priya.id]);
  });

  it("without a request names nobody who has left the school", () => {
    const story = begin();
    story.lists(tom, { until: "2026-11-20" });
    expect(story.press(ann, "reportOut", { who: tom.id, address: "3 Mill Lane" }).refusal?.refused).toBe("badWho");
  });
});

it("S11: an approval withdrawn lets nobody sign out", () => {
  const story = approved()
    .press(helen, "askForChanges", { why: "Later" })
    .until("13:30")
    .press(priya, "signOut", leaving);
  expect(story.refusal?.refused).toBe("wrongTime");
  expect(story.press(helen, "approve", approval, { no: 0 }).refusal?.refused).toBe("planMoved");
});
