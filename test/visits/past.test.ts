import { pastOf } from "../../visits/homes/past";
import type { Visit } from "../../visits/visit";
import { at, inside, requested } from "./story";

const first = requested().is;
const later = (change: Partial<Visit["plan"]>): Visit => ({
  ...requested().is,
  id: "meadow.visit2",
  plan: { ...first.plan, ...change },
});

describe("what is known around a visit", () => {
  const about = { address: first.plan.address, household: first.plan.household, start: first.plan.start };

  it("counts a brother's visit to the same address as a visit to this home", () => {
    const sister = {
      ...inside().is,
      id: "meadow.visit3",
      plan: { ...first.plan, pupil: "Ben Martin", household: "ben martin" },
    };
    expect(pastOf([sister], about).firstVisit).toBe(false);
    expect(pastOf([sister], { ...about, address: "1 Other Road, Derby" }).firstVisit).toBe(true);
  });

  it("says who else has asked for the same home in the same week, and nobody whose visit is over or far off", () => {
    const near = (visit: Visit) => pastOf([visit], { ...about, self: first.id }).near;
    expect(near(later({ start: at("10:00", "2026-11-25") }))).toEqual([
      { at: at("10:00", "2026-11-25"), by: first.asked.by },
    ]);
    expect(near(later({ start: at("10:00", "2026-12-07") }))).toEqual([]);
    expect(near({ ...later({}), phase: "off" })).toEqual([]);
    expect(near({ ...later({}), id: first.id })).toEqual([]);
  });

  it("takes no two visits for one home because nobody knows of whom they are", () => {
    const unknown = { ...inside().is, id: "meadow.visit4", plan: { ...first.plan, household: "", address: "" } };
    expect(pastOf([unknown], { household: "" })).toMatchObject({ firstVisit: true, been: undefined, incidents: [] });
  });

  describe("on a round", () => {
    const sister = { pupil: "Ida Ash", household: "ida ash", address: "3 High Street, Derby", postcode: "DE1 1AA" };
    const home = { ...first.plan };
    const stops = [sister];
    /** A round to both homes, on which they are at the second door. */
    const round = (change: Partial<Visit> = {}): Visit => ({
      ...inside().is,
      id: "meadow.round",
      plan: { ...first.plan, stops },
      door: 1,
      doors: [{ no: 0, outcome: "spoken", by: "priya", at: at("14:20") }],
      ...change,
    });

    it("counts a later door as visited once they came there, and not before", () => {
      expect(pastOf([round()], sister).firstVisit).toBe(false);
      expect(pastOf([round({ door: 0, doors: [] })], sister).firstVisit).toBe(true);
      expect(pastOf([round({ arrived: undefined })], sister).firstVisit).toBe(true);
      const skipped = { no: 1, outcome: "notReached", by: "priya", at: at("14:40") } as const;
      expect(pastOf([round({ doors: [...(round().doors ?? []), skipped] })], sister).firstVisit).toBe(true);
      expect(pastOf([round()], sister).been).toEqual({ times: 1, last: first.plan.start });
      expect(pastOf([round()], { household: "ida ash" }).home).toEqual({
        address: sister.address,
        postcode: sister.postcode,
      });
    });

    it("keeps an end that was not safe to the door where it was", () => {
      const ended = { no: 1, outcome: "ended", how: "violence", by: "priya", at: at("14:40") } as const;
      const over = round({ door: 2, doors: [...(round().doors ?? []), ended] });
      expect(pastOf([over], sister).incidents).toEqual([{ at: at("14:40"), how: "violence" }]);
      expect(pastOf([over], home).incidents).toEqual([]);
      const now = round({ meeting: { state: "off", at: at("14:30"), how: "unsafe" } });
      expect([pastOf([now], sister), pastOf([now], home)].map(({ incidents }) => incidents.length)).toEqual([1, 0]);
    });

    it("is a first visit where any of its homes is one, and says at which door what holds", () => {
      const before = inside().is;
      const about = { ...home, self: "meadow.new", start: at("10:00", "2026-11-25"), further: [sister] };
      const past = pastOf([{ ...before, phase: "ready" }], about);
      expect(past).toMatchObject({ firstVisit: true, firstDoors: [1], near: [{ door: 0 }] });
      expect(pastOf([before, round()], about)).toMatchObject({ firstVisit: false, firstDoors: [] });
    });

    it("says once what brothers and sisters at two of its doors share", () => {
      const ended = { ...inside().is, meeting: { state: "off", at: at("14:30"), how: "unsafe" } } as const;
      const brother = { ...home, pupil: "Ben Martin", household: "ben martin" };
      expect(pastOf([ended], { ...home, self: "x", further: [brother] }).incidents).toEqual([
        { at: at("14:30"), how: "unsafe", door: 0 },
      ]);
    });
  });

  describe("brothers and sisters by name", () => {
    const typedOtherwise = { ...first.plan, address: "12 Mill Ln, Derby" };
    const brothers = (change: Partial<Visit["plan"]> = {}): Visit => ({
      ...inside().is,
      id: "meadow.visit3",
      plan: { ...first.plan, pupil: "Ben Martin", household: "ben martin", ...change },
      meeting: { state: "off", at: at("14:30"), how: "violence" },
    });

    it("share the home however its street was typed, where postcode and numbers are the same", () => {
      const named = pastOf([brothers()], { ...typedOtherwise, siblings: ["ben martin"] });
      expect(named).toMatchObject({ firstVisit: false, incidents: [{ how: "violence" }] });
      expect(pastOf([brothers()], typedOtherwise)).toMatchObject({ firstVisit: true, incidents: [] });
    });

    it("do not where it is another number or another postcode: those who are said to live together may have moved", () => {
      for (const change of [{ address: "14 Mill Lane, Derby" }, { postcode: "DE9 9ZZ" }])
        expect(pastOf([brothers(change)], { ...typedOtherwise, siblings: ["ben martin"] })).toMatchObject({
          firstVisit: true,
          incidents: [],
        });
    });
  });
});
