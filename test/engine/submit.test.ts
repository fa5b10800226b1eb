import { verifyChain } from "../../engine/history";
import { notSaved } from "../../engine/refusals";
import type { Policy } from "../../policies/policy";
import type { Sight } from "../../visits/sight";
import { type Between, watched } from "./watched-store";
import { approved, closeWorlds, out, people, request, type World, world } from "./world";

const between: { now?: Between } = {};
let w: World;
beforeEach(async () => {
  between.now = undefined;
  w = await world({ store: (store) => watched(store, [], between) });
});
afterEach(closeWorlds);

it("stores event, state and due time in one write, and sends nothing itself", async () => {
  const { visit } = await w.does("priya", "requestVisit", undefined, request);
  const stored = await w.stored(visit);
  expect(stored.visit.phase).toBe("asked");
  expect(stored.history.map((line) => "event" in line && line.event.type)).toEqual(["Requested"]);
  expect(stored.nextDueAt).toBe(w.clock.at);
  expect(w.messenger.tried).toEqual([]);
});

it("wakes the sweep after the commit", async () => {
  const woken: number[] = [];
  const other = await world({ parts: { wake: () => woken.push(1) } });
  await other.does("priya", "requestVisit", undefined, request);
  expect(woken).toHaveLength(1);
});

it("decides again when somebody else wrote first", async () => {
  const { visit, planNo } = await w.does("priya", "requestVisit", undefined, request);
  between.now = async ({ method }) => {
    if (method !== "replace") return;
    between.now = undefined;
    await w.does("tom", "agreeToVisit", visit, {}, planNo);
  };
  await w.does("priya", "assessRisk", visit, { useGeneric: "true", considered: "true" }, planNo);
  const stored = await w.stored(visit);
  expect(stored.visit.assessment?.by).toBe("priya");
  expect(stored.visit.agreed.tom).toBeDefined();
  expect(verifyChain(stored.history)).toBeUndefined();
});

it("S14: says that nothing was stored, and never that it was, when every try is overtaken", async () => {
  const { visit, planNo } = await w.does("priya", "requestVisit", undefined, request);
  between.now = async ({ method, args }) => {
    if (method === "replace") (args[0] as { etag: string }).etag = "0";
  };
  await expect(w.press("tom", "agreeToVisit", visit, {}, planNo)).rejects.toThrow("could not be");
  between.now = undefined;
  expect((await w.stored(visit)).visit.agreed.tom).toBeUndefined();
});

it("S14: says that nothing was stored where the record can't be read", async () => {
  const visit = await out(w);
  const stored = await w.stored(visit);
  await w.store.replace({ ...stored, visit: { ...stored.visit, phase: "nowhere" as never } });
  await expect(w.press("helen", "standDown", visit, {}, 1)).rejects.toThrow(notSaved);
});

describe("S9: a press that comes twice", () => {
  it("asks for one visit", async () => {
    const [first, second] = await Promise.all([
      w.does("priya", "requestVisit", undefined, request),
      w.does("priya", "requestVisit", undefined, request),
    ]);
    const third = await w.does("priya", "requestVisit", undefined, request);
    expect([second.visit, third.visit]).toEqual([first.visit, first.visit]);
    expect(await w.store.open("meadow")).toHaveLength(1);
  });

  it("starts one watch for somebody already out", async () => {
    const first = await w.does("grace", "reportOut", undefined);
    const second = await w.does("grace", "reportOut", undefined);
    expect(second.visit).toBe(first.visit);
    expect((await w.stored(first.visit)).visit.phase).toBe("out");
    const visit = await out(w);
    expect((await w.does("priya", "reportOut", undefined)).visit).toBe(visit);
    expect((await w.does("ann", "reportOut", undefined, { who: "priya", address: "x" })).visit).toBe(visit);
  });

  it("answers the same and changes nothing", async () => {
    const { visit, planNo } = await w.does("priya", "requestVisit", undefined, request);
    const first = await w.does("tom", "agreeToVisit", visit, {}, planNo);
    const { etag, ...before } = await w.stored(visit);
    expect(await w.does("tom", "agreeToVisit", visit, {}, planNo)).toEqual(first);
    expect(await w.stored(visit)).toMatchObject(before);
  });

  it("counts its own insert as done when the store has it already", async () => {
    between.now = async ({ method, args }) => {
      if (method !== "insert") return;
      between.now = undefined;
      await w.store.insert(args[0] as never);
    };
    const { visit } = await w.does("priya", "requestVisit", undefined, request);
    expect(await w.store.open("meadow")).toHaveLength(1);
    expect((await w.stored(visit)).visit.asked.by).toBe("priya");
  });
});

