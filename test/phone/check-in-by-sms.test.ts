import { CheckInBySms } from "../../phone/check-in-by-sms";
import { readDelivery } from "../../phone/received";
import type { Person, Roster } from "../../schools/school";
import { notSaved } from "../../words/en-gb/chat";
import { NO_CHECK_IN } from "../../words/en-gb/phone";
import { out, people, type World, world } from "../engine/world";

const minute = 60_000;
const numbers: Record<string, string> = { priya: "+44 7700 900001", tom: "+44 7700 900002", ann: "+44 7700 900004" };
const PRIYA = "447700900001";

let w: World;
let visit: string;
let count = 0;
const sent: string[] = [];
const reports: unknown[] = [];
beforeEach(() => {
  sent.length = 0;
  reports.length = 0;
});
afterEach(async () => {
  await w.close();
  w.remove();
});

const withNumbers = (own: Record<string, string> = numbers): Person[] =>
  people.map(({ phone: _, ...one }) => ({ ...one, ...(own[one.id] ? { phone: own[one.id] } : {}) }));

async function opened(own = numbers, whoLeft: readonly Person[] = []): Promise<CheckInBySms> {
  w = await world();
  visit = await out(w);
  const school = w.book.roster("meadow")?.school;
  return new CheckInBySms({
    ...{ engine: w.engine, store: w.store, notSaved },
    ways: { sms: { send: async (to, text) => void sent.push(`${to} ${text}`) } },
    rosters: () => [{ school, people: [...withNumbers(own), ...whoLeft] } as Roster],
    now: w.clock.now,
    onOurClock: (at) => at,
    say: (verb, sight) => `✓ ${verb} ${sight.visitors.find(({ id }) => id === "priya")?.outing?.contact}`,
    asksForHelp: (text) => /help/.test(text),
    report: (what, about) => reports.push([what, about]),
  });
}
const sms = (text: string, more: { from?: string; at?: number; id?: string } = {}) => ({
  ...{ id: `m${++count}`, from: PRIYA, text },
  ...more,
});
const contact = async (who = "priya") => (await w.stored(visit)).visit.outings[who]?.contact;
const alarms = async () => (await w.stored(visit)).visit.alarms.map(({ cause }) => cause);

describe("an SMS of somebody who is out", () => {
  it("S9: is a check-in from when it was sent, and is answered with that time", async () => {
    const replies = await opened();
    w.clock.at += 20 * minute;
    const sentAt = w.clock.at - 5 * minute;
    expect(await replies.take(sms("all fine", { at: sentAt }))).toBe("taken");
    expect(await contact()).toBe(sentAt);
    expect(await contact("tom")).toBeLessThan(sentAt);
    expect(sent).toEqual([`+${PRIYA} ✓ wrote ${sentAt}`]);
  });

  it.each([
    ["a time to come", 60],
    ["no time", undefined],
  ])("S9: counts from its arrival where it bears %s", async (_, ahead) => {
    const replies = await opened();
    w.clock.at += 20 * minute;
    await replies.take(sms("ok", ahead === undefined ? {} : { at: w.clock.at + ahead * minute }));
    expect(await contact()).toBe(w.clock.at);
  });

  it("counts once, however often it is brought", async () => {
    const replies = await opened();
    w.clock.at += 10 * minute;
    const one = sms("red folder please", { at: w.clock.at });
    await replies.take(one);
    w.clock.at += 15 * minute;
    expect(await replies.take(one)).toBe("taken");
    expect(await contact()).toBe(w.clock.at - 15 * minute);
    expect(sent).toHaveLength(1);
    expect(await alarms()).toEqual(["covert"]);
  });

  it("S4: with the code word calls for help, and is answered byte for byte as without", async () => {
    const told: string[][] = [];
    const changes: unknown[] = [];
    for (const text of ["all fine", "where is the Red-folder?"]) {
      const replies = await opened();
      w.clock.at += 20 * minute;
      sent.length = 0;
      await replies.take(sms(text, { at: w.clock.at }));
      told.push([...sent]);
      changes.push(await w.store.get("sms", "priya"));
      if (text === "all fine") {
        expect(await alarms()).toEqual([]);
        await w.close();
        w.remove();
      }
    }
    expect(await alarms()).toEqual(["covert"]);
    expect(told[1]).toEqual(told[0]);
    expect(changes.map((ids) => (ids as string[]).length)).toEqual([1, 1]);
  });

  it("S3: that asks for help calls for it, and says so", async () => {
    const replies = await opened();
    await replies.take(sms("please help"));
    expect(await alarms()).toEqual(["emergency"]);
    expect(sent).toEqual([expect.stringMatching(/✓ askForHelp/)]);
  });

  it("S14: that could not be stored is said not to be saved, once, and counts when it is brought again", async () => {
    const replies = await opened();
    const { read } = w.store;
    w.clock.at += 10 * minute;
    const one = sms("ok", { at: w.clock.at });
    w.store.read = () => Promise.reject(new Error("away"));
    expect([await replies.take(one), await replies.take(one)]).toEqual(["again", "again"]);
    expect(sent).toEqual([`+${PRIYA} Not saved. Try again, or ring the school on +44 1332 900100.`]);
    w.store.read = read;
    w.clock.at += 3 * minute;
    expect(await replies.take(one)).toBe("taken");
    expect(await contact()).toBe(w.clock.at - 3 * minute);
    expect(sent.at(-1)).toMatch(/✓ wrote/);
  });

  it("S14: is said not to be saved where nobody can look who is out", async () => {
    const replies = await opened();
    w.store.away = () => Promise.reject(new Error("away"));
    expect(await replies.take(sms("ok"))).toBe("again");
    expect(sent).toEqual([expect.stringMatching(/Not saved/)]);
  });
});

