import { urgencies } from "../../visits/notice";
import { ann, grace, helen, joan, priya, samuel, tom } from "../people";
import * as hexthorpe from "./hexthorpe/story";
import { approved, assessed, at, leaving, out, request, requested, type Story } from "./story";

const told = (story: Story, key: string) => story.told.filter(({ say }) => say.key === key);
const to = (story: Story, key: string) =>
  told(story, key).map((one) => ("person" in one.to ? one.to.person : one.to.channel));
const args = (story: Story, key: string) => told(story, key)[0]?.say.args;

describe("of a request", () => {
  it("whoever has not agreed is asked, and whoever asked for it hears that it was sent", () => {
    const story = requested({ companion: `${tom.id},${grace.id}` });
    expect(to(story, "agreeAsked")).toEqual([tom.id, grace.id]);
    expect(args(story, "agreeAsked")).toMatchObject({ by: priya.name, names: "Priya Shah, Tom Okafor, Grace Lee" });
    expect(to(story.press(tom, "agreeToVisit"), "agreeAsked")).toEqual([grace.id]);
    expect([to(story, "riskAsked"), to(story, "requestSent")]).toEqual([[priya.id], []]);
    expect([to(assessed(), "riskAsked"), to(assessed(), "requestSent")]).toEqual([[], [priya.id]]);
  });

  it("whoever is asked again is told so, and whoever is new is not", () => {
    const story = approved().press(priya, "amend", {
      ...request,
      purpose: "Another",
      companion: `${tom.id},${grace.id}`,
    });
    const again = told(story, "agreeAsked").map((one) => [one.to, one.say.args.again]);
    expect(again).toEqual([[{ person: grace.id }, undefined]]);
    const moved = approved().press(priya, "amend", { ...request, start: "14:45", back: "15:45" });
    expect(args(moved, "agreeAsked")).toMatchObject({ again: 1 });
    expect(args(requested(), "agreeAsked")).not.toHaveProperty("again");
  });

  it("whoever decides is asked again where they had approved, had asked for the change, or had it before them", () => {
    expect(args(assessed(), "approvalAsked")).not.toHaveProperty("again");
    const changed = approved().press(priya, "amend", { ...request, purpose: "Another" });
    expect(args(changed, "approvalAsked")).toMatchObject({ again: 1 });
    const sent = assessed().press(helen, "askForChanges", { why: "Say more" });
    expect(to(sent, "approvalAsked")).toEqual([]);
    expect([to(sent, "changesAsked"), args(sent, "changesAsked")?.by]).toEqual([[priya.id, tom.id], helen.name]);
    expect(args(sent.press(priya, "amend", request), "approvalAsked")).toMatchObject({ again: 1 });
    expect(args(assessed().press(priya, "amend", { ...request, purpose: "Another" }), "approvalAsked")).toHaveProperty(
      "again",
    );
    expect(args(assessed(), "approvalAsked")).not.toHaveProperty("again");
  });

  it("the newest refusal is told to whoever asked, by name", () => {
    const story = requested({ companion: `${tom.id},${grace.id}` })
      .press(tom, "refuseVisit")
      .until("09:05")
      .press(grace, "refuseVisit");
    expect([to(story, "companionRefused"), args(story, "companionRefused")?.names]).toEqual([[priya.id], grace.name]);
  });
});

