import { Chats } from "../../bot/chats";
import { ONLY_IN_PERSON } from "../../words/en-gb/chat";
import type { Seat } from "../channel/seat";
import { Bench } from "./bench";
import { ANN, OFFICE, PRIYA, TENANT } from "./people";

const plain = { alert: false, mention: [] as string[] };

describe("where somebody is told", () => {
  let bench: Bench;
  let ann: Seat;
  let priya: Seat;
  beforeEach(async () => {
    bench = await Bench.open();
    [ann, priya] = [bench.channel.person(ANN), bench.channel.person(PRIYA)];
  });
  afterEach(() => bench.close());

  const writes = (seat: Seat, id = seat.place.id, over: object = {}) =>
    seat.send({ type: "typing", conversation: { id, conversationType: "personal", tenantId: TENANT }, ...over });
  const say = (person: string, options = plain) => bench.bot.messenger.say("meadow", { person }, "ALARM 3", options);
  const known = (id: string) => bench.store.get<object>("conversation", id);

  it("P5: is never somebody else's chat, whoever writes there", async () => {
    await writes(priya);
    await writes(ann);
    await writes(ann, priya.place.id);
    await say(ANN);
    expect([ann.texts, priya.texts]).toEqual([["ALARM 3"], []]);
    expect(bench.logged).toEqual([`this chat is somebody else's ${JSON.stringify({ person: ANN })}`]);
    expect(bench.strangers).toEqual([ANN]);
  });

  it("P5: is nowhere, rather than in somebody else's chat", async () => {
    await writes(priya);
    await writes(ann, priya.place.id);
    expect(await say(ANN)).toEqual({ failed: "unreachable" });
    expect(priya.texts).toEqual([]);
  });

  it("P5: is not where somebody else was told before, either", async () => {
    await writes(priya);
    await say(PRIYA);
    await writes(priya, "a:none");
    await writes(ann, priya.place.id);
    expect(await say(ANN)).toEqual({ failed: "unreachable" });
    expect(priya.texts).toEqual(["ALARM 3"]);
  });

  it("P1, P5: hears nothing in somebody else's chat that is for them alone", async () => {
    await writes(priya);
    const conversation = { id: priya.place.id, conversationType: "personal", tenantId: TENANT };
    await ann.send({ type: "message", text: "code word", conversation });
    expect(priya.texts).toEqual([ONLY_IN_PERSON]);
  });

  it.each([OFFICE, "19:meeting_x@thread.v2", `${OFFICE};messageid=1`])(
    "P5: is not %s, though it is called somebody's own chat",
    async (id) => {
      bench.channel.room(OFFICE);
      await writes(ann, id);
      expect(await known(ANN)).toBeUndefined();
      await ann.send({
        type: "message",
        text: "code word",
        conversation: { id, conversationType: "personal", tenantId: TENANT },
      });
      expect(JSON.stringify(bench.channel.brought)).not.toContain("bluebird");
    },
  );

  it("is where they were told last, while the chat that they wrote from since is none", async () => {
    await writes(ann);
    await say(ANN);
    for (const nowhere of ["a:none", "a:nor this"]) await writes(ann, nowhere);
    expect(await say(ANN)).toMatchObject({ conversation: ann.place.id });
    expect(ann.texts).toEqual(["ALARM 3", "ALARM 3"]);
    expect(await known(ANN)).toEqual(expect.objectContaining({ conversation: ann.place.id, proven: bench.now }));
    expect(await known(ANN)).not.toHaveProperty("before");
  });

  it("is where they wrote from first, where nobody has been told anything yet", async () => {
    await writes(ann);
    for (const nowhere of ["a:none", "a:nor this"]) await writes(ann, nowhere);
    await say(ANN);
    expect(ann.texts).toEqual(["ALARM 3"]);
  });

  it("is where they wrote from last, as soon as a message has gone through there", async () => {
    const second = bench.channel.room("a:second");
    await writes(ann);
    await say(ANN);
    await writes(ann, second.id);
    await say(ANN);
    expect([ann.texts, second.texts]).toEqual([["ALARM 3"], ["ALARM 3"]]);
    expect(await known(ANN)).not.toHaveProperty("before");
  });

  it("S6: is nowhere once neither the last chat nor the one before takes it; what they write next is", async () => {
    await writes(ann);
    await say(ANN);
    await writes(ann, "a:none");
    bench.channel.fails(403, { in: ann });
    expect(await say(ANN)).toEqual({ failed: "unreachable" });
    expect(await known(ANN)).toMatchObject({ conversation: "a:none", unreachable: bench.now });
    bench.channel.heals();
    await writes(ann);
    await say(ANN);
    expect(ann.texts).toEqual(["ALARM 3", "ALARM 3"]);
    expect(await known(ANN)).not.toHaveProperty("unreachable");
  });

  it("S6: is as it was after the app was taken away in a chat where they are not", async () => {
    await writes(ann);
    await writes(ann, "a:old", { type: "installationUpdate", action: "remove" });
    expect(await known(ANN)).not.toHaveProperty("unreachable");
  });

  it("S6: is the chat that they wrote from while another would not have a message", async () => {
    const chats = new Chats(bench.store);
    const at = (conversation: string) => ({ conversation, serviceUrl: bench.channel.serviceUrl, seenAt: bench.now });
    await chats.met(ANN, at("a:old"));
    await chats.met(ANN, at("a:new"));
    await chats.refused(ANN, at("a:old"), bench.now);
    await chats.reached(ANN, at("a:old"), bench.now);
    expect(await known(ANN)).toMatchObject({ conversation: "a:new", before: { conversation: "a:old" } });
    expect(await known(ANN)).not.toHaveProperty("unreachable");
    expect(await known(ANN)).not.toHaveProperty("proven");
  });

  it("is not written down again with every message", async () => {
    await writes(ann);
    await say(ANN);
    const put = jest.spyOn(bench.store, "change");
    await writes(ann);
    await say(ANN);
    expect(put).not.toHaveBeenCalled();
  });

  it("is mentioned by no id that Teams would refuse", async () => {
    const room = bench.channel.room(OFFICE);
    await writes(ann, ann.place.id, { from: { id: "\u0000", aadObjectId: ANN } });
    await bench.bot.messenger.say("meadow", { channel: "office" }, "ALARM 3", { alert: true, mention: [ANN] });
    expect(room.posts[0]?.raw).toMatchObject({ entities: [{ mentioned: { id: ANN } }] });
  });
});
