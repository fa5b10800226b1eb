import { adopt } from "../../engine/adopt";
import { KeptPolicies } from "../../engine/policies";
import { sayUnheard } from "../../engine/unheard";
import type { Work } from "../../engine/work";
import type { Person } from "../../schools/school";
import type { Recipient } from "../../visits/notice";
import type { Visit } from "../../visits/visit";
import { watched } from "./watched-store";
import { workOf } from "./work";
import { approved, closeWorlds, people, viewOf, type World, world } from "./world";

/** What else a pass and a press need: cards whose mark was lost, and alarms that call nobody. */

const calls: { method: string; args: readonly unknown[] }[] = [];
let w: World;
let work: Work;
beforeEach(async () => {
  w = await world({ store: (store) => watched(store, calls) });
  work = workOf(w);
});
afterEach(closeWorlds);
const writes = () => calls.splice(0).filter(({ method }) => method === "replace").length;

it("S9: knows a card by the press on it where nothing else is known for its slot, and else lets it be", async () => {
  const visit = await approved(w);
  await w.engine.sweep();
  const stored = await w.stored(visit);
  await w.store.replace({ ...stored, post: { ...stored.post, cards: { "priya|visit": { hash: "h", tries: 3 } } } });
  const posted = { conversation: "priya", activity: "pressed" };
  const press = (to: Recipient, card: "visit" | "watch", of = visit) => adopt(work, to, of, { card }, posted);
  writes();
  await press({ person: "priya" }, "watch");
  await press({ person: "priya" }, "visit", "meadow.gone");
  await press({ person: "priya" }, "visit", "no visit");
  expect(writes()).toBe(0);
  await press({ person: "priya" }, "visit");
  await press({ person: "priya" }, "visit");
  expect(writes()).toBe(1);
  expect((await w.stored(visit)).post.cards).toEqual({ "priya|visit": { posted, hash: "", tries: 0 } });
  const { visit: state, ...rest } = await w.stored(visit);
  await w.store.replace({ ...rest, visit: { ...state, phase: "nowhere" as never } });
  writes();
  await expect(press({ person: "priya" }, "visit")).resolves.toBeUndefined();
  expect(writes()).toBe(0);
});

it("S4: an alarm that calls nobody is said to those who answer alarms, and to nobody who goes on the visit, out or not", async () => {
  const view = await viewOf(w, work, await approved(w));
  const tom = people.find(({ id }) => id === "tom") as Person;
  tom.roles = ["visitor", "slt"];
  await sayUnheard(work, view);
  tom.roles = ["visitor"];
  const told = new Set(w.messenger.sent.filter(({ how }) => how === "say").map(({ to }) => to));
  expect(told).toContain("ann");
  expect([told.has("tom"), told.has("channel:slt")]).toEqual([false, false]);
});

describe("a policy that binds a visit", () => {
  const frozen = { outings: { priya: {} }, alarms: [] } as unknown as Visit;
  const bound = async (policies: KeptPolicies, hash = "aspire-0", visit: Visit | undefined = frozen) =>
    (await policies.bind(visit, hash, "meadow"))?.hash;

  it("is read from where it is kept, once, and kept once", async () => {
    const policy = { ...w.book.policy(), hash: "aspire-0" };
    calls.length = 0;
    for (let i = 0; i < 2; i++) await work.policies.keep(policy);
    expect(calls.filter(({ method }) => method === "put")).toHaveLength(1);
    expect(await bound(work.policies)).toBe("aspire-0");
    const afresh = new KeptPolicies(work.parts);
    calls.length = 0;
    expect([await bound(afresh), await bound(afresh)]).toEqual(["aspire-0", "aspire-0"]);
    expect(calls.filter(({ method }) => method === "get")).toHaveLength(1);
  });

  it("is the school's present one before, for want of another, and where it is the same", async () => {
    await work.policies.keep({ ...w.book.policy(), hash: "aspire-0" });
    const early = { outings: {}, alarms: [] } as unknown as Visit;
    expect(await bound(work.policies, "aspire-0", early)).toBe("aspire-1");
    const alarmed = { outings: {}, alarms: [{}] } as unknown as Visit;
    expect(await bound(work.policies, "aspire-0", alarmed)).toBe("aspire-0");
    expect([await bound(work.policies, "lost"), await bound(work.policies, "aspire-1")]).toEqual([
      "aspire-1",
      "aspire-1",
    ]);
    expect(await work.policies.bind(frozen, undefined, "meadow")).toMatchObject({ hash: "aspire-1" });
  });

  it("binds it still where its school is set up no more", async () => {
    await work.policies.keep({ ...w.book.policy(), hash: "aspire-0" });
    w.book.roster = () => undefined;
    expect(await bound(work.policies)).toBe("aspire-0");
    const { policy } = w.book;
    w.book.policy = () => undefined as never;
    expect(await bound(work.policies)).toBe("aspire-0");
    w.book.policy = policy;
  });
});
