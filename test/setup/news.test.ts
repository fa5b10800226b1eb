import { ANN, DeskAt, demo, HELEN, JOAN } from "./desk-at";

const day = 86_400_000;

it("P5: tells whoever has left meanwhile nothing of what was changed, and the others once Teams is there again", async () => {
  const at = new DeskAt(demo.replace("name: Joan Ellis\n", 'name: Joan Ellis\n    until: "2026-11-23"\n'));
  at.away = true;
  await at.press(ANN, { do: "codeWord", word: "the purple kettle" });
  await at.press(HELEN, { do: "confirm", no: "1" });
  at.now += day;
  at.away = false;
  await at.desk.tell();
  expect(at.told.map(({ to }) => to)).toContainEqual({ person: ANN });
  expect(at.told.map(({ to }) => to)).not.toContainEqual({ person: JOAN });
  at.told.length = 0;
  await at.desk.tell();
  expect(at.told).toEqual([]);
});

it("tells nobody twice where a press and the sweep tell at the same time", async () => {
  const at = new DeskAt();
  await at.press(ANN, { do: "codeWord", word: "the purple kettle" });
  await at.press(HELEN, { do: "confirm", no: "1" });
  await Promise.all([at.desk.tell(), at.desk.tell()]);
  const told = at.told.map((one) => JSON.stringify(one));
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told).size).toBe(told.length);
});
