import { ONLY_IN_PERSON } from "../../words/en-gb/chat";
import { type Node, nodesOf } from "../cards/tree";
import { idOf } from "../people";
import { Bench, sight } from "./bench";
import { Meadow } from "./meadow";
import { ANN, OFFICE, PRIYA } from "./people";

let meadow: Meadow;

/** What the inputs of a card hold, those that hold anything. */
const held = (card: unknown): Record<string, unknown> =>
  Object.fromEntries(
    nodesOf(card)
      .filter(({ type, value }) => type?.startsWith("Input.") && value !== "" && value !== "false")
      .map(({ id, value }) => [id, value]),
  );
const buttons = (card: unknown): Node[] => nodesOf(card).filter(({ type }) => type === "Action.Execute");
const newest = (digit: number) => meadow.person(digit).posts.at(-1);

describe("a request at Meadow Primary", () => {
  beforeAll(async () => {
    meadow = await Meadow.open();
  });
  afterAll(() => meadow.close());
  const priya = () => meadow.person(2);
  const tom = () => meadow.person(3);
  const sentence = "visit Sam Smith at home tomorrow 2pm with Tom about attendance";

  it("opens the card with what was understood of a sentence, and asks what was not", async () => {
    await priya().says(
      "I'd like to visit Jo Brown at home tomorrow at half 3 with Tom about attendance, she has a dog",
    );
    const card = newest(2)?.card;
    expect(held(card)).toEqual({
      pupil: "Jo Brown",
      date: "2026-11-24",
      companion: idOf(3),
      reason: "attendanceSupport",
    });
    expect(JSON.stringify(card)).toContain("half 3”: please choose when you are at the home");
    expect(JSON.stringify(card)).toContain("Not understood: “she has a dog”");
  });

  it("P8: shows harmlessly what could not be understood", async () => {
    await priya().says("visit Jo Brown tomorrow 2pm. [press](https://evil.example) <at>all</at> *now*");
    expect(JSON.stringify(newest(2)?.card)).not.toMatch(/\]\(https:|<at>|[^\\]\*now/);
  });

  it("P10: says nothing of it in the text of a message, nor in a channel", async () => {
    const office = meadow.channel.room(OFFICE);
    await meadow.person(5).in(office).says(sentence);
    expect(office.texts.at(-1)).toBe(ONLY_IN_PERSON);
    expect([...priya().texts, ...office.texts].join("\n")).not.toMatch(/Sam Smith|Jo Brown/);
  });

  it("is for those who make visits", async () => {
    await meadow.person(5).says(sentence);
    expect(meadow.person(5).texts.at(-1)).toContain("asked for by staff who make them");
  });

  it("P1: keeps the code word off the card", async () => {
    await priya().says("visit Jo Brown tomorrow 2pm about the Green-Folder thing");
    expect(JSON.stringify(newest(2)?.card)).not.toMatch(/green.?folder/i);
  });

  describe("after a visit to Sam Smith", () => {
    beforeAll(async () => {
      await meadow.sendOut();
      meadow.now += 60_000;
      await meadow.sweep();
    });

    it("S4: from somebody who is out is a check-in, and opens nothing", async () => {
      const before = priya().posts.length;
      await priya().says(sentence);
      await priya().says("visit Sam Smith tomorrow, the green folder");
      const texts = priya()
        .posts.slice(before)
        .map(({ text, card }) => [text, card]);
      expect(texts).toHaveLength(2);
      expect(texts[0]).toEqual(texts[1]);
      expect(String(texts[0]?.[0])).toMatch(/^✓ \d\d:\d\d Checked in/);
    });

    it("knows the home again, and one press fills in the rest; when and what was agreed are said anew", async () => {
      await tom().presses("signIn");
      await tom().says(sentence.replace("Tom", "Grace"));
      const post = newest(3);
      expect(held(post?.card)).toMatchObject({
        pupil: "Sam Smith",
        address: "1 High Street, Derby",
        date: "2026-11-24",
      });
      expect(held(post?.card)).not.toHaveProperty("purpose");
      const again = buttons(post?.card)[0] as Node;
      expect(again).toMatchObject({ title: "Same as last time · Sam Smith", associatedInputs: "none" });
      await tom().tries(post as never, "requestVisit");
      expect(held(post?.card)).toEqual({
        pupil: "Sam Smith",
        address: "1 High Street, Derby",
        postcode: "DE1 1AA",
        reason: "attendanceSupport",
        purpose: "To agree how Sam comes back",
        whyNotInSchool: "They don't come in",
        companion: idOf(4),
        date: "2026-11-24",
        start: "14:00",
      });
    });

    it("says “again” and needs no press", async () => {
      await tom().says("visit Sam again on Wednesday 2pm to 3pm");
      expect(held(newest(3)?.card)).toMatchObject({
        date: "2026-11-25",
        start: "14:00",
        back: "15:00",
        postcode: "DE1 1AA",
      });
      expect(JSON.stringify(newest(3)?.card)).toContain("Filled in as for Sam Smith");
    });

    it("offers last time's on a plain request too", async () => {
      await tom().says("request visit");
      expect(buttons(newest(3)?.card).map(({ title }) => title)).toContain("Same as last time · Sam Smith");
    });

    it("P6, P10: gives nobody a visit that they were not on", async () => {
      await meadow.person(4).says("visit Sam Smith again tomorrow 2pm");
      expect(held(newest(4)?.card)).toEqual({ pupil: "Sam Smith", date: "2026-11-24", start: "14:00" });
      const like = buttons(newest(3)?.card).find(({ data }) => "like" in (data as object))?.data;
      for (const data of [
        like,
        { ...(like as object), like: "meadow.forged" },
        { ...(like as object), like: "other.x" },
      ]) {
        const action = { type: "Action.Execute", verb: "requestVisit", data };
        const answer = await meadow.person(4).send({ type: "invoke", name: "adaptiveCard/action", value: { action } });
        expect(answer.error).toBe("There is no such visit.");
      }
    });
  });
});

