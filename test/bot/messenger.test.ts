import http from "node:http";
import https from "node:https";
import type { Fault } from "../channel";
import { Bench } from "./bench";
import { ANN, OFFICE, PRIYA, TENANT } from "./people";

const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "a card" }] };
const other = { ...card, body: [{ type: "TextBlock", text: "another card" }] };
const plain = { alert: false, mention: [] as string[] };

describe("what the bot says unasked", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
    await bench.channel.person(PRIYA).send({ type: "typing" });
  });
  afterEach(() => bench.close());
  const say = (to: { person: string } | { channel: string }, options = plain) =>
    bench.bot.messenger.say("meadow", to, "ALARM 3", options);
  const known = (id: string) => bench.store.get<{ unreachable?: number }>("conversation", id);

  it("comes to a person's chat, and where it is can be told", async () => {
    const posted = await say({ person: PRIYA });
    const [post] = bench.channel.person(PRIYA).posts;
    expect(post).toMatchObject({ text: "ALARM 3", alert: false });
    expect(posted).toEqual({ conversation: `a:${PRIYA}`, activity: post?.id });
  });

  it("P10: of a card sends the card and nothing that a locked phone would show: no text, summary or speech", async () => {
    await bench.bot.messenger.show("meadow", { person: PRIYA }, card);
    const { raw } = bench.channel.person(PRIYA).posts.at(-1) ?? {};
    const { attachments, ...rest } = raw ?? {};
    expect(attachments).toHaveLength(1);
    expect(JSON.stringify(attachments)).toContain("a card");
    expect(JSON.stringify(rest)).not.toContain("a card");
    expect(Object.entries(rest).filter(([key, said]) => ["text", "summary", "speak"].includes(key) && said)).toEqual(
      [],
    );
  });

  it("raises a notification where it is an alert", async () => {
    await say({ person: PRIYA }, { alert: true, mention: [] });
    expect(bench.channel.person(PRIYA).posts).toMatchObject([{ alert: true }]);
  });

  it("opens a post in a channel, with the card beneath it", async () => {
    const room = bench.channel.room(OFFICE);
    const said = await say({ channel: "office" }, { alert: true, mention: [] });
    if ("failed" in said) throw new Error(said.failed);
    const shown = await bench.bot.messenger.show("meadow", { channel: "office" }, card, said);
    expect(room.posts).toMatchObject([
      { id: said.activity, text: "ALARM 3", thread: said.activity, alert: true },
      { card, thread: said.activity },
    ]);
    expect(said.conversation).toBe(`${OFFICE};messageid=${said.activity}`);
    expect(shown).toEqual({ conversation: said.conversation, activity: room.posts[1]?.id });
  });

  it("S6: knows a channel to be live by the first post that went through", async () => {
    bench.channel.room(OFFICE);
    expect(await known("live/meadow/office")).toBeUndefined();
    await say({ channel: "office" });
    expect(await known("live/meadow/office")).toMatchObject({ seenAt: bench.now });
  });

  it("changes a card in a channel in place", async () => {
    const room = bench.channel.room(OFFICE);
    const shown = await bench.bot.messenger.show("meadow", { channel: "office" }, card);
    if ("failed" in shown) throw new Error(shown.failed);
    expect(await bench.bot.messenger.update("meadow", { channel: "office" }, other, shown)).toEqual(shown);
    expect(room.posts).toMatchObject([{ card: other, edits: 1 }]);
  });

  it("mentions people by the id that Teams knows, else by the one we know", async () => {
    const room = bench.channel.room(OFFICE);
    await say({ channel: "office" }, { alert: true, mention: [PRIYA, ANN] });
    expect(room.posts[0]).toMatchObject({
      text: "<at>Priya Shah</at> <at>Ann Whitfield</at> ALARM 3",
      raw: {
        entities: [
          { type: "mention", text: "<at>Priya Shah</at>", mentioned: { id: `29:${PRIYA}` } },
          { type: "mention", text: "<at>Ann Whitfield</at>", mentioned: { id: ANN } },
        ],
      },
    });
  });

  it("brings an alarm to a channel without the mention for which Teams refuses it, as of somebody who is not in the team", async () => {
    const room = bench.channel.room(OFFICE);
    bench.channel.fails(403, { in: room, times: 1 });
    expect(await say({ channel: "office" }, { alert: true, mention: [PRIYA] })).toHaveProperty("activity");
    expect(room.posts.map(({ text, raw }) => [text, (raw as { entities?: unknown }).entities])).toEqual([
      ["ALARM 3", undefined],
    ]);
    bench.channel.fails(429, { in: room, times: 1 });
    expect(await say({ channel: "office" }, { alert: true, mention: [PRIYA] })).toMatchObject({ failed: "throttled" });
    bench.channel.fails(403, { in: room });
    expect(await say({ channel: "office" }, { alert: true, mention: [PRIYA] })).toEqual({ failed: "unreachable" });
    expect(room.posts).toHaveLength(1);
  });

  it("does not reach who has never written, nor a channel that is not set up", async () => {
    expect(await say({ person: ANN })).toEqual({ failed: "unreachable" });
    expect(await say({ channel: "governors" })).toEqual({ failed: "unreachable" });
  });

  it.each<[Fault, object]>([
    [403, { failed: "unreachable" }],
    [404, { failed: "unreachable" }],
    [412, { failed: "ambiguous" }],
    [429, { failed: "throttled", retryAfter: 2_000 }],
    [502, { failed: "ambiguous" }],
    ["hang", { failed: "ambiguous" }],
    ["away", { failed: "ambiguous" }],
  ])("%s is %j, and is sent once", async (fault, failure) => {
    bench.channel.fails(fault, { times: 1 });
    // Only what hangs has to end by itself: what is answered may take as long as a busy machine needs.
    if (fault === "hang") bench.settings.sendTimeout = 200;
    expect(await say({ person: PRIYA })).toEqual(failure);
    bench.settings.sendTimeout = undefined;
    expect(bench.channel.person(PRIYA).posts).toEqual([]);
    expect(await say({ person: PRIYA })).toHaveProperty("activity");
  });

  it("says of a channel that isn't there that nothing was sent", async () => {
    await bench.channel.close();
    expect(await say({ person: PRIYA })).toEqual({ failed: "throttled" });
  });

  it("marks who answers 403, keeps their chat, and takes the mark away when it goes through", async () => {
    bench.channel.fails(403, { times: 1 });
    await say({ person: PRIYA });
    expect(await known(PRIYA)).toMatchObject({ conversation: `a:${PRIYA}`, unreachable: bench.now });
    await say({ person: PRIYA });
    expect(await known(PRIYA)).not.toHaveProperty("unreachable");
  });

  it("marks a channel that answers 403", async () => {
    bench.channel.fails(403);
    await say({ channel: "slt" });
    expect(await known("meadow/slt")).toMatchObject({ unreachable: bench.now });
  });

  it("says that a message is gone, so that another can be posted", async () => {
    const gone = { conversation: `a:${PRIYA}`, activity: "gone" };
    expect(await bench.bot.messenger.update("meadow", { person: PRIYA }, card, gone)).toEqual({ failed: "gone" });
    expect(await known(PRIYA)).not.toHaveProperty("unreachable");
  });

  it("leaves a message in an old chat alone: the person is in another one now", async () => {
    const old = { conversation: "a:old", activity: "1" };
    expect(await bench.bot.messenger.update("meadow", { person: PRIYA }, card, old)).toEqual({ failed: "gone" });
  });

  it.each(["https://example.com/", "http://169.254.169.254/latest/", "https://smba.trafficmanager.net/uk/"])(
    "P3: sends nothing to an address that was poisoned in the store: %s",
    async (serviceUrl) => {
      const reached = [http, https].map((way) => jest.spyOn(way, "request"));
      const where = { conversation: `a:${PRIYA}`, serviceUrl, seenAt: bench.now };
      await bench.store.put("conversation", PRIYA, where);
      await bench.store.put("conversation", `tenant/${TENANT}`, where);
      const posted = { conversation: `a:${PRIYA}`, activity: "1" };
      expect(await say({ person: PRIYA })).toEqual({ failed: "permanent" });
      expect(await say({ channel: "office" })).toEqual({ failed: "permanent" });
      expect(await bench.bot.messenger.update("meadow", { person: PRIYA }, card, posted)).toEqual({
        failed: "permanent",
      });
      for (const way of reached) expect(way).not.toHaveBeenCalled();
      for (const way of reached) way.mockRestore();
    },
  );
});
