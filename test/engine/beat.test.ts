import { Beat } from "../../engine/beat";

/** A time that passes only where somebody waits, and takes what waits in the order in which it falls due. */
function time() {
  let at = 0.25;
  const waiting: { due: number; go(): void }[] = [];
  const pause = (ms: number) => new Promise<void>((go) => waiting.push({ due: at + Math.max(0, ms), go }));
  const settled = () => new Promise((done) => setImmediate(done));
  const run = async (until: number) => {
    for (await settled(); ; await settled()) {
      waiting.sort((a, b) => a.due - b.due);
      const next = waiting[0];
      if (!next || next.due > until + 0.25) break;
      waiting.shift();
      at = Math.max(at, next.due);
      next.go();
    }
    at = until + 0.25;
  };
  return { elapsed: () => at, pause, turn: () => pause(0), now: () => at - 0.25, run };
}

describe("S4: the time of an answer", () => {
  async function answered(took: number, fails = false): Promise<number> {
    const t = time();
    let at = 0;
    const work = async () => {
      await t.pause(took);
      if (fails) throw new Error("not saved");
    };
    const done = new Beat(100, t)
      .answer(work)
      .catch((error: Error) => expect(error.message).toBe("not saved"))
      .then(() => {
        at = t.now();
      });
    await t.run(1_000);
    await done;
    return at;
  }

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
});

describe("S4: what the school is told makes way for answers", () => {
  /** When each step of the telling began; a step takes `long` ms. */
  function telling(beat: Beat, t: ReturnType<typeof time>, steps: number, long = 4): number[] {
    const began: number[] = [];
    const tell = async () => {
      for (let i = 0; i < steps; i++) {
        await beat.giveWay();
        began.push(t.now());
        await t.pause(long);
      }
    };
    void tell();
    return began;
  }

  it("begins at once where nobody waits for one", async () => {
    const t = time();
    const began = telling(new Beat(100, t), t, 3);
    await t.run(50);
    expect(began).toEqual([0, 4, 8]);
  });

  it("begins no step while one is worked out, or is about to leave", async () => {
    const t = time();
    const beat = new Beat(100, t);
    const answer = beat.answer(() => t.pause(20));
    const began = telling(beat, t, 40);
    await t.run(300);
    await answer;
    expect(began).toHaveLength(40);
    expect(Math.min(...began)).toBeGreaterThanOrEqual(20);
    expect(began.filter((at) => at > 84 && at < 105)).toEqual([]);
  });

  it("takes one step at a time: what has come in meanwhile goes between two", async () => {
    const t = time();
    const beat = new Beat(100, t);
    const order: string[] = [];
    const turn = t.turn;
    t.turn = () => {
      order.push("others");
      return turn();
    };
    for (const name of ["Helen", "Joan"]) void beat.giveWay().then(() => order.push(name));
    await t.run(10);
    expect(order).toEqual(["others", "Helen", "others", "Joan"]);
  });

  it("holds no alarm up for long, however many press", async () => {
    const t = time();
    const beat = new Beat(100, t);
    const press = async () => {
      while (t.now() < 2_000) await beat.answer(() => t.pause(60));
    };
    for (let i = 0; i < 5; i++) void t.pause(13 * i).then(press);
    const began = telling(beat, t, 1_000);
    await t.run(2_000);
    expect(began[0]).toBeLessThanOrEqual(102);
    // At least two in five of those that there would be time for without them.
    expect(began.length).toBeGreaterThan(200);
  });

  it("waits for nobody who was never answered", async () => {
    const t = time();
    const beat = new Beat(100, t);
    beat.asked().over();
    const began = telling(beat, t, 1);
    await t.run(1);
    expect(began).toEqual([0]);
  });

  it("waits for whoever asks still, however often another's turn is said to be over", async () => {
    const t = time();
    const beat = new Beat(100, t);
    const [one] = [beat.asked(), beat.asked()];
    one.over();
    one.over();
    const began = telling(beat, t, 1);
    await t.run(50);
    expect(began).toEqual([]);
    await t.run(200);
    expect(began).toHaveLength(1);
  });

  it("waits while each of several answers is about to leave, and no longer than that", async () => {
    const t = time();
    const beat = new Beat(100, t);
    const first = beat.answer(() => t.pause(1));
    await t.run(30);
    const second = beat.answer(() => t.pause(1));
    await t.run(60);
    const began = telling(beat, t, 60);
    await t.run(400);
    await Promise.all([first, second]);
    const during = (from: number, to: number) => began.filter((at) => at >= from && at <= to).length;
    expect([during(86, 105), during(60, 84) > 4, during(136, 180) > 8]).toEqual([0, true, true]);
  });

  it("waits again for answers that are asked for later", async () => {
    const t = time();
    const beat = new Beat(100, t);
    await t.run(500);
    const one = beat.answer(() => t.pause(60));
    const began = telling(beat, t, 400);
    await t.run(1_000);
    await one;
    const other = beat.answer(() => t.pause(60));
    await t.run(1_200);
    await other;
    expect(began.filter((at) => at > 1_004 && at < 1_056)).toEqual([]);
  });
});
