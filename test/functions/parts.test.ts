import { faultOf } from "../../engine/faults";
import { CountedMessenger } from "../../functions/counted-messenger";
import { errorFacts } from "../../functions/error-facts";
import { newId } from "../../functions/ids";
import { sayLateness } from "../../functions/lateness";
import { localTime } from "../../functions/local-time";
import { steady } from "../../functions/steady";

const minute = 60_000;
const due = (dueAt: number) => ({ school: "meadow", id: "a", dueAt, urgency: 1 as const });

describe("what is said of the time it was down", () => {
  it("is nothing where nothing fell due", () => expect(sayLateness([], 0)).toBeUndefined());

  it("is how much, and how late the oldest is", () => {
    expect(sayLateness([due(5 * minute), due(3 * minute)], 10 * minute)).toBe(
      "2 things fell due while it was down; the oldest is 7 min late.",
    );
    expect(sayLateness([due(10 * minute - 1)], 10 * minute)).toBe(
      "1 thing fell due while it was down; it is less than a minute late.",
    );
  });
});

describe("a channel's timestamp", () => {
  const machine = { now: () => 1_000 * minute };
  const ours = localTime({ now: () => 1_600 * minute }, machine);

  it("is moved to the local clock where it was stamped by the machine's", () => {
    expect(ours(1_000 * minute - 500)).toBe(1_600 * minute - 500);
  });
  it("stays where the channel has asked for our time", () => expect(ours(1_599 * minute)).toBe(1_599 * minute));
});

it("P12: an answer that is asked for often is looked for once in its time", async () => {
  let [now, looks] = [0, 0];
  const ask = steady(
    async () => ++looks,
    5_000,
    () => now,
  );
  expect([await ask(), await ask()]).toEqual([1, 1]);
  now = 5_000;
  expect(await ask()).toBe(2);
});

it("P10: a log of an error says what kind and where, and nothing that was typed", () => {
  const facts = errorFacts(Object.assign(new TypeError("canary 1 High Street"), { code: "E_X" }));
  expect(facts).toMatchObject({ error: "TypeError", code: "E_X" });
  expect(facts.at?.[0]).toContain("parts.test");
  expect(JSON.stringify(facts)).not.toContain("canary");
});

it("S14: a log of a full or damaged database says so", () => {
  const full = Object.assign(new Error("canary"), { code: "ERR_SQLITE_ERROR", errstr: "database or disk is full" });
  expect([errorFacts(full), faultOf(full)]).toMatchObject([{ error: full.errstr }, { error: full.errstr }]);
});

it("new ids differ, and can be read out on the telephone", () => {
  const ids = Array.from({ length: 100 }, newId);
  expect(new Set(ids).size).toBe(100);
  expect(ids.every((id) => /^[a-z2-7]{10}$/.test(id))).toBe(true);
});

it("messages that have gone out are counted, changes of cards and failures are not", async () => {
  const posted = { conversation: "c", activity: "a" };
  const messenger = new CountedMessenger();
  messenger.sendThrough({
    say: async (_school, to) => ("person" in to ? posted : { failed: "unreachable" }),
    show: async () => posted,
    update: async () => posted,
  });
  const options = { alert: false, mention: [] };
  await messenger.say("meadow", { person: "priya" }, "hello", options);
  expect(await messenger.say("meadow", { channel: "slt" }, "hello", options)).toEqual({ failed: "unreachable" });
  await messenger.show("meadow", { person: "priya" }, {});
  await messenger.update("meadow", { person: "priya" }, {}, posted);
  expect(messenger.delivered).toBe(2);
});
