import type { Input } from "../../../visits/command";
import { schoolOn } from "../schools";
import { abel, asked, begin, derek, paula, ryan, sita, visit, wendy } from "./story";

describe("a visit at Hexthorpe", () => {
  it("is planned and coordinated through the liaison officer, who lets it go ahead (HEX-28)", () => {
    const story = asked();
    expect(story.toldTo(paula)).toEqual(["coordinationAsked"]);
    for (const other of [ryan, abel, wendy, derek]) {
      expect(story.press(other, "approve").refusal?.refused).toBe("notYours");
    }
    story.press(paula, "approve");
    expect(story.is).toMatchObject({ phase: "ready", approval: { by: paula.id, coordinated: true } });
    expect(story.toldTo(ryan)).toContain("coordinated");
  });

  it("says on the card that it is coordinated, and never that it is approved", () => {
    const story = asked();
    expect(story.seen(paula).forms).toMatchObject({ coordinating: true, reasonNeeded: false });
    expect(story.seen(ryan).missing.map(({ text }) => text)).toEqual([
      "It has not been planned and coordinated by the Pupil and Family Liaison Officer.",
    ]);
    expect(story.press(paula, "approve").seen(ryan).approval?.coordinated).toBe(true);
  });

  it("may be coordinated by the officer who goes on it: coordinating is no approval (S11)", () => {
    const story = begin()
      .press(paula, "requestVisit", { ...visit, companion: sita.id })
      .press(sita, "agreeToVisit");
    expect(story.toldTo(paula)).toContain("coordinationAsked");
    expect(story.press(paula, "approve").is.phase).toBe("ready");
  });

  it("is sent back or declined by the officer", () => {
    expect(asked().press(paula, "askForChanges", { why: "Go together with the other visit" }).is.sentBack?.by).toBe(
      paula.id,
    );
    expect(asked().press(paula, "decline", { why: "They come in today" }).is.phase).toBe("off");
  });

  it("answers a second press of the officer alike (S9)", () => {
    const story = asked().press(paula, "approve").press(paula, "approve");
    expect([story.refusal, story.events.filter(({ type }) => type === "Approved").length]).toEqual([undefined, 1]);
  });

  it("asks for no risk assessment, which the document does not know", () => {
    const story = asked();
    expect(story.seen(ryan).offers).not.toContain("assessRisk");
    expect(story.told.map(({ slot }) => slot.card)).not.toContain("assess");
    expect(story.seen(ryan).missing.map(({ id }) => id)).not.toContain("risk");
  });

  it("needs the approver too where the school names one, after the officer", () => {
    const { begin: beginWith } = schoolOn("hexthorpe", { settings: { approvers: ["principal"] } });
    const story = beginWith()
      .press(ryan, "requestVisit", { ...visit, companion: sita.id })
      .press(sita, "agreeToVisit");
    expect(story.press(wendy, "approve").refusal?.refused).toBe("notYours");
    expect(story.toldTo(paula)).toEqual(["coordinationAsked"]);
    story.press(paula, "approve");
    expect([story.is.phase, story.is.coordination?.by]).toEqual(["asked", paula.id]);
    expect(story.seen(paula).offers).not.toContain("approve");
    expect(story.branch().press(paula, "approve").refusal).toBeUndefined();
    expect(story.toldTo(wendy)).toEqual(["approvalAsked"]);
    const amended = story.branch().press(ryan, "amend", { ...visit, companion: sita.id, news: "A new partner" });
    expect([amended.refusal, amended.is.plan.no]).toEqual([undefined, 2]);
    const lost = amended.branch().lists(paula, { roles: ["visitor"] });
    expect(lost.press(paula, "approve").refusal?.refused).toBe("notYours");
    expect(amended.press(paula, "approve").is.coordination?.planNo).toBe(2);
    expect(story.press(paula, "approve").events.filter(({ type }) => type === "Coordinated")).toHaveLength(1);
    expect(story.press(wendy, "approve").is).toMatchObject({ phase: "ready", approval: { by: wendy.id } });
  });
});