describe("P6: ids of another school, forged and absent ones", () => {
  it("answer alike, word for word, to every verb and look", async () => {
    for (const visit of ["meadow.nothere", "other.abc", "nodot", "", "meadow.", "../x.y"]) {
      const answer = await w.press("priya", "checkIn", visit);
      expect(answer).toEqual({ refusal: { refused: "noSuchVisit", say: "There is no such visit." } });
      expect(await w.engine.look("priya", visit)).toEqual({ refused: "noSuchVisit", say: "There is no such visit." });
      expect(await w.engine.requestForm("priya", visit || "x")).toEqual({
        refused: "noSuchVisit",
        say: "There is no such visit.",
      });
    }
  });
});

describe("P5: people past their last day", () => {
  afterEach(() => {
    for (const person of people) delete person.until;
  });

  it("can press nothing and are not known", async () => {
    const visit = await approved(w);
    const helen = people.find(({ id }) => id === "helen");
    if (helen) helen.until = "2026-11-22";
    expect(await w.engine.knows("helen")).toBeUndefined();
    const answer = await w.press("helen", "cancel", visit);
    expect("refusal" in answer && answer.refusal.refused).toBe("notRegistered");
    expect((await w.stored(visit)).visit.phase).toBe("ready");
  });
});

it("refuses with the visit as the person may see it", async () => {
  const { visit, planNo } = await w.does("priya", "requestVisit", undefined, request);
  const answer = await w.press("tom", "approve", visit, { reason: "me" }, planNo);
  expect(answer).toMatchObject({ refusal: { refused: "notYours" }, sight: { visit, viewer: { id: "tom" } } });
});

it("never believes a client that says its press is covert", async () => {
  const visit = await out(w);
  await w.engine.submit("priya", { verb: "checkIn", visit, input: {}, sentAt: w.clock.at, covert: true });
  expect((await w.stored(visit)).visit.alarms).toEqual([]);
});

it("S9: counts a check-in from its own time, and help from somebody out at any time", async () => {
  const visit = await out(w);
  const sentAt = w.clock.at + 30_000;
  w.clock.at += 90_000;
  await w.engine.submit("priya", { verb: "checkIn", visit, input: {}, sentAt });
  expect((await w.stored(visit)).visit.outings.priya?.contact).toBe(sentAt);
});

describe("S9: what somebody who is out presses and is refused", () => {
  const contactOf = async (visit: string) => (await w.stored(visit)).visit.outings.priya?.contact;

  it("is contact all the same, and the sight beside the refusal shows it", async () => {
    const visit = await out(w);
    w.clock.at += 5 * 60_000;
    const answer = await w.press("priya", "changePlan", visit, { back: "09:00" });
    expect(answer).toMatchObject({ refusal: { refused: "pastBack" } });
    expect((answer as { sight?: Sight }).sight).toEqual(await w.engine.look("priya", visit));
    expect(await contactOf(visit)).toBe(w.clock.at);
    w.clock.at += 60_000;
    const tooLong = await w.press("priya", "checkIn", visit, { note: "x".repeat(2_001) });
    expect(tooLong).toMatchObject({ refusal: { refused: "badInput" } });
    expect(await contactOf(visit)).toBe(w.clock.at);
  });

  it("is contact where they are out, whatever card it was pressed on", async () => {
    const visit = await out(w);
    w.clock.at += 5 * 60_000;
    expect(await w.press("priya", "approve", "meadow.forged")).toMatchObject({ refusal: { refused: "noSuchVisit" } });
    expect(await contactOf(visit)).toBe(w.clock.at);
  });

  it("is contact where they are out, though the record of the visit on whose card it was pressed can't be read", async () => {
    const visit = await out(w);
    const other = await w.stored(await approved(w, { date: "2026-11-24" }));
    await w.store.replace({ ...other, visit: { ...other.visit, phase: "nowhere" as never } });
    w.clock.at += 5 * 60_000;
    for (const card of [other.id, undefined]) {
      w.clock.at += 60_000;
      expect(await w.press("priya", "checkIn", card)).toMatchObject({ done: { visit } });
      expect(await contactOf(visit)).toBe(w.clock.at);
    }
  });

  it("is no contact where it is a call for help: whoever calls is not well", async () => {
    const visit = await out(w);
    const before = await contactOf(visit);
    w.clock.at += 5 * 60_000;
    const answer = await w.press("priya", "askForHelp", visit, { kind: "none that there is" });
    expect(answer).toMatchObject({ refusal: { refused: "badInput" } });
    expect(await contactOf(visit)).toBe(before);
  });

  it("keeps the contact of a child reported where sixty are, and says to ring", async () => {
    const visit = await out(w);
    for (let i = 0; i < 60; i++) await w.does("priya", "reportChild", visit, { what: "concern", note: `${i}` });
    w.clock.at += 5 * 60_000;
    const answer = await w.press("priya", "reportChild", visit, { what: "danger", note: "again" });
    expect(answer).toMatchObject({ refusal: { refused: "full", say: expect.stringContaining("+44 1332 900100") } });
    expect(await contactOf(visit)).toBe(w.clock.at);
  });

  it("is none of anybody who is not out", async () => {
    const visit = await approved(w);
    await w.press("priya", "changePlan", visit, { back: "09:00" });
    expect((await w.stored(visit)).visit.outings).toEqual({});
  });
});

