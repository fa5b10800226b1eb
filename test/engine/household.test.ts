import { withoutTrace } from "../../engine/erase";
import { append, verifyChain } from "../../engine/history";
import { evolve } from "../../visits/evolve";
import { closeWorlds, out, request, type World, world } from "./world";

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);

const brother = { ...request, pupil: "Ben Pupil", date: "2026-11-24" };

describe("brothers and sisters at one address", () => {
  it("are one home: after a visit to one the other's is no first visit", async () => {
    await out(w);
    const { visit } = await w.does("grace", "requestVisit", undefined, brother);
    const seen = await w.engine.look("grace", visit);
    expect(seen).toMatchObject({ firstVisit: false, near: [{ by: "Priya Example" }] });
    expect((await w.stored(visit)).visit.plan.firstVisit).toBe(false);
  });

  it("are asked about by the address that a changed plan has, not by the one it had", async () => {
    await out(w);
    const elsewhere = { ...brother, address: "9 Low Street, Derby", postcode: "DE1 9ZZ" };
    const { visit, planNo } = await w.does("grace", "requestVisit", undefined, elsewhere);
    expect((await w.stored(visit)).visit.plan.firstVisit).toBe(true);
    await w.does("grace", "amend", visit, brother, planNo);
    expect((await w.stored(visit)).visit.plan.firstVisit).toBe(false);
  });

  it("are another home from the day on which a changed plan says that they have moved, and it is a first visit again", async () => {
    await out(w);
    const { visit, planNo } = await w.does("grace", "requestVisit", undefined, { ...request, date: "2026-11-24" });
    expect(await w.engine.look("grace", visit)).toMatchObject({ firstVisit: false });
    const undated = { ...request, date: "" };
    expect(await w.press("grace", "amend", visit, undated, planNo)).toMatchObject({ refusal: { field: "date" } });
    const moved = { ...request, date: "2026-11-24", address: "9 Low Street, Derby", postcode: "DE1 9ZZ" };
    await w.does("grace", "amend", visit, moved, planNo);
    expect((await w.stored(visit)).visit.plan.firstVisit).toBe(true);
  });

  it("are known, on a request that stays as it is, with whatever is found out and asked for there since", async () => {
    const first = await w.does("priya", "requestVisit", undefined, request);
    const { visit } = await w.does("grace", "requestVisit", undefined, brother);
    expect(await w.engine.look("grace", visit)).toMatchObject({ near: [{ by: "Priya Example" }], warnings: [] });
    await w.does("joan", "writeWarning", first.visit, { warningText: "A dog", warningReview: "2026-12-04" });
    expect(await w.engine.look("grace", visit)).toMatchObject({ warnings: [{ text: "A dog" }] });
    const second = { ...request, pupil: "Ida Pupil", date: "2026-11-25", companion: "grace" };
    const third = await w.does("tom", "requestVisit", undefined, second);
    expect(await w.engine.look("grace", visit)).toMatchObject({ near: [{}, {}] });
    await w.does("joan", "writeWarning", third.visit, { warningText: "A step", warningReview: "2026-12-04" });
    expect(await w.engine.look("grace", visit)).toMatchObject({ warnings: [{}, {}] });
  });

  it("who live elsewhere are another home, whatever their name", async () => {
    await out(w);
    const elsewhere = { ...brother, address: "9 Low Street, Derby", postcode: "DE1 9ZZ" };
    const { visit } = await w.does("grace", "requestVisit", undefined, elsewhere);
    expect(await w.engine.look("grace", visit)).toMatchObject({ firstVisit: true, near: [] });
  });

  it("who are named count however the street was typed", async () => {
    await out(w);
    const named = { ...brother, address: "1 High St, Derby", siblings: "Sam Pupil and Ida Pupil" };
    const { visit } = await w.does("grace", "requestVisit", undefined, named);
    expect(await w.engine.look("grace", visit)).toMatchObject({
      firstVisit: false,
      siblings: ["Sam Pupil", "Ida Pupil"],
    });
    const alone = { ...brother, pupil: "Ida Pupil", address: "1 High St, Derby", date: "2026-11-25" };
    const later = await w.does("grace", "requestVisit", undefined, alone);
    expect(await w.engine.look("grace", later.visit)).toMatchObject({ firstVisit: true, near: [{}] });
  });
});

describe("a warning", () => {
  it("is found again by pupil and by address when the same home is asked for", async () => {
    const { visit } = await w.does("priya", "requestVisit", undefined, request);
    await w.does("joan", "writeWarning", visit, { warningText: "A dog", warningReview: "2026-12-04" });
    await w.does("priya", "cancel", visit, { why: "Not needed" });
    for (const again of [
      brother,
      { ...brother, pupil: "Sam Pupil", address: "9 Low Street, Derby", date: "2026-11-25" },
    ]) {
      const asked = await w.does("grace", "requestVisit", undefined, again);
      expect(await w.engine.look("grace", asked.visit)).toMatchObject({ warnings: [{ text: "A dog", own: false }] });
    }
  });

  it("P11: that outlives its record is asked about once on its day, and leaves no word behind when it ends", async () => {
    const { visit } = await w.does("priya", "requestVisit", undefined, request);
    await w.does("joan", "writeWarning", visit, { warningText: "CANARYDOG", warningReview: "2026-11-24" });
    await w.does("priya", "cancel", visit, { why: "CANARYWHY" });
    const stored = await w.stored(visit);
    const event = { type: "RecordErased", at: w.clock.at, by: "clock" } as const;
    const history = append(stored.history, [event], () => "salt");
    await w.store.erase(withoutTrace({ ...stored, visit: evolve(stored.visit, event), history }));
    expect(JSON.stringify(await w.stored(visit))).not.toContain("CANARYWHY");
    const before = w.messenger.texts("joan").length;
    await w.pass(24 * 60);
    await w.pass(60);
    expect(w.messenger.texts("joan").slice(before)).toHaveLength(1);
    const task = (await w.stored(visit)).visit.tasks.at(-1)?.no;
    await w.does("joan", "completeTask", visit, { how: "notNeeded", note: "CANARYNOTE" }, task);
    const left = JSON.stringify(await w.stored(visit));
    for (const word of ["CANARY", "High Street", "sam pupil"]) expect(left).not.toContain(word);
    expect(verifyChain((await w.stored(visit)).history)).toBeUndefined();
    expect((await w.store.all("household")).flatMap(({ value }) => (value as { pupils: string[] }).pupils)).toEqual([]);
  });
});
