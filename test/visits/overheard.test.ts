import { calledFromNowhere, mayBeOut } from "../../visits/overheard";
import { ann, grace, helen, joan, priya, samuel, tom } from "../people";
import { back, covert, standsDown, states, twoGoThere } from "./signed-out-nowhere";
import { approved, at, begin, inside, requested, type Story } from "./story";

describe.each(Object.entries(states))(
  "S4: a discreet call of somebody who is signed out nowhere: %s",
  (_state, tell) => {
    const told = tell();

    it("is told to those who answer it, climbs, is told again, and ends only when it is marked safe", () => {
      const story = told.branch().overheard(priya).quiet();
      for (const who of [ann, joan]) expect(story.toldTo(who)).toContain("alarm");
      expect(story.seen(joan).alarms.at(-1)).toMatchObject({ cause: "covert", doNotRing: true });
      const first = story.told.filter(({ alarm }) => alarm === 901).map(({ id }) => id);
      story.pushTo(story.now + 30 * 60_000);
      const later = story.told.filter(({ alarm }) => alarm === 901).map(({ id }) => id);
      expect(later.filter((id) => !first.includes(id))).not.toEqual([]);
      story.press(helen, "standDown", { why: "All well", spoken: priya.id }, { no: 901 });
      expect(covert(story)?.ended).toBeUndefined();
      standsDown(story);
      expect(covert(story)?.ended?.by).toBe(joan.id);
    });

    it("is one alarm, however often it is said", () => {
      const story = told.branch().overheard(priya).overheard(priya);
      expect(story.is.alarms.filter(({ cause }) => cause === "covert")).toHaveLength(1);
    });
  },
);

describe.each(["approved", "asked for", "called off"])("S12: whoever is sent after them: %s", (state) => {
  const sent = () => {
    const story = (states[state] as () => Story)().overheard(priya).quiet();
    twoGoThere(story);
    return story;
  };

  it("is told, has clocks of their own, and is missed when they are silent", () => {
    const story = sent();
    for (const who of [samuel, ann]) expect(story.toldTo(who)).toContain("goThere");
    const { no } = story.is.alarms.at(-1) as Story["is"]["alarms"][number];
    story.pushTo(story.now + 65 * 60_000);
    const missed = story.is.alarms.filter((alarm) => alarm.no > no);
    expect(missed.flatMap(({ about }) => Object.keys(about))).toEqual(expect.arrayContaining([samuel.id, ann.id]));
  });

  it("signs in when they are back, or is seen, and nobody is told that everyone is", () => {
    const story = sent().press(samuel, "changePlan", { more: "15" }).press(samuel, "signIn");
    expect(story.is.outings[samuel.id]?.back?.how).toBe("signedIn");
    story.press(joan, "seenBack", { who: ann.id });
    expect(story.is.outings[ann.id]?.back?.how).toBe("seen");
    expect([story.is.everyoneBack, story.is.tasks]).toEqual([undefined, []]);
    expect(story.is.plan).toEqual((states[state] as () => Story)().is.plan);
  });
});

it("S4: what is known says that they have not signed out, or came back by the record", () => {
  const why = (story: Story) => story.overheard(priya).seen(joan).alarms.at(-1)?.why.join(" ");
  expect(why(approved().until("13:40"))).toContain("has not signed out");
  expect(why(back())).toContain("By the record Priya Shah is back");
});

it("S4: whoever called, and was taken off the visit, is neither told of it nor can answer it", () => {
  const story = approved().until("13:00");
  story.lists(priya, { roles: [...priya.roles, "dsl", "slt"] }).overheard(priya);
  story.visit = {
    ...story.is,
    asked: { ...story.is.asked, by: tom.id },
    plan: { ...story.is.plan, visitors: [tom.id] },
  };
  expect(story.toldTo(priya)).not.toContain("alarm");
  expect(story.toldTo(joan)).toContain("alarm");
  expect(story.seen(priya).alarms).toEqual([]);
  story.press(priya, "standDown", { why: "All well", spoken: priya.id }, { no: 901 });
  expect(story.refusal?.refused).toBe("alarmOver");
});

describe("S4: whoever is signed out nowhere may be out", () => {
  const zone = "Europe/London";
  const of = (story: Story, time: string, who = priya) => mayBeOut(story.is, who.id, zone, at(time));

  it("on any visit of theirs, while its plan has them away", () => {
    expect(["13:30", "14:00", "15:00"].map((time) => of(approved(), time))).toEqual(["now", "now", "now"]);
    expect(of(requested(), "14:00")).toBe("now");
  });

  it("perhaps at any other time of that day", () => {
    expect(["08:00", "13:29", "15:01", "23:00"].map((time) => of(approved(), time))).toEqual(Array(4).fill("today"));
  });

  it("when they have only just come back", () => {
    const home = back().until("15:05");
    const late = inside().until("15:20").press(priya, "leave").press(priya, "signIn");
    expect(of(home, "15:05")).toBe("today");
    expect([of(late, "15:25"), of(late, "15:31")]).toEqual(["now", "today"]);
  });

  it("past midnight too, and off the plan, by when they came back", () => {
    const { is } = back();
    const late = { at: at("00:20", "2026-11-24"), how: "home" } as const;
    const outing = { ...(is.outings[priya.id] as (typeof is.outings)[string]), back: late };
    const night = { ...is, plan: { ...is.plan, visitors: [tom.id] }, outings: { ...is.outings, [priya.id]: outing } };
    expect(mayBeOut(night, priya.id, zone, at("00:40", "2026-11-24"))).toBe("today");
    expect(mayBeOut(night, priya.id, zone, at("00:40", "2026-11-25"))).toBeUndefined();
  });

  it("for as long as a call of theirs is open, whatever the plan", () => {
    const called = approved().until("10:00").overheard(priya);
    expect([of(called, "10:00"), of(called, "10:00", tom)]).toEqual(["now", "today"]);
    standsDown(called);
    expect(of(called, "10:30")).toBe("today");
  });

  it("on no other day, on nobody else's visit, and on no record that is gone", () => {
    const [story] = [approved()];
    for (const day of ["2026-11-22", "2026-11-24"])
      expect(mayBeOut(story.is, priya.id, zone, at("14:00", day))).toBeUndefined();
    expect(of(story, "14:00", grace)).toBeUndefined();
    expect(mayBeOut({ ...story.is, erased: at("14:00") }, priya.id, zone, at("14:00"))).toBeUndefined();
  });
});

it("S4: one from nowhere is a record of the call alone", () => {
  const story = begin();
  story.happen(calledFromNowhere(story.facts(priya)));
  expect(story.is).toMatchObject({ phase: "off", plan: { visitors: [] }, alarms: [{ cause: "covert", no: 901 }] });
  expect(story.toldTo(priya)).toEqual([]);
  story.until("10:00");
  expect(story.toldTo(joan)).toEqual(["alarm"]);
  expect(story.seen(joan).alarms[0]?.why.join(" ")).toContain("Priya Shah is on no visit that is known");
  expect(new Set(story.told.map(({ say }) => say.key))).toEqual(new Set(["alarm"]));
});
