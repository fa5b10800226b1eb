import { ANN, DeskAt, HELEN, TOM } from "./desk-at";

const hour = 3_600_000;

describe("somebody who writes from another's chat, where no alarm reaches them", () => {
  it("S6: is told to whoever sets their school up, once a day", async () => {
    const at = new DeskAt();
    await at.desk.strangeChat(TOM);
    expect(at.told.map(({ to }) => to)).toEqual([{ person: ANN }, { person: HELEN }]);
    expect(at.told[0]?.text).toContain("Tom Okafor has written to Homeward from a chat that belongs to somebody else");
    at.now += 23 * hour;
    await at.desk.strangeChat(TOM);
    expect(at.told).toHaveLength(2);
    at.now += hour;
    await at.desk.strangeChat(TOM);
    expect(at.told).toHaveLength(4);
  });

  it("P5: is never told to themselves, nor of anybody whom no school lists", async () => {
    const at = new DeskAt();
    await at.desk.strangeChat(ANN);
    await at.desk.strangeChat("nobody");
    expect(at.told.map(({ to }) => to)).toEqual([{ person: HELEN }]);
  });

  it("is told with their next word where Teams was away", async () => {
    const at = new DeskAt();
    at.away = true;
    await at.desk.strangeChat(TOM);
    at.away = false;
    await at.desk.strangeChat(TOM);
    expect(at.told).toHaveLength(2);
  });
});
