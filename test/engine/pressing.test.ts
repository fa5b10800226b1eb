import type { Stored } from "../../engine/ports";
import type { Roster } from "../../schools/school";
import { type Between, watched } from "./watched-store";
import { approved, closeWorlds, out, people, request, type World, world } from "./world";

const between: { now?: Between } = {};
const calls: { method: string; args: readonly unknown[] }[] = [];
let woken = 0;
let w: World;
beforeEach(async () => {
  between.now = undefined;
  w = await world({ store: (store) => watched(store, calls, between), parts: { wake: () => void woken++ } });
});
afterEach(async () => {
  for (const person of people) delete person.until;
  await closeWorlds();
});

const word = { note: "The red folder, please" };
const covert = async (visit: string) =>
  (await w.stored(visit)).visit.alarms.map(({ cause, about }) => [cause, ...Object.keys(about)]);
const writes = () => calls.filter(({ method }) => method === "replace").length;

describe("S4: the code word in a press", () => {
  it("of somebody who is not out is heard, whatever becomes of the press, and the sweep is woken once it is over", async () => {
    const { visit, planNo } = await w.does("priya", "requestVisit", undefined, request);
    woken = 0;
    const answer = await w.press("priya", "approve", visit, { reason: word.note }, planNo);
    expect(answer).toMatchObject({ refusal: { refused: "notYours" } });
    expect([await covert(visit), woken]).toEqual([[["covert", "priya"]], 1]);
    expect(JSON.stringify(await w.stored(visit)).toLowerCase()).not.toContain("red folder");
  });

  it("of somebody who is not on the visit is heard all the same", async () => {
    const visit = await approved(w);
    await w.press("ann", "checkIn", visit, word);
    expect(await covert(visit)).toEqual([]);
    const [called] = (await w.store.open("meadow")).filter(({ id }) => id !== visit);
    expect(await covert(called?.id ?? "")).toEqual([["covert", "ann"]]);
  });

  it("S1: of whoever checks in without having signed out is a check-in like any other, with a call beside it", async () => {
    const visit = await approved(w);
    await w.does("priya", "checkIn", visit, word);
    const { visit: now, history } = await w.stored(visit);
    expect([await covert(visit), Object.keys(now.outings)]).toEqual([[["covert", "priya"]], ["priya"]]);
    const contacts = history.flatMap((line) =>
      "event" in line && line.event.type === "Contacted" ? [line.event] : [],
    );
    expect(contacts.map(({ note }) => note)).toEqual([""]);
  });

  it("is written once where the press is tried again, and nothing beside it where somebody is out", async () => {
    const { visit, planNo } = await w.does("priya", "requestVisit", undefined, request);
    let left = 2;
    between.now = ({ method, args }) => {
      const next = args[0] as Stored;
      if (method === "replace" && next.visit.assessment && left-- > 0) next.etag = "0";
    };
    calls.length = 0;
    await w.does("priya", "assessRisk", visit, { useGeneric: "true", considered: "true" }, planNo);
    expect(writes()).toBe(1 + 3);
    const later = await out(w, { pupil: "Another" });
    calls.length = 0;
    await w.does("priya", "checkIn", later);
    expect(writes()).toBe(1);
  });
});

describe("P6: a press", () => {
  it("on a visit that there is not asks for none", async () => {
    for (const verb of ["requestVisit", "reportOut"] as const)
      expect(await w.press("priya", verb, "meadow.nothere", request)).toEqual({
        refusal: expect.objectContaining({ refused: "noSuchVisit" }),
      });
    expect(await w.store.open("meadow")).toEqual([]);
  });

  it("that can't be read brings no sight where there is no visit yet", async () => {
    const answer = await w.press("priya", "requestVisit", undefined, {});
    expect(answer).toMatchObject({ refusal: { refused: "badInput" }, sight: undefined });
  });

  it("of somebody who is out past their last day shows nothing of another visit", async () => {
    const another = await approved(w, { date: "2026-11-24" });
    await out(w);
    const priya = people.find(({ id }) => id === "priya");
    if (priya) priya.until = "2026-11-22";
    expect(await w.press("priya", "cancel", another)).toEqual({
      refusal: { refused: "noSuchVisit", say: "There is no such visit." },
    });
  });

  it("at a school that has no policy any more is on no visit", async () => {
    const visit = await approved(w);
    const book = w.book as { policy(): unknown };
    book.policy = () => undefined;
    expect(await w.press("priya", "cancel", visit)).toMatchObject({ refusal: { refused: "noSuchVisit" } });
  });
});

it("asks for no visit before set-up is complete, but of whoever is out takes anything as contact (S4)", async () => {
  await out(w);
  Object.assign(w.book, { unready: () => ({ missing: ["a code word"], administrators: [] }) });
  const asks = async (who: string) => {
    const answer = await w.press(who, "requestVisit", undefined, { ...request, pupil: `Of ${who}` });
    return "refusal" in answer ? answer.refusal.refused : "done";
  };
  expect([await asks("grace"), await asks("priya")]).toEqual(["notSetUp", "done"]);
  const visit = (await w.store.open("meadow"))[0]?.id;
  expect(await w.press("grace", "cancel", visit)).toMatchObject({ refusal: { refused: "notYours" } });
});

it("S14: a message of somebody who is out is said not to be taken in where it is not, and a stranger's is only read", async () => {
  await out(w);
  expect(await w.engine.hear("stranger", "The red folder", w.clock.at)).toEqual({ read: true });
  const book = w.book as { roster(school: string): Roster | undefined };
  between.now = ({ method }) => {
    if (method === "open") book.roster = () => undefined;
  };
  await expect(w.engine.hear("priya", "All well", w.clock.at)).rejects.toThrow("could not be");
});

it("is about the visit on whose card it was made, also where they are out on another", async () => {
  const other = await approved(w, { pupil: "Another", companion: "tom" });
  await out(w, { pupil: "The first", start: "10:20", leave: "10:05" });
  const answer = await w.press("priya", "reportOut", other);
  expect("refusal" in answer ? answer.sight?.visit : answer.done.visit).toBe(other);
});

it("S5: shows whoever goes to the address themselves an alarm that is no longer theirs to answer", async () => {
  const visit = await out(w);
  await w.does("priya", "askForHelp", visit);
  const goThere = { decision: "goThere", why: "Near", who: "sam,ann" };
  const { alarms } = await w.does("sam", "recordDecision", visit, goThere, 1);
  expect(alarms.flatMap(({ offers }) => offers)).toEqual([]);
  expect((w.book.roster("meadow") as Roster).people).toContainEqual(expect.objectContaining({ id: "sam" }));
});
