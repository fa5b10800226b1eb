import type { Policy } from "../../policies/policy";
import type { Roster } from "../../schools/school";
import { isFirstOfWeek, needsSaying, nextOpening, opensAt } from "../../visits/monitoring/digest";
import { isLone, monitoringOf } from "../../visits/monitoring/figures";
import { reviewOf } from "../../visits/monitoring/review";
import { termAt } from "../../visits/monitoring/term";
import { rolesWatching } from "../../visits/monitoring/whose";
import type { Visit } from "../../visits/visit";
import { ann, helen, joan, meadow, nia, priya, roster, tom } from "../people";
import { backAt, insideAt, minutes } from "./afterwards/schools";
import { approved, at, leaving, out, type Story } from "./story";

const now = at("09:00", "2026-11-30");
const of = (visits: readonly Visit[], { policy, roster: people }: { policy: Policy; roster: Roster }) =>
  monitoringOf(visits, termAt(meadow, now), { policy, roster: people, now });
const school = (pack: string): Story => insideAt(pack);
const visitOf = (story: Story, change: Partial<Visit["plan"]> = {}): Visit => ({
  ...story.is,
  plan: { ...story.is.plan, ...change },
});
const announced = visitOf(out(), { agreement: { kind: "agreed", how: "by phone" } });
const unannounced = visitOf(out(), { agreement: { kind: "unannounced", ground: "x", why: "y", needs: [] } });

describe("the term", () => {
  const terms = [
    { from: "2026-09-02", to: "2026-10-16" },
    { from: "2026-10-26", to: "2026-12-18" },
  ];
  const on = (day: string, given = terms) => {
    const { from, to } = termAt({ ...meadow, terms: given }, at("09:00", day));
    return [from, to];
  };

  it("is the school's own where it has given its dates; in the holidays it is the one that has ended", () => {
    expect(on("2026-11-30")).toEqual(["2026-10-26", "2026-12-18"]);
    expect(on("2026-10-20")).toEqual(["2026-09-02", "2026-10-16"]);
  });

  it("is a part of the year where the school has given no dates for that time", () => {
    expect(on("2026-11-30", [])).toEqual(["2026-09-01", "2026-12-31"]);
    expect(on("2027-02-01")).toEqual(["2027-01-01", "2027-04-30"]);
    expect(on("2026-08-20")).toEqual(["2026-05-01", "2026-08-31"]);
  });
});

describe("the policy's own review", () => {
  const liberty = school("liberty").policy;

  it("is due on the earlier of its date and its cycle (LAT-05, LAT-43)", () => {
    expect(reviewOf(liberty, "2023-10-30")).toMatchObject({ state: "later", on: "2023-11-30" });
    expect(reviewOf({ ...liberty, reviewDue: "2030-11" }, "2023-10-30").on).toBe("2025-11-30");
    expect(reviewOf({ ...liberty, reviewDue: null }, "2023-10-30").on).toBe("2025-11-30");
  });

  it("is reminded of thirty days before, and is overdue the day after (LAT-05, HEX-03, TMC-04)", () => {
    for (const [pack, year] of [
      ["liberty", "2023-11-30"],
      ["hexthorpe", "2021-09-30"],
      ["thomas-more", "2018-10-31"],
    ] as const) {
      const { policy } = school(pack);
      const day = (days: number) => new Date(Date.parse(year) + days * 86_400_000).toISOString().slice(0, 10);
      expect([pack, reviewOf(policy, day(-31)).state]).toEqual([pack, "later"]);
      expect([pack, reviewOf(policy, day(-30)).state]).toEqual([pack, "soon"]);
      expect([pack, reviewOf(policy, day(0)).state]).toEqual([pack, "soon"]);
      expect([pack, reviewOf(policy, day(1)).state]).toEqual([pack, "overdue"]);
    }
  });

  it("is due on the day that the trust's schedule gives, once the school has set it (AET-111)", () => {
    const scheduled = (on: string) => ({
      ...out().policy,
      reviewOn: { value: on, by: "school", clauses: [] } as const,
    });
    const by = "Trust safeguarding lead";
    expect(reviewOf(scheduled("2026-12-31"), "2026-11-30")).toEqual({ state: "later", on: "2026-12-31", by });
    expect(reviewOf(scheduled("2026-12-31"), "2026-12-02").state).toBe("soon");
    expect(reviewOf(scheduled("2026-12-31"), "2027-01-01").state).toBe("overdue");
    expect(
      reviewOf({ ...liberty, reviewOn: { value: "2023-06-30", by: "school", clauses: [] } }, "2023-01-01").on,
    ).toBe("2023-06-30");
  });

  it("says that no date is set where the document gives none, and who reviews (BEM-03, AET-111)", () => {
    expect(reviewOf(school("bemrose").policy, "2026-11-30").state).toBe("unset");
    expect(reviewOf(out().policy, "2026-11-30")).toEqual({ state: "unset", by: "Trust safeguarding lead" });
  });

  it("never stops a visit when it is overdue", () => {
    expect(reviewOf(liberty, "2026-11-23").state).toBe("overdue");
    expect(backAt("liberty").is.phase).toBe("back");
  });
});

