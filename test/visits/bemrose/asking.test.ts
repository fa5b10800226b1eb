import { at } from "../story";
import { agreed, begin, lena, maya, nora, omar, requested, visit } from "./story";

const refusedFor = (change: Record<string, string>) => requested(change).refusal;
const doors = {
  stop2Pupil: "Ben Cole",
  stop2Address: "3 Low Road, Derby DE1 4CD",
  stop2Meets: "His father",
  stop2Arrive: "14:45",
  stop2Depart: "14:55",
};

describe("a request at Bemrose", () => {
  it("may arrange with a colleague who stays that they hear when visitors go straight home (BEM-36)", () => {
    expect(refusedFor({ goingHomeTold: omar.id })).toMatchObject({ field: "goingHomeTold", clause: "BEM-36" });
    expect(requested({ goingHomeTold: nora.id }).is.plan.goingHomeTold).toBe(nora.id);
    expect(requested({ goingHomeTold: " " }).is.plan.goingHomeTold).toBeUndefined();
  });

  it("keeps such an arrangement with somebody who is at the school, and where the policy knows it (BEM-36)", () => {
    const left = begin();
    left.lists(nora, { until: "2026-11-20" });
    expect(left.press(maya, "requestVisit", { ...visit, goingHomeTold: nora.id }).refusal?.field).toBe("goingHomeTold");
    const other = begin();
    other.policy = { ...other.policy, goingHome: { ...other.policy.goingHome, value: "afterTelling" } };
    other.press(maya, "requestVisit", { ...visit, goingHomeTold: nora.id });
    expect([other.refusal, other.visit?.plan.goingHomeTold]).toEqual([undefined, undefined]);
  });

  it("leaves the home after it has come and before it is back (BEM-31)", () => {
    for (const depart of ["14:00", "15:01"]) expect(refusedFor({ depart })?.field).toBe("depart");
    for (const depart of ["14:01", "15:00"]) expect(requested({ depart }).is.plan.depart).toBe(at(depart));
    expect(requested({ depart: "" }).is.plan.depart).toBe(at("14:30"));
    expect(requested({ depart: "", leave: "13:00", start: "14:10", back: "15:00" }).is.plan.depart).toBe(at("14:11"));
  });

  it("names at each further door the pupil, where it is, whom they meet and when, in their order (BEM-31, BEM-32)", () => {
    const first = { depart: "14:40" };
    expect(requested({ ...first, ...doors }).is.plan.stops).toMatchObject([
      { pupil: "Ben Cole", postcode: "DE1 4CD", arrive: at("14:45"), depart: at("14:55") },
    ]);
    for (const [change, field] of [
      [{ stop2Pupil: "" }, "stop2Pupil"],
      [{ stop2Address: "" }, "stop2Address"],
      [{ stop2Address: "3 Low Road" }, "stop2Postcode"],
      [{ stop2Meets: "" }, "stop2Meets"],
      [{ stop2Depart: "" }, "stop2Meets"],
      [{ stop2Arrive: "14:39" }, "stop2Arrive"],
      [{ stop2Depart: "14:44" }, "stop2Arrive"],
      [{ stop2Depart: "15:01" }, "stop2Arrive"],
    ] as const)
      expect([change, refusedFor({ ...first, ...doors, ...change })?.field]).toEqual([change, field]);
    expect(refusedFor({ ...doors, depart: "" })?.field).toBe("depart");
  });

  it("goes round again where a further door changes (S11)", () => {
    const all = { ...visit, depart: "14:40", ...doors };
    const story = agreed({ depart: "14:40", ...doors });
    expect(story.is.phase).toBe("ready");
    story.press(maya, "amend", { ...all, stop2Address: "4 Low Road, Derby DE1 4CD" });
    expect([story.is.phase, story.is.changed?.what]).toEqual(["asked", ["place"]]);
  });

  it.each([
    ["unable to come", "unable"],
    ["unwilling to come", "unwilling"],
  ])("about discipline, attendance or welfare says that the parents are %s (BEM-17)", (_, reasonChoice) => {
    const reason = "disciplineAttendanceWelfare";
    expect(refusedFor({ reason })).toMatchObject({ field: "reasonChoice", clause: "BEM-17" });
    expect(requested({ reason, reasonChoice }).is.plan.reasonChoice).toBe(reasonChoice);
    expect(requested({ reason, reasonChoice: "busy" }).refusal?.field).toBe("reasonChoice");
  });

  it("can be about the curriculum, or to translate (BEM-18, BEM-19)", () => {
    for (const [reason, clause] of [
      ["curriculum", "BEM-18"],
      ["translation", "BEM-19"],
    ] as const) {
      const story = requested({ reason });
      const own = story.policy.reasons.value.list.find(({ id }) => id === reason);
      expect(own?.clauses).toContain(clause);
      expect(story.seen(lena).reason).toBe(own?.text);
    }
  });

  it("says why it is really necessary and can't be on site, with its purpose in writing (BEM-44, BEM-45, BEM-46, BEM-47)", () => {
    expect(refusedFor({ whyNotInSchool: "" })).toMatchObject({ field: "whyNotInSchool", clause: "BEM-45" });
    expect(refusedFor({ purpose: "" })?.field).toBe("purpose");
    expect(requested().seen(lena)).toMatchObject({ purpose: visit.purpose, whyNotInSchool: visit.whyNotInSchool });
  });

  it.each([
    ["how it strengthens the partnership", "BEM-06", "aim"],
    ["the solution that is hoped for", "BEM-08", "outcome"],
    ["whom they need to see", "BEM-54", "whoToSee"],
    ["whether the area is a risky one", "BEM-A-20", "area"],
    ["how they travel", "BEM-A-28", "travel"],
    ["which animals there are", "BEM-A-38", "animals"],
    ["that the guidance was considered", "BEM-13", "guidance"],
  ])("says %s (%s)", (_, clause, id) => {
    expect(refusedFor({ [`answer_${id}`]: "" })).toMatchObject({ field: `answer_${id}`, clause });
    expect(requested().seen(lena).answers).toContainEqual(expect.objectContaining({ id, clauses: [clause] }));
  });

  it.each([
    ["everyone will be there", "BEM-57", "allPresent"],
    ["the time suits the family", "BEM-56", "familyNeeds"],
  ])("says that %s, or why that was not possible (%s)", (_, clause, id) => {
    for (const left of ["", "false"])
      expect(refusedFor({ [`answer_${id}`]: left, [`whyNot_${id}`]: " " })).toMatchObject({
        field: `whyNot_${id}`,
        clause,
      });
    const story = requested({ [`answer_${id}`]: "false", [`whyNot_${id}`]: "Her father works abroad" });
    expect(story.seen(lena).answers).toContainEqual(
      expect.objectContaining({ id, said: "not possible: Her father works abroad" }),
    );
    expect(requested({ [`whyNot_${id}`]: "" }).seen(lena).answers).toContainEqual(
      expect.objectContaining({ id, said: "" }),
    );
  });

  it("takes no reason in place of a tick that the document asks for outright (BEM-13)", () => {
    expect(refusedFor({ answer_guidance: "false", whyNot_guidance: "No time" })).toMatchObject({ clause: "BEM-13" });
  });

  it("is arranged beforehand by letter or telephone, and in no other way (BEM-29, BEM-58)", () => {
    for (const agreedWay of ["", "inPassing"])
      expect(refusedFor({ agreedWay })).toMatchObject({ field: "agreedWay", clause: "BEM-29" });
    expect(refusedFor({ agreed: "notReached", unannouncedWhy: "No answer" })?.field).toBe("agreed");
    expect(requested({ agreedWay: "letter" }).seen(lena).agreement).toMatch(/By letter/);
  });

  it("lets one go alone as an exception for which whoever agrees gives the reason (BEM-41, BEM-49)", () => {
    const story = begin();
    story.past = { firstVisit: false, incidents: [] };
    story
      .press(maya, "requestVisit", { ...visit, companion: "", loneWhy: "Omar is ill" })
      .press(maya, "assessRisk", { considered: "true" });
    expect(story.seen(lena).forms.reasonNeeded).toBe(true);
    expect(story.press(lena, "approve", { lone: "true" }).refusal).toMatchObject({ field: "reason" });
    story.press(lena, "approve", { lone: "true", reason: "She knows them well" });
    expect(story.is.approval?.lone).toBe("She knows them well");
  });

  it("sends two; one alone needs a reason and a home that is known (BEM-49, BEM-A-10)", () => {
    expect(refusedFor({ companion: "" })).toMatchObject({ field: "companion", clause: "BEM-A-10" });
    const known = begin();
    known.past = { firstVisit: false, incidents: [] };
    expect(known.press(maya, "requestVisit", { ...visit, companion: "" }).refusal?.field).toBe("loneWhy");
    const warned = begin();
    warned.past = { firstVisit: false, incidents: [{ at: at("10:00", "2026-11-02"), how: "unsafe" }] };
    const alone = { ...visit, companion: "", loneWhy: "Omar is ill" };
    expect(warned.press(maya, "requestVisit", alone).refusal).toMatchObject({ clause: "BEM-A-10" });
  });

  it("takes any member of staff, and somebody of another service as the second (BEM-20, BEM-22, BEM-23)", () => {
    const ewo = {
      outsiderName: "Ann Roe",
      outsiderOrganisation: "Education Welfare",
      outsiderPhone: "+44 7700 900777",
    };
    expect(requested({ companion: "", ...ewo }).is.plan).toMatchObject({
      visitors: [maya.id],
      outsider: { name: "Ann Roe", organisation: "Education Welfare" },
    });
    for (const role of ["headOfHouse", "learningDirector", "slt", "safeguardingTeam"]) {
      const story = begin();
      story.lists(omar, { roles: ["visitor", role] });
      expect(story.press(maya, "requestVisit", visit).is.plan.visitors).toEqual([maya.id, omar.id]);
    }
  });

  it("makes nobody go who is not willing: without them the visit goes nowhere (BEM-21)", () => {
    const story = agreed().press(omar, "refuseVisit", { why: "I would rather not" });
    expect(story.is).toMatchObject({ phase: "asked", plan: { visitors: [maya.id] } });
    expect(story.toldTo(maya)).toContain("companionRefused");
  });

  it("says where they go through the day, whom they meet, from when to when, and when they are back (BEM-31, BEM-32, BEM-33, BEM-34)", () => {
    expect(refusedFor({ meets: "" })).toMatchObject({ field: "meets", clause: "BEM-32" });
    expect(refusedFor({ ...doors, stop2Meets: "" })?.field).toBe("stop2Meets");
    expect(refusedFor({ ...doors, stop2Arrive: "" })?.field).toBe("stop2Meets");
    expect(refusedFor({ ...doors, stop2Arrive: "14:30" })?.field).toBe("stop2Arrive");
    expect(refusedFor({ ...doors, stop2Depart: "15:30" })?.field).toBe("stop2Arrive");
    expect(refusedFor({ back: "" })?.field).toBe("back");
    const story = requested(doors);
    expect(story.is.plan).toMatchObject({ meets: "Mrs Martin, her mother", depart: at("14:40") });
    expect(story.seen(nora)).toMatchObject({
      times: { back: at("15:00") },
      meets: "Mrs Martin, her mother",
      stops: [{ address: "3 Low Road, Derby DE1 4CD", meets: "His father", arrive: at("14:45"), depart: at("14:55") }],
    });
  });

  it("agrees when they report in (BEM-37)", () => {
    expect(refusedFor({ reportAt: "" })).toMatchObject({ field: "reportEvery", clause: "BEM-37" });
    expect(requested().is.plan.reportIns).toEqual([at("14:20")]);
  });

  it("says that another visit to the same home is asked for, and what else there is with the parents (BEM-24)", () => {
    const story = requested();
    story.past = { firstVisit: false, incidents: [], near: [{ at: at("10:00", "2026-11-24"), by: omar.id }] };
    expect(story.seen(lena).near).toEqual([{ at: at("10:00", "2026-11-24"), by: omar.name }]);
    const written = { answer_otherContact: "A letter on Thursday; they come in on Friday" };
    expect(requested(written).seen(lena).answers).toContainEqual(
      expect.objectContaining({ clauses: ["BEM-24"], said: written.answer_otherContact }),
    );
    expect(requested().refusal).toBeUndefined();
  });

  it("shows who goes before it is agreed (BEM-48)", () => {
    expect(
      requested()
        .seen(lena)
        .visitors.map(({ name }) => name),
    ).toEqual([maya.name, omar.name]);
  });

  it("shows base no pupil, and channels and notices nothing of any door (P10)", () => {
    const story = requested({ ...doors, pupil: "CANARYONE", stop2Pupil: "CANARYTWO", answer_area: "CANARYAREA" });
    expect(JSON.stringify(story.seen(nora))).not.toContain("CANARY");
    expect(JSON.stringify(story.seen({ channel: "office" }))).not.toMatch(/CANARY|Low Road|His father/);
    expect(JSON.stringify(story.told)).not.toMatch(/CANARY|Low Road|His father/);
    expect(JSON.stringify(story.seen(lena))).toMatch(/CANARYTWO.*CANARYAREA|CANARYAREA.*CANARYTWO/s);
  });
});
