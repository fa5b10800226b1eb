import type { Store, Stored } from "../../engine/ports";
import { watchdog } from "../../engine/watchdog";
import type { Alarm, Outing, Plan, Visit } from "../../visits/visit";
import { workOf } from "./work";
import { approved, closeWorlds, start, type World, world } from "./world";

/** S13: what the watchdog finds in what is stored, to the minute, with none of the rules. */

const minute = 60_000;
const grace = 3 * minute;
let stored: Stored;
let open: readonly unknown[] = [];
let w: World;

beforeAll(async () => {
  const store = (real: Store): Store =>
    new Proxy(real, {
      get: (target, name: keyof Store) => {
        const method = target[name] as (...given: unknown[]) => unknown;
        return name === "open" ? async () => open : method.bind(target);
      },
    });
  w = await world({ store });
  const visit = await approved(w);
  await w.engine.sweep();
  stored = await w.stored(visit);
});
afterAll(closeWorlds);

type Night = {
  visit?: Partial<Visit>;
  outing?: Partial<Outing>;
  plan?: Partial<Plan>;
  alarms?: Partial<Alarm>[];
  marks?: Stored["post"]["marks"];
};
/** Priya has been out since ten, and was heard from then; she is due back at half past eleven. */
const night = ({ outing = {}, plan = {}, alarms = [], marks = {}, visit: more = {} }: Night): Stored => {
  const visit = { ...stored.visit, plan: { ...stored.visit.plan, visitors: ["priya"] }, phase: "out" };
  const priya = { left: start, contact: start, where: "onTheWay", ...outing };
  const asOpen = alarms.map((alarm) => ({ no: 1, about: { priya: {} }, openedAt: start, ...alarm }));
  return {
    ...stored,
    visit: { ...visit, plan: { ...visit.plan, ...plan }, outings: { priya }, alarms: asOpen, ...more } as never,
    post: { ...stored.post, marks },
  };
};
const finds = async (one: Night, after: number): Promise<string[]> => {
  open = [night(one)];
  w.clock.at = start + after;
  await w.store.put("pulse", "sweep", { at: w.clock.at });
  const { problems } = await w.engine.watchdog();
  const known = { overdue: "is overdue", stuck: "has been waiting", untold: "calls nobody" };
  return Object.entries(known).flatMap(([name, words]) =>
    problems.some((problem) => problem.includes(words)) ? [name] : [],
  );
};
const hour = 60 * minute;
const silent = hour + grace;
const told = { "alarm/1/call/1/ann": { tries: 1, sent: start } };

