import { drawSetUp } from "../../cards/draw";
import { nodesOf } from "../cards/tree";
import { sample } from "../store/sample";
import { ANN, DeskAt, HELEN, JOAN, SAMUEL, TOM } from "./desk-at";

/** Tom is out on a visit. */
async function withTomOut(): Promise<DeskAt> {
  const at = new DeskAt();
  const stored = sample({ visitors: [TOM], phase: "out" });
  const outing = { left: at.now, contact: at.now, where: "onTheWay" } as const;
  await at.store.insert({ ...stored, visit: { ...stored.visit, outings: { [TOM]: outing } } });
  expect(await at.store.away("meadow")).toEqual([TOM]);
  return at;
}
const newWord = { do: "codeWord", word: "the purple kettle" };

describe("set-up while somebody is out", () => {
  it("says what a change means to whoever proposes it, and to whoever confirms it, before they do", async () => {
    const at = await withTomOut();
    const answer = await at.desk.press(ANN, { do: "leaves", who: TOM, until: "2026-11-20" });
    expect(answer).toMatchObject({
      said: expect.stringMatching(/second administrator confirms it\. They are out now\./),
    });
    const card = drawSetUp(await at.press(HELEN, { do: "show" }));
    expect(
      nodesOf(card)
        .map(({ text }) => String(text))
        .join(),
    ).toContain("They stay known on that visit until they are back");
    expect(await at.desk.press(HELEN, { do: "confirm", no: "1" })).toMatchObject({
      said: expect.stringContaining("They are out now."),
    });
  });

  it("S4: refuses another code word, also one that was proposed before they left, until everybody is back", async () => {
    const at = new DeskAt();
    await at.press(ANN, newWord);
    const out = await withTomOut();
    expect(await out.refused(ANN, newWord)).toMatchObject({
      field: "word",
      say: expect.stringContaining("Somebody is out"),
    });
    const stored = await out.store.read("meadow", "meadow.first");
    await at.store.insert({ ...(stored as ReturnType<typeof sample>), etag: "" });
    expect((await at.refused(HELEN, { do: "confirm", no: "1" })).say).toContain("Change it when everybody is back");
    expect((await at.live.book.secret("meadow"))?.codeWord).toBe("green folder");
  });

  it("refuses another policy until everybody is back", async () => {
    const at = await withTomOut();
    expect(await at.refused(ANN, { do: "policy", pack: "liberty" })).toMatchObject({ field: "pack" });
  });

  it("swaps who is on duty in one change, so that nobody is off duty in between", async () => {
    const at = await withTomOut();
    await at.agreed({ do: "addDuty", role: "dsl", who: JOAN, days: "mon,tue", from: "08:30", to: "12:00" });
    await at.agreed({ do: "giveRole", who: SAMUEL, role: "dsl" });
    const [duty] = (await at.press(ANN, { do: "show", page: "rota" })).rota;
    const { waiting } = await at.press(ANN, { do: "swapDuty", duty: duty?.key ?? "", instead: SAMUEL });
    expect(waiting[0]?.say).toBe(
      "the rota has DSL or deputy DSL: Samuel Reid, Mon, Tue, 08:30–12:00 (until now Joan Ellis)",
    );
    expect(waiting[0]?.means.join()).toContain("what comes next is told to those on duty then");
    await at.press(HELEN, { do: "confirm", no: "3" });
    expect(at.live.rosters()[0]?.school.rota).toEqual([
      { role: "dsl", who: [SAMUEL], days: ["mon", "tue"], from: "08:30", to: "12:00" },
    ]);
    expect(await at.refused(ANN, { do: "swapDuty", duty: duty?.key ?? "", instead: JOAN })).toMatchObject({
      field: "duty",
    });
  });
});
