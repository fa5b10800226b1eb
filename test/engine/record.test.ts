import type { Result } from "../../engine/marks";
import type { Mark } from "../../engine/ports";
import { record } from "../../engine/record";
import { wantedOf } from "../../engine/wanted";
import type { Work } from "../../engine/work";
import { replay } from "../../visits/evolve";
import { recipientKey } from "../../visits/notice";
import { workOf } from "./work";
import { closeWorlds, out, viewOf, type World, world } from "./world";

/** What came of a pass, as it is written into the visit. */

const posted = { conversation: "c", activity: "a" };
const [unreachable, ambiguous] = [{ failed: "unreachable" }, { failed: "ambiguous" }] as const;
const reports: string[] = [];
let w: World;
let work: Work;
let visit: string;
beforeEach(async () => {
  reports.length = 0;
  w = await world();
  visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  work = workOf(w, { report: (what) => reports.push(what) });
});
afterEach(closeWorlds);

const view = () => viewOf(w, work, visit);
/** `came`: of the alarm's messages, by recipient; what is not named was not tried. */
async function told(came: Readonly<Record<string, Result>>, alarms: readonly number[] = [1]): Promise<void> {
  const now = await view();
  const notices = wantedOf(now.stored.visit, now.scene).filter(
    ({ alarm = 0, to }) => alarms.includes(alarm) && came[recipientKey(to)],
  );
  const results = notices.map((notice) => ({ notice, result: came[recipientKey(notice.to)] as Result }));
  await record(work, now, results, []);
}
const deliveries = async () =>
  (await w.stored(visit)).history.flatMap((line) =>
    "event" in line && line.event.type === "Delivered" ? [[line.event.no, line.event.to, line.event.missed]] : [],
  );

describe("whom an alarm has reached", () => {
  it("stands in the alarm too, by name, and follows from the record", async () => {
    await told({ ann: posted, helen: unreachable });
    await told({ sam: posted });
    const { visit: now, history } = await w.stored(visit);
    expect(now.alarms[0]?.told).toEqual(["ann", "sam"]);
    expect(replay(history.flatMap((line) => ("event" in line ? [line.event] : [])))).toEqual(now);
  });

  it("stands in the record with whom it could not, once for each of them", async () => {
    await told({ sam: ambiguous });
    expect(await deliveries()).toEqual([]);
    await told({ ann: posted, helen: unreachable, sam: ambiguous });
    await told({ ann: posted, helen: unreachable, sam: posted });
    await told({ ann: posted, helen: unreachable, sam: posted });
    expect(await deliveries()).toEqual([
      [1, ["ann"], ["helen"]],
      [1, ["sam"], []],
    ]);
    await told({ helen: posted });
    expect((await deliveries()).at(-1)).toEqual([1, ["helen"], []]);
  });

  it("stands there again once that alarm has climbed, and each alarm for itself", async () => {
    await told({ ann: posted, sam: unreachable });
    await w.engine.hear("priya", "The red folder", w.clock.at);
    await told({ ann: posted, joan: posted }, [1, 901]);
    await told({ ann: posted, sam: unreachable });
    expect(await deliveries()).toEqual([
      [1, ["ann"], ["sam"]],
      [901, ["ann", "joan"], []],
    ]);
    await w.does("helen", "recordCall", visit, { outcome: "noAnswer" }, 1);
    expect((await w.stored(visit)).visit.alarms.find(({ no }) => no === 1)?.step).toBe("police");
    await told({ ann: posted, sam: unreachable });
    await told({ ann: posted, sam: unreachable });
    await told({ ann: posted, joan: posted }, [901]);
    expect((await deliveries()).slice(2)).toEqual([[1, ["ann"], ["sam"]]]);
  });
});

