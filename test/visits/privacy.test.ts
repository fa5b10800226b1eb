import type { Viewer } from "../../visits/may-see";
import { ann, grace, helen, joan, nia, priya, samuel, tom } from "../people";
import { approval, assessed, inside, out, requested, type Story } from "./story";

/** A word that must appear nowhere else, in each canaries field. */
const canaries = {
  pupil: "CANARYPUPIL",
  address: "CANARYADDRESS",
  purpose: "CANARYPURPOSE",
  whyNotInSchool: "CANARYWHY",
  agreedHow: "CANARYAGREED",
};
const staffPhone = priya.phone ?? "";

const seenIn = (story: Story, viewer: Viewer) => {
  const text = JSON.stringify(story.seen(viewer));
  return Object.entries({ ...canaries, phone: staffPhone })
    .filter(([, canary]) => text.includes(canary))
    .map(([field]) => field)
    .sort();
};
const everything = ["address", "agreedHow", "phone", "pupil", "purpose", "whyNotInSchool"];
const alarmed = () => inside(canaries).press(priya, "changePlan", { back: "15:55" }).until("15:20");

describe("P10: what each role may know", () => {
  it("shows everything to those who go, to the Principal and to the DSL", () => {
    for (const who of [priya, tom, helen, joan])
      expect([who.name, seenIn(out(canaries), who)]).toEqual([who.name, everything]);
  });

  it("shows the office where they are and their numbers, and nothing of the pupil", () => {
    expect(seenIn(out(canaries), ann)).toEqual(["address", "phone"]);
    expect(seenIn(alarmed(), ann)).toEqual(["address", "phone"]);
  });

  it("shows senior leaders and channels where they are only while there is an alarm", () => {
    for (const viewer of [samuel, { channel: "slt" }, { channel: "office" }]) {
      expect(seenIn(out(canaries), viewer)).toEqual([]);
      expect(seenIn(alarmed(), viewer)).toEqual(["address", "phone"]);
    }
  });

  it("shows senior leaders where they are once the usual call has climbed to them, and not before", () => {
    const called = () => out(canaries).until("14:11");
    expect(called().alarm).toMatchObject({ cause: "arrivalCall" });
    expect(seenIn(called(), samuel)).toEqual(["phone"]);
    const climbed = called().until("14:26");
    expect(climbed.toldTo(samuel)).not.toEqual([]);
    expect(seenIn(climbed, samuel)).toEqual(["address", "phone"]);
  });

  it("shows colleagues who don't go nothing but who is out", () => {
    for (const who of [nia, grace]) expect(seenIn(requested(canaries), who)).toEqual([]);
    expect(seenIn(alarmed(), nia)).toEqual([]);
  });

  it("keeps what somebody wrote from colleagues and channels", () => {
    const text = "CANARYWRITTEN";
    const stories = [
      assessed().press(helen, "approve", { ...approval, reason: text }),
      assessed().press(helen, "decline", { why: text }),
      assessed().press(helen, "askForChanges", { why: text }),
      alarmed()
        .press(ann, "recordCall", { outcome: "noAnswer", note: text })
        .press(helen, "recordDecision", { decision: "keepTrying", why: text }),
      alarmed().press(samuel, "standDown", { why: text, spoken: `${priya.id},${tom.id}` }),
    ];
    for (const story of stories) {
      expect(story.refusal).toBeUndefined();
      for (const viewer of [nia, { channel: "slt" }, { channel: "office" }])
        expect(JSON.stringify(story.seen(viewer))).not.toContain(text);
    }
  });

  it("puts nothing of the pupil, the place or a phone into any notice", () => {
    for (const story of [requested(canaries), assessed(canaries), alarmed()]) {
      const text = JSON.stringify(story.told);
      for (const canary of [...Object.values(canaries), staffPhone]) expect(text).not.toContain(canary);
    }
  });
});
