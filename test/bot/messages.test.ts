import { STRANGER } from "../../words/en-gb/chat";
import { Bench, sight } from "./bench";
import { ANN, OFFICE, PHONE, PRIYA, STRANGER_ID } from "./people";

describe("what people say", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());
  const out = () => Object.assign(bench.script.answers, { hear: async () => ({ checkedIn: sight({ phase: "out" }) }) });
  const annIn = (room: string) => bench.channel.person(ANN).in(bench.channel.room(room));
  const asked = () => bench.script.asked.map(([name]) => name);

  it("is answered by the request card, whatever words are around", async () => {
    const priya = bench.channel.person(PRIYA);
    expect(await priya.says("Hello, could I REQUEST a home visit please?")).toMatchObject({ status: 200 });
    await priya.sees("form request");
  });

  it.each([
    ["my visits", "visits: 0"],
    ["Who’s out now?", "board of 0"],
    ["who is out", "board of 0"],
    ["help", "what I can do"],
    ["good morning", "what I can do"],
  ])("%s → %s", async (words, card) => {
    const priya = bench.channel.person(PRIYA);
    await priya.says(words);
    await priya.sees(card);
  });

  it.each([
    { locale: {} },
    { locale: 7 },
    { id: ["x"] },
    { from: { id: `29:${PRIYA}`, aadObjectId: PRIYA, name: { first: "Priya" } } },
    { recipient: { id: "28:homeward", name: [] } },
  ])("answers whatever a client calls itself: %j", async (over) => {
    const priya = bench.channel.person(PRIYA);
    await priya.send({ type: "message", text: "who is out", ...over });
    expect(priya.posts).toHaveLength(1);
  });

  it("S4: goes to be heard before anything else reads it", async () => {
    await bench.channel.person(PRIYA).says("who is out");
    expect(asked()).toEqual(["hear", "whoIsOut"]);
    expect(bench.script.asked[0]).toEqual(["hear", PRIYA, "who is out", bench.now, false]);
  });

  it("S4: goes to be heard without what Teams makes of two spaces, which may stand in the code word", async () => {
    await bench.channel.person(PRIYA).says("ask for the green&nbsp; folder, who&nbsp;is out");
    expect(bench.script.asked[0]?.[2]).toBe("ask for the green  folder, who is out");
    expect(asked()).toEqual(["hear", "whoIsOut"]);
  });

  it("S4: is heard again when it is edited, and does nothing else then", async () => {
    out();
    const priya = bench.channel.person(PRIYA);
    await priya.send({
      type: "messageUpdate",
      text: "who is out",
      channelData: { ...tenant, eventType: "editMessage" },
    });
    expect(asked()).toEqual(["hear"]);
    await priya.sees("✓ wrote meadow.one");
  });

  it("is a check-in from somebody who is out", async () => {
    out();
    const priya = bench.channel.person(PRIYA);
    await priya.says("all fine here");
    await priya.sees("✓ wrote meadow.one");
  });

  it.each([
    ["a photo", "image/png"],
    ["a voice message", "audio/mp4"],
  ])("is a check-in also where somebody who is out sends %s and no word", async (_, contentType) => {
    out();
    const priya = bench.channel.person(PRIYA);
    await priya.send({ type: "message", attachments: [{ contentType, contentUrl: "https://smba.example/one" }] });
    await priya.sees("✓ wrote meadow.one");
  });

  it("asks for help when somebody who is out says so", async () => {
    out();
    const priya = bench.channel.person(PRIYA);
    await priya.says("we need HELP, who is out?");
    await priya.sees("✓ askForHelp meadow.one");
    expect(bench.script.commands).toMatchObject([{ verb: "askForHelp", visit: "meadow.one", input: { kind: "help" } }]);
  });

  it.each(["I'm out", "I’m already out", "we are out already"])("S1: takes in who says %s", async (words) => {
    const visitors = [{ id: PRIYA }] as never;
    const near = sight({ visit: "meadow.near", offers: ["reportOut"], visitors });
    const far = sight({ visit: "meadow.far", offers: ["reportOut"], visitors, times: { leave: 0, start: 0, back: 0 } });
    bench.script.answers.myVisits = async () => [far, near];
    await bench.channel.person(PRIYA).says(words);
    expect(bench.script.commands).toMatchObject([{ verb: "reportOut", visit: "meadow.near" }]);
  });

  it("S1: takes in who is out without any request", async () => {
    await bench.channel.person(PRIYA).says("I am out");
    expect(bench.script.commands).toMatchObject([{ verb: "reportOut", visit: undefined }]);
  });

  it("S4: hears the sentence itself once it has taken them in, since the code word may stand in it", async () => {
    const said = "I'm out already, with the bluebird";
    await bench.channel.person(PRIYA).says(said);
    const heard = bench.script.asked.filter(([name]) => name === "hear" || name === "submit");
    expect(heard.map(([name, who, what]) => (name === "hear" ? [name, who, what] : [name, who]))).toEqual([
      ["hear", PRIYA, said],
      ["submit", PRIYA],
      ["hear", PRIYA, said],
    ]);
  });

  it.each(["Priya is out", "Tom and Priya are already out at 3 Mill Lane", "Priya's already out"])(
    "S1: asks who and where of whoever says that %s, and takes in nobody else",
    async (words) => {
      await bench.channel.person(ANN).says(words);
      await bench.channel.person(ANN).sees("report");
      expect(bench.script.commands).toEqual([]);
      expect(bench.script.asked).toContainEqual(["reportForm", ANN, words]);
    },
  );

  it("P1: tells the code word to the ladder's roles, in their own chat only", async () => {
    await bench.channel.person(PRIYA).says("code word");
    await bench.channel.person(ANN).says("the code word?");
    await annIn(OFFICE).says("code word");
    await bench.channel.person(ANN).sees("bluebird");
    expect(bench.channel.person(PRIYA).texts).toEqual(["There is no code word here that you may read."]);
    expect(bench.channel.room(OFFICE).texts).toEqual(["Say that to me in our own chat, not in a channel."]);
  });

  it("P1: does not tell the code word on the phone of somebody who is out", async () => {
    out();
    const ann = bench.channel.person(ANN);
    await ann.says("code word");
    await ann.sees("✓ wrote");
  });

  it("is understood in the school's channels, with the bot's name before it", async () => {
    await annIn(OFFICE).says("who is out");
    expect(bench.script.asked).toEqual([
      ["hear", ANN, "who is out", bench.now, false],
      ["whoIsOut", { school: "meadow", channel: "office" }],
    ]);
    await bench.channel.room(OFFICE).sees("board of 0");
  });

  it("P5: shows nobody's visits in a channel, and nothing at all in one that is not set up", async () => {
    await annIn(OFFICE).says("my visits");
    await annIn("19:general@thread.tacv2").says("who is out");
    expect(asked()).toEqual(["hear", "hear"]);
  });

  it("P6: gets one fixed sentence where it comes from a stranger, and nothing is asked", async () => {
    const stranger = bench.channel.person(STRANGER_ID);
    for (const words of ["who is out", "help", "x".repeat(1_000)]) await stranger.says(words);
    expect(stranger.texts).toEqual([STRANGER, STRANGER, STRANGER]);
    expect(asked()).toEqual([]);
    expect(await bench.store.all("conversation")).toEqual([]);
  });

  it.each([
    { conversation: { id: `a:${PRIYA}`, conversationType: "personal", tenantId: "other" } },
    { channelData: { tenant: { id: "other" } } },
  ])("P4: gets the same sentence from another tenant: %j", async (frame) => {
    const priya = bench.channel.person(PRIYA);
    await priya.send({ type: "message", text: "who is out", ...frame });
    expect(priya.texts).toEqual([STRANGER]);
    expect(asked()).toEqual([]);
  });

  it("is heard whole when it is 100,000 characters long", async () => {
    const long = "bluebird ".repeat(11_111);
    expect(await bench.channel.person(PRIYA).says(long)).toMatchObject({ status: 200 });
    expect(bench.script.asked[0]?.[2]).toHaveLength(99_999);
  });

  it("S14: says so when it could not be stored, and says nothing about why", async () => {
    bench.script.answers.hear = async () => {
      throw new Error("disk full at 12 Elm Road");
    };
    const priya = bench.channel.person(PRIYA);
    expect(await priya.says("all fine")).toMatchObject({ status: 200 });
    expect(priya.texts).toEqual([`Not saved. Try again, or ring the school on ${PHONE}.`]);
    expect(bench.logged.join()).not.toContain("Elm Road");
  });

  it("S9: counts from its own timestamp where that is the earlier one", async () => {
    const priya = bench.channel.person(PRIYA);
    const at = (timestamp: string) => priya.send({ type: "message", text: "hello", timestamp });
    await at("2026-11-24T12:55:00Z");
    await at("2026-11-24T13:05:00Z");
    await at("2020-01-01T00:00:00Z");
    await at("no time at all");
    expect(bench.script.asked.map(([, , , sentAt]) => sentAt)).toEqual([
      bench.now - 300_000,
      bench.now,
      bench.now,
      bench.now,
    ]);
  });

  it("is welcomed once, however often it arrives", async () => {
    const priya = bench.channel.person(PRIYA);
    await Promise.all([priya.installs(), priya.installs()]);
    await priya.installs();
    expect(priya.posts).toHaveLength(1);
    await priya.sees("what I can do");
  });
});

const tenant = { tenant: { id: "11111111-1111-1111-1111-111111111111" } };
