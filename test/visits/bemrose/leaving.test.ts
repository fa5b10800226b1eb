import { at } from "../story";
import { agreed, asked, lena, maya, nora, omar, out, policy, who } from "./story";

const signedOut = { allTrue: "true" };
const told = ["rosa", "stan", "tess", "hugh"];

describe("leaving on a visit at Bemrose", () => {
  it("gives whoever is only told of it nothing to do, while others look for them (S5)", () => {
    const story = out().pushTo(at("15:30"));
    expect(story.alarm).toBeDefined();
    for (const name of ["rosa", "stan", "tess"]) expect(story.seen(who(name)).next).toEqual({ key: "notGoing" });
    expect(story.seen(nora).next?.key).toBe("decide");
  });

  it("P10: lets the safeguarding team know whose visit it is and how it goes, and not of the pupil, the address or numbers (BEM-A-04)", () => {
    const seen = out().seen(who("tess"));
    expect(seen.visitors).toMatchObject([
      { name: maya.name, outing: {} },
      { name: omar.name, outing: {} },
    ]);
    expect(seen.visitors.map(({ phone }) => phone)).toEqual([undefined, undefined]);
    expect(seen.watch?.by.name).toBe(nora.name);
    expect([seen.pupil, seen.address, seen.alarms]).toEqual([undefined, undefined, []]);
    expect(asked().seen(who("tess")).visitors).toEqual([]);
  });

  it("is agreed with any member of the Leadership Team in advance, and with nobody else (BEM-14)", () => {
    const assessed = () => asked().press(maya, "assessRisk", { considered: "true" });
    for (const leader of [lena, who("hugh")]) {
      expect(assessed().toldTo(leader)).toEqual(["approvalAsked"]);
      expect(assessed().press(leader, "approve").is).toMatchObject({ phase: "ready", approval: { by: leader.id } });
    }
    for (const name of ["nora", "stan", "dina", "hari", "maya", "omar"]) {
      const story = assessed().press(who(name), "approve");
      expect([name, story.refusal?.refused, story.is.phase]).toEqual([name, "notYours", "asked"]);
    }
    expect(agreed().until("13:30").press(maya, "signOut", signedOut).refusal).toBeUndefined();
  });

  it("is shared with the Leadership Team before it is agreed: who goes, where, when and for what (BEM-15)", () => {
    const story = asked().press(maya, "assessRisk", { considered: "true" });
    for (const leader of [lena, who("hugh")])
      expect(story.seen(leader)).toMatchObject({
        address: "12 Mill Lane, Derby",
        purpose: "To agree how Ella comes back",
        times: { leave: at("13:30"), start: at("14:00"), back: at("15:00") },
        visitors: [{ name: maya.name }, { name: omar.name }],
        offers: expect.arrayContaining(["approve"]),
      });
  });

  it("does not begin before it is agreed (BEM-14)", () => {
    const story = agreed()
      .press(lena, "askForChanges", { why: "Ring first" })
      .until("13:30")
      .press(maya, "signOut", signedOut);
    expect(story.refusal?.refused).toBe("wrongTime");
  });

  it("has one press tell every place, and base answer for it (BEM-30, BEM-60, BEM-A-04, BEM-A-09, BEM-A-11, BEM-A-17)", () => {
    const story = agreed().until("13:30").press(maya, "signOut", signedOut);
    for (const name of told) expect(story.toldTo(who(name))).toEqual(["visitBegun"]);
    expect(story.toldTo(nora)).toContain("watchAsked");
    expect(story.press(nora, "takeWatch").toldTo(nora)).toContain("watchTaken");
    expect(story.seen(nora)).toMatchObject({
      address: "12 Mill Lane, Derby",
      meets: expect.stringMatching(/./),
      times: { leave: at("13:30"), start: at("14:00"), depart: at("14:40"), back: at("15:00") },
      visitors: [{ name: maya.name, phone: maya.phone }, { name: omar.name }],
    });
    expect(story.seen(omar)).toMatchObject({ address: "12 Mill Lane, Derby", postcode: "DE1 3AB" });
  });

  it("leaves base when they expect to be there and to leave again (BEM-33)", () => {
    expect(out().seen(nora).times).toMatchObject({ start: at("14:00"), depart: at("14:40") });
  });

  it("tells base again, and then the Leadership Team, while base has not answered (matrix W12)", () => {
    const story = agreed().until("13:30").press(maya, "signOut", signedOut).press(omar, "signOut", signedOut);
    expect(story.until("13:50").toldTo(lena)).toContain("watchAsked");
  });

  it("lets student services and reception see where they go, and nothing of the pupil (BEM-60, BEM-95)", () => {
    for (const name of ["stan", "rosa"]) {
      const seen = out().seen(who(name));
      expect(seen.address).toBe("12 Mill Lane, Derby");
      expect([seen.pupil, seen.purpose]).toEqual([undefined, undefined]);
    }
    expect(agreed().seen(who("hari")).address).toBeUndefined();
  });

  it("leaves base the numbers on which they can be reached (BEM-35)", () => {
    expect(
      out()
        .seen(nora)
        .visitors.map(({ phone }) => phone),
    ).toEqual([maya.phone, omar.phone]);
    expect(
      out()
        .seen(who("stan"))
        .visitors.map(({ phone }) => phone),
    ).toEqual([undefined, undefined]);
  });

  it("asks each visitor to confirm the list for themselves (BEM-50, BEM-51, BEM-52, BEM-55, BEM-66, BEM-68, BEM-89, BEM-A-12, BEM-A-16, BEM-A-25, BEM-A-33)", () => {
    const story = agreed().until("13:30").press(maya, "signOut", signedOut);
    expect(story.press(omar, "signOut").refusal?.field).toBe("allTrue");
    const cited = story.seen(omar).forms.checklist?.flatMap(({ clauses }) => clauses) ?? [];
    const asked = ["50", "51", "52", "55", "66", "68", "89", "A-12", "A-16", "A-25", "A-33"].map((no) => `BEM-${no}`);
    expect(asked.filter((id) => !cited.includes(id))).toEqual([]);
  });

  it("needs a number for each phone (BEM-35, BEM-A-12)", () => {
    const story = agreed();
    story.lists(maya, { phone: undefined });
    expect(story.until("13:30").press(maya, "signOut", signedOut).refusal?.field).toBe("phone");
  });

  it("never names the ladder as the policy's, which leaves it to the school", () => {
    expect(policy.ladder.by).toBe("school");
  });

  it("says when they are back to every place that was told they had left", () => {
    const story = out().until("14:50").press(maya, "signIn").press(omar, "signIn");
    for (const name of told) expect(story.toldTo(who(name))).toContain("everyoneBack");
  });
});
