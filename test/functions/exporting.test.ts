import { append } from "../../engine/history";
import type { Stored } from "../../engine/ports";
import { asCsv, exportRegister, exportVisit } from "../../functions/exporting";
import { ann, helen, joan, priya, tom } from "../people";
import { approved, inside, leaving, out, type Story } from "../visits/story";

let salt = 0;
const storedAs = ({ is: visit, events }: Story) =>
  ({ visit, school: "meadow", id: visit.id, history: append([], events, () => `salt ${++salt}`) }) as unknown as Stored;
const storeOf = (...stories: Story[]) => storeWith(...stories.map(storedAs));
const storeWith = (...stored: Stored[]) => {
  return {
    read: async (_school: string, id: string) => stored.find((one) => one.id === id),
    dueBack: async () => stored,
    get: async () => undefined,
  };
};
const around = ({ policy, roster, now }: Story) => ({ policy, roster, now });
const span = { from: 0, to: Number.MAX_SAFE_INTEGER };
const written = (story: Story) =>
  story.until("14:50").press(priya, "signIn").press(tom, "signIn").press(priya, "writeMinutes", {
    text: "We agreed a plan.",
    issues: "no",
    concern: "yes",
    concernWhat: "CANARYCONCERN",
  });

describe("what is exported", () => {
  it("is a visit's record as plain text, with who went, when, and what was agreed (AET-09)", async () => {
    const story = written(inside());
    const text = await exportVisit(storeOf(story), "meadow", story.is.id, around(story));
    for (const part of ["Ella Martin", "Priya Shah, Tom Okafor", "We agreed a plan.", "left 13:30, back 14:50"])
      expect(text).toContain(part);
  });

  it("tells what the policy says from what the school chose, by the policy that bound the visit", async () => {
    const story = written(inside());
    const text = (policy: typeof story.policy | undefined) =>
      exportVisit({ ...storeOf(story), get: async <T>() => policy as T }, "meadow", story.is.id, around(story));
    const chosen = /Chosen by the school, where the policy does not say it:\n([\s\S]*)$/;
    const [, now = ""] = (await text(undefined))?.match(chosen) ?? [];
    expect(now).toContain("how long taking an alarm holds the climb: 5 min");
    expect(now).not.toContain("reasons for a visit");
    const then = { ...story.policy, hold: { ...story.policy.hold, value: 7 } };
    expect(await text(then)).toContain("how long taking an alarm holds the climb: 7 min");
  });

  it("has nothing of a concern, an allegation or an alarm in it (S4, P9, P10)", async () => {
    const story = inside().press(priya, "reportChild", { what: "danger", note: "CANARYCHILD" });
    expect(story.is.concerns?.map(({ note }) => note)).toEqual(["CANARYCHILD"]);
    story.press(priya, "checkIn", {}, { covert: true });
    expect(story.is.alarms.some(({ cause }) => cause === "covert")).toBe(true);
    story.press(joan, "standDown", { why: "CANARYDOWN", spoken: priya.id });
    written(story).press(helen, "report", { reportKind: "allegation", reportWhat: "CANARYALLEGATION" });
    expect(story.is.reports?.map(({ kind }) => kind)).toEqual(["concern", "allegation"]);
    const text = await exportVisit(storeOf(story), "meadow", story.is.id, around(story));
    // The school's choices are the same for every visit; among them is how alarms climb.
    const [record = "", choices] = text?.split("Chosen by the school") ?? [];
    expect(choices).toBeDefined();
    expect(record).not.toMatch(/CANARY|covert|alarm/i);
    expect(text).not.toContain("CANARY");
  });

  it("is the same, byte for byte, for an ordinary visit and one with a covert call (S4)", async () => {
    const tell = (covert: boolean) => {
      const story = inside().press(priya, "checkIn", {}, { covert });
      if (covert) story.press(joan, "standDown", { why: "Safe", spoken: priya.id });
      return written(story);
    };
    const [plain, twin] = await Promise.all(
      [tell(false), tell(true)].map(async (story) => [
        await exportVisit(storeOf(story), "meadow", story.is.id, around(story)),
        await exportRegister(storeOf(story), "meadow", { which: "visits", ...span }, around(story)),
      ]),
    );
    expect(twin).toEqual(plain);
  });

  it("says whether each line of its history follows from the one before it", async () => {
    const story = written(inside());
    const exported = (stored: Stored) => exportVisit(storeWith(stored), "meadow", stored.id, around(story));
    const stored = storedAs(story);
    const [first, second, ...rest] = stored.history;
    expect(await exported(stored)).toContain("Whole: each line follows");
    for (const history of [
      [second, ...rest],
      [first, ...rest],
      [second, first, ...rest],
    ] as Stored["history"][])
      expect(await exported({ ...stored, history })).toContain("NOT WHOLE");
  });

  it("says nothing of a record that is not there", async () => {
    const story = out();
    expect(await exportVisit(storeOf(story), "meadow", "meadow.other", around(story))).toBeUndefined();
  });

  it("is a register without pupils, and one of lone visits alone (BEM-41)", async () => {
    const both = out({ pupil: "CANARYPUPIL", purpose: "CANARYPURPOSE", address: "CANARYADDRESS" });
    const alone = approved().until("13:30").press(priya, "signOut", leaving).press(ann, "takeWatch");
    const of = (which: "visits" | "lone") =>
      exportRegister(storeOf(both, alone), "meadow", { which, ...span }, around(both));
    expect((await of("visits")).trim().split("\r\n")).toHaveLength(3);
    expect((await of("lone")).trim().split("\r\n")).toHaveLength(2);
    expect(await of("visits")).not.toContain("CANARY");
  });

  it.each(["=1+1", "+44 7700", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
    "makes %j text, not a formula (P9)",
    (cell) => {
      const [, row = ""] = asCsv({ header: ["Who went"], rows: [[cell]] }).split(/\r\n(?=['"])/);
      expect(row.replace(/^"/, "")).toMatch(/^'/);
    },
  );
});
