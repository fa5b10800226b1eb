import { readsCovert } from "../../engine/covert";
import type { Person, Roster } from "../../schools/school";
import type { Input } from "../../visits/command";
import { registerOf } from "../../visits/monitoring/registers";
import { recordParts } from "../../visits/record/text";
import { roster as meadow } from "../people";
import { policyOf, readTestPack } from "../policies/read-pack";
import { Story } from "./story";

/** A nursery whose document asks for what none of the five does, by its pack alone: no line of code knows it. */
const policy = policyOf(readTestPack("willow-lane"));
const somebody = (id: string, ...roles: string[]): Person => ({
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)} Willow`,
  phone: "+44 7700 900111",
  schools: ["meadow"],
  roles,
  checks: {},
});
const kit = somebody("kit", "keyPerson");
const una = somebody("una", "visitor");
const sara = somebody("sara", "safeguarding");
const pat = somebody("pat", "pastoral");
const olga = somebody("olga", "officeManager");
const roster: Roster = { school: { ...meadow.school, policy: "willow-lane" }, people: [kit, una, sara, pat, olga] };

const request: Input = {
  pupil: "Ella Martin",
  pupilClass: "Robins",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  reason: "attendance",
  purpose: "To see that she is well",
  date: "2026-11-23",
  leave: "13:45",
  start: "14:00",
  back: "14:45",
  companion: una.id,
  agreed: "agreed",
  agreedHow: "By phone",
  answer_firstCall: "Mon 09:05, no answer",
  answer_secondCall: "Mon 12.40, her mother",
};

function begin(): Story {
  const story = new Story();
  story.policy = policy;
  story.roster = roster;
  story.reachable = new Set(roster.people.map(({ id }) => id));
  return story;
}
const asked = (change: Input = {}) => begin().press(kit, "requestVisit", { ...request, ...change });
const agreed = (change: Input = {}) => asked(change).press(una, "agreeToVisit");
const approved = (who: Person, change: Input = {}) =>
  agreed(change).press(who, "approve", { confirmed: "true", reason: "Needed" });
const out = () => {
  const story = approved(sara).until("13:45");
  for (const who of [kit, una]) {
    story.press(who, "signOut", { allTrue: "true", vehicle: "On foot" });
    if (story.refusal) throw new Error(JSON.stringify(story.refusal));
  }
  return story.press(olga, "takeWatch");
};

describe("a sixth school, by its pack alone", () => {
  it("has visits authorised by a safeguarding lead or the pastoral leader", () => {
    for (const who of [sara, pat])
      expect(approved(who)).toMatchObject({ refusal: undefined, visit: { phase: "ready" } });
    for (const who of [olga, kit, una]) expect(approved(who).refusal?.refused).toBe("notYours");
    expect(agreed().toldTo(olga)).not.toContain("approvalAsked");
    expect(JSON.stringify(agreed().seen(olga))).not.toContain("Ella");
  });

  it("has the office manager authorise too, for the one reason that its document names", () => {
    const settling = { reason: "settlingIn" };
    expect(agreed(settling).toldTo(olga)).toContain("approvalAsked");
    for (const who of [olga, sara, pat]) expect(approved(who, settling).is.phase).toBe("ready");
    expect(agreed(settling).seen(olga).pupil).toBe("Ella Martin");
  });

  it("has whoever approves for that reason alone answer for what follows from the visit, and for no other", () => {
    const back = (reason: string) => {
      const story = approved(olga, { reason });
      if (!story.is.approval) story.press(sara, "approve", { confirmed: "true", reason: "Needed" });
      story.until("13:45");
      for (const who of [kit, una]) story.press(who, "signOut", { allTrue: "true", vehicle: "On foot" });
      story.until("14:30");
      for (const who of [kit, una]) story.press(who, "signIn");
      return story;
    };
    const complaint = { reportKind: "complaint", reportWhat: "They came too early" };
    expect(back("settlingIn").press(olga, "report", complaint).refusal).toBeUndefined();
    expect(back("attendance").press(olga, "report", complaint).refusal?.refused).toBe("notYours");
    const late = (reason: string) => back(reason).until("14:30", "2026-11-24").toldTo(olga);
    expect(late("settlingIn")).toContain("taskOverdue");
    expect(late("attendance")).not.toContain("taskOverdue");
  });

  it("plans no visit for longer than its document allows, and reminds those who stay", () => {
    expect(asked({ back: "14:46" }).refusal).toMatchObject({ refused: "tooLong", field: "back", clause: "WIL-13" });
    expect(asked({ back: "14:45" }).refusal).toBeUndefined();
    const story = out()
      .until("14:00")
      .press(kit, "arrive", { adult: "yes" })
      .press(una, "arrive", { adult: "yes" })
      .until("14:29");
    expect(story.toldTo(kit)).not.toContain("longStay");
    expect(story.until("14:30").toldTo(kit)).toContain("longStay");
  });

  it("asks when it was tried by telephone, twice and at two times, and keeps both in the record", () => {
    for (const id of ["answer_firstCall", "answer_secondCall"])
      for (const said of ["", "true", "this morning", "25:10"])
        expect(asked({ [id]: said }).refusal).toMatchObject({ field: id, clause: "WIL-09" });
    expect(asked({ answer_secondCall: "Mon 09:05, no answer" }).refusal).toMatchObject({ field: "answer_secondCall" });
    const record = recordParts(asked().is, asked().facts(sara)).map(({ text }) => text);
    expect(record.join("\n")).toMatch(/first rang.*: Mon 09:05, no answer\n.*rang again.*: Mon 12\.40, her mother/);
  });

  it("keeps a log of visits for each class, and asks which class it is", () => {
    expect(asked({ pupilClass: "" }).refusal).toMatchObject({ field: "pupilClass", clause: "WIL-17" });
    const visit = (pupilClass: string) => ({ ...out().is, plan: { ...out().is.plan, pupilClass } });
    const log = registerOf(["Wrens", "Robins", "Wrens"].map(visit), "visits", { policy, roster });
    expect(log.header[0]).toBe("Class");
    expect(log.rows.map(([name]) => name)).toEqual(["Robins", "Wrens", "Wrens"]);
    expect(JSON.stringify(log)).not.toMatch(/Ella|Mill Lane/);
    const whole = { ...policy, logBy: { value: "school", by: "school", clauses: [] } } as const;
    expect(registerOf([visit("Wrens")], "visits", { policy: whole, roster }).header[0]).not.toBe("Class");
  });

  it("S4: sends help where somebody asks for a named file, and not for any other", () => {
    const secret = { codeWord: "red file", signals: {} };
    expect(readsCovert(["Could you look for the Red-File for me, please?"], secret, kit.id)).toBe(true);
    expect(readsCovert(["Could you look for the blue file for me, please?"], secret, kit.id)).toBe(false);
    const story = out().until("14:05").press(kit, "checkIn", {}, { covert: true });
    expect(story.alarm).toMatchObject({ cause: "covert", step: "lead" });
    for (const who of [sara, pat]) expect(story.toldTo(who)).toContain("alarm");
    expect(JSON.stringify(story.seen(una))).toEqual(
      JSON.stringify(out().until("14:05").press(kit, "checkIn").seen(una)),
    );
    const spoken = out().until("14:45").press(olga, "recordCall", { outcome: "codeWord", about: kit.id });
    expect(spoken.is.alarms.some(({ reached }) => reached.some(({ step }) => step === "lead"))).toBe(true);
  });
});