describe("S13: the watchdog", () => {
  it("finds an hour's silence, and three minutes more", async () => {
    expect([await finds({}, silent), await finds({}, silent + 1)]).toEqual([[], ["overdue"]]);
    const heard = { outing: { contact: start + 10 * minute } };
    expect([await finds(heard, silent + 10 * minute), await finds(heard, silent + 10 * minute + 1)]).toEqual([
      [],
      ["overdue"],
    ]);
  });

  it("finds a return that is three minutes late, whoever was heard of meanwhile, and their own where they have one", async () => {
    const late = (more: Partial<Outing> = {}) => ({ outing: { contact: start + 90 * minute, ...more } });
    expect([await finds(late(), 90 * minute + grace), await finds(late(), 90 * minute + grace + 1)]).toEqual([
      [],
      ["overdue"],
    ]);
    const own = late({ backBy: start + 100 * minute });
    expect([await finds(own, 100 * minute + grace), await finds(own, 100 * minute + grace + 1)]).toEqual([
      [],
      ["overdue"],
    ]);
  });

  it("finds an agreed time of reporting in that passed unheard, but for those who were sent to the address", async () => {
    const agreed = (contact: number, more: Partial<Outing> = {}) => ({
      plan: { reportIns: [start + 30 * minute] },
      outing: { contact: start + contact * minute, ...more },
    });
    expect([await finds(agreed(19), 33 * minute), await finds(agreed(19), 33 * minute + 1)]).toEqual([[], ["overdue"]]);
    expect(await finds(agreed(20), 33 * minute + 1)).toEqual([]);
    expect(await finds(agreed(19, { attending: 901 }), 33 * minute + 1)).toEqual([]);
  });

  describe("where it is asked where somebody is, for as long as it waits, and three minutes more", () => {
    const late = 10 * minute;
    const both = { visitors: ["priya", "tom"], start: start + 20 * minute };
    const last = async (visit: Partial<Visit>, at: number) => [
      await finds({ visit, plan: both }, at + late + grace),
      await finds({ visit, plan: both }, at + late + grace + 1),
    ];
    const is = (visit: Partial<Visit>) => last({ outings: {}, ...visit }, 30 * minute);
    const asked = { at: start + 30 * minute, who: ["tom"] };
    const back = { at: start + minute, how: "signedIn" } as const;
    const priya: Outing = { left: start, contact: start, where: "goingHome", back };

    it.each<[string, Partial<Visit>]>([
      ["before it is decided", { phase: "asked", askedWhere: start + 30 * minute }],
      ["after an approval", { phase: "ready", askedWhere: start + 30 * minute }],
      ["once it is off", { phase: "off", askedAfter: asked }],
      ["once the others are back", { phase: "back", outings: { priya }, askedAfter: asked }],
    ])("finds that nobody has said it %s", async (_, visit) => {
      expect(await is(visit)).toEqual([[], ["overdue"]]);
    });

    it("finds a start at which it was not asked, and somebody who was not reckoned out with the others", async () => {
      expect(await last({ phase: "ready", outings: {} }, 20 * minute)).toEqual([[], ["overdue"]]);
      const out = { ...priya, back: undefined, contact: start + 25 * minute };
      expect(await last({ phase: "out", outings: { priya: out } }, 20 * minute)).toEqual([[], ["overdue"]]);
    });

    it("finds nobody who has said that they stay, or who is out or back by the record, nor a request that nobody asked about", async () => {
      const stayed = { tom: { by: "tom", at: start } };
      expect(await is({ phase: "off", askedAfter: asked, stayed })).toEqual([[], []]);
      expect(await is({ phase: "off", askedAfter: asked, outings: { tom: priya } })).toEqual([[], []]);
      expect(await is({ phase: "asked" })).toEqual([[], []]);
      expect(await is({ phase: "closed", outings: { priya } })).toEqual([[], []]);
    });
  });

  it("finds nobody who is back, or about whom an alarm is open", async () => {
    const back = { outing: { back: { at: start + minute, how: "tap" } as never } };
    expect(await finds(back, 3 * hour)).toEqual([]);
    expect(await finds({ alarms: [{}], marks: told }, 3 * hour)).toEqual([]);
    expect(await finds({ alarms: [{ about: { tom: {} } as never }], marks: told }, 3 * hour)).toEqual(["overdue"]);
  });

  it("counts an alarm that ended as having been heard of them, and as the end of a late return", async () => {
    const ended = (at: number, about = "priya") => ({
      alarms: [{ ended: { at: start + at * minute } as never, about: { [about]: {} } as never }],
      outing: { contact: start },
    });
    expect([await finds(ended(20), silent + 1), await finds(ended(20, "tom"), silent + 1)]).toEqual([[], ["overdue"]]);
    expect([await finds(ended(89), 90 * minute + grace + 1), await finds(ended(91), 90 * minute + grace + 1)]).toEqual([
      ["overdue"],
      [],
    ]);
  });

  it("finds a message of an open alarm that has waited for five minutes since it was first tried", async () => {
    const waiting = (mark: object, more: Partial<Alarm> = {}, id = "alarm/1/call/1/ann") => ({
      outing: { contact: start + 20 * minute },
      alarms: [{ openedAt: start + 15 * minute, ...more }],
      marks: { [id]: { tries: 2, ...mark } },
    });
    const first = { firstTry: start + 15 * minute };
    expect([await finds(waiting(first), 20 * minute), await finds(waiting(first), 20 * minute + 1)]).toEqual([
      [],
      ["stuck"],
    ]);
    expect(await finds(waiting({ ...first, sent: start }), 21 * minute)).toEqual([]);
    expect(await finds(waiting({}), 21 * minute)).toEqual([]);
    expect(await finds(waiting(first, { ended: { at: start } as never }), 21 * minute)).toEqual([]);
    expect(await finds(waiting(first, {}, "approved/1/ann"), 18 * minute)).toEqual([]);
  });

  it("finds an open alarm of which nobody has been told for five minutes", async () => {
    const untold = (more: Partial<Alarm> = {}, marks: Stored["post"]["marks"] = {}) => ({ alarms: [more], marks });
    expect([await finds(untold(), 5 * minute), await finds(untold(), 5 * minute + 1)]).toEqual([[], ["untold"]]);
    expect(await finds(untold({}, told), 6 * minute)).toEqual([]);
    expect(await finds(untold({ no: 2 }, told), 6 * minute)).toEqual(["untold"]);
    expect(await finds(untold({ ended: { at: start } as never }), 6 * minute)).toEqual([]);
  });

  it("says what it found, and keeps quiet outside, where something was due two minutes ago", async () => {
    open = [];
    w.clock.at = start + 24 * hour;
    await w.store.put("pulse", "sweep", { at: w.clock.at });
    expect((await w.engine.watchdog()).problems.join()).toContain("due for more than two minutes");
    expect(await w.engine.health()).toBe("late");
  });

  it("calls the sweep late where it has never run, and where it has not for more than two minutes, or by no server's clock that can be", async () => {
    open = [];
    const health = async (after: number) => {
      w.clock.at = start + after;
      return w.engine.health();
    };
    await w.store.change("pulse", "sweep", () => null);
    expect(await health(0)).toBe("late");
    await w.store.put("pulse", "sweep", { at: start });
    for (const { id } of await w.store.due(start + 24 * hour, 10))
      await w.store.makeDue("meadow", id, start + 48 * hour);
    expect([await health(2 * minute), await health(2 * minute + 1)]).toEqual(["ok", "late"]);
    const ahead = 12 * minute;
    expect([await health(-ahead), await health(-ahead - 1)]).toEqual(["ok", "late"]);
  });

  it("goes by the policy's own times: a call's or a check-in's, none where it has none, and how late a return may be", async () => {
    const { policy } = w.book;
    const asks = (over: Record<string, number | null>) => {
      const changed = Object.entries(over).map(([name, value]) => [name, { value, by: "school", clauses: [] }]);
      w.book.policy = () => ({ ...policy(), ...Object.fromEntries(changed) }) as never;
    };
    asks({ callAfter: null, checkInEvery: 30 });
    expect([await finds({}, 33 * minute), await finds({}, 33 * minute + 1)]).toEqual([[], ["overdue"]]);
    asks({ callAfter: 20, checkInEvery: 30 });
    expect(await finds({}, 23 * minute + 1)).toEqual(["overdue"]);
    asks({ callAfter: null, checkInEvery: null, overdueAfter: 10 });
    expect([await finds({}, 103 * minute), await finds({}, 103 * minute + 1)]).toEqual([[], ["overdue"]]);
    w.book.policy = policy;
  });

  it("takes no message of an alarm that has ended for one of the alarm that is open", async () => {
    const two = [{ ended: { at: start } as never }, { no: 2, openedAt: start + 15 * minute }];
    const marks = {
      "alarm/1/call/1/ann": { tries: 2, firstTry: start },
      "alarm/2/call/1/ann": { tries: 1, sent: start },
    };
    expect(await finds({ outing: { contact: start + 20 * minute }, alarms: two, marks }, 21 * minute)).toEqual([]);
    const [ended, other] = two;
    const stuck = { ...marks, "alarm/2/call/1/ann": { tries: 2, firstTry: start } };
    expect(await finds({ alarms: [ended as object, other as object], marks: stuck }, 21 * minute)).toEqual(["stuck"]);
  });

  it("counts an alarm that ended at the very time of the return as ended before it", async () => {
    const alarms = [{ ended: { at: start + 90 * minute } as never }];
    expect(await finds({ alarms }, 90 * minute + grace + 1)).toEqual(["overdue"]);
  });

  it("says each problem by itself, at its own school alone, and wakes the sweep", async () => {
    const { book } = w;
    let woken = 0;
    const roster = book.roster("meadow");
    const people = roster?.people.map((person) => ({ ...person, schools: ["hill"] })) ?? [];
    const hill = roster && { people, school: { ...roster.school, id: "hill" } };
    const both = {
      ...book,
      schools: () => ["meadow", "hill"],
      roster: (id: string) => (id === "hill" ? hill : roster),
    };
    const late = { ...night({}), id: "meadow.one" };
    let looked = false;
    const openAt = async (school: string) => {
      const found = school === "meadow" && !looked ? [late, { ...late, id: "meadow.other" }] : [];
      looked = true;
      return found;
    };
    const own: Partial<Store> = { open: openAt, due: async () => [] };
    const store = new Proxy(w.store, { get: (target, name: keyof Store) => own[name] ?? target[name] });
    const work = workOf(w, { store, book: both as never, wake: () => woken++ });
    w.clock.at = start + silent + 1;
    w.messenger.sent.length = 0;
    await w.store.put("pulse", "sweep", { at: w.clock.at });
    const { problems } = await watchdog(work);
    expect([problems.length, woken]).toEqual([2, 1]);
    const toAnn = w.messenger.texts("ann");
    expect(toAnn.map((text) => [text.includes(late.id), text.includes("meadow.other")])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});
