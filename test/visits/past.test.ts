import { pastOf } from "../../visits/past";
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
});
