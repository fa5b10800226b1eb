import { schoolOn } from "../schools";
import type { Story } from "../story";
import { abel, begin, coordinated, derek, dora, joyce, out, paula, rita, ryan, sita, visit, wendy } from "./story";

const signedOut = { allTrue: "true" };

describe("leaving on a visit at Hexthorpe", () => {
  it("is a sign-out at Reception by each, from which the return is watched (HEX-43, HEX-46)", () => {
    const story = coordinated().until("13:30").press(ryan, "signOut", signedOut);
    expect(story.is.phase).toBe("out");
    const both = coordinated().until("13:30").press(ryan, "signOut", signedOut).press(sita, "signOut", signedOut);
    both
      .until("14:20")
      .press(ryan, "checkIn", { bothOk: "true" })
      .pushTo(both.is.plan.back - 60_000);
    expect(both.is.alarms.filter(({ cause }) => cause === "notBack")).toEqual([]);
    expect(both.pushTo(both.is.plan.back).alarm).toMatchObject({ cause: "notBack", dueAt: both.is.plan.back });
    expect(story.toldTo(rita)).toEqual(["visitBegun"]);
    expect(story.press(paula, "signOut", signedOut).refusal?.refused).toBe("notYours");
  });

  it("needs the full destination and the time of return beforehand (HEX-44, HEX-46)", () => {
    for (const field of ["address", "back"]) {
      const story = begin().press(ryan, "requestVisit", { ...visit, [field]: "" });
      expect(story.refusal?.field).toBe(field);
    }
    expect(out().seen(rita).address).toBe("12 Mill Lane, Derby");
  });

  it("gives the admin team the record and both numbers (HEX-33, HEX-45)", () => {
    const seen = out().seen(abel);
    expect(seen.address).toBe("12 Mill Lane, Derby");
    expect(seen.visitors.map(({ phone }) => phone)).toEqual([ryan.phone, sita.phone]);
    expect(
      out()
        .seen(rita)
        .visitors.map(({ phone }) => phone),
    ).toEqual([undefined, undefined]);
  });

  it("makes Principal, SLT and admin team aware of who is on visits (HEX-52)", () => {
    const story = coordinated().until("13:30").press(ryan, "signOut", signedOut);
    for (const each of [wendy, derek, joyce]) expect(story.toldTo(each)).toContain("visitBegun");
    expect(story.toldTo(abel)).toContain("watchAsked");
    expect(story.seen(derek).visitors.map(({ name }) => name)).toEqual([ryan.name, sita.name]);
  });

  it("asks each of both for their own phone, badge, history and circumstances, and lets nobody go before (HEX-12, HEX-27, HEX-31, HEX-32, HEX-40, HEX-42, HEX-49)", () => {
    const story = coordinated().until("13:30").press(ryan, "signOut", signedOut);
    expect(story.press(sita, "signOut").refusal).toMatchObject({ field: "allTrue", clause: "HEX-27" });
    const cited = story.seen(sita).forms.checklist?.flatMap(({ clauses }) => clauses) ?? [];
    expect(["12", "31", "32", "40", "42", "49"].filter((no) => !cited.includes(`HEX-${no}`))).toEqual([]);
    expect(story.is.outings[sita.id]).toBeUndefined();
  });

  it("asks each for mask and washed hands, and lets nobody go before, until the school says that they are over (HEX-34, HEX-35)", () => {
    const lines = (story: ReturnType<typeof coordinated>) =>
      story.seen(ryan).forms.checklist?.flatMap(({ clauses }) => clauses) ?? [];
    const story = coordinated().until("13:30");
    expect(lines(story)).toEqual(expect.arrayContaining(["HEX-34", "HEX-35"]));
    expect(story.press(ryan, "signOut").is.phase).toBe("ready");
    story.policy = schoolOn("hexthorpe", { settings: { infectionControls: false } }).policy;
    expect(lines(story)).not.toEqual(expect.arrayContaining(["HEX-34"]));
    expect(lines(story)).not.toEqual(expect.arrayContaining(["HEX-35"]));
  });

  it("takes nobody along of whose phone no number is known (HEX-31, HEX-33)", () => {
    const story = coordinated().until("13:30");
    story.lists(sita, { phone: undefined });
    story.press(sita, "signOut", signedOut);
    expect(story.refusal).toMatchObject({ field: "phone", clause: "HEX-31" });
    story.press(sita, "signOut", { ...signedOut, phone: "+44 7700 900555" });
    expect(story.seen(abel).visitors.map(({ phone }) => phone)).toContain("+44 7700 900555");
  });

  it("takes whoever goes of the admin team off the watch (HEX-30, S5)", () => {
    const story = begin()
      .press(ryan, "requestVisit", { ...visit, companion: dora.id, noneFree: "true" })
      .press(dora, "agreeToVisit")
      .press(paula, "approve")
      .until("13:30")
      .press(ryan, "signOut", signedOut)
      .press(dora, "signOut", signedOut);
    expect(story.press(dora, "takeWatch").refusal).toBeDefined();
    expect(story.toldTo(abel)).toContain("watchAsked");
    expect(story.until("15:00").toldTo(abel)).toContain("alarm");
    expect(story.toldTo(dora)).not.toContain("alarm");
  });

  it("is noticed where one leaves without the other: the watch and the officer are told, and whoever stayed behind is asked (HEX-29)", () => {
    const story = coordinated().until("13:30").press(ryan, "signOut", signedOut).until("13:39");
    for (const who of [abel, paula]) expect(story.toldTo(who)).not.toContain("partlyOut");
    story.until("13:40");
    for (const who of [abel, paula]) expect(story.toldTo(who)).toContain("partlyOut");
    expect(story.told.find(({ say }) => say.key === "partlyOut")?.say.args).toMatchObject({
      names: ryan.name,
      by: sita.name,
    });
    expect(story.toldTo(sita)).toContain("notAlong");
    expect(story.toldTo(ryan)).not.toContain("partlyOut");
    story.press(sita, "signOut", signedOut);
    for (const who of [abel, paula, sita])
      expect(story.toldTo(who).filter((key) => key === "partlyOut" || key === "notAlong")).toEqual([]);
  });

  it("is never of one member of staff (HEX-29)", () => {
    const alone = begin().press(ryan, "requestVisit", { ...visit, companion: "", loneWhy: "Nobody is free" });
    expect(alone.refusal).toMatchObject({ field: "companion", clause: "HEX-29" });
    const outsider = { outsiderName: "Nell Hill", outsiderOrganisation: "EWO", outsiderPhone: "+44 7700 900190" };
    expect(begin().press(ryan, "requestVisit", { ...visit, companion: "", ...outsider }).refusal?.clause).toBe(
      "HEX-29",
    );
  });

  it("is known to at least one of Principal, SLT and admin team, whichever the school tells, or nobody leaves (HEX-52)", () => {
    for (const told of [["office"], ["principal"], ["slt"]]) {
      const school = schoolOn("hexthorpe", { settings: { toldOfVisit: told } });
      const story = coordinated().until("13:30");
      story.policy = school.policy;
      story.press(ryan, "signOut", signedOut);
      expect([told, story.is.phase]).toEqual([told, "out"]);
      const knows = story.roster.people.filter(({ roles }) => roles.some((role) => [...told, "office"].includes(role)));
      for (const who of knows) expect(story.toldTo(who).length).toBeGreaterThan(0);
    }
    const leave = (story: Story): Story => {
      const known = story.roster.people.filter(({ roles }) =>
        ["office", "principal", "slt"].some((role) => roles.includes(role)),
      );
      for (const one of known) story.lists(one, { until: "2026-11-22" });
      return story;
    };
    const onDuty = leave(
      coordinated()
        .until("13:30")
        .lists(derek, { roles: ["dutySlt"] }),
    );
    expect(onDuty.press(ryan, "signOut", signedOut).is.phase).toBe("out");
    expect(onDuty.toldTo(derek)).toContain("visitBegun");
    const nobody = leave(coordinated().until("13:30")).press(ryan, "signOut", signedOut);
    expect(nobody.refusal).toMatchObject({ refused: "unknownToAll", clause: "HEX-52" });
    expect(nobody.is.phase).toBe("ready");
  });
});
