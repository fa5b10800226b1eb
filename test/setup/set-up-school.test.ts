import { stringify } from "yaml";
import { asFile } from "../../schools/setup/as-file";
import { idOf } from "../people";
import { ANN, DeskAt, demo, HELEN, SAMUEL, TOM } from "./desk-at";

const add = { do: "addAdministrator", administrator: SAMUEL };
const remove = (who: string) => ({ do: "removeAdministrator", administrator: who });
const school = ({ live }: DeskAt) => live.rosters()[0]?.school;

describe("P2: who may set a school up", () => {
  it("is named by two administrators; whoever becomes one hears of it, and so do Principal and DSL", async () => {
    const at = new DeskAt();
    await at.press(ANN, add);
    expect(await at.desk.press(SAMUEL, { do: "show" })).toBeUndefined();
    await at.press(HELEN, { do: "confirm", no: "1" });
    await at.desk.tell();
    expect(at.told.filter(({ text }) => text.includes("Samuel Reid is an administrator.")).map(({ to }) => to)).toEqual(
      expect.arrayContaining([{ person: SAMUEL }, { person: ANN }]),
    );
    expect((await at.press(SAMUEL, { do: "show" })).administrators).toEqual([
      "Mrs Ann Whitfield",
      "Helen Marsh",
      "Samuel Reid",
    ]);
  });

  it("never becomes fewer than two by a press, whoever presses", async () => {
    const at = new DeskAt();
    for (const who of [ANN, HELEN])
      expect(await at.refused(ANN, remove(who))).toMatchObject({
        field: "administrator",
        say: expect.stringContaining("Two administrators have to remain"),
      });
    await at.agreed(add);
    await at.press(ANN, remove(HELEN));
    await at.press(HELEN, remove(ANN));
    await at.press(SAMUEL, { do: "confirm", no: "2" });
    expect(await at.desk.press(HELEN, { do: "show" })).toBeUndefined();
    expect((await at.refused(SAMUEL, { do: "confirm", no: "3" })).say).toContain("Two administrators have to remain");
  });

  it("counts nobody whose last day is past, and the last who is left keeps no last day without another", async () => {
    const at = new DeskAt();
    await at.agreed({ do: "leaves", who: HELEN, until: "2026-12-01" });
    const seen = await at.press(ANN, { do: "show" });
    expect(seen.advised).toContain("from Wed 2 Dec on the school has fewer than two administrators");
    expect((await at.refused(HELEN, { do: "leaves", who: ANN, until: "2026-12-18" })).say).toContain(
      "last administrator",
    );
    at.now = Date.parse("2026-12-02T09:00:00Z");
    expect((await at.press(ANN, { do: "show" })).advised.join()).toContain("only one administrator");
    expect((await at.refused(ANN, add)).say).toContain("can name one in the schools file");
    expect(await at.desk.press(HELEN, { do: "show" })).toBeUndefined();
  });

  it("can always be named anew in the schools file", async () => {
    const before = new DeskAt();
    await before.agreed(add);
    await before.press(ANN, remove(HELEN));
    await before.press(SAMUEL, { do: "confirm", no: "2" });
    const after = new DeskAt(demo.replace(`administrators: [${ANN}, `, `administrators: [${TOM}, ${ANN}, `), before);
    await after.desk.refresh();
    expect(school(after)?.administrators).toEqual([TOM, ANN, SAMUEL]);
  });
});

describe("the school's own facts", () => {
  it("P2: the numbers that visitors ring and the clock wait for a second; the name is logged and holds at once", async () => {
    const at = new DeskAt();
    await at.press(ANN, { do: "rename", schoolName: "Meadow Academy" });
    expect(school(at)?.name).toBe("Meadow Academy");
    await at.press(ANN, { do: "numbers", schoolPhone: "+44 1332 900111", schoolPhone2: "" });
    await at.press(ANN, { do: "zone", zone: "Europe/Jersey" });
    expect(school(at)).toMatchObject({ phone: "+44 1332 900100", timezone: "Europe/London" });
    await at.press(HELEN, { do: "confirm", no: "2" });
    await at.press(HELEN, { do: "confirm", no: "3" });
    expect(school(at)).toMatchObject({ phone: "+44 1332 900111", timezone: "Europe/Jersey" });
    expect(school(at)?.phone2).toBeUndefined();
  });

  it.each([
    [{ do: "rename", schoolName: " " }, "schoolName"],
    [{ do: "numbers", schoolPhone: "ask" }, "schoolPhone"],
    [{ do: "numbers", schoolPhone: "+44 1332 900111", schoolPhone2: "12" }, "schoolPhone2"],
    [{ do: "zone", zone: "Europe/Derby" }, "zone"],
    [remove(" "), "administrator"],
  ])("%j is refused beside its field", async (input, field) => {
    expect(await new DeskAt().refused(ANN, input)).toMatchObject({ field });
  });
});

