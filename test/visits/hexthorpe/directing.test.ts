import type { Input } from "../../../visits/command";
import { requestForm } from "../../../visits/forms/request";
import { pastOf } from "../../../visits/homes/past";
import type { RequestForm } from "../../../visits/sight";
import { at } from "../story";
import { abel, begin, coordinated, dora, out, paula, ryan, sita, visit } from "./story";

const back = () => out().until("14:40").press(ryan, "signIn").press(sita, "signIn");
const again = (story: ReturnType<typeof back>) => story.is.tasks.find(({ kind }) => kind === "dayAgain");

it("is asked for by the officer who goes on no visits, for somebody who does (HEX-39)", () => {
  const story = begin();
  story.lists(paula, { roles: [...story.policy.coordinators.value] });
  story.press(paula, "requestVisit", { ...visit, lead: ryan.id });
  expect([story.refusal, story.visit?.asked.by, story.visit?.directed?.by]).toEqual([undefined, ryan.id, paula.id]);
});

describe("attendance visits at Hexthorpe", () => {
  it("may take place every day: before the next school day the liaison officer says whether another is needed (HEX-38)", () => {
    const story = back();
    expect(again(story)).toMatchObject({ due: at("08:30", "2026-11-24"), for: [paula.id] });
    expect(story.toldTo(paula)).toContain("taskDue");
    expect(story.seen(paula).offers).toContain("requestVisit");
    expect(story.until("08:30", "2026-11-24").toldTo(paula)).toContain("taskOverdue");
  });

  it("skip the days on which the academy is closed (HEX-38)", () => {
    const friday = begin();
    friday.now = at("09:00", "2026-11-27");
    friday
      .press(ryan, "requestVisit", { ...visit, date: "2026-11-27" })
      .press(sita, "agreeToVisit")
      .press(paula, "approve");
    friday
      .until("13:30", "2026-11-27")
      .press(ryan, "signOut", { allTrue: "true" })
      .press(sita, "signOut", { allTrue: "true" });
    friday.until("14:40", "2026-11-27").press(ryan, "signIn").press(sita, "signIn");
    expect(again(friday)?.due).toBe(at("08:30", "2026-11-30"));
  });

  it("are not asked about again where the visit was for another reason", () => {
    const story = coordinated({ reason: "excluded" }).until("13:30");
    for (const who of [ryan, sita]) story.press(who, "signOut", { allTrue: "true" });
    for (const who of [ryan, sita]) story.press(who, "signIn");
    expect(again(story)).toBeUndefined();
  });

  it("are the liaison officer's to go on with or to leave, with the reason (HEX-39)", () => {
    const story = back();
    const no = { no: again(story)?.no };
    for (const other of [ryan, abel])
      expect(story.press(other, "completeTask", { note: "Not needed", how: "notNeeded" }, no).refusal?.refused).toBe(
        "notYours",
      );
    expect(story.press(paula, "completeTask", { how: "notNeeded" }, no).refusal).toMatchObject({
      field: "note",
      clause: "HEX-39",
    });
    story.press(paula, "completeTask", { how: "notNeeded", note: "She came in today" }, no);
    expect(again(story)?.done).toMatchObject({ by: paula.id, note: "She came in today" });
    expect(story.seen(paula).offers).not.toContain("requestVisit");
  });

  it("are directed by the liaison officer, who alone names others to make them (HEX-39)", () => {
    const named: Input = { ...visit, lead: ryan.id };
    expect(begin().press(sita, "requestVisit", named).refusal).toMatchObject({ field: "lead", clause: "HEX-39" });
    const story = begin().press(paula, "requestVisit", named);
    expect(story.is).toMatchObject({ plan: { visitors: [ryan.id, sita.id] }, agreed: {}, directed: { by: paula.id } });
    for (const who of [ryan, sita]) expect(story.toldTo(who)).toContain("agreeAsked");
    expect(story.seen(ryan).asked.by.id).toBe(paula.id);
    story.press(ryan, "agreeToVisit").press(sita, "agreeToVisit").press(paula, "approve");
    expect(story.is.phase).toBe("ready");
  });

  it("take nobody who does not agree, whoever named them", () => {
    const story = begin().press(paula, "requestVisit", { ...visit, lead: ryan.id });
    story.press(ryan, "refuseVisit", { why: "I am on duty" });
    expect(story.is).toMatchObject({
      phase: "asked",
      asked: { by: sita.id },
      plan: { visitors: [sita.id] },
      agreed: {},
    });
    expect(story.toldTo(paula)).toContain("companionRefused");
  });

  it("leave whoever named the visitors free to see all that school sees of the visit (S4)", () => {
    const story = begin().press(paula, "requestVisit", { ...visit, lead: ryan.id });
    story.press(ryan, "agreeToVisit").press(sita, "agreeToVisit").press(paula, "approve").until("13:30");
    for (const who of [ryan, sita]) story.press(who, "signOut", { allTrue: "true" });
    story.press(ryan, "checkIn", {}, { covert: true });
    expect(story.seen(paula).alarms.map(({ cause }) => cause)).toEqual(["covert"]);
    expect(story.seen(ryan).alarms).toEqual([]);
  });

  it("show how often the pupil was visited, and set no limit to it (HEX-13)", () => {
    const visits = [1, 2, 3, 4, 5].map((n) => {
      const { is } = back();
      return { ...is, id: `elmfield.${n}`, plan: { ...is.plan, start: is.plan.start - n * 86_400_000 } };
    });
    const story = begin();
    story.past = pastOf(visits, { household: "ella martin", address: visit.address });
    story.press(ryan, "requestVisit", visit).press(sita, "agreeToVisit");
    expect(story.seen(paula).been).toEqual({ times: 5, last: at("14:00", "2026-11-22") });
    expect(story.press(paula, "approve").is.phase).toBe("ready");
  });
});

describe("who goes along at Hexthorpe", () => {
  it("is offered in that order (HEX-30)", () => {
    const form = requestForm(begin().facts(ryan)) as RequestForm;
    expect(form.asks.support).toBe("Pastoral team");
    const names = form.companions.map(({ name }) => name);
    expect(names.indexOf(dora.name)).toBeGreaterThan(names.indexOf(sita.name));
  });
});
