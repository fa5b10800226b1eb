import type { Event, Happening } from "../../visits/events";
import { evolve, replay } from "../../visits/evolve";
import type { Task, Visit } from "../../visits/visit";
import { ann, helen, priya, tom } from "../people";
import { at, requested } from "./story";

/** The state after what happened, event by event: read by every rule, and told again from the history of a visit. */

const by = ann.id;
const then = (v: Visit, ...happened: readonly (Happening & { by?: string; at?: number })[]): Visit =>
  happened.reduce<Visit>((visit, one, i) => evolve(visit, { at: at("14:00") + i, by, ...one } as Event), v);

let asked: Visit;
let out: Visit;
beforeAll(() => {
  asked = requested().is;
  const ready = { phone: "+44 7700 900001" };
  out = then(asked, ...[priya, tom].map(({ id: who }) => ({ type: "SignedOut", who, ready }) as const));
});

it("begins with a request, and with nothing else", () => {
  expect(() => evolve(undefined, { type: "Closed", at: 1, by })).toThrow("begins with Requested");
  expect(() => replay([])).toThrow("no events");
  const begun = { type: "Requested", id: "meadow.x", school: "meadow", plan: asked.plan, at: 1, by } as const;
  expect(replay([begun, { type: "Closed", at: 2, by }])).toMatchObject({ id: "meadow.x", phase: "closed" });
});

it("is whoever's asked for it, and directed by another only where that is said", () => {
  const plan = { ...asked.plan };
  const event = { type: "Requested", id: "meadow.x", school: "meadow", plan, at: 1, by: helen.id } as const;
  expect(evolve(undefined, event)).not.toHaveProperty("directed");
  expect(evolve(undefined, event).agreed).toEqual({ [helen.id]: 1 });
  expect(evolve(undefined, { ...event, lead: tom.id, directed: true })).toMatchObject({
    asked: { by: tom.id },
    directed: { by: helen.id },
    agreed: {},
  });
});

it("forgets that somebody stayed behind once they leave after all, and of nobody else", () => {
  const stayed = then(asked, { type: "StayedBehind", who: [priya.id, tom.id] });
  const left = then(stayed, { type: "SignedOut", who: tom.id, ready: { phone: "" } });
  expect(Object.keys(left.stayed ?? {})).toEqual([priya.id]);
});

it("knows each concern by its number, and who took it first", () => {
  const told = (no: number) => ({ type: "ChildReported", no, what: "concern", note: "" }) as const;
  const taken = (who: string) => ({ type: "ConcernTaken", no: 2, by: who }) as const;
  const v = then(out, told(1), told(2), taken(helen.id), taken(ann.id));
  expect(v.concerns?.map((concern) => concern.taken?.by)).toEqual([undefined, helen.id]);
});

it("keeps who has the watch and since when while it is offered, and counts an offer of nobody's as the offerer's", () => {
  const offered = { type: "WatchOffered", who: helen.id } as const;
  expect(then(out, offered).watch).toEqual({ by: ann.id, at: at("14:00"), offered: helen.id });
  const had = then(out, { type: "WatchTaken", who: priya.id }, offered);
  expect(had.watch).toEqual({ by: priya.id, at: at("14:00"), offered: helen.id });
});

describe("of its tasks", () => {
  const task = (no: number, kind: Task["kind"]) =>
    ({ type: "TaskOpened", task: { no, kind, for: [], opened: at("14:00"), due: at("15:00") } }) as const;
  const done = (no: number, how?: "notNeeded") => ({ type: "TaskDone", no, note: "why", how }) as const;

  it("moves and finishes the one that is named", () => {
    const v = then(out, task(1, "minutes"), task(2, "letter"), { type: "TaskDue", no: 2, due: 7 }, done(1));
    expect(v.tasks.map(({ due, done: over }) => [due, over?.note])).toEqual([
      [at("15:00"), "why"],
      [7, undefined],
    ]);
  });

  it("P11: holds the record where whoever is asked says that it is to be kept, and for no other task; and goes on holding it", () => {
    const opened = then(out, task(1, "letter"), task(2, "retention"), task(3, "minutes"));
    expect(then(opened, done(1, "notNeeded")).hold).toBeUndefined();
    expect(then(opened, done(2)).hold).toBeUndefined();
    const held = then(opened, done(2, "notNeeded"));
    expect(held.hold).toEqual({ by, at: at("14:00"), why: "why" });
    expect(then(held, done(3)).hold).toEqual(held.hold);
  });
});