describe("of a visit that may begin", () => {
  it("those who go hear by whom it was approved, and ten minutes before that it is time", () => {
    const story = approved();
    expect([to(story, "approved"), args(story, "approved")?.by]).toEqual([[priya.id, tom.id], helen.name]);
    expect(to(story.until("13:19"), "timeToLeave")).toEqual([]);
    expect(to(story.until("13:20"), "timeToLeave")).toEqual([priya.id, tom.id]);
    expect(told(story, "timeToLeave")[0]?.at).toBe(at("13:20"));
    expect(to(story.until("14:00"), "timeToLeave")).toEqual([]);
    expect([to(story, "askedWhere"), args(story, "askedWhere")?.untilAt]).toEqual([[priya.id, tom.id], at("14:10")]);
    expect(told(story, "askedWhere")[0]?.urgency).toBe(urgencies.alarm);
  });

  it("the watch is asked for, or stands under the name of who has it, from the time it was taken", () => {
    const story = approved();
    expect([told(story, "watchAsked")[0]?.at, args(story, "watchAsked")]).toEqual([
      at("09:00"),
      expect.not.objectContaining({ by: expect.anything() }),
    ]);
    story.until("13:00").press(ann, "takeWatch");
    expect([told(story, "watchTaken")[0]?.at, args(story, "watchTaken")?.by]).toEqual([at("13:00"), ann.name]);
    expect(to(story, "watchTaken")).toEqual([ann.id, "office"]);
    story.away = [ann.id];
    expect(to(story, "watchTaken")).toEqual([]);
  });

  it("is no more told as time to leave where it was coordinated, but as that", () => {
    expect(hexthorpe.coordinated().toldTo(hexthorpe.ryan)).toContain("coordinated");
  });
});

describe("of a visit that is off", () => {
  it("those who go hear who called it off, save whoever did; the watch where it had been approved", () => {
    const story = approved().press(tom, "cancel");
    expect([to(story, "calledOff"), args(story, "calledOff")]).toEqual([
      [priya.id, ann.id, "office"],
      expect.objectContaining({ by: tom.name, how: "cancelled" }),
    ]);
    expect(to(assessed().press(tom, "cancel"), "calledOff")).toEqual([priya.id]);
    const off = assessed().press(tom, "cancel");
    expect([to(off.until("16:00"), "calledOff"), to(off.until("16:01"), "calledOff")]).toEqual([[priya.id], []]);
    const lapsed = requested().until("15:00");
    expect([to(lapsed, "calledOff"), args(lapsed, "calledOff")?.by]).toEqual([[priya.id, tom.id], ""]);
  });
});

describe("of a visit that has begun", () => {
  it("whoever is told of departures hears it, save the watch and whoever had it before", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving);
    const knows = to(story, "visitBegun");
    expect(knows).not.toContain(ann.id);
    story.policy = { ...story.policy, toldOfVisit: { ...story.policy.toldOfVisit, value: ["principal", "slt"] } };
    expect(to(story, "visitBegun").toSorted()).toEqual([helen.id, samuel.id, grace.id].toSorted());
    story.press(samuel, "takeWatch").press(ann, "takeWatch");
    expect(to(story, "visitBegun").toSorted()).toEqual([helen.id, grace.id].toSorted());
  });

  it("it is told with the first who leaves, and once", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving);
    story.policy = { ...story.policy, toldOfVisit: { ...story.policy.toldOfVisit, value: ["principal"] } };
    const [before] = told(story, "visitBegun");
    const [after] = told(story.until("13:35").press(tom, "signOut", leaving), "visitBegun");
    expect([after?.id, after?.at]).toEqual([before?.id, at("13:30")]);
  });

  it("nobody is said to have signed out who was only found to be out (S1)", () => {
    const found = approved();
    found.policy = { ...found.policy, toldOfVisit: { ...found.policy.toldOfVisit, value: ["slt"] } };
    expect(args(found.until("14:10"), "visitBegun")).toMatchObject({
      names: "Priya Shah, Tom Okafor",
      how: "unsigned",
      by: "",
    });
    const partly = approved();
    partly.policy = found.policy;
    partly.until("13:30").press(priya, "signOut", leaving).press(tom, "reportOut");
    expect(args(partly, "visitBegun")).toMatchObject({ names: "Priya Shah", found: "Tom Okafor" });
  });

  it("nobody's having the watch is said again to those who may take it, and from the second time to those who decide", () => {
    const asked = (now: number) => {
      const story = approved()
        .until("13:30")
        .press(priya, "signOut", leaving)
        .press(tom, "signOut", leaving)
        .pushTo(now);
      return story.told
        .filter(({ id }) => id.startsWith("unwatched/"))
        .map((one) => ("person" in one.to ? one.to.person : one.to.channel));
    };
    expect(asked(at("13:40") - 1)).toEqual([]);
    expect(asked(at("13:40"))).toEqual([ann.id, "office"]);
    expect(asked(at("13:50"))).toEqual([ann.id, "office", helen.id]);
  });

  it("that everyone is back is news for an hour", () => {
    const story = out().until("14:05").press(priya, "signIn").press(tom, "signIn");
    expect(to(story.until("15:05"), "everyoneBack")).toContain(ann.id);
    expect(to(story.pushTo(at("15:05") + 1), "everyoneBack")).toEqual([]);
  });
});

