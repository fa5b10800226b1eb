import type { Store } from "../../engine/ports";
import type { Roster } from "../../schools/school";
import { watched } from "./watched-store";
import { closeWorlds, out, until, type World, world } from "./world";

const at = (text: string) => Date.parse(text);
const morningsOf = (w: World, who: string): string[] =>
  w.messenger.texts(who).filter((text) => text.includes("is waiting for you today"));

/** Both are back on Monday, and nobody has written the minutes by Tuesday's noon. */
async function owing(): Promise<World> {
  const w = await world();
  const visit = await out(w);
  for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
  await w.pass(26 * 60);
  w.messenger.sent.length = 0;
  return w;
}

describe("a morning's word", () => {
  let w: World;
  afterEach(closeWorlds);

  it("goes to those who answer for the policy, the Principal among them, when the school opens, once, where something waits for them (AET-17)", async () => {
    w = await owing();
    w.clock.at = at("2026-11-25T08:29:00Z");
    await w.engine.sweep();
    expect(morningsOf(w, "helen")).toEqual([]);
    w.clock.at = at("2026-11-25T08:30:00Z");
    await w.engine.sweep();
    await w.engine.sweep();
    expect([morningsOf(w, "helen").length, morningsOf(w, "joan").length]).toEqual([1, 1]);
    expect([morningsOf(w, "priya"), morningsOf(w, "ann")]).toEqual([[], []]);
    w.clock.at = at("2026-11-26T08:30:00Z");
    await w.engine.sweep();
    expect(morningsOf(w, "helen")).toHaveLength(2);
  });

  it("P5: goes to nobody whose last day has passed", async () => {
    w = await owing();
    const own = w.book.roster("meadow") as Roster;
    const people = own.people.map((one) => (one.id === "joan" ? { ...one, until: "2026-11-24" } : one));
    (w.book as { roster(school: string): Roster }).roster = () => ({ ...own, people });
    w.clock.at = at("2026-11-25T08:30:00Z");
    await w.engine.sweep();
    expect([morningsOf(w, "helen").length, morningsOf(w, "joan").length]).toEqual([1, 0]);
  });

  it("lets whatever is more urgent have its turn between two schools, and is said once however often it is asked for", async () => {
    w = await owing();
    await w.close();
    const all = Array.from({ length: 30 }, (_, no) => `school${no}`);
    const reckoned: number[] = [];
    let turns = 0;
    const store = (real: Store) =>
      watched(real, [], { now: ({ method }) => void (method === "dueBack" && reckoned.push(turns)) });
    const roster = (school: string) => {
      const own = w.book.roster("meadow") as Roster;
      const people = own.people.map((person) => ({ ...person, schools: [school] }));
      return { school: { ...own.school, id: school }, people };
    };
    const book = { ...w.book, schools: () => [...all, "meadow"], roster };
    w = await world({ folder: w.folder, store, parts: { book }, at: at("2026-11-25T08:30:00Z") });
    let over = false;
    const turn = () => {
      turns++;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    await Promise.all([w.engine.sweep(), w.engine.sweep()]);
    over = true;
    expect(reckoned).toHaveLength(31);
    expect(new Set(reckoned).size).toBeGreaterThan(25);
    expect(morningsOf(w, "helen")).toHaveLength(1);
  });

  it("is said once by two programs on one store", async () => {
    w = await owing();
    const other = await world({ folder: w.folder, at: at("2026-11-25T08:30:00Z") });
    w.clock.at = at("2026-11-25T08:30:00Z");
    await w.engine.sweep();
    await other.engine.sweep();
    expect(morningsOf(w, "helen").length + morningsOf(other, "helen").length).toBe(1);
  });

  it("is not lost where Teams refuses it, and nobody who has had it hears it again", async () => {
    w = await owing();
    w.clock.at = at("2026-11-25T08:30:00Z");
    w.messenger.fault = ({ to }) => (to === "helen" ? { failed: "throttled", retryAfter: 7_000 } : undefined);
    await w.engine.sweep();
    expect([morningsOf(w, "helen"), morningsOf(w, "joan")]).toMatchObject([[], [expect.anything()]]);
    expect(w.engine.nextMorningAt()).toBe(w.clock.at + 7_000);
    w.messenger.fault = () => undefined;
    w.clock.at += 6_999;
    await w.engine.sweep();
    expect(morningsOf(w, "helen")).toEqual([]);
    w.clock.at += 1;
    await w.engine.sweep();
    await w.engine.sweep();
    expect([morningsOf(w, "helen").length, morningsOf(w, "joan").length]).toEqual([1, 1]);
  });

  it("that may have arrived is not said again", async () => {
    w = await owing();
    w.clock.at = at("2026-11-25T08:30:00Z");
    w.messenger.fault = () => ({ failed: "ambiguous" });
    await w.engine.sweep();
    w.messenger.fault = () => undefined;
    w.clock.at += 600_000;
    await w.engine.sweep();
    expect(morningsOf(w, "helen")).toEqual([]);
  });

  it("has its card beneath it, later where only that was refused", async () => {
    w = await owing();
    await w.close();
    w = await world({
      folder: w.folder,
      at: at("2026-11-25T08:30:00Z"),
      parts: { drawMonitoring: (card) => ({ card }) },
    });
    const kindsOf = (who: string) => w.messenger.sent.filter(({ to }) => to === who).map(({ how }) => how);
    w.messenger.fault = ({ how, to }) => (how === "show" && to === "helen" ? { failed: "throttled" } : undefined);
    await w.engine.sweep();
    expect([kindsOf("helen"), kindsOf("joan")]).toEqual([["say"], ["say", "show"]]);
    w.messenger.fault = () => undefined;
    w.clock.at += 5_000;
    await w.engine.sweep();
    await w.engine.sweep();
    expect([kindsOf("helen"), kindsOf("joan")]).toEqual([
      ["say", "show"],
      ["say", "show"],
    ]);
    const [text, card] = w.messenger.sent.filter(({ to }) => to === "helen");
    expect(card?.under).toEqual(text?.posted);
  });

  it("is said by another program where the one that had begun died", async () => {
    w = await owing();
    w.clock.at = at("2026-11-25T08:30:00Z");
    w.messenger.fault = ({ to }) => (to === "helen" ? new Promise(() => undefined) : undefined);
    void w.engine.sweep();
    await until(() => w.messenger.tried.some(({ to }) => to === "helen"));
    const other = await world({ folder: w.folder, at: w.clock.at, parts: { alone: false } });
    await other.engine.sweep();
    expect(morningsOf(other, "helen")).toEqual([]);
    other.clock.at += 20_000;
    await other.engine.sweep();
    expect(morningsOf(other, "helen")).toHaveLength(1);
  });

  it("waits for whichever program is sending, which has told others as much as Teams takes", async () => {
    w = await owing();
    const now = at("2026-11-25T08:30:00Z");
    const lease = { by: "another", no: 1, until: now + 20_000, sent: { "meadow/helen": Array(7).fill(now) } };
    const other = await world({ folder: w.folder, at: now, parts: { alone: false } });
    await other.store.put("lease", "sender", lease);
    await other.engine.sweep();
    expect(other.messenger.sent).toEqual([]);
    await other.store.put("lease", "sender", { ...lease, until: 0 });
    other.clock.at += 2_000;
    await other.store.put("lease", "sender", {
      ...lease,
      until: 0,
      sent: { "meadow/helen": Array(7).fill(other.clock.at) },
    });
    await other.engine.sweep();
    expect([morningsOf(other, "helen").length, morningsOf(other, "joan").length]).toEqual([0, 1]);
    other.clock.at += 2_000;
    await other.engine.sweep();
    expect(morningsOf(other, "helen")).toHaveLength(1);
  });

  it("is not said on a day without school, nor where nothing waits", async () => {
    w = await owing();
    w.clock.at = at("2026-11-28T09:00:00Z");
    await w.engine.sweep();
    expect(morningsOf(w, "helen")).toEqual([]);
    const quiet = await world({ at: at("2026-11-24T08:30:00Z") });
    await quiet.engine.sweep();
    expect(quiet.messenger.sent).toEqual([]);
  });

  it("names nobody and nothing of a visit (P10)", async () => {
    w = await owing();
    w.clock.at = at("2026-11-25T08:30:00Z");
    await w.engine.sweep();
    const [said] = morningsOf(w, "helen");
    expect(said).toBe("Something about home visits at Meadow Primary is waiting for you today. It is on the card.");
  });

  /** With its card, on Wednesday as school opens. */
  const withCard = async () => {
    w = await owing();
    await w.close();
    const parts = { drawMonitoring: (card: object) => ({ card }) };
    w = await world({ folder: w.folder, at: at("2026-11-25T08:30:00Z"), parts });
  };
  const kindsOf = (who: string) => w.messenger.sent.filter(({ to }) => to === who).map(({ how }) => how);

  it("comes without a card where its text was refused, and both come later", async () => {
    await withCard();
    w.messenger.fault = ({ how, to }) => (how === "say" && to === "helen" ? { failed: "throttled" } : undefined);
    await w.engine.sweep();
    expect(kindsOf("helen")).toEqual([]);
    w.messenger.fault = () => undefined;
    w.clock.at += 3_000;
    await w.engine.sweep();
    expect(kindsOf("helen")).toEqual([]);
    w.clock.at += 2_000;
    await w.engine.sweep();
    expect(kindsOf("helen")).toEqual(["say", "show"]);
  });

  it("has its card beneath it where both go out at once", async () => {
    await withCard();
    await w.engine.sweep();
    const [text, card] = w.messenger.sent.filter(({ to }) => to === "helen");
    expect(card?.under).toEqual(text?.posted);
    expect(text?.options).toMatchObject({ alert: false });
  });

  it("is tried again for each as soon as they may be told, whoever else has to wait longer", async () => {
    w = await owing();
    w.clock.at = at("2026-11-25T08:30:00Z");
    const waits: Record<string, number> = { helen: 7_000, joan: 70_000 };
    w.messenger.fault = ({ to }) => (waits[to] ? { failed: "throttled", retryAfter: waits[to] } : undefined);
    await w.engine.sweep();
    w.messenger.fault = () => undefined;
    w.clock.at += 7_000;
    await w.engine.sweep();
    expect([morningsOf(w, "helen").length, morningsOf(w, "joan").length]).toEqual([1, 0]);
    w.clock.at += 63_000;
    await w.engine.sweep();
    expect([morningsOf(w, "helen").length, morningsOf(w, "joan").length]).toEqual([1, 1]);
  });

  it("is not said again to whom an earlier Homeward told it, which kept no marks", async () => {
    w = await owing();
    w.clock.at = at("2026-11-25T08:30:00Z");
    await w.store.put("digest", "meadow", { date: "2026-11-25", to: ["helen"] });
    await w.engine.sweep();
    expect([morningsOf(w, "helen").length, morningsOf(w, "joan").length]).toEqual([0, 1]);
  });

  it("leaves the sender's lease to whoever has an alarm to tell", async () => {
    w = await owing();
    const other = await world({ folder: w.folder, at: at("2026-11-25T08:30:00Z"), parts: { alone: false } });
    await other.engine.sweep();
    expect(morningsOf(other, "helen")).toHaveLength(1);
    expect(await other.store.get("lease", "sender")).toMatchObject({ until: 0 });
  });

  it("is reckoned anew at its next time, and not each time that somebody looks", async () => {
    w = await owing();
    const calls: { method: string; args: readonly unknown[] }[] = [];
    await w.close();
    w = await world({ folder: w.folder, at: at("2026-11-25T08:30:00Z"), store: (store) => watched(store, calls) });
    for (const _ of [1, 2, 3]) await w.engine.sweep();
    expect(calls.filter(({ method }) => method === "dueBack")).toHaveLength(1);
    expect(w.engine.nextMorningAt()).toBe(at("2026-11-26T08:30:00Z"));
  });

  it("comes to the other schools where one school's figures can't be had", async () => {
    w = await owing();
    await w.close();
    const own = w.book.roster("meadow") as Roster;
    const roster = (school: string) => {
      const people = own.people.map((person) => ({ ...person, schools: [school] }));
      return school === "gone" ? undefined : { school: { ...own.school, id: school }, people };
    };
    const book = { ...w.book, schools: () => ["gone", "brook", "meadow"], roster };
    const said: string[] = [];
    const store = (real: Store) =>
      watched(real, [], {
        now: ({ method, args }) => {
          if (method === "dueBack" && args[0] === "brook") throw new Error("The store is away.");
        },
      });
    const parts = { book, report: (what: string) => void said.push(what) };
    w = await world({ folder: w.folder, store, parts, at: at("2026-11-25T08:30:00Z") });
    await w.engine.sweep();
    expect([morningsOf(w, "helen").length, said]).toEqual([1, ["morning failed"]]);
    expect(w.engine.nextMorningAt()).toBe(at("2026-11-26T08:30:00Z"));
  });

  it("is counted among what the sweep has told, where it arrived, and its card is not", async () => {
    await withCard();
    w.messenger.fault = ({ to }) => (to === "joan" ? { failed: "throttled" } : undefined);
    expect(await w.engine.sweep()).toEqual({ delivered: 1 });
    w.messenger.fault = ({ how }) => (how === "show" ? { failed: "throttled" } : undefined);
    w.clock.at += 5_000;
    expect(await w.engine.sweep()).toEqual({ delivered: 1 });
    w.messenger.fault = () => undefined;
    w.clock.at += 5_000;
    expect(await w.engine.sweep()).toEqual({ delivered: 0 });
    expect([kindsOf("helen"), kindsOf("joan")]).toEqual([
      ["say", "show"],
      ["say", "show"],
    ]);
  });

  it("comes to the others where what sends it throws, and is not said again to whom it may have come", async () => {
    w = await owing();
    const said: string[] = [];
    await w.close();
    const parts = { report: (what: string) => void said.push(what) };
    w = await world({ folder: w.folder, at: at("2026-11-25T08:30:00Z"), parts });
    w.messenger.fault = ({ to }) => {
      if (to === "helen") throw new Error("The line is cut.");
      return undefined;
    };
    await w.engine.sweep();
    w.messenger.fault = () => undefined;
    w.clock.at += 600_000;
    await w.engine.sweep();
    expect([morningsOf(w, "helen").length, morningsOf(w, "joan").length]).toEqual([0, 1]);
    expect(said).toEqual(["morning failed"]);
  });

  it("is reckoned once a morning where nothing waits", async () => {
    const calls: { method: string; args: readonly unknown[] }[] = [];
    w = await world({ at: at("2026-11-24T08:30:00Z"), store: (store) => watched(store, calls) });
    for (const _ of [1, 2, 3]) await w.engine.sweep();
    expect(calls.filter(({ method }) => method === "dueBack")).toHaveLength(1);
  });
});