it("leaves a meeting that was called off as it is when somebody arrives, and ends a wait", () => {
  const arrived = { type: "Arrived", who: priya.id } as const;
  const waited = then(out, { type: "WaitingOutside", who: priya.id, since: 5 });
  expect(then(waited, arrived).meeting).toBeUndefined();
  const off = then(out, { type: "MeetingOff", how: "noOneHome" });
  expect(then(off, arrived).meeting).toMatchObject({ state: "off", how: "noOneHome" });
});

it("S12: what those who were sent there find is no part of the visitors' meeting; a letter that they leave is the visit's", () => {
  const sent = then(out, { type: "AttendersSent", alarm: 1, who: [helen.id], back: at("15:00") });
  const found = then(
    sent,
    { type: "Arrived", who: helen.id },
    { type: "WaitingOutside", who: helen.id, since: 5 },
    { type: "MovedOn", who: helen.id, address: "elsewhere" },
  );
  expect([found.arrived, found.meeting, found.plan.address, found.breaches]).toEqual([
    undefined,
    undefined,
    out.plan.address,
    [],
  ]);
  expect(then(sent, { type: "LetterLeft", who: helen.id }).letter).toMatchObject({ by: helen.id });
});

it("S11: counts a plan that fewer go on as another one, and makes nobody who is out ready to leave", () => {
  expect(then(asked, { type: "CompanionRefused", who: tom.id, why: "ill" }).plan.no).toBe(asked.plan.no + 1);
  const agreed = { type: "CompanionAgreed", who: tom.id } as const;
  const approved = { type: "Approved", approval: { planNo: asked.plan.no } as never } as const;
  expect(then(asked, agreed, approved).phase).toBe("ready");
  expect(then(asked, agreed, approved, { type: "CalledOff", how: "cancelled", why: "" }, agreed).phase).toBe("off");
});

describe("an amended plan (S11)", () => {
  const amended = (over: Partial<Visit["plan"]>, what: string[], voids = true, who = priya.id) =>
    ({ type: "Amended", plan: { ...asked.plan, no: 2, ...over }, voids, what, by: who }) as const;
  const all = () =>
    then(
      asked,
      { type: "CompanionAgreed", who: tom.id },
      { type: "RiskAssessed", assessment: { planNo: 1 } as never },
      { type: "WatchTaken", who: ann.id },
      { type: "AskedWhereTheyAre" },
    );

  it("is agreed to again by those who go where its time is another, and by nobody where it is not", () => {
    expect(Object.keys(then(all(), amended({}, ["time"])).agreed)).toEqual([priya.id]);
    expect(Object.keys(then(all(), amended({}, ["reason"])).agreed).sort()).toEqual([priya.id, tom.id].sort());
    expect(Object.keys(then(all(), amended({ visitors: [priya.id] }, ["visitors"])).agreed)).toEqual([priya.id]);
    expect(Object.keys(then(all(), amended({}, ["time"], true, tom.id)).agreed).sort()).toEqual(
      [priya.id, tom.id].sort(),
    );
    expect(Object.keys(then(all(), amended({}, ["time"], true, helen.id)).agreed)).toEqual([priya.id]);
  });

  it("is assessed again for another place or risk", () => {
    const assessed = (...what: string[]) => then(all(), amended({}, what)).assessment !== undefined;
    expect([assessed("time"), assessed("place"), assessed("time", "risk")]).toEqual([true, false, false]);
  });

  it("takes the watch from whoever goes by now, and from nobody else (S5)", () => {
    expect(then(all(), amended({ visitors: [priya.id, ann.id] }, ["visitors"])).watch).toBeUndefined();
    expect(then(all(), amended({}, ["time"])).watch?.by).toBe(ann.id);
  });

  it("keeps the question where they are for the same start alone", () => {
    const asks = (start: number) => then(all(), amended({ start }, ["phone"], false)).askedWhere !== undefined;
    expect([asks(asked.plan.start), asks(asked.plan.start + 1)]).toEqual([true, false]);
  });
});