describe("a visit of a safeguarding nature at Hexthorpe", () => {
  const delicate = () => asked({ answer_safeguarding: "yes" });

  it("has to be said to be one, or not (HEX-41)", () => {
    for (const answer of ["", "perhaps"]) {
      const story = begin().press(ryan, "requestVisit", { ...visit, companion: sita.id, answer_safeguarding: answer });
      expect(story.refusal).toMatchObject({
        field: "answer_safeguarding",
        clause: "HEX-41",
      });
    }
  });

  it("is talked over with the Principal or SLT before it can go ahead (HEX-41)", () => {
    const story = delicate();
    expect([wendy, derek].map((each) => story.toldTo(each))).toEqual([["talkAsked"], ["talkAsked"]]);
    expect([ryan, sita].map((each) => story.seen(each).next?.key)).toEqual(["talkOver", "waitForApproval"]);
    expect(story.toldTo(paula)).toEqual([]);
    expect(story.seen(paula).offers).not.toContain("approve");
    expect(story.press(paula, "approve").refusal).toMatchObject({ refused: "talkFirst", clause: "HEX-41" });
    story.press(derek, "recordTalk", { note: "Two go, and ring the social worker first", on: "2026-11-20" });
    expect(story.toldTo(paula)).toEqual(["coordinationAsked"]);
    expect(story.press(paula, "approve").is.phase).toBe("ready");
    expect(story.seen(ryan).talks).toEqual([
      expect.objectContaining({ by: { id: derek.id, name: derek.name }, on: "2026-11-20" }),
    ]);
  });

  it("falls back to the talk where it is found out only after it was coordinated (HEX-41)", () => {
    const story = asked().press(paula, "approve");
    story.press(ryan, "amend", { ...visit, companion: sita.id, answer_safeguarding: "yes" });
    expect(story.is).toMatchObject({ phase: "asked", approval: undefined });
    expect(story.until("13:30").press(ryan, "signOut", { allTrue: "true" }).refusal?.refused).toBe("wrongTime");
    expect(story.toldTo(derek)).toContain("talkAsked");
    story.press(derek, "recordTalk", { note: "Ring first", on: "2026-11-23" }).press(paula, "approve");
    expect(story.is.phase).toBe("ready");
  });

  it("is recorded with what came of it by those alone with whom it is talked over (HEX-41)", () => {
    for (const other of [ryan, paula, abel]) {
      expect(delicate().press(other, "recordTalk", { note: "We talked" }).refusal?.refused).toBe("notYours");
    }
    expect(delicate().press(wendy, "recordTalk").refusal?.field).toBe("note");
    expect(delicate().press(wendy, "recordTalk", { note: "Fine", on: "2026-11-24" }).refusal?.field).toBe("on");
  });

  it("is talked over with whoever is on duty for SLT too, and with nobody who goes (HEX-41)", () => {
    const onDuty = delicate().lists(derek, { roles: ["dutySlt"] });
    expect(onDuty.toldTo(derek)).toEqual(["talkAsked"]);
    expect(onDuty.press(derek, "recordTalk", { note: "Ring first" }).is.talks?.safeguarding?.by).toBe(derek.id);
    const goes = delicate().lists(ryan, { roles: ["visitor", "pastoral", "slt"] });
    expect(goes.seen(ryan).offers).not.toContain("recordTalk");
    expect(goes.press(ryan, "recordTalk", { note: "I thought it over" }).refusal?.refused).toBe("notYours");
  });

  it("is talked over again where it goes to another home or for another reason, and not for another time (HEX-41)", () => {
    const talked = (change: Input) =>
      delicate()
        .press(derek, "recordTalk", { note: "Ring first" })
        .press(paula, "approve")
        .press(ryan, "amend", { ...visit, companion: sita.id, answer_safeguarding: "yes", ...change });
    const others: Input[] = [{ pupil: "Ben Cole" }, { reason: "excluded" }, { news: "A new partner" }];
    for (const change of others) expect(talked(change).press(paula, "approve").refusal?.refused).toBe("talkFirst");
    expect(talked({ start: "14:45", back: "15:45" }).is.talks).toBeDefined();
  });

  it("shows pupil and reason to those with whom it is talked over, while it is", () => {
    expect(delicate().seen(derek).pupil).toBe("Ella Martin");
    expect(asked().seen(derek).pupil).toBeUndefined();
  });
});