describe("P6: a number of nobody who is out", () => {
  it("is told the same whosever it is, nothing else, and once an hour", async () => {
    const replies = await opened();
    const others = ["+44 7700 900004", "+15550001", "447700900099"];
    for (const from of others) await replies.take(sms("who is out?", { from }));
    expect(new Set(sent.map((line) => line.replace(/^\+\d+ /, "")))).toEqual(new Set([NO_CHECK_IN]));
    expect(sent).toHaveLength(3);
    await replies.take(sms("hello?", { from: others[0] as string }));
    expect(sent).toHaveLength(3);
    w.clock.at += 61 * minute;
    await replies.take(sms("hello?", { from: others[0] as string }));
    expect(sent).toHaveLength(4);
  });

  it("S4: has its code word heard, once, and is told the same", async () => {
    const replies = await opened();
    const [ann] = ["+44 7700 900004"];
    await replies.take(sms("who is out?", { from: ann }));
    const one = sms("the red folder", { from: ann });
    expect([await replies.take(one), await replies.take(one)]).toEqual(["taken", "taken"]);
    expect(sent).toHaveLength(1);
    const calls = (await w.store.open("meadow")).flatMap((each) => ("visit" in each ? each.visit.alarms : []));
    expect(calls).toEqual([expect.objectContaining({ cause: "covert", about: { ann: expect.anything() } })]);
  });

  it("S4: has its code word heard though it was somebody's who has left", async () => {
    const [ann] = withNumbers().filter(({ id }) => id === "ann") as [Person];
    const replies = await opened(numbers, [{ ...ann, id: "whoLeft" }]);
    await replies.take(sms("the red folder", { from: "+44 7700 900004" }));
    const calls = (await w.store.open("meadow")).flatMap((each) => ("visit" in each ? each.visit.alarms : []));
    expect(calls).toEqual([expect.objectContaining({ about: { ann: expect.anything() } })]);
  });

  it.each(["7700900001", "07700900001", "4477009000011", "44770090000"])(
    "is nobody's who has nearly the same: %s",
    async (from) => {
      const replies = await opened();
      const before = await contact();
      w.clock.at += 5 * minute;
      await replies.take(sms("ok", { from }));
      expect(await contact()).toBe(before);
    },
  );

  it("speaks for neither of two who share it while both are out", async () => {
    const replies = await opened({ priya: "+44 7700 900001", tom: "+44 7700 900001" });
    const before = await contact();
    w.clock.at += 5 * minute;
    await replies.take(sms("ok"));
    expect([await contact(), sent]).toEqual([before, [expect.stringContaining(NO_CHECK_IN)]]);
  });

  it("S4: has the code word of two who share it heard, of each of them, and is told the same", async () => {
    const replies = await opened({ priya: "+44 7700 900001", tom: "+44 7700 900001" });
    const before = await contact();
    w.clock.at += 5 * minute;
    await replies.take(sms("we are leaving soon"));
    expect(await alarms()).toEqual([]);
    await replies.take(sms("the red folder"));
    expect([await alarms(), await contact(), sent]).toEqual([
      ["covert", "covert"],
      before,
      [expect.stringContaining(NO_CHECK_IN)],
    ]);
    for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
    w.clock.at += 20 * minute;
    await replies.take(sms("the red folder"));
    expect(sent).toHaveLength(1);
  });

  it("S9: calls for help for both who share it, and says so", async () => {
    const replies = await opened({ priya: "+44 7700 900001", tom: "+44 7700 900001" });
    await replies.take(sms("help"));
    expect((await w.stored(visit)).visit.alarms.map(({ cause, about }) => [cause, ...Object.keys(about)])).toEqual([
      ["emergency", "priya", "tom"],
    ]);
    expect(sent).toEqual([expect.stringContaining("askForHelp")]);
  });
});

describe("what Event Grid brings", () => {
  const received = (data: object) => [{ eventType: "Microsoft.Communication.SMSReceived", data }];
  beforeEach(async () => {
    w = await world();
  });

  it("is read whichever way its fields are written", () => {
    const at = "2026-11-23T10:20:00Z";
    const message = { id: "Incoming_1", from: PRIYA, text: "ok", at: Date.parse(at) };
    for (const data of [
      { MessageId: "Incoming_1", From: PRIYA, To: "44", Message: "ok", ReceivedTimestamp: at, segmentCount: 1 },
      { messageId: "Incoming_1", from: PRIYA, to: "44", message: "ok", receivedTimestamp: at },
    ])
      expect(readDelivery(received(data))).toEqual({ messages: [message] });
  });

  it("is left alone where it is another event, or can't be read", () => {
    expect(readDelivery([{ eventType: "Microsoft.Communication.SMSDeliveryReportReceived", data: {} }])).toEqual({
      messages: [],
    });
    expect(readDelivery(received({ messageId: "1" }))).toEqual({ messages: [] });
    for (const body of [undefined, null, {}, [], [1], "x", [{ data: {} }]]) expect(readDelivery(body)).toBeUndefined();
  });

  it("is asked for by a code that is no more than one", () => {
    const asked = (validationCode: unknown) =>
      readDelivery([{ eventType: "Microsoft.EventGrid.SubscriptionValidationEvent", data: { validationCode } }]);
    expect(asked("512d38b6-c7b8-40c8-89fe-f46f9e9622b6")).toEqual({ code: "512d38b6-c7b8-40c8-89fe-f46f9e9622b6" });
    expect([asked("<script>"), asked(undefined), asked("")]).toEqual([undefined, undefined, undefined]);
  });
});