describe("a list that is looked at again", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());
  const data = { verb: "whoIsOut", card: "board" };
  const invoke = { type: "invoke", name: "adaptiveCard/action", value: { action: { verb: "whoIsOut", data } } };
  const annIn = (room: string) => bench.channel.person(ANN).in(bench.channel.room(room));

  it("comes in the place of the one pressed, and nothing is submitted", async () => {
    bench.script.answers.whoIsOut = async () => ({ sights: [sight()], unreadable: 0 });
    const { card } = await bench.channel.person(PRIYA).send(invoke);
    expect(JSON.stringify(card)).toContain("board of 1");
    expect(bench.script.asked).toEqual([["whoIsOut", { person: PRIYA }]]);
  });

  it("P10: in a channel is what the channel may see, whoever presses, also where Execute is not known", async () => {
    await annIn(OFFICE).send(invoke);
    await annIn(OFFICE).send({ type: "message", value: data, replyToId: undefined });
    expect(bench.script.asked).toEqual(Array(2).fill(["whoIsOut", { school: "meadow", channel: "office" }]));
    await bench.channel.room(OFFICE).sees("board of 0");
  });

  it("is all that a client may ask for by itself: no other verb is carried out without a press", async () => {
    const checkIn = { verb: "checkIn", data: { verb: "checkIn", visit: "meadow.one", card: "visit" } };
    const byItself = (action: object) => ({ ...invoke, value: { action, trigger: "automatic" } });
    expect(await bench.channel.person(PRIYA).send(byItself(checkIn))).toMatchObject({ status: 200 });
    expect(bench.script.commands).toEqual([]);
    await bench.channel.person(PRIYA).send(byItself(invoke.value.action));
    expect(bench.script.asked.map(([name]) => name)).toEqual(["whoIsOut"]);
  });

  it("S4: is heard first where anything was typed beside it", async () => {
    const typed = { verb: "whoIsOut", data: { ...data, note: "bluebird" } };
    await bench.channel.person(PRIYA).send({ ...invoke, value: { action: typed } });
    expect(bench.script.asked.map(([name]) => name)).toEqual(["hear", "whoIsOut"]);
  });

  it("P5: shows nobody's own visits in a channel", async () => {
    const mine = { verb: "myVisits", data: { verb: "myVisits", card: "visits" } };
    expect(await annIn(OFFICE).send({ ...invoke, value: { action: mine } })).toMatchObject({ said: ONLY_IN_PERSON });
  });
});

describe("a sentence", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it("S1: in which somebody says that they are out is no request", async () => {
    await bench.channel.person(PRIYA).says("visit Sam: we are already out");
    expect(bench.script.commands).toMatchObject([{ verb: "reportOut" }]);
  });

  it.each([
    "who is out on a visit today?",
    "what about my visits",
    "is the visit to Sam approved",
    "the visit went well",
  ])("%s asks for no visit", async (words) => {
    await bench.channel.person(PRIYA).says(words);
    expect(bench.script.asked.map(([name]) => name)).not.toContain("requestForm");
  });
});