describe("the morning's word to those who answer for the policy", () => {
  const nothing = {
    ...of([], out()),
    overdue: [],
    unread: 0,
    review: { state: "later" as const, by: null },
    insurance: undefined,
    staff: [],
  };
  const says = (change: object, firstOfWeek = false) => needsSaying({ ...nothing, ...change }, firstOfWeek);

  it("comes each day of what is late or unread", () => {
    expect([says({}), says({}, true)]).toEqual([false, false]);
    expect([says({ overdue: [{ kind: "minutes", count: 1 }] }), says({ unread: 1 })]).toEqual([true, true]);
  });

  it("comes once a week of what ends soon or has ended (LAT-05, HEX-03, TMC-04)", () => {
    const staff = (ends: object[]) => ({ staff: [{ name: "x", lacks: [], unknown: [], ends }] });
    for (const change of [
      { review: { state: "soon", on: "x" } },
      { review: { state: "overdue", on: "x" } },
      { insurance: { state: "overdue", on: "x" } },
      staff([{ what: "DBS", on: "x" }]),
    ])
      expect([says(change), says(change, true)]).toEqual([false, true]);
    expect(says(staff([]), true)).toBe(false);
  });

  it("comes when the school opens, on the first school day of a week, and after a holiday on its next day", () => {
    const closed = { ...meadow, closedDays: ["2026-11-30"] };
    const [monday, tuesday, sunday] = [at("09:00", "2026-11-30"), at("08:00", "2026-12-01"), at("09:00", "2026-11-29")];
    expect([meadow, closed].map((one) => opensAt(one, monday))).toEqual([at("08:30", "2026-11-30"), undefined]);
    expect(opensAt(meadow, sunday)).toBeUndefined();
    expect([nextOpening(meadow, sunday), nextOpening(closed, sunday)]).toEqual([
      at("08:30", "2026-11-30"),
      at("08:30", "2026-12-01"),
    ]);
    expect(nextOpening(meadow, at("08:30", "2026-11-30"))).toBe(at("08:30", "2026-12-01"));
    expect(nextOpening({ ...meadow, hours: { ...meadow.hours, days: [] } }, monday)).toBeUndefined();
    expect([isFirstOfWeek(meadow, monday), isFirstOfWeek(meadow, tuesday), isFirstOfWeek(closed, tuesday)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("monitoring", () => {
  it("counts who went on the visit, and neither who was sent after them nor a visit that nobody made", () => {
    const story = out();
    const helped = out();
    helped.happen([
      { type: "AttendersSent", alarm: 901, who: [joan.id], back: at("16:00"), at: helped.now, by: ann.id },
    ]);
    const figures = of([helped.is, helped.is, helped.is, approved().is], story);
    expect([figures.visits, figures.regular.map(({ name }) => name)]).toEqual([3, [priya.name, tom.name]]);
  });

  it("names whoever visits most first, with their own visits alone", () => {
    const alone = approved().until("13:30").press(tom, "signOut", leaving);
    const { regular } = of([out().is, out().is, out().is, alone.is], out());
    expect(regular.map(({ name, count }) => [name, count])).toEqual([
      [tom.name, 4],
      [priya.name, 3],
    ]);
  });

  it("counts nobody as alone who had somebody from outside with them, where these count (TMC-14)", () => {
    const outsider = { name: "Dr Ash", organisation: "CAMHS", phone: "+44 7700 900190" };
    const alone = visitOf(approved().until("13:30").press(priya, "signOut", leaving), { outsider });
    const [counts, not] = [school("thomas-more"), school("hexthorpe")];
    expect([isLone(alone, counts), isLone(alone, not)]).toEqual([false, true]);
    const planned = visitOf(approved().until("13:30").press(priya, "signOut", leaving), { visitors: [priya.id] });
    expect(of([planned], not).lone).toMatchObject([{ name: priya.name, approved: true }]);
  });

  it("names the reasons most often given first, and what is late from its very time on", () => {
    const visits = ["welfare", "attendanceSupport", "attendanceSupport"].map((reason) => visitOf(out(), { reason }));
    expect(of(visits, out()).reasons.map(({ count }) => count)).toEqual([2, 1]);
    const task = { no: 1, kind: "minutes", for: [priya.id], opened: 0 } as const;
    const due = (at: number) => of([{ ...out().is, tasks: [{ ...task, due: at }] }], out()).overdue;
    expect([due(now), due(now + 1)]).toEqual([[{ kind: "minutes", count: 1 }], []]);
  });

  it("reports it where at least half of a term's visits were unannounced, and blocks nothing (TMC-16)", () => {
    const story = school("thomas-more");
    expect(of([announced, announced, unannounced], story)).toMatchObject({ unannounced: 1, mostlyUnannounced: false });
    expect(of([announced, unannounced], story)).toMatchObject({ unannounced: 1, mostlyUnannounced: true });
    expect(of([], story).mostlyUnannounced).toBe(false);
    expect(of([unannounced], out()).mostlyUnannounced).toBe(false);
  });

  it("registers a visit as lone by who did go, whatever was planned (BEM-41)", () => {
    const story = school("bemrose");
    const alone = approved().until("13:30").press(priya, "signOut", leaving);
    expect(alone.is.plan.visitors).toEqual([priya.id, tom.id]);
    expect(of([alone.is], story)).toMatchObject({ keepsLone: true, lone: [{ name: priya.name, approved: false }] });
    expect(of([out().is], story).lone).toEqual([]);
    expect(isLone(alone.is, story)).toBe(true);
  });

  it("counts complaints by parents (BEM-40)", () => {
    const story = backAt("bemrose").press(helen, "report", { reportKind: "complaint", reportWhat: "Too early" });
    expect(of([story.is], story).complaints).toBe(1);
    expect(of([backAt("bemrose").is], story).complaints).toBe(0);
  });

  it("is Liberty's Principal's to read, with whoever leads on the policy (LAT-41)", () => {
    const { roles, ...policy } = school("liberty").policy;
    expect(rolesWatching({ roles, ...policy })).toEqual(expect.arrayContaining(["principal", "policyLead"]));
    expect(roles).toMatchObject({ principal: "Principal", policyLead: "Policy lead" });
  });

  it("shows what the Principal watches: reasons, late returns, what is open past its time (LAT-41)", () => {
    const story = backAt("liberty").until("16:00", "2026-11-24");
    const figures = of([story.is], story);
    expect(figures).toMatchObject({
      visits: 1,
      reasons: [],
      overdue: [{ kind: "minutes", count: 1 }],
      overdueReturns: 0,
    });
    const late = out().until("15:20").press(priya, "signIn").press(tom, "signIn");
    expect(of([late.is], late)).toMatchObject({
      overdueReturns: 1,
      reasons: [{ text: "To work with parents on their child's attendance", count: 1 }],
    });
  });

  it("shows whether safeguarding works on visits: concerns that were reported, and whether anybody has read them (AET-15)", () => {
    const story = backAt("aspire").press(priya, "writeMinutes", { ...minutes, concern: "yes", concernWhat: "CANARY" });
    expect(of([story.is], story)).toMatchObject({ reports: [{ kind: "concern", count: 1 }], unread: 1 });
    const task = story.is.tasks.find(({ kind }) => kind === "report");
    expect(of([story.press(joan, "completeTask", {}, { no: task?.no }).is], story).unread).toBe(0);
  });

  it("shows the Principal where the policy was not followed (AET-17)", () => {
    const gone = approved().until("14:10");
    expect(of([gone.is], gone)).toMatchObject({ breaches: 1 });
    expect(of([out().is], out())).toMatchObject({ breaches: 0 });
  });

  it("says until when visitors are insured, and that it is not recorded, ends soon or has ended (AET-16)", () => {
    const insured = (until: string | null) => {
      const { policy } = out();
      const given = { value: until, by: "school", clauses: [] } as const;
      return of([], { policy: { ...policy, insuredUntil: given }, roster }).insurance;
    };
    expect(insured(null)).toEqual({ state: "unset" });
    expect(insured("2027-03-31")).toEqual({ state: "later", on: "2027-03-31" });
    expect(insured("2026-12-20")).toEqual({ state: "soon", on: "2026-12-20" });
    expect(insured("2026-11-29")).toEqual({ state: "overdue", on: "2026-11-29" });
    const quiet = of([], {
      policy: { ...out().policy, insuranceRecord: { value: true, by: "policy", clauses: [] } },
      roster,
    });
    const says = (insurance: typeof quiet.insurance) => needsSaying({ ...quiet, staff: [], insurance }, true);
    expect([says({ state: "later", on: "x" }), says({ state: "soon", on: "x" })]).toEqual([false, true]);
    expect(of([], { policy: school("hexthorpe").policy, roster }).insurance).toBeUndefined();
  });

  it("says who lacks training, checks, reading or insurance, and what is not recorded (AET-14, AET-16)", () => {
    const checks = { ...tom.checks, dbs: { missing: true }, violencePrevention: { until: "2026-12-20" } };
    const { staff } = of([], out().lists(tom, { checks }));
    expect(staff.find(({ name }) => name === tom.name)).toMatchObject({
      lacks: [expect.stringContaining("DBS")],
      ends: [{ what: expect.stringContaining("violence"), on: "2026-12-20" }],
    });
    expect(staff.find(({ name }) => name === nia.name)?.unknown.length).toBeGreaterThan(3);
    expect(staff.some(({ name }) => name === priya.name)).toBe(false);
  });

  it("names regular visitors from the third visit of a term on, until their job description has it (AET-96)", () => {
    const story = out();
    const what = "Home visits are in the job description";
    expect(of([story.is, story.is], story).regular).toEqual([]);
    const checks = { ...priya.checks, jobDescription: { on: "2026-09-01" } };
    expect(of([story.is, story.is, story.is], out().lists(priya, { checks })).regular).toEqual([
      { name: priya.name, count: 3, lacks: [] },
      { name: tom.name, count: 3, lacks: [what] },
    ]);
    expect(of([], story).staff.flatMap(({ unknown }) => unknown)).not.toContain(what);
    expect(story.press(priya, "requestVisit", {}).refusal?.say ?? "").not.toContain(what);
  });

  it("says of regular visitors which training has not been provided (AET-97)", () => {
    const story = out();
    story.lists(tom, { checks: {} });
    const { regular } = of([story.is, story.is, story.is], story);
    const lacks = regular.find(({ name }) => name === tom.name)?.lacks;
    expect(lacks).toEqual(
      expect.arrayContaining(["Training in preventing violence", "Coached in safe practice on visits"]),
    );
  });

  it("names no pupil, no address and nothing that anybody wrote (P10)", () => {
    const story = out({ pupil: "CANARYPUPIL", address: "CANARYADDRESS", purpose: "CANARYPURPOSE" });
    story.press(ann, "recordCall", { outcome: "ok", note: "CANARYNOTE" });
    expect(JSON.stringify(of([story.is], story))).not.toContain("CANARY");
  });
});
