import type { Person } from "../../schools/school";
import type { Kit } from "../../visits/kit";
import { approved, closeWorlds, out, people, request, type World, world } from "./world";

describe("what somebody carries", () => {
  let w: World;
  beforeEach(async () => {
    w = await world();
  });
  afterEach(closeWorlds);
  const kit = (who: string) => w.store.get<Kit>("person", who);
  const later = { date: "2026-11-24" };
  const signsOut = async (visit: string, input: Record<string, string>) =>
    w.does("priya", "signOut", visit, { allTrue: "true", ...input }, (await w.stored(visit)).visit.plan.no);
  const onTheCard = async (visit: string) => {
    const sight = await w.engine.look("priya", visit);
    return "refused" in sight ? undefined : sight.forms;
  };

  it("is at first what the schools file says", async () => {
    const visit = await approved(w);
    expect(await onTheCard(visit)).toMatchObject({
      phone: "+44 7700 900001",
      vehicle: "blue Ford Fiesta, AB12 CDE",
      idCard: "",
    });
  });

  it("is then what they said when they last signed out", async () => {
    const typed = { phone: "+44 7700 900999", vehicle: "Red Kia Rio, KI14 RED", idCard: "MP 0417" };
    await signsOut(await approved(w), typed);
    expect(await kit("priya")).toEqual({ ...typed, at: w.clock.at });
    const next = await approved(w, { ...later, pupil: "Jo Brown" });
    expect(await onTheCard(next)).toMatchObject(typed);
  });

  it("is taken as it stands where the card sends nothing", async () => {
    await signsOut(await approved(w), { phone: "+44 7700 900999" });
    const next = await approved(w, { pupil: "Jo Brown", start: "12:30", back: "13:30" });
    await w.does("priya", "signIn", (await w.engine.myVisits("priya")).find(({ phase }) => phase === "out")?.visit);
    await signsOut(next, {});
    expect((await w.stored(next)).visit.outings.priya?.ready).toMatchObject({ phone: "+44 7700 900999" });
  });

  it("of somebody driven by a colleague is not kept: next time they may drive", async () => {
    const tom = people.find(({ id }) => id === "tom") as Person;
    const { vehicle } = tom;
    tom.vehicle = undefined;
    const visit = await out(w);
    tom.vehicle = vehicle;
    expect((await w.stored(visit)).visit.outings.tom?.ready?.vehicle).toBe("with a colleague");
    expect(await kit("tom")).toEqual({ phone: "+44 7700 900001", at: w.clock.at });
  });

  it("S14: that cannot be kept does not say that they have not signed out", async () => {
    const put = w.store.put.bind(w.store);
    w.store.put = async (kind, id, value) => {
      if (kind === "person") throw new Error("disk full");
      return put(kind, id, value);
    };
    const visit = await approved(w, request);
    expect((await signsOut(visit, {})).phase).toBe("out");
  });

  describe("P11: is kept no longer than it can serve", () => {
    const day = 86_400_000;
    /** As the watchdog's timer comes round. */
    const later = async (time: number) => {
      w.clock.at += time;
      await w.engine.watchdog();
    };

    it("goes a year after their last sign-out, and not before", async () => {
      await signsOut(await approved(w), {});
      await later(365 * day);
      expect(await kit("priya")).toBeDefined();
      await later(day);
      expect(await kit("priya")).toBeUndefined();
    });

    it("goes of whoever is at no school any more", async () => {
      await signsOut(await approved(w), {});
      const priya = people.find(({ id }) => id === "priya") as Person & { until?: string | undefined };
      priya.until = "2026-11-23";
      await later(2 * 3_600_000);
      expect(await kit("priya")).toBeDefined();
      await later(day);
      priya.until = undefined;
      expect(await kit("priya")).toBeUndefined();
    });

    it("counts from now where an earlier version kept it, without saying when", async () => {
      await w.store.put<Kit>("person", "tom", { phone: "+44 7700 900999" });
      await w.store.put<Kit>("person", "nobody", { phone: "+44 7700 900998" });
      await later(0);
      expect(await kit("nobody")).toBeUndefined();
      expect(await kit("tom")).toEqual({ phone: "+44 7700 900999", at: w.clock.at });
      await later(366 * day);
      expect(await kit("tom")).toBeUndefined();
    });
  });
});