it("moves agreed times of reporting in with the departure, and adds those that a later return brings", () => {
  const { leave, start, back } = asked.plan;
  const quarter = 15 * 60_000;
  const plan = { ...asked.plan, reportIns: [leave + quarter, leave + 2 * quarter] };
  const changed = { type: "PlanChanged", leave: leave + 1, start: start + 1, back } as const;
  expect(then({ ...asked, plan }, changed).plan.reportIns).toEqual([leave + quarter + 1, leave + 2 * quarter + 1]);
  expect(then(asked, changed).plan.reportIns).toBeUndefined();
  const every = { ...plan, reportIns: [1, 2, 3].map((no) => leave + no * quarter), reportEvery: 15 };
  const later = { type: "PlanChanged", leave, start, back: back + 60 * 60_000 } as const;
  const times = then({ ...asked, plan: every }, later).plan.reportIns ?? [];
  expect(times.slice(0, 3)).toEqual(every.reportIns);
  expect(times.length).toBeGreaterThan(3);
  expect([...times].sort((a, b) => a - b)).toEqual([...new Set(times)]);
});

it("goes back once the last of the visitors is, whoever was sent there is still out (S12)", () => {
  const back = (who: string) => ({ type: "CameBack", who, how: "signedIn" }) as const;
  const sent = then(out, { type: "AttendersSent", alarm: 1, who: [helen.id], back: at("15:00") });
  expect(then(sent, back(priya.id)).phase).toBe("out");
  expect(then(sent, back(priya.id), back(tom.id)).phase).toBe("back");
  expect(then(asked, back(priya.id)).phase).toBe("asked");
});

it("remembers who had the watch before, each time it changes hands", () => {
  const takes = (who: string) => ({ type: "WatchTaken", who }) as const;
  const v = then(out, takes(ann.id), takes(ann.id), takes(helen.id), takes(priya.id));
  expect([v.watch?.by, v.watchedBefore]).toEqual([priya.id, [ann.id, helen.id]]);
});

describe("of a round, each door", () => {
  const left = (door: number, outcome: "ended" | "noOneHome") =>
    ({ type: "DoorLeft", who: priya.id, door, outcome }) as const;
  const moved = (door: number, confirmed?: string[]) =>
    ({ type: "MovedOn", who: priya.id, address: "", door, confirmed }) as const;

  it("says why a meeting there was ended, and only there; the last word on it counts", () => {
    const off = { type: "MeetingOff", how: "unsafe" } as const;
    expect(then(out, off, left(0, "ended")).doors).toEqual([expect.objectContaining({ no: 0, how: "unsafe" })]);
    expect(then(out, off, left(0, "noOneHome")).doors?.[0]).not.toHaveProperty("how");
    expect(then(out, left(0, "ended")).doors?.[0]).not.toHaveProperty("how");
    const again = then(out, left(0, "ended"), left(1, "ended"), left(0, "noOneHome"));
    expect(again.doors?.map(({ no, outcome }) => [no, outcome])).toEqual([
      [1, "ended"],
      [0, "noOneHome"],
    ]);
  });

  it("bears what was confirmed when the next was begun (HEX-37)", () => {
    const two = then(out, left(0, "ended"), left(1, "ended"));
    expect(then(two, moved(2, ["line"])).doors?.map(({ confirmed }) => confirmed)).toEqual([undefined, ["line"]]);
    expect(then(two, moved(2)).doors).toBe(two.doors);
  });

  it("is where they are next; a place beside the plan takes the place of the address, and is a breach", () => {
    expect(then(out, moved(0))).toMatchObject({ door: 0, plan: out.plan, breaches: [] });
    expect(then(out, { type: "MovedOn", who: priya.id, address: "elsewhere" })).toMatchObject({
      plan: { address: "elsewhere", postcode: "" },
      breaches: [{ at: at("14:00"), who: [priya.id], what: "placeNotApproved", note: "" }],
    });
  });
});

