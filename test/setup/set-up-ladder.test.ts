import { drawSetUp } from "../../cards/draw";
import { inputsOf, nodesOf } from "../cards/tree";
import { ANN, DeskAt, HELEN, libertySchool, TOM } from "./desk-at";

const onLadder = { page: "choice", setting: "ladder" };
const rung = { ...onLadder, tell: "dsl", ask: "decide", every: "3", within: "4" };
const words = (sight: Parameters<typeof drawSetUp>[0]) =>
  nodesOf(drawSetUp(sight))
    .map(({ text }) => String(text))
    .join("\n");

describe("the ladder in set-up", () => {
  it("P2: is changed rung by rung in a draft, proposed once, and holds when a second administrator has confirmed it", async () => {
    const at = new DeskAt(libertySchool);
    const added = await at.press(ANN, { ...rung, do: "addRung", page: "newRung", after: "call" });
    expect([added.page, added.choice?.ladder?.rungs.map(({ id }) => id).slice(0, 3)]).toEqual([
      "choice",
      ["call", "decide", "principal"],
    ]);
    const seen = await at.press(HELEN, { do: "show", ...onLadder });
    expect(seen.choice?.ladder).toMatchObject({ draft: false, rungs: expect.not.arrayContaining([{ id: "decide" }]) });
    await at.press(ANN, { ...onLadder, do: "rungUp", rung: "decide" });
    const { waiting } = await at.press(ANN, { ...onLadder, do: "proposeLadder" });
    expect(waiting[0]?.say).toContain("the ladder");
    expect(waiting[0]?.differs).toEqual([
      "New: Rung 1 · Designated safeguarding lead, asked to decide",
      ...["The call after the start of a visit", "Silence during a visit", "Not back in time"].map(
        (cause) => `${cause} begins at rung 1`,
      ),
    ]);
    expect(at.live.book.policy("meadow")?.ladder.value.start.noContact).toBe("call");
    await at.press(HELEN, { do: "confirm", no: "1" });
    expect(at.live.book.policy("meadow")?.ladder).toMatchObject({
      by: "school",
      value: { start: { noContact: "decide" } },
    });
    const after = await at.press(ANN, { do: "show", ...onLadder });
    expect(after.choice?.ladder?.draft).toBe(false);
    expect(words(after)).toContain("The school chose:");
  });

  it("S2: is not proposed while it is unsound: the sentence stands on the card and beside the rung", async () => {
    const at = new DeskAt(libertySchool);
    const drafted = await at.press(ANN, { ...rung, do: "addRung", page: "newRung", after: " " });
    expect(words(drafted)).toContain("⚠ Rung 6 is a step that nothing leads to.");
    const refusal = await at.refused(ANN, { ...onLadder, do: "proposeLadder" });
    expect(refusal).toMatchObject({ say: "Rung 6 is a step that nothing leads to.", field: "rung" });
    expect((await at.press(ANN, { do: "show" })).waiting).toEqual([]);
    await at.press(ANN, { ...onLadder, do: "dropDraft" });
    expect((await at.press(ANN, { do: "show", ...onLadder })).choice?.ladder?.rungs).toHaveLength(5);
  });

  it("asks which rung to open, and stays on the ladder", async () => {
    const at = new DeskAt(libertySchool);
    const answer = await at.desk.press(ANN, { do: "show", ...onLadder, page: "rung", rung: " " });
    expect(answer).toMatchObject({ refusal: { field: "rung", say: "Choose a rung." }, sight: { page: "choice" } });
    const line = await at.desk.press(ANN, { do: "show", page: "row", setting: "letters" });
    expect(line).toMatchObject({ refusal: { field: "row" }, sight: { page: "choice" } });
  });

  it("is refused where a rung is for a role that nobody holds", async () => {
    const at = new DeskAt(libertySchool);
    await at.press(ANN, { ...rung, tell: "visitor", do: "addRung", page: "newRung", after: "call" });
    expect((await at.refused(ANN, { ...onLadder, do: "proposeLadder" })).say).toContain(
      "the ladder reaches nobody at its step “decide” (Member of staff)",
    );
  });

  it("is the policy's own where this says it: to be read, with its clauses, and changed by nobody", async () => {
    const at = new DeskAt();
    const read = { do: "show", page: "choice", read: "said", said: "ladder", setting: "hold" };
    const sight = await at.press(ANN, read);
    expect(words(sight)).toMatch(
      /The policy says \(AET-60[\s\S]*not the school's to change[\s\S]*Rung 1 · School office[\s\S]*The policy: AET-82[\s\S]*Rung 6[^R]*Not in the policy/,
    );
    expect(inputsOf(drawSetUp(sight))).toEqual([]);
    expect(await at.refused(ANN, { ...rung, do: "addRung", after: "call" })).toMatchObject({ field: "setting" });
    const lone = await at.press(ANN, { ...read, said: "approvers" });
    expect(words(lone)).toMatch(/The policy says \(AET-18/);
  });

  it("P2: is nobody's to change but an administrator's", async () => {
    const at = new DeskAt(libertySchool);
    expect(await at.desk.press(TOM, { ...rung, do: "addRung", after: "call" })).toBeUndefined();
  });
});