describe("what came of a pass", () => {
  it("is written once, onto whatever somebody else wrote first", async () => {
    const { replace } = w.store;
    let left = 19;
    const written: unknown[] = [];
    w.store.replace = async (stored) => {
      written.push(stored);
      return left-- > 0 ? "conflict" : replace.call(w.store, stored);
    };
    await told({ ann: posted });
    expect([written.length, reports]).toEqual([20, []]);
    expect(await deliveries()).toHaveLength(1);
    left = 20;
    await told({ sam: posted });
    expect([written.length, reports]).toEqual([40, ["results not stored"]]);
  });

  it("is lost with a record that can't be read, and nothing breaks over it", async () => {
    const now = await view();
    const [notice] = wantedOf(now.stored.visit, now.scene);
    w.store.read = async (school, id) => ({ unreadable: true, school, id });
    await expect(record(work, now, notice ? [{ notice, result: posted }] : [], [])).resolves.toBeUndefined();
  });

  it.each([
    ["a round lasts five", {}, 17 * 60_000],
    ["half an hour once the police were called", { decision: "policeCalled", when: "10:00" }, 42 * 60_000],
  ])(
    "lets go of what was told in rounds that are over for everybody, whose clock may be twelve minutes behind: %s",
    async (_what, stamp, over) => {
      if ("decision" in stamp) await w.does("helen", "recordDecision", visit, stamp, 1);
      w.clock.at += 31 * 60_000;
      const now = await view();
      const present = wantedOf(now.stored.visit, now.scene).find(({ alarm }) => alarm === 1)?.id ?? "";
      expect(present).toMatch(/^alarm\/1\/everyone\//);
      const sent = (ago: number, more = {}) => ({ tries: 1, sent: w.clock.at - over - ago, ...more });
      const unsure = (ago: number) => ({
        ...{ tries: 1, failed: "ambiguous" as const, firstTry: w.clock.at - over - ago },
      });
      const goes = {
        "alarm/1/call/1/ann": sent(1),
        "alarm/1/everyone/77/ann": sent(60_000),
        "alarm/1/call/2/ann": { tries: 1 },
        "alarm/1/call/2/sam": { ...unsure(1), retryAt: w.clock.at - over - 1 },
      };
      const stays = {
        ...{ "alarm/1/call/1/sam": sent(0), "alarm/1/call/1/helen": sent(1, { lease: w.clock.at + 1, by: "me" }) },
        ...{ "alarm/1/call/2/joan": unsure(0), "alarm/1/call/2/helen": { ...unsure(1), retryAt: w.clock.at } },
        ...{ [present]: sent(1), "alarm/1/everyone/1/joan": sent(1), "nudge/1/priya": sent(1) },
      };
      await w.store.replace({ ...now.stored, post: { marks: { ...goes, ...stays }, cards: {} } });
      await record(work, now, [], []);
      expect(Object.keys((await w.stored(visit)).post.marks).toSorted()).toEqual(Object.keys(stays).toSorted());
    },
  );

  describe("has its measure, also where presses alone bring about hundreds of texts", () => {
    /** A round, and by how much clocks may differ. */
    const wait = 17 * 60_000;
    const left = async (marks: Record<string, Mark>) => {
      const now = await view();
      await w.store.replace({ ...now.stored, post: { marks, cards: {} } });
      await record(work, now, [], []);
      return Object.keys((await w.stored(visit)).post.marks).toSorted();
    };
    const sent = (ago: number, more: Partial<Mark> = {}): Mark => ({ tries: 1, sent: w.clock.at - ago, ...more });
    const many = (count: number, mark: Mark) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`changed/${i}`, mark]));

    it("the oldest go, in whatever order they stand, and none while they are few", async () => {
      const past = many(298, sent(wait + 60_000));
      const [one, two, three, four] = [90, 91, 92, 93].map((minutes) => sent(minutes * 60_000)) as [
        Mark,
        Mark,
        Mark,
        Mark,
      ];
      const kept = await left({ "late/3": three, "late/1": one, ...past, "late/4": four, "late/2": two });
      expect([kept.length, kept.filter((id) => id.startsWith("late/"))]).toEqual([300, ["late/1", "late/2"]]);
      expect(await left(many(200, sent(wait + 60_000)))).toHaveLength(200);
    });

    it("and none that is wanted, under way, or so new that another's clock may ask for it", async () => {
      const now = await view();
      const wanted = wantedOf(now.stored.visit, now.scene)[0]?.id ?? "";
      const stays = {
        ...many(300, sent(0)),
        ...{
          [wanted]: sent(2 * wait),
          "sends/1": sent(2 * wait, { lease: w.clock.at, by: "me" }),
          "new/1": sent(wait),
        },
      };
      const goes = { "old/1": sent(wait + 1), "old/2": sent(2 * wait) };
      expect(await left({ ...goes, ...stays })).toEqual(Object.keys(stays).toSorted());
    });
  });

  it("counts the time that Teams asks to wait from when it said so, however slow the pass was", async () => {
    const now = await view();
    const notice = wantedOf(now.stored.visit, now.scene).find(({ alarm }) => alarm === 1);
    const id = notice?.id ?? "";
    await w.store.replace({ ...now.stored, post: { marks: { [id]: { tries: 1 } }, cards: {} } });
    w.clock.at += 15_000;
    const result = { failed: "throttled", retryAfter: 60_000 } as const;
    await record(work, now, notice ? [{ notice, result }] : [], []);
    expect((await w.stored(visit)).post.marks[id]?.retryAt).toBe(w.clock.at + 60_000);
  });

  it("brings no mark or card back that is gone, and lets a card go that nobody ever saw", async () => {
    const { stored } = await view();
    const cards = { "ann|watch": { hash: "", tries: 1 }, "sam|watch": { hash: "x", tries: 1, posted } };
    await w.store.replace({ ...stored, post: { marks: {}, cards } });
    const drawn = ["ann|watch", "sam|watch", "helen|watch"].map((key) => ({
      key,
      hash: "y",
      result: "unwanted" as const,
    }));
    const now = await view();
    const [notice] = wantedOf(now.stored.visit, now.scene);
    await record(work, now, notice ? [{ notice, result: posted }] : [], drawn);
    const { post } = await w.stored(visit);
    expect(post).toEqual({
      marks: {},
      cards: { "sam|watch": expect.objectContaining({ hash: "x", tries: 0, posted }) },
    });
  });

  it("keeps no mark of a text that was not sent, since its alarm was over by then", async () => {
    const now = await view();
    const notice = wantedOf(now.stored.visit, now.scene).find(
      ({ alarm, to }) => alarm === 1 && recipientKey(to) === "ann",
    );
    const marks = { [notice?.id ?? ""]: { tries: 1, firstTry: w.clock.at, lease: w.clock.at + 20_000, by: "me" } };
    await w.does("helen", "standDown", visit, { why: "Spoke to both", spoken: "priya,tom" }, 1);
    await w.store.replace({ ...(await w.stored(visit)), post: { marks, cards: {} } });
    const begun = { ...now, stored: { ...now.stored, post: { marks, cards: {} } } };
    const unwanted = notice ? [{ notice, result: "unwanted" as const }] : [];
    await record(work, begun, unwanted, []);
    expect((await w.stored(visit)).post.marks).toEqual({});
  });

  it.each([
    ["is sending", { lease: 60_000, by: "other" }],
    ["has sent", { sent: 50_000 }],
  ])("keeps the mark of a text that a slow pass did not send, where another %s it since", async (_what, theirs) => {
    const now = await view();
    const [notice] = wantedOf(now.stored.visit, now.scene);
    const id = notice?.id ?? "";
    const begun = {
      ...now,
      stored: { ...now.stored, post: { marks: { [id]: { tries: 1, lease: 20_000, by: "me" } }, cards: {} } },
    };
    await w.store.replace({ ...now.stored, post: { marks: { [id]: { tries: 2, ...theirs } }, cards: {} } });
    await record(work, begun, notice ? [{ notice, result: "unwanted" }] : [], []);
    expect((await w.stored(visit)).post.marks[id]).toEqual({ tries: 2, ...theirs });
  });

  it.each([
    ["somebody else has put it", {}],
    ["another pass of the same process is putting it", { lease: 40_000, by: "me" }],
  ])("leaves the card where %s that overtook a slow pass, and has it drawn anew", async (_who, held) => {
    const now = await view();
    const key = "sam|watch";
    const begun = { hash: "x", tries: 1, posted, lease: 20_000, by: "me" };
    const anew = { hash: "y", says: "y", tries: 0, posted: { conversation: "c", activity: "another" }, ...held };
    const slow = { ...now, stored: { ...now.stored, post: { marks: {}, cards: { [key]: begun } } } };
    await w.store.replace({ ...now.stored, post: { marks: {}, cards: { [key]: anew } } });
    await record(work, slow, [], [{ key, hash: "x", result: posted }]);
    expect((await w.stored(visit)).post.cards[key]).toEqual({ hash: "", tries: 0, posted: anew.posted, ...held });
  });

  it("lets the card stand where the pass that overtook a slow one drew the same, but for the times on it", async () => {
    const now = await view();
    const key = "sam|watch";
    const begun = { hash: "", tries: 1, posted, lease: 20_000, by: "me" };
    const slow = { ...now, stored: { ...now.stored, post: { marks: {}, cards: { [key]: begun } } } };
    await w.store.replace({
      ...now.stored,
      post: { marks: {}, cards: { [key]: { hash: "x", says: "x", tries: 0, posted } } },
    });
    await record(work, slow, [], [{ key, hash: "x", says: "earlier", result: posted }]);
    expect((await w.stored(visit)).post.cards[key]).toEqual({ hash: "x", tries: 0, posted });
  });
});
