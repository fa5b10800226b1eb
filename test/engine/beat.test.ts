import { onBeat } from "../../engine/beat";
import { world } from "./world";

/** A time that passes only where somebody waits. */
function time() {
  let at = 0.25;
  const pause = async (ms: number) => {
    at += ms;
  };
  return { elapsed: () => at, pause };
}

async function answered(took: number, fails = false): Promise<number> {
  const t = time();
  const work = async () => {
    await t.pause(took);
    if (fails) throw new Error("not saved");
  };
  await onBeat(100, t)(work).catch((error: Error) => expect(error.message).toBe("not saved"));
  return t.elapsed() - 0.25;
}

describe("S4: the time of an answer", () => {
  it.each([0, 3, 21.5, 99.9])("is the same whether it took %d ms or any other part of a beat", async (took) => {
    expect(await answered(took)).toBeCloseTo(100);
  });

  it.each([
    [100.1, 200],
    [250, 300],
  ])("is another whole beat where it took %d ms", async (took, at) => {
    expect(await answered(took)).toBeCloseTo(at);
  });

  it("is the same for what could not be stored", async () => {
    expect(await answered(40, true)).toBeCloseTo(100);
  });

  it("is what it takes where there is no beat", async () => {
    const t = time();
    await onBeat(undefined, t)(() => t.pause(7));
    expect(t.elapsed()).toBeCloseTo(7.25);
  });
});

it("S4: presses and messages are answered on it, and so are lists", async () => {
  const w = await world({ parts: { beat: 60 } });
  const took = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const each = [
    () => w.press("priya", "checkIn", "meadow.none"),
    () => w.engine.hear("priya", "hello", w.clock.at),
    () => w.engine.myVisits("priya"),
    () => w.engine.whoIsOut({ person: "ann" }),
    () => w.engine.look("priya", "meadow.none"),
  ];
  for (const work of each) expect(await took(work)).toBeGreaterThanOrEqual(59);
  await w.close();
  w.remove();
});
