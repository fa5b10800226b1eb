// cspell:ignore CANARYFEEDBACK
import { drawMonitoring } from "../../cards/draw";
import { knows } from "../../engine/look";
import { sendFeedback } from "../../engine/monitoring";
import type { Book } from "../../engine/parts";
import type { Monitoring } from "../../visits/sight/monitoring";
import { nodesOf } from "../cards/tree";
import { workOf } from "./work";
import { closeWorlds, out, people, type World, world } from "./world";

const lead = { ...people[2], id: "lena", name: "Lena Example", roles: ["policyLead"] } as (typeof people)[number];

/** The same school, with or without somebody who leads on the policy. */
async function schoolWith(more: typeof people): Promise<World> {
  const plain = await world();
  const book: Book = plain.book;
  const roster = (school: string) => {
    const own = book.roster(school);
    return own && { ...own, people: [...own.people, ...more] };
  };
  return world({ parts: { book: { ...book, roster } } });
}

const textsOf = (card: object): string =>
  nodesOf(card)
    .flatMap(({ text }) => text ?? [])
    .join("\n");

describe("monitoring in chat", () => {
  let w: World;
  afterEach(closeWorlds);

  it("is for those who answer for the policy, the Principal first, and for nobody else (AET-17)", async () => {
    w = await schoolWith([lead]);
    await out(w);
    for (const who of ["helen", "joan", "lena"]) expect((await w.engine.monitoring(who))?.visits).toBe(1);
    for (const who of ["priya", "ann", "nobody"]) expect(await w.engine.monitoring(who)).toBeUndefined();
  });

  it("takes the Principal's feedback to the policy lead, who reads it beside the figures (LAT-42)", async () => {
    w = await schoolWith([lead]);
    expect(await w.engine.sendFeedback("helen", "  ")).toBe("empty");
    expect(await w.engine.sendFeedback("priya", "Mine")).toBe("notYours");
    expect(await w.engine.sendFeedback("helen", "CANARY FEEDBACK")).toBe("sent");
    expect(w.messenger.texts("lena")).toHaveLength(1);
    expect(w.messenger.texts("lena")[0]).not.toContain("CANARY");
    expect((await w.engine.monitoring("lena"))?.feedback).toMatchObject([
      { name: "Helen Example", text: "CANARY FEEDBACK" },
    ]);
  });

  it("P5: tells nobody of it who led on the policy until yesterday", async () => {
    w = await schoolWith([{ ...lead, until: "2026-11-22" }]);
    expect(await w.engine.sendFeedback("helen", "Later times")).toBe("kept");
    expect(w.messenger.texts("lena")).toEqual([]);
  });

  it("counts feedback for what Teams takes in one chat", async () => {
    w = await world();
    const own = w.book.roster("meadow");
    w.book.roster = () => own && { ...own, people: [...own.people, lead] };
    const work = workOf(w);
    expect(await sendFeedback(work, await knows(work, "helen"), "Later times")).toBe("sent");
    expect(work.limits.log(w.clock.at)).toEqual({ "meadow/lena": [w.clock.at] });
  });

  it("keeps what was found where somebody looked at what the policy watches, for a year, and says where nobody has (AET-13, AET-14, AET-15, AET-16)", async () => {
    w = await schoolWith([lead]);
    const before = (await w.engine.monitoring("helen")) as Monitoring;
    expect(before.indicators.flatMap(({ clauses }) => clauses)).toEqual(
      expect.arrayContaining(["AET-13", "AET-14", "AET-15", "AET-16"]),
    );
    expect(textsOf(drawMonitoring(before))).toContain(
      "Visit procedures are in place: nobody has said this year how it stands",
    );
    expect(await w.engine.sendFeedback("helen", "Trustees looked at it in May", "procedures")).toBe("sent");
    expect(await w.engine.sendFeedback("helen", "Nothing there", "moat")).toBe("sent");
    const after = (await w.engine.monitoring("lena")) as Monitoring;
    expect(after.looks).toMatchObject([
      { indicator: "procedures", name: "Helen Example", text: "Trustees looked at it in May" },
    ]);
    expect(after.feedback.map(({ text }) => text)).toEqual(["Nothing there"]);
    expect(textsOf(drawMonitoring(after))).toMatch(
      /Visit procedures are in place: .*Helen Example: Trustees looked at it in May/,
    );
    w.clock.at += 367 * 86_400_000;
    expect((await w.engine.monitoring("helen"))?.looks).toEqual([]);
  });

  it("keeps the feedback where nobody leads on the policy (LAT-42)", async () => {
    w = await schoolWith([]);
    expect(await w.engine.sendFeedback("helen", "Later times")).toBe("kept");
    expect((await w.engine.monitoring("helen"))?.feedback).toMatchObject([{ text: "Later times" }]);
  });

  describe("of two schools", () => {
    const bea = { ...people[4], id: "bea", name: "Bea Example", schools: ["brook"] } as (typeof people)[number];
    const both = { ...lead, schools: ["brook", "meadow"] };
    beforeEach(async () => {
      const plain = await world();
      const meadow = plain.book.roster("meadow") as NonNullable<ReturnType<Book["roster"]>>;
      const { schools: _, ...others } = plain.book;
      const rosters = {
        meadow: { ...meadow, people: [...meadow.people, both] },
        brook: { school: { ...meadow.school, id: "brook" }, people: [bea, both] },
      };
      const roster = (school: string) => rosters[school as keyof typeof rosters];
      w = await world({ parts: { book: { ...others, schools: () => ["brook", "meadow"], roster } } });
    });

    it("P6: shows neither what was said at the other, nor what was found when somebody looked there", async () => {
      expect(await w.engine.sendFeedback("bea", "Said at Brook")).toBe("sent");
      expect(await w.engine.sendFeedback("bea", "Looked at Brook", "procedures")).toBe("sent");
      expect(await w.engine.monitoring("helen")).toMatchObject({ feedback: [], looks: [] });
      expect(await w.engine.monitoring("bea")).toMatchObject({
        feedback: [{ text: "Said at Brook" }],
        looks: [{ text: "Looked at Brook" }],
      });
    });

    it("shows whoever answers for both the figures of the first", async () => {
      await out(w);
      expect((await w.engine.monitoring("helen"))?.visits).toBe(1);
      expect((await w.engine.monitoring("lena"))?.visits).toBe(0);
    });
  });

  it("shows what was said this term, and of two looks the newer", async () => {
    w = await schoolWith([lead]);
    await w.engine.sendFeedback("helen", "Said in autumn");
    await w.engine.sendFeedback("helen", "Found in autumn", "procedures");
    w.clock.at += 60 * 86_400_000;
    await w.engine.sendFeedback("joan", "Found in winter", "procedures");
    expect(await w.engine.monitoring("lena")).toMatchObject({ feedback: [], looks: [{ text: "Found in winter" }] });
  });

  it("S14: counts the others where a record can't be read", async () => {
    w = await schoolWith([lead]);
    const visit = await out(w);
    const stored = JSON.parse(JSON.stringify(await w.stored(visit)).replaceAll(visit, "meadow.broken"));
    await w.store.insert({ ...stored, visit: { ...stored.visit, phase: "nowhere" } });
    expect((await w.engine.monitoring("helen"))?.visits).toBe(1);
  });

  it("does not say that feedback was sent where Teams took none", async () => {
    w = await schoolWith([lead]);
    w.messenger.fault = () => ({ failed: "unreachable" });
    expect(await w.engine.sendFeedback("helen", "Later times")).toBe("kept");
  });

  it("raises a notification for whoever leads on the policy", async () => {
    w = await schoolWith([lead]);
    await w.engine.sendFeedback("helen", "Later times");
    expect(w.messenger.sent.find(({ to }) => to === "lena")?.options).toMatchObject({ alert: true });
  });
});
