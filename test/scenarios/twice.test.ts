import { refusalOn, type Values, wordsOn } from "../channel/card";
import type { Seat } from "../channel/seat";
import { preparedTillThree } from "./scenes";
import { School } from "./school";

describe("a press", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: preparedTillThree });
  });
  afterAll(() => school.close());

  /** The same press, arriving twice at once. */
  async function twice(seat: Seat, verb: string, typed: Values = {}): Promise<void> {
    const post = await seat.isOffered(verb);
    const copies = [1, 2].map(() => ({ ...post, card: structuredClone(post.card) }));
    await Promise.all(copies.map((copy) => seat.pressesOn(copy, verb, typed)));
  }

  it("S9: that arrives twice is answered alike and tells nobody twice", async () => {
    const { priya, tom, ann, helen } = school;
    const ticks = "necessary,bestInterests,safeguarding,whichStaff,briefing";
    const approve = () => twice(helen, "approve", { reason: "Good", ticks });
    expect(await school.told(/approved by/, approve)).toEqual(["priya", "tom"]);
    await twice(ann, "takeWatch");
    await school.until("09:55");
    for (const seat of [priya, tom]) await twice(seat, "signOut", { allTrue: "true" });
    await school.until("10:10");
    await twice(ann, "recordCall", { outcome: "ok" });
    const cry = () => twice(priya, "askForHelp", { kind: "help" });
    expect(await school.told(/ALARM 2/, cry)).toEqual(["grace", "ann", "helen", "samuel", "office", "slt"]);
    await twice(ann, "acknowledge");
    expect(await school.helen.sees(/Mrs Ann Whitfield has this until/)).toBeDefined();
  });

  it("S9: on an old card is not refused for its age where it is a check-in or a call for help", async () => {
    const { tom, helen } = school;
    const old = await tom.isOffered("askForHelp");
    const copy = () => ({ ...old, card: structuredClone(old.card) });
    const cry = copy();
    const tap = copy();
    await helen.presses("recordCall", { outcome: "ok", ...school.both });
    await school.until("10:40");
    await tom.presses("checkIn");
    await tom.pressesOn(tap, "checkIn");
    expect(
      await school.told(/ALARM 3.*asked for help/, () => tom.pressesOn(cry, "askForHelp", { kind: "help" })),
    ).toContain("ann");
    await helen.presses("recordCall", { outcome: "ok", ...school.both });
  });

  it("S9: made before the alarm and arriving after it counts from when it was made", async () => {
    const { priya, tom } = school;
    await school.until("11:30");
    const visit = visitOn((await priya.isOffered("checkIn")).card);
    const pressed = (await school.program.now()).toISOString();
    await tom.presses("checkIn");
    expect(await school.told(/ALARM 4 · Priya Shah/, () => school.until("11:43"))).toEqual(["ann", "office"]);
    const value = {
      action: { type: "Action.Execute", verb: "checkIn", data: { visit, card: "visit" } },
    };
    const arrives = async () => {
      const late = { type: "invoke", name: "adaptiveCard/action", value, timestamp: pressed };
      const { card } = await priya.send(late);
      expect(card && refusalOn(card)).toBeUndefined();
      expect(wordsOn(card ?? {})).toContain("11:30");
    };
    expect(await school.told(/ALARM 4 is over/, arrives)).toEqual(["ann", "office"]);
  });
});

const visitOn = (card: object): string => /"visit":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? "";