describe("an alarm", () => {
  const raised = (no: number, cause: "noContact" | "covert" = "noContact") =>
    ({ type: "AlarmRaised", no, cause, about: [priya.id], step: "call", dueAt: 1 }) as const;
  const alarmed = () => then(out, raised(1), raised(2));
  const of = (v: Visit, no = 1) => v.alarms.find((alarm) => alarm.no === no);

  it("changes by what bears its number, while it is open", () => {
    const taken = (no: number) => ({ type: "AlarmTaken", no, round: 1, who: ann.id, until: 9 }) as const;
    const ended = { type: "AlarmEnded", no: 1, how: "stoodDown", note: "" } as const;
    expect(then(alarmed(), { type: "ContactDecided", no: 1, yes: true, why: "" }).alarms).toEqual(alarmed().alarms);
    expect(then(alarmed(), taken(2)).alarms.map(({ holder }) => holder?.who)).toEqual([undefined, ann.id]);
    expect(of(then(alarmed(), ended, taken(1)))?.holder).toBeUndefined();
    expect(of(then(alarmed(), taken(1), ended))).toMatchObject({ holder: undefined, ended: { how: "stoodDown" } });
    expect(then(alarmed(), taken(1), { type: "Delivered", no: 1, to: [], missed: [] }).alarms[0]?.holder).toBeDefined();
  });

  it("keeps the latest round in which something happened, of the step that it is at", () => {
    const climbs = { type: "AlarmClimbed", no: 1, round: 3, step: "principal", why: "late" } as const;
    const taken = (round: number) => ({ type: "AlarmTaken", no: 1, round, who: ann.id, until: 9 }) as const;
    expect(of(then(alarmed(), climbs))?.reached[1]?.round).toBe(1);
    const v = then(alarmed(), climbs, taken(2), taken(1));
    expect(of(v)?.reached.map(({ step, round }) => [step, round])).toEqual([
      ["call", 3],
      ["principal", 2],
    ]);
    const back = of(then(v, { ...climbs, step: "call", round: 2 }));
    expect(back).toMatchObject({ step: "call", holder: undefined });
    expect(back?.reached.map(({ step, round, anew }) => [step, round, anew])).toEqual([
      ["call", 4, 1],
      ["principal", 2, undefined],
    ]);
    const again = of(
      then(v, { ...climbs, step: "call", round: 2 }, { ...climbs, step: "principal" }, { ...climbs, step: "call" }),
    );
    expect(again?.reached[0]?.anew).toBe(2);
  });

  it("is told anew of one more person where somebody has it or the police are called, else in its next round", () => {
    const joins = { type: "AlarmJoined", no: 1, round: 2, who: [tom.id] } as const;
    const rounds = (v: Visit) => of(v)?.reached.map(({ round, anew }) => [round, anew]);
    expect(rounds(then(alarmed(), joins))).toEqual([[1, undefined]]);
    const taken = { type: "AlarmTaken", no: 1, round: 1, who: ann.id, until: 9 } as const;
    expect(rounds(then(alarmed(), taken, joins))).toEqual([[3, 1]]);
    const called = { type: "PoliceCalled", no: 1, round: 2, police: {} as never } as const;
    expect(rounds(then(alarmed(), called, joins))).toEqual([[3, 1]]);
    expect(of(then(alarmed(), called))?.reached[0]).toMatchObject({ called: 2 });
    const climbs = { type: "AlarmClimbed", no: 1, round: 1, step: "principal", why: "late" } as const;
    expect(of(then(alarmed(), climbs, called))?.reached.map((reached) => reached.called)).toEqual([undefined, 2]);
    expect(Object.keys(of(then(alarmed(), joins))?.about ?? {}).sort()).toEqual([priya.id, tom.id].sort());
  });

  it("notes who was spoken to of those whom it is about, and nobody else", () => {
    const spoken = { type: "SpokenTo", no: 1, who: [priya.id, tom.id], how: "call" } as const;
    expect(of(then(alarmed(), spoken))?.about).toEqual({
      [priya.id]: { since: at("14:00"), spoken: { by, at: at("14:00"), how: "call" } },
    });
  });

  it("S4: a covert call that is marked safe leaves no trace on the clock that its sender sees; another call does", () => {
    const spoken = (no: number) => ({ type: "SpokenTo", no, who: [priya.id], how: "call", at: at("14:30") }) as const;
    const both = then(out, raised(1), raised(901, "covert"));
    expect(then(both, spoken(901)).outings).toEqual(both.outings);
    expect(then(both, spoken(1)).outings[priya.id]?.contact).toBe(at("14:30"));
  });
});

