import { alarmsFor, isOnIt, needOf, type Viewer } from "../../visits/may-see";
import { ann, grace, helen, joan, nia, priya, samuel, tom } from "../people";
import { Played } from "./played";
import { rightsAt, type State } from "./rights/states";
import { approved, inside, out, requested, type Story } from "./story";

/** P10: what each viewer needs to know, in each state, and no more. */

const need = (story: Story, viewer: Viewer) =>
  Object.entries(needOf(story.is, viewer, story.facts("id" in viewer ? viewer : ann)))
    .filter(([, has]) => has)
    .map(([name]) => name)
    .join(" ");
const everything = "pupil place numbers alarms";
const alarmed = () => inside().press(priya, "askForHelp", { kind: "help" });
const sent = () =>
  inside()
    .press(priya, "checkIn", {}, { covert: true })
    .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${joan.id}` });
const slt = { channel: "slt" };

describe("P10: what is needed of a visit", () => {
  it("is all but the alarms for those who go, always", () => {
    for (const story of [requested(), out(), alarmed()])
      for (const who of [priya, tom]) expect(need(story, who)).toBe("pupil place numbers");
  });

  it("is all of it for those who decide and those who safeguard", () => {
    for (const story of [requested(), out(), alarmed()])
      for (const who of [helen, joan]) expect(need(story, who)).toBe(everything);
  });

  it("is where and their numbers for the office, and not the pupil", () => {
    for (const story of [requested(), out(), alarmed()]) expect(need(story, ann)).toBe("place numbers alarms");
  });

  it("is nothing but that there are alarms for a senior leader, until there is one that is more than the routine call", () => {
    expect([requested(), out(), out().until("14:10")].map((story) => need(story, samuel))).toEqual(
      Array(3).fill("alarms"),
    );
    expect(out().until("14:10").alarm?.cause).toBe("arrivalCall");
    expect(need(alarmed(), samuel)).toBe("place numbers alarms");
    expect(need(alarmed().press(helen, "standDown", { why: "Fine", spoken: `${priya.id},${tom.id}` }), samuel)).toBe(
      "alarms",
    );
  });

  it("is where and their numbers for a colleague who was sent there, and nothing else for other colleagues", () => {
    const story = sent();
    const away = (who: typeof nia, roles: string[]) => ({ ...who, roles });
    expect(need(story, away(samuel, ["visitor"]))).toBe("place numbers alarms");
    expect(need(story, nia)).toBe("");
    expect(need(alarmed(), nia)).toBe("");
  });

  it("is in a channel where and their numbers, only while there is an alarm that it may know of (S4)", () => {
    expect(need(out(), slt)).toBe("alarms");
    expect(need(alarmed(), slt)).toBe("place numbers alarms");
    expect(need(inside().press(priya, "checkIn", {}, { covert: true }), slt)).toBe("alarms");
  });

  it("is who is on it: those who go, whoever asked and whoever was sent", () => {
    const story = sent();
    expect([priya, tom, samuel, joan, ann, slt].map((viewer) => isOnIt(story.is, viewer))).toEqual([
      ...[true, true, true, true],
      ...[false, false],
    ]);
  });
});

describe("P10: what schools need beside that", () => {
  const thomasMore = new Played("thomas-more");
  const hexthorpe = new Played("hexthorpe");
  const bemrose = new Played("bemrose");
  /** By role: what one of its holders, who is not on the visit, needs while they are out, and before anybody has approved. */
  const needs = (school: Played, story: Story) => {
    const asked = Object.assign(story.branch(), { visit: { ...story.is, phase: "asked" as const, outings: {} } });
    const roles = [...new Set(school.roster.people.flatMap((person) => person.roles))].toSorted();
    return Object.fromEntries(
      roles.flatMap((role) => {
        const person = school.roster.people.find(
          ({ id, roles: held }) => held[0] === role && held.length === 1 && !story.is.plan.visitors.includes(id),
        );
        return person ? [[role, [need(story, person), need(asked, person)]]] : [];
      }),
    );
  };

  it("is the family at Thomas More, whose record says which it was, and numbers for whoever holds them (TMC-38)", () => {
    expect(needs(thomasMore, thomasMore.out("rosa", "eric"))).toEqual({
      dsl: [everything, everything],
      seniorStaff: [everything, everything],
      office: ["family place numbers alarms", "family place numbers alarms"],
      groupAdmin: ["place numbers", ""],
    });
  });

  it("is where they are at Hexthorpe's reception, once they may go", () => {
    expect(needs(hexthorpe, hexthorpe.out("ryan", "sita"))).toEqual({
      office: ["place numbers alarms", "place numbers alarms"],
      principal: ["alarms", "alarms"],
      reception: ["place", ""],
    });
  });

  it("is whom they meet for whoever keeps Bemrose's itinerary, and for nobody else (BEM-32)", () => {
    const story = bemrose.out("maya", "omar");
    expect(needs(bemrose, story)).toEqual({
      office: ["meets place numbers alarms", "meets place numbers alarms"],
      ...{ reception: ["place", ""], studentServices: ["place", ""] },
      ...{ headOfHouse: ["", ""], learningDirector: ["", ""], safeguardingTeam: ["course", ""] },
    });
  });

  it("is the reason, for whoever authorises a call in place of the visit, until they have decided (AET-A-114)", () => {
    const school = rightsAt("aspire");
    const { approvers = [] } = school.policy.alternativeContact.value ?? {};
    const decides = { ...nia, roles: [...approvers] };
    const seen = (state: State, who: typeof nia) => {
      const story = school.in(state);
      return needOf(story.is, who, story.facts(who)).pupil;
    };
    const others = { ...nia, roles: ["visitor"] };
    expect((["asked", "planned", "authorised"] as const).map((state) => seen(state, others))).toEqual([
      false,
      false,
      false,
    ]);
    expect(approvers.length).toBeGreaterThan(0);
    expect(seen("planned", decides)).toBe(true);
  });
});

describe("S4: which alarms somebody may know of", () => {
  const all = { pupil: false, place: false, numbers: false, alarms: true };
  const none = { ...all, alarms: false };
  const causes = (story: Story, viewer: Viewer, given = all, covertInChannel = false) =>
    alarmsFor(story.is, viewer, given, covertInChannel).map(({ cause }) => cause);
  const covert = () => sent().press(priya, "askForHelp", { kind: "help" });

  it("is, on the visit, open help and silence, and neither the routine call nor a discreet one", () => {
    expect(causes(covert(), tom, none)).toEqual(["emergency"]);
    const late = inside().press(priya, "changePlan", { back: "17:00" });
    late.until("16:00");
    expect(late.is.alarms.map(({ cause }) => cause)).toContain("uncovered");
    expect(causes(late, priya, none)).toEqual(["noContact"]);
  });

  it("is none for whoever needs no alarms, and all for whoever answers them", () => {
    expect(causes(covert(), nia, none)).toEqual([]);
    expect(causes(covert(), helen)).toEqual(["arrivalCall", "covert", "emergency"]);
    expect(causes(covert(), samuel)).toEqual(["arrivalCall", "covert", "emergency"]);
  });

  it("is never a discreet call for whoever made it, were they taken off the visit since", () => {
    const story = inside().press(priya, "checkIn", {}, { covert: true });
    const plan = { ...story.is.plan, visitors: [tom.id] };
    const since = { ...story.is, plan, asked: { ...story.is.asked, by: tom.id }, outings: {} };
    expect(alarmsFor(since, priya, all, false).map(({ cause }) => cause)).toEqual(["arrivalCall"]);
    expect(alarmsFor(since, grace, all, false).map(({ cause }) => cause)).toEqual(["arrivalCall", "covert"]);
  });

  it("is a discreet call in a channel only where nobody on the visit reads it", () => {
    expect(causes(covert(), slt, all, true)).toEqual(["arrivalCall", "covert", "emergency"]);
    expect(causes(covert(), slt, all, false)).toEqual(["arrivalCall", "emergency"]);
    expect(approved().is.alarms).toEqual([]);
  });
});