describe("the schools file and what was changed in Teams", () => {
  const renamed = { do: "rename", schoolName: "Meadow Academy" };
  const newer = (text: string, asOf: string) => text.replace("    timezone:", `    asOf: "${asOf}"\n    timezone:`);

  it("what was changed in Teams stands, whatever the file says when it is read again", async () => {
    const before = new DeskAt();
    await before.press(ANN, renamed);
    const after = new DeskAt(demo.replace("name: Meadow Primary", "name: Meadow School"), before);
    await after.desk.refresh();
    expect(school(after)?.name).toBe("Meadow Academy");
  });

  it("the file counts where it says that it holds what was changed until then, and only what came since stands on it", async () => {
    const before = new DeskAt();
    await before.press(ANN, renamed);
    await before.agreed({ do: "codeWord", word: "the purple kettle" });
    before.now = Date.parse("2026-11-25T09:00:00Z");
    await before.press(ANN, { do: "close", closedFrom: "2026-12-21" });
    const file = newer(demo.replace("name: Meadow Primary", "name: Meadow School"), "2026-11-25T08:59");
    const after = new DeskAt(file, before);
    await after.desk.refresh();
    expect(school(after)).toMatchObject({ name: "Meadow School", closedDays: ["2026-12-21"] });
    expect((await after.live.book.secret("meadow"))?.codeWord).toBe("green folder");
    const { log } = await after.press(ANN, { do: "show", page: "log" });
    expect(log.map(({ inFile }) => inFile)).toEqual([false, true, true]);
    const later = new DeskAt(newer(demo, "2026-11-26"), before);
    await later.desk.refresh();
    expect(school(later)).toMatchObject({ name: "Meadow Primary", closedDays: [] });
  });

  it("P1: a word set in Teams stays where the file has none, however new it is", async () => {
    const before = new DeskAt();
    await before.agreed({ do: "codeWord", word: "the purple kettle" });
    const after = new DeskAt(newer(demo.replace("codeWord: green folder, ", ""), "2026-12-01"), before);
    await after.desk.refresh();
    expect((await after.live.book.secret("meadow"))?.codeWord).toBe("the purple kettle");
  });

  it("the file that Homeward writes holds it all: read in place of the old one nothing changes, and nothing of the log counts any more", async () => {
    const before = new DeskAt();
    await before.press(ANN, renamed);
    await before.agreed({ do: "addPerson", personId: idOf(9), name: "Nia Evans", roles: "visitor" });
    await before.agreed({ do: "codeWord", word: "the purple kettle" });
    await before.agreed({ do: "addDuty", role: "slt", who: SAMUEL, days: "mon", from: "08:30" });
    await before.press(ANN, { do: "leaves", who: TOM, until: "2026-12-18" });
    before.now += 3_600_000;
    const after = new DeskAt(stringify(asFile(before.live.schools.file, before.now)), before);
    await after.desk.refresh();
    const { asOf: _, ...kept } = school(after) as ReturnType<typeof school> & { asOf: string };
    expect(kept).toEqual(school(before));
    expect(after.live.rosters()[0]?.people).toEqual(before.live.rosters()[0]?.people);
    expect(await after.live.book.secret("meadow")).toEqual(await before.live.book.secret("meadow"));
    const { log, waiting } = await after.press(ANN, { do: "show", page: "log" });
    expect([new Set(log.map(({ inFile }) => inFile)), waiting.length]).toEqual([new Set([true]), 1]);
  });

  it("refuses an asOf that is no day and no moment, with its line", () => {
    expect(() => new DeskAt(newer(demo, "yesterday"))).toThrow(/^7: .*must be a date such as/);
  });
});