describe("everybody's own clock", () => {
  const sent = () => then(out, { type: "AttendersSent", alarm: 1, who: [helen.id], back: at("15:00") });

  it("S9: never runs backwards, and is not started again by a late press", () => {
    const tap = (time: string) => ({ type: "Contacted", who: [priya.id], how: "tap", note: "", at: at(time) }) as const;
    expect(then(out, tap("14:20"), tap("14:10")).outings[priya.id]?.contact).toBe(at("14:20"));
    const back = then(out, { type: "CameBack", who: priya.id, how: "signedIn" });
    expect(then(back, tap("14:20")).outings[priya.id]).toEqual(back.outings[priya.id]);
    expect(then(out, { type: "Contacted", who: [ann.id], how: "tap", note: "" }).outings).not.toHaveProperty(ann.id);
  });

  it("S1: of who was found out stands where it ran already, and begins anew where they were back", () => {
    const found = { type: "FoundOut", who: [priya.id], breach: "noSignOut", note: "", at: at("14:40") } as const;
    expect(then(out, found).outings[priya.id]).toEqual(out.outings[priya.id]);
    const back = then(out, { type: "CameBack", who: priya.id, how: "signedIn" });
    expect(then(back, found).outings[priya.id]).toEqual({
      ...{ left: at("14:40"), contact: at("14:40"), where: "onTheWay", unheard: true },
    });
  });

  it("S12: goes from door to door with the other visitors, and by itself where they were sent", () => {
    const where = (v: Visit) => [priya, tom, helen].map(({ id }) => v.outings[id]?.where);
    const at2 = then(sent(), ...[priya, tom, helen].map(({ id: who }) => ({ type: "Arrived", who }) as const));
    const moves = (who: string) => ({ type: "MovedOn", who, address: "x" }) as const;
    expect(where(then(at2, moves(priya.id)))).toEqual(["onTheWay", "onTheWay", "atTheHome"]);
    expect(where(then(at2, moves(helen.id)))).toEqual(["atTheHome", "atTheHome", "onTheWay"]);
    const off = then(at2, { type: "MeetingOff", how: "unsafe", awaySafeBy: 7 });
    expect([priya, tom, helen].map(({ id }) => off.outings[id]?.awaySafeBy)).toEqual([7, 7, undefined]);
  });

  it("says from when to when a return was moved, and by whom", () => {
    const moved = { type: "ReturnMoved", who: [helen.id], back: 9 } as const;
    const once = then(sent(), moved).outings[helen.id];
    expect([once?.backBy, once?.moved]).toEqual([9, { at: at("14:00"), by, from: at("15:00"), to: 9 }]);
  });
});

it("adds to what is there already: breaches, reports, refusals, delays, calls, taps", () => {
  const found = { type: "FoundOut", who: [tom.id], breach: "noSignOut", note: "" } as const;
  const refused = { type: "CompanionRefused", who: tom.id, why: "ill" } as const;
  const report = { type: "Reported", report: { no: 1, kind: "concern" } as never } as const;
  const changed = { type: "PlanChanged", leave: 1, start: 2, back: 3 } as const;
  const twice = then(out, found, found, refused, refused, report, report, changed, changed);
  const { breaches, refusals, reports, delays, plan } = twice;
  expect([breaches, refusals, reports, delays].map((all) => all?.length)).toEqual([2, 2, 2, 2]);
  expect(plan.visitors).toEqual([priya.id]);
  const raised = { type: "AlarmRaised", no: 1, cause: "noContact", about: [priya.id], step: "call", dueAt: 1 } as const;
  const called = { type: "CallRecorded", no: 1, outcome: "noAnswer", about: [priya.id], note: "" } as const;
  const tapped = { type: "Tapped", no: 1, who: priya.id, what: "ok" } as const;
  const [alarm] = then(out, raised, called, called, tapped, tapped).alarms;
  expect([alarm?.calls.length, alarm?.taps.length]).toEqual([2, 2]);
});

