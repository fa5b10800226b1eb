import { drawMonitoring } from "../../../cards/draw";
import { needsSaying } from "../../../visits/monitoring/digest";
import { monitoringOf } from "../../../visits/monitoring/figures";
import { reviewOf } from "../../../visits/monitoring/review";
import { termAt } from "../../../visits/monitoring/term";
import { rolesWatching } from "../../../visits/monitoring/whose";
import type { Visit } from "../../../visits/visit";
import { meadow } from "../../people";
import { insideAt as school } from "../../visits/afterwards/schools";
import { at, out, type Story } from "../../visits/story";

const now = at("09:00", "2026-11-30");
const of = (visits: readonly Visit[], { policy, roster }: Story) =>
  monitoringOf(visits, termAt(meadow, now), { policy, roster, now });

describe("the card of monitoring", () => {
  it("says that everybody has what is asked for only where something is asked for", () => {
    const held = (pack: Parameters<typeof school>[0]) => {
      const story = school(pack);
      return JSON.stringify(drawMonitoring({ ...of([], story), staff: [] }));
    };
    expect(held("aspire")).toContain("Everybody who visits has all of them");
    expect(held("liberty")).not.toContain("Everybody who visits has all of them");
  });

  it("is before those who answer for the policy, and heard of on the first morning of a week (TMC-04)", () => {
    const story = school("thomas-more");
    const figures = { ...of([], story), staff: [] };
    expect(JSON.stringify(drawMonitoring(figures))).toMatch(/review is overdue since .*2018/);
    expect([needsSaying(figures, true), needsSaying(figures, false)]).toEqual([true, false]);
    const renewed = { ...figures, review: reviewOf({ ...story.policy, reviewDue: "2028-10" }, "2026-11-30") };
    expect(needsSaying(renewed, true)).toBe(false);
  });

  it("is on the card of those who answer for the policy, with who reviews it and beside which other (HEX-66)", () => {
    const story = school("hexthorpe");
    const card = JSON.stringify(drawMonitoring(of([], story)));
    expect(card).toMatch(/review is overdue since/);
    expect(card).toMatch(/Reviewed by: Senior Leadership Team and TMB, alongside the Safeguarding Policy/);
    expect(rolesWatching(story.policy)).toEqual(expect.arrayContaining(["pflo", "dsl"]));
  });

  it("says that most visits should be announced where at least half of a term's were not (TMC-16)", () => {
    const { is } = out();
    const visits = (["unannounced", "agreed"] as const).map((kind) => ({
      ...is,
      plan: { ...is.plan, agreement: agreements[kind] },
    }));
    const said = (which: readonly Visit[]) => JSON.stringify(drawMonitoring(of(which, school("thomas-more"))));
    const most = "Most visits should be announced; this term at least half were not";
    expect(said(visits)).toContain(most);
    expect(said(visits.slice(1))).not.toContain(most);
  });
});

const agreements = {
  agreed: { kind: "agreed", how: "by phone" },
  unannounced: { kind: "unannounced", ground: "x", why: "y", needs: [] },
} as const;
