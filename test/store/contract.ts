import type { Store, Stored } from "../../engine/ports";
import type { Visit } from "../../visits/visit";
import { sample } from "./sample";

/** One place where visits are kept, that any number of programs may open. */
export type Place = {
  open(): Promise<Store>;
  /** Makes a visit's document something that can't be read, behind the store's back. */
  spoil(school: string, id: string, how: "cut off" | "of another shape"): Promise<void>;
  remove(): Promise<void>;
};

const hour = 3_600_000;
const minute = 60_000;

async function reread(store: Store, { school, id }: Pick<Stored, "school" | "id">): Promise<Stored> {
  const found = await store.read(school, id);
  if (!found || "unreadable" in found) throw new Error(`${id} is not there`);
  return found;
}

const ids = (found: { id: string }[]): string[] => found.map(({ id }) => id);

/** What the engine relies on, whatever keeps the visits. */
export function storeContract(name: string, make: () => Promise<Place>): void {
  describe(`the store on ${name}`, () => {
    let place: Place;
    let store: Store;
    let handles: Store[];

    beforeEach(async () => {
      handles = [];
      place = await make();
      store = await another();
    });
    afterEach(async () => {
      const closed = await Promise.allSettled(handles.map((handle) => handle.close()));
      await place.remove();
      expect(closed.filter(({ status }) => status === "rejected")).toEqual([]);
    });

    async function another(): Promise<Store> {
      const handle = await place.open();
      handles.push(handle);
      return handle;
    }
    async function keep(...visits: Stored[]): Promise<void> {
      for (const visit of visits) expect(await store.insert(visit)).toBe("done");
    }

    describe("one visit", () => {
      it("is read as it was written, with an etag of the store's", async () => {
        const visit = sample({ nextDueAt: 5, urgency: 1, purpose: "Zoë’s \u0000 \u{1F600} {{x}}" });
        await keep(visit);
        const found = await reread(store, visit);
        expect(found).toEqual({ ...visit, etag: found.etag });
        expect(found.etag).not.toBe("");
      });

      it("is absent until it is there, and in its own school only", async () => {
        await keep(sample());
        expect(await store.read("meadow", "meadow.other")).toBeUndefined();
        expect(await store.read("brook", "meadow.first")).toBeUndefined();
      });

      it("is inserted once, and a second insert leaves it alone", async () => {
        await keep(sample());
        expect(await store.insert(sample({ purpose: "Another" }))).toBe("exists");
        expect((await reread(store, sample())).visit.plan.purpose).toBe("Attendance");
      });

      it("is replaced by whoever read it last, and gives the next etag", async () => {
        await keep(sample());
        const read = await reread(store, sample());
        const first = await store.replace({ ...read, policy: "second" });
        expect(first).toEqual({ etag: expect.any(String) });
        const next = { ...read, ...(first as { etag: string }), policy: "third" };
        expect(await store.replace(next)).toEqual({ etag: expect.any(String) });
        expect((await reread(store, sample())).policy).toBe("third");
      });

      it("is replaced together with others, each by its own etag", async () => {
        const [one, two] = [sample(), sample({ id: "meadow.two" })];
        await keep(one, two);
        const [first, second] = [await reread(store, one), await reread(store, two)];
        await store.replace({ ...second, policy: "sooner" });
        const written = await store.replaceAll([
          { ...first, policy: "together", nextDueAt: 5, urgency: 1 },
          { ...second, policy: "late" },
        ]);
        expect(written).toEqual([{ etag: expect.any(String) }, "conflict"]);
        const read = await reread(store, one);
        expect(written).toEqual([{ etag: read.etag }, "conflict"]);
        expect([read.policy, (await reread(store, two)).policy]).toEqual(["together", "sooner"]);
        expect(ids(await store.due(5, 10))).toEqual([one.id]);
      });

      it("is not replaced by an old etag, an absent one or in an absent place", async () => {
        await keep(sample());
        const read = await reread(store, sample());
        await store.replace({ ...read, policy: "second" });
        expect(await store.replace({ ...read, policy: "late" })).toBe("conflict");
        expect(await store.replace({ ...read, etag: "", policy: "blind" })).toBe("conflict");
        expect(await store.replace(sample({ id: "meadow.absent" }))).toBe("conflict");
        expect((await reread(store, sample())).policy).toBe("second");
      });

      it("is erased by whoever read it last, like any other write (P11)", async () => {
        await keep(sample({ purpose: "CANARY" }));
        const read = await reread(store, sample());
        const bare = { ...read, visit: { ...read.visit, plan: { ...read.visit.plan, purpose: "", visitors: [] } } };
        expect(await store.erase({ ...bare, etag: "" })).toBe("conflict");
        expect(await store.erase(bare)).toEqual({ etag: expect.any(String) });
        expect(JSON.stringify(await reread(store, sample()))).not.toContain("CANARY");
        expect(await store.ofPerson("meadow", "priya", 0)).toEqual([]);
      });

      it("gives what was read to the reader alone", async () => {
        await keep(sample());
        const { marks } = (await reread(store, sample())).post;
        // A store may also hand out what nobody can change.
        if (!Object.isFrozen(marks)) marks.mine = { tries: 1 };
        expect((await reread(store, sample())).post.marks).toEqual({});
      });

      it("may be as large as its worst night", async () => {
        const visit = sample({ purpose: "x".repeat(256 * 1024) });
        await keep(visit);
        expect((await reread(store, visit)).visit.plan.purpose).toHaveLength(256 * 1024);
      });
    });

    describe("what is due", () => {
      it("comes most urgent first, then longest due, and no more than asked for", async () => {
        await keep(
          sample({ id: "old", nextDueAt: 10, urgency: 3 }),
          sample({ id: "alarm", nextDueAt: 30, urgency: 1 }),
          sample({ id: "covert", nextDueAt: 40, urgency: 0 }),
          sample({ id: "earlier alarm", nextDueAt: 20, urgency: 1 }),
          sample({ id: "later", nextDueAt: 41, urgency: 0 }),
          sample({ id: "quiet" }),
        );
        expect(ids(await store.due(40, 10))).toEqual(["covert", "earlier alarm", "alarm", "old"]);
        expect(ids(await store.due(40, 2))).toEqual(["covert", "earlier alarm"]);
        expect(await store.due(40, 1)).toEqual([{ school: "meadow", id: "covert", dueAt: 40, urgency: 0 }]);
        expect(await store.due(9, 10)).toEqual([]);
      });

      it("moves with each write, and ends when nothing is owed", async () => {
        await keep(sample({ nextDueAt: 10 }));
        const read = await reread(store, sample());
        const moved = await store.replace({ ...read, nextDueAt: 50 });
        expect(await store.due(49, 10)).toEqual([]);
        await store.replace({ ...read, ...(moved as { etag: string }), nextDueAt: undefined });
        expect(await store.due(1_000, 10)).toEqual([]);
        expect((await reread(store, sample())).nextDueAt).toBeUndefined();
      });

      it("names the next moment, whatever its urgency", async () => {
        expect(await store.nextDueAt()).toBeUndefined();
        await keep(sample({ id: "quiet" }));
        expect(await store.nextDueAt()).toBeUndefined();
        await keep(sample({ id: "a", nextDueAt: 70, urgency: 0 }), sample({ id: "b", nextDueAt: 60, urgency: 3 }));
        expect(await store.nextDueAt()).toBe(60);
      });

      it("leaves a postponed visit quiet until then, and no longer", async () => {
        await keep(sample({ nextDueAt: 10, urgency: 1 }));
        await store.makeDue("meadow", "meadow.first", 100);
        expect(await store.due(99, 10)).toEqual([]);
        expect(await store.nextDueAt()).toBe(100);
        expect(ids(await store.due(100, 10))).toEqual(["meadow.first"]);
      });

      it.each([
        ["as it was", { dueAt: 10, urgency: 1 as const }, 100],
        ["sooner", { dueAt: 9, urgency: 1 as const }, 10],
        ["more urgent", { dueAt: 10, urgency: 2 as const }, 10],
      ])(
        "postpones where it is due as before, and nothing that somebody has made otherwise since: %s",
        async (_as, was, due) => {
          await keep(sample({ nextDueAt: 10, urgency: 1 }));
          await store.makeDue("meadow", "meadow.first", 100, was);
          expect(await store.nextDueAt()).toBe(due);
        },
      );
    });

    describe("many visits", () => {
      it("gives the open ones of a school: neither closed nor off", async () => {
        const phases = ["asked", "ready", "out", "back", "closed", "off"] as const;
        await keep(...phases.map((phase) => sample({ id: phase, phase })), sample({ id: "theirs", school: "brook" }));
        expect(ids(await store.open("meadow")).toSorted()).toEqual(["asked", "back", "out", "ready"]);
      });

      it("follows a visit that closes, and one that is opened again", async () => {
        await keep(sample({ phase: "back" }));
        const read = await reread(store, sample());
        await store.replace({ ...read, visit: { ...read.visit, phase: "closed" } });
        expect(await store.open("meadow")).toEqual([]);
        const closed = await reread(store, sample());
        await store.replace({ ...closed, visit: { ...closed.visit, phase: "back" } });
        expect(ids(await store.open("meadow"))).toEqual(["meadow.first"]);
      });

      it("S13: keeps a record open for as long as an alarm about it is", async () => {
        const no = 901;
        const lists = { about: {}, reached: [], taps: [], calls: [] };
        const alarm = { no, cause: "covert", step: "call", since: 1, ...lists } as unknown as Visit["alarms"][number];
        await keep(sample({ phase: "off" }));
        const off = await reread(store, sample());
        await store.replace({ ...off, visit: { ...off.visit, alarms: [alarm] } });
        expect(ids(await store.open("meadow"))).toEqual(["meadow.first"]);
        const ended = { by: "joan", at: hour, how: "stoodDown", note: "" } as const;
        const alarmed = await reread(store, sample());
        await store.replace({ ...alarmed, visit: { ...alarmed.visit, alarms: [{ ...alarm, ended }] } });
        expect(await store.open("meadow")).toEqual([]);
      });

      it("S13: keeps a visit that is off open for as long as it is asked where somebody is", async () => {
        const asking = async (visit: Partial<Visit>) => {
          const known = await reread(store, sample());
          await store.replace({ ...known, visit: { ...known.visit, ...visit } });
          return ids(await store.open("meadow"));
        };
        await keep(sample({ phase: "off" }));
        expect(await asking({ askedAfter: { at: hour, who: ["tom"] } })).toEqual(["meadow.first"]);
        expect(await asking({ stayed: { tom: { by: "tom", at: hour } } })).toEqual([]);
      });

      it("says who is out on a school's open visits, each once", async () => {
        const begun = (outings: object) =>
          Object.fromEntries(Object.entries(outings).map(([who, one]) => [who, { left: 1, contact: 1, ...one }]));
        const gone = (stored: Stored, outings: Record<string, { back?: number }>): Stored =>
          ({ ...stored, visit: { ...stored.visit, outings: begun(outings) } }) as unknown as Stored;
        await keep(
          gone(sample({ phase: "out" }), { tom: {}, "o'brien \u0000 \"": {}, back: { back: 0 } }),
          gone(sample({ id: "other", phase: "back" }), { tom: {}, ann: { back: 5 } }),
          gone(sample({ id: "over", phase: "closed" }), { helen: { back: 5 } }),
          gone(sample({ id: "attended", phase: "closed" }), { grace: {} }),
          gone(sample({ id: "theirs", school: "brook", phase: "out" }), { joan: {} }),
          gone(sample({ id: "broken", phase: "out" }), { sam: {} }),
        );
        await place.spoil("meadow", "broken", "cut off");
        const away = (await store.away("meadow")).filter((who) => who !== "sam");
        expect(away).toEqual(["grace", "o'brien \u0000 \"", "tom"]);
        expect((await store.open("meadow")).map(({ id }) => id)).toContain("attended");
        expect(await store.away("nowhere")).toEqual([]);
      });

      it("gives every visit to a household, newest first, in that school", async () => {
        await keep(
          sample({ id: "first", leave: hour, phase: "closed" }),
          sample({ id: "second", leave: 2 * hour }),
          sample({ id: "elsewhere", household: "other" }),
          sample({ id: "theirs", school: "brook" }),
        );
        expect(ids(await store.household("meadow", "home"))).toEqual(["second", "first"]);
        expect(await store.household("meadow", "none")).toEqual([]);
      });

      it("gives a household also the rounds on which it was a later door, as long as it is one", async () => {
        await keep(
          sample({ id: "own", leave: hour }),
          sample({ id: "round", leave: 2 * hour, household: "other", stops: ["third", "home", "home"] }),
          sample({ id: "twice", leave: 3 * hour, stops: ["home"] }),
          sample({ id: "theirs", school: "brook", household: "other", stops: ["home"] }),
        );
        expect(ids(await store.household("meadow", "home"))).toEqual(["twice", "round", "own"]);
        expect(ids(await store.household("meadow", "third"))).toEqual(["round"]);
        const round = (await store.read("meadow", "round")) as Stored;
        const { stops: _, ...plan } = round.visit.plan;
        await store.replace({ ...round, visit: { ...round.visit, plan } });
        expect(ids(await store.household("meadow", "home"))).toEqual(["twice", "own"]);
        expect(ids(await store.household("meadow", "third"))).toEqual([]);
      });

      it("gives a person's open visits however old, and the others that ended since then", async () => {
        await keep(
          sample({ id: "long ago", leave: 0, back: hour, phase: "closed" }),
          sample({ id: "still open", leave: minute, back: hour, phase: "back" }),
          sample({ id: "recent", leave: 5 * hour, back: 6 * hour, phase: "closed" }),
          sample({ id: "ahead", leave: 9 * hour }),
          sample({ id: "others", leave: 9 * hour, visitors: ["grace"] }),
          sample({ id: "theirs", school: "brook" }),
        );
        expect(ids(await store.ofPerson("meadow", "priya", 6 * hour))).toEqual(["ahead", "recent", "still open"]);
      });

      it("gives those that were due back in a span of time, oldest first, in that school", async () => {
        await keep(
          sample({ id: "second", leave: hour, back: 3 * hour, phase: "closed" }),
          sample({ id: "first", leave: 0, back: 2 * hour }),
          sample({ id: "too early", leave: 0, back: 2 * hour - 1 }),
          sample({ id: "too late", leave: hour, back: 4 * hour }),
          sample({ id: "theirs", back: 3 * hour, school: "brook" }),
        );
        expect(ids(await store.dueBack("meadow", 2 * hour, 4 * hour))).toEqual(["first", "second"]);
      });

      it("follows who is on a visit, and who went after them", async () => {
        await keep(sample());
        const { visit, ...read } = await reread(store, sample());
        const outings = { helen: { left: 1, contact: 1, where: "onTheWay" as const, attending: 1 } };
        await store.replace({
          ...read,
          visit: { ...visit, plan: { ...visit.plan, visitors: ["priya", "grace"] }, outings },
        });
        const of = async (person: string) => ids(await store.ofPerson("meadow", person, 0));
        expect(await of("priya")).toHaveLength(1);
        expect(await of("grace")).toHaveLength(1);
        expect(await of("helen")).toHaveLength(1);
        expect(await of("tom")).toEqual([]);
      });
    });

    describe("other documents", () => {
      it("are kept whole by kind and id, the last one written", async () => {
        await store.put("conversation", "priya", { id: 1 });
        await store.put("conversation", "priya", { id: 2, deep: ["x"] });
        await store.put("pulse", "priya", "another kind");
        expect(await store.get("conversation", "priya")).toEqual({ id: 2, deep: ["x"] });
        expect(await store.get("conversation", "tom")).toBeUndefined();
      });

      it("are listed by kind", async () => {
        await store.put("welcome", "b", true);
        await store.put("welcome", "a", 1);
        await store.put("secret", "c", "word");
        expect(await store.all("welcome")).toEqual([
          { id: "a", value: 1 },
          { id: "b", value: true },
        ]);
      });
    });

    describe("some of a kind", () => {
      it("are those that are there of the ids asked for, and no others", async () => {
        for (const id of ["a", "b", "school/slt"]) await store.put("conversation", id, { id });
        await store.put("welcome", "c", true);
        const some = await store.some("conversation", ["b", "c", "school/slt", "none"]);
        expect(ids(some).toSorted()).toEqual(["b", "school/slt"]);
        expect(some).toContainEqual({ id: "school/slt", value: { id: "school/slt" } });
        expect(await store.some("conversation", [])).toEqual([]);
      });

      it("are as they stand now, whenever the same are asked for again", async () => {
        const asked = ["a", "b"];
        const found = async () => (await store.some<number>("conversation", asked)).map(({ value }) => value);
        expect(await found()).toEqual([]);
        await store.put("conversation", "b", 2);
        expect(await found()).toEqual([2]);
        await store.change<number>("conversation", "b", (value) => (value ?? 0) + 1);
        expect(await found()).toEqual([3]);
        expect(await store.some("household", asked)).toEqual([]);
        await store.change<number>("conversation", "b", () => null);
        expect(await found()).toEqual([]);
      });
    });

    describe("a change of one document", () => {
      type Count = { count: number };
      const add = (handle: Store) =>
        handle.change<Count>("lease", "one", (value) => ({ count: (value?.count ?? 0) + 1 }));

      it("makes it from what is there, and gives it", async () => {
        expect(await add(store)).toEqual({ count: 1 });
        expect(await add(store)).toEqual({ count: 2 });
        expect(await store.get("lease", "one")).toEqual({ count: 2 });
      });

      it("may leave it as it is", async () => {
        expect(await store.change<Count>("lease", "one", () => undefined)).toBeUndefined();
        await add(store);
        expect(await store.change<Count>("lease", "one", () => undefined)).toEqual({ count: 1 });
      });

      it("P11: may take it away, once and for all, and only as it was seen", async () => {
        const takes = (handle: Store) =>
          handle.change<Count>("lease", "one", (value) => (value?.count === 2 ? null : undefined));
        expect(await takes(store)).toBeUndefined();
        await add(store);
        expect(await takes(store)).toEqual({ count: 1 });
        await add(store);
        const other = await another();
        expect(await Promise.all([takes(store), takes(other)])).toEqual([undefined, undefined]);
        expect([await store.get("lease", "one"), await other.get("lease", "one")]).toEqual([undefined, undefined]);
        expect(await add(other)).toEqual({ count: 1 });
        expect(await store.get("lease", "one")).toEqual({ count: 1 });
      });

      it("is lost by nobody when two programs make many", async () => {
        const other = await another();
        await Promise.all(Array.from({ length: 20 }, (_, turn) => add(turn % 2 ? store : other)));
        expect(await store.get("lease", "one")).toEqual({ count: 20 });
      });
    });

    describe("S14: a visit that can't be read", () => {
      it.each(["cut off", "of another shape"] as const)("is said to be unreadable when it is %s", async (how) => {
        await keep(sample({ nextDueAt: 10, urgency: 1 }), sample({ id: "sound", nextDueAt: 20 }));
        await place.spoil("meadow", "meadow.first", how);
        const unreadable = { unreadable: true, school: "meadow", id: "meadow.first" };
        expect(await store.read("meadow", "meadow.first")).toEqual(unreadable);
        expect(await store.open("meadow")).toContainEqual(unreadable);
        expect(ids(await store.open("meadow"))).toContain("sound");
        expect(ids(await store.due(20, 10))).toEqual(["meadow.first", "sound"]);
        expect(ids(await store.household("meadow", "home"))).toEqual(["sound"]);
        expect(ids(await store.ofPerson("meadow", "priya", 0))).toEqual(["sound"]);
      });

      it("can be postponed, so that it starves nobody", async () => {
        await keep(sample({ nextDueAt: 10 }), sample({ id: "sound", nextDueAt: 20 }));
        await place.spoil("meadow", "meadow.first", "cut off");
        await store.makeDue("meadow", "meadow.first", 1_000);
        expect(ids(await store.due(20, 10))).toEqual(["sound"]);
      });
    });

    describe("two programs on one place", () => {
      it("see at once what the other wrote, and only one of them wins", async () => {
        const other = await another();
        await keep(sample());
        const [mine, theirs] = [await reread(store, sample()), await reread(other, sample())];
        expect(mine.etag).toBe(theirs.etag);
        const won = await Promise.all([
          store.replace({ ...mine, policy: "mine" }),
          other.replace({ ...theirs, policy: "theirs" }),
        ]);
        expect(won.filter((result) => result === "conflict")).toHaveLength(1);
        expect(await other.insert(sample())).toBe("exists");
      });

      it("lose no write when both keep trying", async () => {
        await keep(sample());
        const add = async (handle: Store): Promise<void> => {
          const read = await reread(handle, sample());
          const marks = { ...read.post.marks, [`${Object.keys(read.post.marks).length}`]: { tries: 1 } };
          const result = await handle.replace({ ...read, post: { ...read.post, marks } });
          if (result === "conflict") await add(handle);
        };
        const both = [store, await another()];
        await Promise.all(Array.from({ length: 40 }, (_, turn) => add(both[turn % 2] ?? store)));
        expect(Object.keys((await reread(store, sample())).post.marks)).toHaveLength(40);
      });
    });

    it("keeps everything when it is closed and opened again", async () => {
      await keep(sample({ nextDueAt: 10 }));
      await store.put("secret", "meadow", "word");
      await handles.pop()?.close();
      store = await another();
      expect(ids(await store.due(10, 10))).toEqual(["meadow.first"]);
      expect(await store.get("secret", "meadow")).toBe("word");
    });
  });
}
