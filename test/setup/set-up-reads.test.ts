import { idOf } from "../people";
import { ANN, DeskAt, demo, HELEN, SAMUEL, TOM } from "./desk-at";

const reads = ({ calls }: DeskAt) => calls.filter(({ method }) => method === "get" || method === "all");
const closing = { do: "close", closedFrom: "2026-12-21" };

describe("what set-up reads", () => {
  it("is one small document at a look, a page and a sweep, once all has been read", async () => {
    const at = new DeskAt();
    await at.desk.refresh();
    for (const look of [
      () => at.desk.look(ANN),
      () => at.desk.press(ANN, { do: "show", page: "people" }),
      () => at.desk.refresh(),
    ]) {
      at.calls.length = 0;
      await look();
      expect(reads(at)).toEqual([{ method: "get", args: ["changed", "setup"] }]);
    }
    at.calls.length = 0;
    await at.desk.tell();
    expect(at.calls).toEqual([]);
  });

  it("is all of it where another process has changed something", async () => {
    const one = new DeskAt();
    const other = new DeskAt(demo, one);
    await other.desk.refresh();
    await one.press(ANN, closing);
    await other.desk.refresh();
    expect(other.live.rosters()[0]?.school.closedDays).toEqual(["2026-12-21"]);
    other.calls.length = 0;
    await other.desk.refresh();
    expect(reads(other)).toHaveLength(1);
  });

  it("S14: is all of it after ten minutes, should a process have died before it counted its change", async () => {
    const at = new DeskAt();
    await at.desk.refresh();
    await new DeskAt(demo, at).press(ANN, closing);
    await at.store.put("changed", "setup", { no: 0 });
    at.now += 9 * 60_000;
    await at.desk.refresh();
    expect(at.live.rosters()[0]?.school.closedDays).toEqual([]);
    at.now += 60_000;
    await at.desk.refresh();
    expect(at.live.rosters()[0]?.school.closedDays).toEqual(["2026-12-21"]);
  });

  it("is said to whom it concerns once, also where two processes know of it", async () => {
    const one = new DeskAt();
    const other = new DeskAt(demo, one);
    await one.press(ANN, { do: "phone", who: TOM, newPhone: "+44 7700 900099" });
    await other.desk.refresh();
    await one.desk.tell();
    await other.desk.tell();
    expect([...one.told, ...other.told].filter(({ text }) => text.includes("a new mobile number"))).toHaveLength(1);
  });

  it("leaves out what the file contradicts since, says so, and keeps the rest", async () => {
    const before = new DeskAt();
    await before.agreed({ do: "addDuty", role: "slt", who: SAMUEL, days: "mon" });
    await before.press(HELEN, closing);
    const after = new DeskAt(
      demo.replace("    name: Samuel Reid\n", "    name: Samuel Reid\n    until: '2026-11-20'\n"),
      before,
    );
    await after.desk.refresh();
    expect(after.live.rosters()[0]?.school.rota).toHaveLength(1);
    const gone = new DeskAt(demo.replace("name: Samuel Reid", "name: Nia Evans").replaceAll(SAMUEL, idOf(9)), before);
    await gone.desk.refresh();
    expect(gone.live.rosters()[0]?.school.rota).toBeUndefined();
    expect(gone.live.rosters()[0]?.school.closedDays).toEqual(["2026-12-21"]);
    expect(gone.reports).toEqual(["a change of set-up no longer fits the schools file"]);
  });
});