describe("of what happens on the way", () => {
  it("whoever took the watch since is told no more of what came before, whoever had it then and the channel are", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving).press(tom, "signOut", leaving);
    story.until("13:40").press(priya, "endUnsafe");
    expect(to(story, "meetingOff")).toEqual([ann.id, "office", helen.id]);
    expect(to(story.branch().press(ann, "takeWatch"), "meetingOff")).toEqual([ann.id, "office", helen.id]);
    expect(to(story.until("13:41").press(ann, "takeWatch"), "meetingOff")).toEqual(["office", helen.id]);
  });

  it("nobody has the watch any more who has left the school", () => {
    const story = out().until("13:40").press(priya, "changePlan", { more: "15" });
    story.lists(ann, { until: "2026-11-20" }).lists(joan, { roles: ["office"] });
    expect(to(story, "planChanged")).toEqual([joan.id, "office"]);
  });

  it("a child about whom they worry is told to those who decide at once where nobody who safeguards is there (AET-108)", () => {
    const story = out().until("14:05").press(priya, "reportChild", { what: "danger" });
    expect(to(story, "childReported")).toEqual([joan.id]);
    story.away = [joan.id];
    expect(to(story, "childReported")).toEqual([helen.id]);
  });

  it("a place beside the plan is no word of whoever is out without permission", () => {
    expect(to(out().press(priya, "nextStop", { address: "9 Elm Close" }), "foundOut")).toEqual([]);
  });

  it("those who stay behind are told of with the last of them", () => {
    const story = requested({ companion: `${tom.id},${grace.id}` });
    story.visit = { ...approved().is, plan: { ...approved().is.plan, visitors: [priya.id, tom.id, grace.id] } };
    story
      .until("13:30")
      .press(priya, "signOut", leaving)
      .press(tom, "stayBehind")
      .until("13:35")
      .press(grace, "stayBehind");
    expect([told(story, "stayedBehind")[0]?.at, args(story, "stayedBehind")?.by]).toEqual([
      at("13:35"),
      `${tom.name}, ${grace.name}`,
    ]);
  });

  it("what is left to do is asked of nobody at a home, but of whoever has left it, for home or for school", () => {
    const story = out().until("14:05").press(priya, "endUnsafe").press(priya, "arrive", { adult: "yes" });
    expect(to(story, "taskDue")).toEqual([]);
    for (const verb of ["leave", "leftForHome"] as const)
      expect(to(story.branch().press(priya, verb), "taskDue")).toEqual([priya.id]);
  });
});

describe("of issues", () => {
  it("the Principal alone hears, and of an outcome whoever was not there", () => {
    const back = () => out().until("14:50").press(priya, "signIn").press(tom, "signIn");
    const minutes = { text: "We agreed.", issues: "no", concern: "no" };
    const hear = (story: Story, who: typeof priya) =>
      story.toldTo(who).filter((key) => key === "incident" || key === "outcome");
    const written = back().press(priya, "writeMinutes", { ...minutes, issues: "yes", issuesWhat: "A dog" });
    expect([helen, samuel, joan, tom].map((who) => hear(written, who))).toEqual([["incident"], [], [], []]);
    expect(to(back().press(priya, "writeMinutes", minutes), "incident")).toEqual([]);
  });
});
