import type { Post } from "../channel/place";
import type { Seat } from "../channel/seat";
import { expectAlarm, stamp } from "./covert-alarm";
import type { School } from "./school";
import { Twins } from "./twins";

let twins: Twins;
const answersInDisguise = () => twins.does("priya", (seat) => seat.presses("checkIn", { answer: "stayingAWhile" }));

describe("covert help beside an ordinary twin", () => {
  const oldCards = new Map<School, Post>();

  beforeAll(async () => {
    twins = await Twins.open("tom");
    await twins.both(async (school) => void oldCards.set(school, await school.priya.isOffered("requestVisit")));
  });
  afterAll(() => twins.close());

  it("S4: in an input of a card looks like a check-in", async () => {
    const note = { type: "Action.Execute", verb: "checkIn", data: { note: "Bring the green folder", card: "visit" } };
    const withNote = async (seat: Seat) => {
      const { id, card } = await seat.isOffered("checkIn");
      const visit = /meadow\.[a-z2-7]{10}/.exec(JSON.stringify(card))?.[0];
      const action = { ...note, data: { ...note.data, visit } };
      return seat.send({ type: "invoke", name: "adaptiveCard/action", value: { action }, replyToId: id });
    };
    await twins.until("10:45:15");
    expectAlarm(901, await twins.isToldOf(() => twins.does("priya", withNote)));
    await twins.isMarkedSafe();
    await twins.everybodyLooks("priya");
    expect(twins.differences("priya", "tom")).toEqual([]);
  });

  it("S4: on an old card looks like a check-in", async () => {
    await twins.until("10:50:15");
    const typed = { pupil: "Sam Smith", purpose: "green folder" };
    const onOldCard: Parameters<Twins["does"]>[1] = (seat, school) => {
      const post = oldCards.get(school) as Post;
      const data = { card: "request", ...typed };
      const action = { type: "Action.Execute", verb: "requestVisit", data };
      return seat.send({ type: "invoke", name: "adaptiveCard/action", value: { action }, replyToId: post.id });
    };
    const checksIn = (seat: Seat) => seat.presses("checkIn");
    expectAlarm(902, await twins.isToldOf(() => twins.does("priya", onOldCard, checksIn)));
    await twins.isMarkedSafe();
    await twins.everybodyLooks("tom");
    expect(twins.differences("priya", "tom")).toEqual([]);
  });

  it("S4: goes on quietly beside silence: the visitors' pings come as ever, and nobody is asked to ring", async () => {
    await twins.until("10:55:15");
    expectAlarm(903, await twins.isToldOf(answersInDisguise));
    await twins.covert.helen.presses("recordDecision", stamp("10:55"));
    const heard = await twins.covert.hears(() => twins.until("12:10:15"));
    const rings = heard.filter((line) => /ring/i.test(line) && !/DO NOT RING/.test(line));
    expect(rings).toEqual([]);
    expect(heard).toContainEqual(expect.stringMatching(/^priya: All well\?/));
    await twins.everybodyLooks("priya", "tom");
    expect(twins.differences("priya", "tom")).toEqual([]);
  });

  it("S4: stays hidden through sign-in, minutes and the next request, while it is open and when it is over", async () => {
    await twins.until("12:20:15");
    for (const who of ["tom", "priya"] as const) await twins.does(who, (seat) => seat.presses("leave"));
    for (const who of ["tom", "priya"] as const) await twins.does(who, (seat) => seat.presses("signIn"));
    const minutes = { text: "We agreed a plan.", issues: "no", concern: "no" };
    await twins.does("priya", (seat) => seat.presses("writeMinutes", minutes));
    await twins.does("priya", (seat) => seat.presses("completeTask", { review: "ok" }));
    for (const after of [async () => undefined, () => twins.isMarkedSafe()]) {
      await after();
      for (const who of ["tom", "priya"] as const)
        for (const words of ["my visits", "who is out", "request visit"])
          await twins.does(who, (seat) => seat.says(words));
    }
    expect(twins.differences("priya", "tom")).toEqual([]);
  });
});

describe("covert help while the companion is a senior leader", () => {
  beforeAll(async () => {
    twins = await Twins.open("grace");
  });
  afterAll(() => twins.close());

  it("S4: is told one to one, past the channel that the companion reads", async () => {
    const heard = await twins.isToldOf(answersInDisguise);
    expect(heard.map((line) => line.split(":")[0])).toEqual(["ann", "helen", "samuel", "joan"]);
    await twins.everybodyLooks("grace", "priya");
    await twins.until("10:24:15");
    await twins.covert.helen.presses("recordDecision", stamp("10:23"));
    expect(twins.difference("grace", "slt")).toBeUndefined();
  });

  it("S4: shows nothing in that channel either when silence brings an alarm there", async () => {
    await twins.until("11:32:15");
    expect(twins.covert.slt.texts).toContainEqual(expect.stringMatching(/ALARM 2.*no contact/));
    await twins.everybodyLooks("grace", "priya");
    expect(twins.difference("grace", "slt")).toBeUndefined();
  });

  it("S4: shows nothing there when the DSL has marked it safe", async () => {
    await twins.isMarkedSafe();
    await twins.everybodyLooks("grace", "priya");
    expect(twins.differences("priya")).toEqual([]);
    expect(twins.difference("grace", "slt")).toBeUndefined();
  });
});