it("P1: keeps the code word out of a request by somebody who is at school", async () => {
  const { visit } = await w.does("priya", "requestVisit", undefined, { ...request, purpose: "Bring the Red folder" });
  expect(JSON.stringify(await w.stored(visit)).toLowerCase()).not.toContain("red folder");
});

it("freezes the policy at the first sign-out", async () => {
  const visit = await out(w);
  expect(await w.store.get("policy", "aspire-1")).toMatchObject({ hash: "aspire-1" });
  expect((await w.stored(visit)).policy).toBe("aspire-1");
});

it("S2: binds a visit on which the clock first reckons somebody out to the policy of that moment, and keeps that", async () => {
  const visit = await approved(w);
  const book = w.book as { policy(): Policy };
  const first = book.policy();
  book.policy = () => ({ ...first, hash: "the next" });
  await w.pass(41);
  book.policy = () => ({ ...first, hash: "the last" });
  await w.pass(20);
  expect(Object.keys((await w.stored(visit)).visit.outings)).toEqual(["priya", "tom"]);
  expect((await w.stored(visit)).policy).toBe("the next");
  expect(await w.store.get("policy", "the next")).toMatchObject({ hash: "the next" });
  expect(await w.store.get("policy", "the last")).toBeUndefined();
});

describe("questions", () => {
  it("show one's own visits, and those out to whom the ladder tells", async () => {
    const visit = await out(w);
    expect((await w.engine.myVisits("tom")).map((sight) => sight.visit)).toEqual([visit]);
    expect(await w.engine.myVisits("grace")).toEqual([]);
    expect((await w.engine.whoIsOut({ person: "ann" })).sights.map((sight) => sight.visit)).toEqual([visit]);
    expect((await w.engine.whoIsOut({ channel: "slt", school: "meadow" })).sights.map((sight) => sight.visit)).toEqual([
      visit,
    ]);
    expect(await w.engine.whoIsOut({ person: "grace" })).toEqual({ sights: [], unreadable: 0, own: true });
    expect(await w.engine.whoIsOut({ channel: "unknown", school: "meadow" })).toEqual({ sights: [], unreadable: 0 });
    expect(await w.engine.whoIsOut({ person: "stranger" })).toEqual({ sights: [], unreadable: 0 });
  });

  it("bring the request card, and with a visit its plan", async () => {
    expect(await w.engine.requestForm("priya")).toMatchObject({ mode: "request" });
    const { visit } = await w.does("priya", "requestVisit", undefined, request);
    expect(await w.engine.requestForm("priya", visit)).toMatchObject({ mode: "amend", values: { pupil: "Sam Pupil" } });
    expect(await w.engine.requestForm("ann")).toMatchObject({ refused: "notYours" });
    expect(await w.engine.requestForm("stranger")).toMatchObject({ refused: "notRegistered" });
  });
});
