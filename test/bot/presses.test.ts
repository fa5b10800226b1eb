import { refuse } from "../../visits/refusal";
import { STRANGER } from "../../words/en-gb/chat";
import { Bench, sight } from "./bench";
import { ANN, OFFICE, PHONE, PRIYA, STRANGER_ID } from "./people";

describe("what people press", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const button = (verb: string, data: object = {}) => ({
    type: "Action.Execute",
    verb,
    data: { verb, visit: "meadow.one", ...data },
  });
  const pressing = (action: unknown, id = PRIYA, more: object = {}) =>
    bench.channel
      .person(id)
      .send({ type: "invoke", name: "adaptiveCard/action", value: { action, trigger: "manual" }, ...more });
  const submitting = (data: object, more: object = {}) =>
    bench.channel.person(PRIYA).send({ type: "message", value: data, ...more });
  const bodyOf = (card: unknown) => JSON.stringify(card);

  it("reaches the engine as a verb, a visit, the number it answers and what was typed", async () => {
    await pressing(
      button("recordCall", {
        card: "alarm",
        alarm: 3,
        outcome: "ok",
        note: "both well",
        ticked: true,
        count: 2,
        odd: ["x"],
        none: null,
      }),
    );
    expect(bench.script.asked).toEqual([["submit", PRIYA, bench.script.commands[0]]]);
    expect(bench.script.commands).toEqual([
      {
        verb: "recordCall",
        visit: "meadow.one",
        no: 3,
        sentAt: bench.now,
        input: { outcome: "ok", note: "both well", ticked: "true", count: "2" },
      },
    ]);
  });

  it.each([
    [{ plan: 2 }, 2],
    [{ task: "4" }, 4],
    [{}, undefined],
  ])("binds to %j", async (numbers, no) => {
    await pressing(button("approve", { card: "approval", ...numbers }));
    expect(bench.script.commands[0]?.no).toBe(no);
  });

  it("is answered by its card as it stands now", async () => {
    const { card, status } = await pressing(button("acknowledge", { card: "alarm", alarm: 3 }));
    expect(status).toBe(200);
    expect(bodyOf(card)).toContain("alarm 3 meadow.one");
  });

  it("is refused on the same card, with what was typed", async () => {
    const refusal = refuse("why", "Say why.", { field: "reason", clause: "AET-39" });
    bench.script.answers.submit = async () => ({ refusal, sight: sight() });
    const { card } = await pressing(button("approve", { card: "approval", plan: 1, reason: "because" }));
    expect(card).toMatchObject({ input: { reason: "because" }, refusal });
  });

  it("is refused on the request card, with what was typed", async () => {
    const refusal = refuse("past", "That is in the past.", { field: "date" });
    bench.script.answers.submit = async () => ({ refusal });
    const { card } = await pressing({
      type: "Action.Execute",
      verb: "requestVisit",
      data: { card: "request", date: "2020-01-01" },
    });
    expect(card).toMatchObject({ input: { date: "2020-01-01" }, refusal });
  });

  it("says the sentence where no card fits", async () => {
    bench.script.answers.submit = async () => ({ refusal: refuse("noSuchVisit", "There is no such visit.") });
    expect(await pressing(button("signOut", { card: "visit" }))).toMatchObject({
      status: 200,
      error: "There is no such visit.",
    });
  });

  it("opens the form where nothing has been typed yet", async () => {
    const { said } = await pressing(button("amend", { card: "visit", plan: 1 }));
    expect(said).toBe("The card is below.");
    expect(bench.script.asked).toEqual([["requestForm", PRIYA, "meadow.one"]]);
    await bench.channel.person(PRIYA).sees("form request");
  });

  it("opens the form also from a card with inputs of its own, and hears what was typed there (S4)", async () => {
    const { said } = await pressing(
      button("amend", { card: "visit", plan: 1, phone: "+44 7700 900001", why: "green" }),
    );
    expect(said).toBe("The card is below.");
    expect(bench.script.asked).toMatchObject([
      ["hear", PRIYA, "+44 7700 900001\ngreen", bench.now],
      ["requestForm", PRIYA, "meadow.one"],
    ]);
  });

  it("S9: answers the same when it arrives twice", async () => {
    const same = { id: "one", replyToId: "1" };
    const both = await Promise.all([
      pressing(button("checkIn", { card: "visit" }), PRIYA, same),
      pressing(button("checkIn", { card: "visit" }), PRIYA, same),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(bench.script.commands).toHaveLength(2);
  });

  it.each(["constructor", "__proto__", "toString", "", "approve now", 7, undefined])(
    "has no button %j",
    async (verb) => {
      const answer = await pressing({ type: "Action.Execute", verb, data: { note: "n" } });
      expect(answer).toMatchObject({ status: 200, error: expect.stringMatching(/this button|could not be read/i) });
      expect(bench.script.commands).toEqual([]);
    },
  );

  it.each([
    undefined,
    null,
    1,
    "approve",
    [],
    {},
    { verb: "approve" },
    { verb: "approve", data: [1] },
    { verb: "approve", data: { visit: { $gt: "" } } },
  ])("that cannot be read is refused in words: %j", async (action) => {
    const answer = await pressing(action);
    expect(answer).toMatchObject({ status: 200, error: expect.stringContaining("could not be read") });
    expect(bench.script.commands).toEqual([]);
  });

  it("S4: is heard even where it can't be carried out: 100,000 characters with the code word last", async () => {
    const note = `${"x".repeat(100_000)} bluebird`;
    const answer = await pressing(button("completeTask", { card: "task", task: 1, note }));
    expect(answer).toMatchObject({ status: 200, error: expect.stringContaining("too long") });
    expect(bench.script.asked).toEqual([["hear", PRIYA, note, bench.now]]);
  });

  it("S14: says that it was not saved, and never why", async () => {
    bench.script.answers.submit = async () => {
      throw new Error("SQLITE_FULL: 12 Elm Road");
    };
    const { status, error, card } = await pressing(button("checkIn", { card: "visit" }));
    expect({ status, error, card }).toEqual({
      status: 200,
      error: `Not saved. Try again, or ring the school on ${PHONE}.`,
      card: undefined,
    });
    expect(bench.logged.join()).not.toContain("Elm");
  });

  it("S14: does not say 'not saved' of what was, though its card can't be drawn", async () => {
    bench.script.answers.submit = async () => ({ done: null as never });
    const { said } = await pressing(button("checkIn", { card: "visit" }));
    expect(said).toContain("Saved.");
  });

  it("P6: from a stranger brings one sentence and asks nothing", async () => {
    expect(await pressing(button("approve", { card: "approval", plan: 1 }), STRANGER_ID)).toMatchObject({
      status: 200,
      error: STRANGER,
    });
    expect(bench.script.asked).toEqual([]);
  });

  it.each([refuse("notYours", "That is Ann's."), refuse("noSuchVisit", "No such visit.")])(
    "P6: that is not theirs to make is in the log by ids, and not by what was typed: $refused",
    async (refusal) => {
      bench.script.answers.submit = async () => ({ refusal });
      await pressing(button("approve", { card: "approval", plan: 1, reason: "12 Elm Road" }));
      const note = { person: PRIYA, verb: "approve", refused: refusal.refused };
      expect(bench.logged).toEqual([`a press was not theirs to make ${JSON.stringify(note)}`]);
    },
  );

  it("P10: that names a verb which nobody knows is in the log without it", async () => {
    bench.script.answers.submit = async () => ({ refusal: refuse("noSuchVisit", "No such visit.") as never });
    await pressing(button("greenFolder", { visit: "elsewhere.1" }));
    const note = { person: PRIYA, verb: "unknown", refused: "noSuchVisit" };
    expect(bench.logged).toEqual([`a press was not theirs to make ${JSON.stringify(note)}`]);
  });

  it("P6: of somebody who is not registered is in the log by their id alone", async () => {
    const from = { id: `29:${STRANGER_ID}`, aadObjectId: STRANGER_ID, name: "Mallory Canary" };
    await pressing(button("approve", { card: "approval", plan: 1, reason: "12 Elm Road" }), STRANGER_ID, { from });
    const note = { stranger: STRANGER_ID, activity: "invoke" };
    expect(bench.logged).toEqual([`somebody who is not registered ${JSON.stringify(note)}`]);
  });

  it("P10: of somebody whose id is none leaves nothing of what stands in its place in the log", async () => {
    const from = { id: `29:${STRANGER_ID}`, aadObjectId: "green folder" };
    await pressing(button("approve", {}), STRANGER_ID, { from });
    expect(bench.logged).toEqual([`somebody who is not registered ${JSON.stringify({ activity: "invoke" })}`]);
  });

  it("P10: of an activity of a kind that nobody knows leaves nothing of how it was called in the log", async () => {
    await pressing(button("approve", {}), STRANGER_ID, { type: "green folder" });
    const note = { stranger: STRANGER_ID, activity: "unknown" };
    expect(bench.logged).toEqual([`somebody who is not registered ${JSON.stringify(note)}`]);
  });

  it("that is only not possible now leaves nothing in the log", async () => {
    bench.script.answers.submit = async () => ({ refusal: refuse("tooLate", "It has begun.") });
    await pressing(button("approve", { card: "approval", plan: 1 }));
    expect(bench.logged).toEqual([]);
  });

  it("is taken in a channel from somebody registered", async () => {
    const ann = bench.channel.person(ANN).in(bench.channel.room(OFFICE));
    const value = { action: button("takeWatch", { card: "watch" }) };
    const { card } = await ann.send({ type: "invoke", name: "adaptiveCard/action", value });
    expect(bodyOf(card)).toContain("watch");
  });

  it("is answered in words where it is another kind of invoke", async () => {
    const answer = await bench.channel
      .person(PRIYA)
      .send({ type: "invoke", name: "composeExtension/query", value: {} });
    expect(answer).toMatchObject({ status: 200, error: expect.any(String) });
  });

  it("opens no form in a channel, where everybody would read what is known already", async () => {
    const ann = bench.channel.person(ANN).in(bench.channel.room(OFFICE));
    const value = { action: button("amend", { card: "visit", plan: 1 }) };
    const { error } = await ann.send({ type: "invoke", name: "adaptiveCard/action", value });
    expect(error).toBe("Say that to me in our own chat, not in a channel.");
    expect(bench.script.asked).toEqual([]);
  });

  it("S4: is answered as a check-in where the engine took it as one", async () => {
    bench.script.answers.submit = async () => ({ done: sight({ visit: "meadow.out", phase: "out" }) });
    const old = await pressing(button("completeTask", { card: "task", task: 1, note: "green folder" }));
    const asked = await pressing({
      type: "Action.Execute",
      verb: "requestVisit",
      data: { card: "request", purpose: "green folder" },
    });
    const ordinary = await pressing(button("checkIn", { card: "visit", visit: "meadow.out" }));
    expect(old).toEqual(ordinary);
    expect(asked).toEqual(ordinary);
  });

  describe("through Action.Submit, on phones that have no Execute", () => {
    it("replaces the pressed card", async () => {
      const priya = bench.channel.person(PRIYA);
      await priya.says("help");
      const { id } = await priya.sees("what I can do");
      await submitting({ verb: "checkIn", visit: "meadow.one", card: "visit" }, { replyToId: id });
      expect(bench.script.commands).toMatchObject([{ verb: "checkIn", visit: "meadow.one", input: {} }]);
      expect(priya.posts).toMatchObject([{ id, edits: 1 }]);
      await priya.sees("visit  meadow.one");
    });

    it("posts the card where the pressed one is gone", async () => {
      await submitting({ verb: "checkIn", visit: "meadow.one", card: "visit" }, { replyToId: "gone" });
      await bench.channel.person(PRIYA).sees("visit  meadow.one");
    });

    it("is a sentence in a channel, where everybody would see one person's card", async () => {
      const room = bench.channel.room(OFFICE);
      await bench.channel.person(ANN).in(room).says("who is out");
      const board = room.posts[0];
      await bench.channel
        .person(ANN)
        .in(room)
        .send({
          type: "message",
          value: { verb: "takeWatch", visit: "meadow.one", card: "watch" },
          replyToId: board?.id,
        });
      expect(board?.edits).toBe(0);
      expect(room.texts).toEqual(["✓ takeWatch meadow.one"]);
    });

    it("says a refusal", async () => {
      bench.script.answers.submit = async () => ({ refusal: refuse("noSuchVisit", "There is no such visit.") });
      await submitting({ verb: "signOut", visit: "meadow.two", card: "visit" });
      expect(bench.channel.person(PRIYA).texts).toEqual(["There is no such visit."]);
    });
  });
});