it("keeps when they first arrived and since when they first waited", () => {
  const arrived = { type: "Arrived", who: priya.id } as const;
  expect(then(out, arrived, arrived).arrived).toBe(at("14:00"));
  const waits = (since: number) => ({ type: "WaitingOutside", who: priya.id, since }) as const;
  expect(then(out, waits(5), waits(6)).meeting).toEqual({ state: "waiting", since: 5 });
  expect(then(out, waits(5)).outings[priya.id]?.where).toBe("waitingOutside");
  const stays = { type: "Contacted", who: [priya.id], how: "call", note: "" } as const;
  expect(then(out, waits(5), stays).outings[priya.id]?.where).toBe("waitingOutside");
});

it("is ready only when it was approved as it is, and everyone who goes has agreed", () => {
  const agreed = { type: "CompanionAgreed", who: tom.id } as const;
  const approved = (planNo: number) => ({ type: "Approved", approval: { planNo } as never }) as const;
  expect(then(asked, approved(asked.plan.no)).phase).toBe("asked");
  expect(then(asked, agreed, approved(asked.plan.no + 1)).phase).toBe("asked");
  expect(then(asked, agreed).phase).toBe("asked");
});

describe("that was asked for by another (directed)", () => {
  const directed = (): Visit => ({ ...asked, directed: { by: helen.id, at: 1 } });
  const refuses = (who: string) => ({ type: "CompanionRefused", who, why: "" }) as const;

  it("is led by the next of those named where the first refuses, and by the last who did where nobody is left", () => {
    expect(then(directed(), refuses(priya.id)).asked.by).toBe(tom.id);
    expect(then(directed(), refuses(tom.id)).asked.by).toBe(priya.id);
    expect(then(directed(), refuses(priya.id), refuses(tom.id)).asked.by).toBe(tom.id);
    expect(then(asked, refuses(priya.id)).asked.by).toBe(priya.id);
    expect(then({ ...directed(), asked: { by: tom.id, at: 1 } }, refuses(helen.id)).asked.by).toBe(tom.id);
  });

  it("is agreed to by whoever changes it and goes, and by nobody who has not said so", () => {
    const amended = { type: "Amended", plan: asked.plan, voids: true, what: ["time"], by: tom.id } as const;
    expect(Object.keys(then(directed(), amended).agreed)).toEqual([tom.id]);
    expect(Object.keys(then(directed(), { ...amended, by: helen.id }).agreed)).toEqual([]);
    expect(
      Object.keys(then(directed(), { type: "CompanionAgreed", who: priya.id }, { ...amended, by: priya.id }).agreed),
    ).toEqual([priya.id]);
  });
});

it("P11: of an erased record a warning goes with its own end", () => {
  const home = { household: "ella", address: "12 Mill Lane", postcode: "" };
  const written = { type: "WarningWritten", warning: { no: 1, text: "A dog", review: "2027-01-01", home } } as never;
  const warned = then(out, written, { type: "RecordErased" });
  expect(warned.plan.address).toBe("12 Mill Lane");
  const over = then(warned, { type: "WarningEnded", no: 1, why: "" } as never);
  expect([over.plan.address, over.erased]).toEqual(["", at("14:00") + 1]);
  expect(then(out, written, { type: "WarningEnded", no: 1, why: "" } as never).plan).toEqual(out.plan);
});

describe("the contact instead of it", () => {
  const planned = (no: number) => ({ type: "ContactPlanned", contact: { no } as never }) as const;
  const decided = (no: number) => ({ type: "ContactDecided", no, yes: true, why: "" }) as const;
  const notMade = (no: number) => ({ type: "ContactNotMade", no, why: "out" }) as const;
  const made = { type: "ContactMade", made: { how: "phone" } as never } as const;

  it("is the last that was planned, with what was decided about that and what came of it", () => {
    expect(then(asked, planned(1), decided(1), planned(2)).contact).toEqual({ no: 2, by, asked: at("14:00") + 2 });
    expect(then(asked, planned(1), decided(1)).contact).toMatchObject({ decided: { yes: true } });
    expect(then(asked, planned(1), notMade(1)).contact).toMatchObject({ notMade: { why: "out" } });
    expect(then(asked, planned(1), made).contact).toMatchObject({ made: { how: "phone" } });
  });

  it("hears nothing of another plan's, and of none where none was planned", () => {
    const other = then(asked, planned(2));
    expect(then(other, decided(1), notMade(1)).contact).toEqual(other.contact);
    expect(then(asked, decided(1), notMade(1), made).contact).toBeUndefined();
  });
});
