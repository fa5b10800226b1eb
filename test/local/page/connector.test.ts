import { MessageFactory, TeamsInfo } from "botbuilder";
import { introduced, openStage, SLT, type Stage } from "./playing";
import { visitCard } from "./visit-card";

const attachment = (title: string) =>
  MessageFactory.attachment({ contentType: "application/vnd.microsoft.card.adaptive", content: visitCard(title) });

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await introduced(stage);
});
afterEach(() => stage.close());

const messagesOf = async (conversation: string) =>
  (await stage.snapshot()).messages.filter((m) => m.conversation === conversation);
const newestIn = async (conversation: string) => (await messagesOf(conversation)).at(-1);
const statusOf = (error: unknown) => (error as { statusCode?: number }).statusCode;

describe("the channel as the bot meets it", () => {
  it("introduces the bot to everybody and to the team before anyone speaks", async () => {
    const installs = stage.bot.heard.filter((a) => a.type === "installationUpdate");
    expect(installs.filter((a) => a.conversation.conversationType === "personal")).toHaveLength(5);
    expect(installs.filter((a) => a.conversation.conversationType === "channel")).toHaveLength(1);
    expect(installs[0]).toMatchObject({
      channelId: "msteams",
      serviceUrl: `${stage.page.url}/`,
      from: { aadObjectId: "22222222-2222-2222-2222-222222222201" },
      recipient: { id: "28:homeward" },
      conversation: { tenantId: "11111111-1111-1111-1111-111111111111" },
      channelData: { tenant: { id: "11111111-1111-1111-1111-111111111111" } },
    });
  });

  it("carries a person's words to the bot and the answer back", async () => {
    const priya = await stage.person("Priya Shah");
    await stage.write("Priya Shah", "hello");
    expect(stage.bot.heardFrom("Priya Shah")[0]).toMatchObject({
      text: "hello",
      conversation: { id: priya.conversation },
    });
    expect(await newestIn(priya.conversation)).toMatchObject({ from: "bot", text: "You said **hello**" });
  });

  it("gives the bot the same personal conversation each time it opens one, by either id", async () => {
    const tom = await stage.person("Tom Bell");
    await stage.bot.within((await stage.person("Priya Shah")).conversation, async (turn) => {
      const client = turn.turnState.get(turn.adapter.ConnectorClientKey);
      for (const id of [tom.id, tom.teamsId]) {
        const opened = await client.conversations.createConversation({
          isGroup: false,
          members: [{ id }],
          tenantId: "x",
        });
        expect(opened.id).toBe(tom.conversation);
      }
      await expect(
        client.conversations.createConversation({ isGroup: false, members: [{ id: "29:stranger" }] }),
      ).rejects.toThrow();
    });
  });

  it("opens a post in a channel, lets the bot answer in it and update it by its message id", async () => {
    await stage.bot.within((await stage.person("Priya Shah")).conversation, async (turn) => {
      const { conversations } = turn.turnState.get(turn.adapter.ConnectorClientKey);
      const opened = await conversations.createConversation({
        isGroup: true,
        channelData: { channel: { id: SLT } },
        activity: MessageFactory.text("Overdue"),
      });
      expect(opened.id).toBe(`${SLT};messageid=${opened.activityId}`);
      await conversations.sendToConversation(opened.id, MessageFactory.text("Repeat of alarm 1"));
      await conversations.updateActivity(opened.id, opened.activityId, MessageFactory.text("Ended"));
    });
    const [post, answer] = await messagesOf(SLT);
    expect(post).toMatchObject({ text: "Ended", edited: true });
    expect(answer).toMatchObject({ text: "Repeat of alarm 1", thread: post?.id });
  });

  it("hears from a channel only when it is mentioned", async () => {
    await stage.write("Marta Novak", "lunch?", SLT);
    await stage.write("Marta Novak", "@Homeward who is out", SLT);
    const heard = stage.bot.heardFrom("Marta Novak");
    expect(heard).toHaveLength(1);
    expect(heard[0]?.text).toBe("<at>Homeward</at> who is out");
    expect(heard[0]?.entities).toContainEqual(
      expect.objectContaining({ type: "mention", mentioned: { id: "28:homeward", name: "Homeward" } }),
    );
    const posts = await messagesOf(SLT);
    expect(posts.at(-1)).toMatchObject({ from: "bot", thread: posts.at(-2)?.id });
  });

  it("lets nobody write or press where they don't sit", async () => {
    expect((await stage.write("Priya Shah", "@Homeward hello", SLT)).status).toBe(404);
    const tom = await stage.person("Tom Bell");
    expect((await stage.write("Priya Shah", "hello", tom.conversation)).status).toBe(404);
    expect(stage.bot.heardFrom("Priya Shah")).toHaveLength(0);
  });

  it("updates and deletes what the bot wrote, and knows nothing of other ids", async () => {
    const { conversation } = await stage.person("Tom Bell");
    const id = (await stage.bot.say(conversation, "One")) ?? "";
    await stage.bot.within(conversation, async (turn) => {
      await turn.updateActivity({ ...MessageFactory.text("Two"), id });
      await expect(turn.updateActivity({ ...MessageFactory.text("?"), id: "404" })).rejects.toMatchObject({
        statusCode: 404,
      });
      expect(await newestIn(conversation)).toMatchObject({ id, text: "Two", edited: true });
      await turn.deleteActivity(id);
    });
    const gone = await newestIn(conversation);
    expect(gone).toMatchObject({ id, deleted: true });
    expect(gone).not.toHaveProperty("text");
  });

  it("names the members of a chat and of a channel", async () => {
    const marta = await stage.person("Marta Novak");
    await stage.write("Marta Novak", "@Homeward hello", SLT);
    const thread = stage.bot.heardFrom("Marta Novak")[0]?.conversation.id ?? "";
    await stage.bot.within(thread, async (turn) => {
      const { members } = await TeamsInfo.getPagedMembers(turn);
      expect(members.map((m) => m.name)).toEqual(["Helen Carter", "Olu Adeyemi", "Marta Novak"]);
      expect(await TeamsInfo.getMember(turn, marta.id)).toMatchObject({ id: marta.teamsId, aadObjectId: marta.id });
    });
  });
});

describe("a press", () => {
  const cardFor = async (name: string) => {
    await stage.write(name, "card");
    return (await newestIn((await stage.person(name)).conversation))?.id ?? "";
  };

  it("reaches the bot as adaptiveCard/action and shows the card it answers with to that person", async () => {
    const id = await cardFor("Priya Shah");
    expect(await stage.press("Priya Shah", id, "save", { visit: "v1", pupil: "A.B." })).toEqual({ kind: "card" });
    expect(stage.bot.heardFrom("Priya Shah", "invoke")[0]).toMatchObject({
      name: "adaptiveCard/action",
      replyToId: id,
      value: {
        trigger: "manual",
        action: { type: "Action.Execute", verb: "save", data: { visit: "v1", pupil: "A.B." } },
      },
    });
    const [view] = (await stage.snapshot()).views;
    expect(JSON.stringify(view?.card)).toContain("Saved for A.B.");
  });

  it("gives way to the stored message when the bot updates it", async () => {
    const id = await cardFor("Priya Shah");
    await stage.press("Priya Shah", id, "save", { pupil: "A.B." });
    const { conversation } = await stage.person("Priya Shah");
    await stage.bot.within(
      conversation,
      async (turn) => void (await turn.updateActivity({ ...attachment("Approved"), id })),
    );
    expect((await stage.snapshot()).views).toEqual([]);
    expect(JSON.stringify((await newestIn(conversation))?.cards)).toContain("Approved");
  });

  it("shows a message, an error and a bot that can't be reached as Teams does", async () => {
    const id = await cardFor("Priya Shah");
    expect(await stage.press("Priya Shah", id, "say")).toEqual({ kind: "message", text: "Noted, thank you." });
    expect(await stage.press("Priya Shah", id, "refuse")).toEqual({
      kind: "error",
      text: "Something went wrong. Not your visit.",
    });
    const unreachable = { kind: "unreachable", text: "Unable to reach app. Please try again." };
    expect(await stage.press("Priya Shah", id, "crash")).toEqual(unreachable);
    await stage.post("channel", { away: true });
    expect(await stage.press("Priya Shah", id, "say")).toEqual(unreachable);
  });

  it("of Action.Submit arrives as a message with a value and no text", async () => {
    const id = await cardFor("Priya Shah");
    const { conversation, id: as } = await stage.person("Priya Shah");
    await stage.post("press", { conversation, as, id, kind: "submit", data: { visit: "v1" } });
    const heard = stage.bot.heardFrom("Priya Shah").at(-1);
    expect(heard).toMatchObject({ replyToId: id, value: { visit: "v1" } });
    expect(heard).not.toHaveProperty("text");
  });
});

describe("an edited message", () => {
  it("reaches the bot as a message update", async () => {
    const { conversation, id: as } = await stage.person("Priya Shah");
    await stage.write("Priya Shah", "all well");
    const [mine] = await messagesOf(conversation);
    await stage.post("edit", { conversation, as, id: mine?.id, text: "all well, staying a while" });
    expect(stage.bot.heardFrom("Priya Shah", "messageUpdate")[0]).toMatchObject({
      id: mine?.id,
      text: "all well, staying a while",
    });
  });
});

describe("Teams going wrong", () => {
  it.each(["403", "404", "412"] as const)("answers %s for one person and goes on for the others", async (answer) => {
    const [priya, tom] = [await stage.person("Priya Shah"), await stage.person("Tom Bell")];
    await stage.fault("Priya Shah", answer);
    await expect(stage.bot.say(priya.conversation, "hello").catch(statusOf)).resolves.toBe(Number(answer));
    expect(await stage.bot.say(tom.conversation, "hello")).toMatch(/^\d+$/);
    await stage.fault("Priya Shah", null);
    expect(await stage.bot.say(priya.conversation, "hello")).toMatch(/^\d+$/);
  });

  it("says with 429 when to come back", async () => {
    const { conversation } = await stage.person("Priya Shah");
    await stage.fault("Priya Shah", "429");
    const response = await stage.sayBare(conversation);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "2"]);
  });

  it("may answer 502 though the message arrived", async () => {
    const { conversation } = await stage.person("Priya Shah");
    await stage.fault("Priya Shah", "502-arrived");
    expect((await stage.sayBare(conversation)).status).toBe(502);
    expect(await newestIn(conversation)).toMatchObject({ text: "hello" });
  });

  it("may never answer", async () => {
    const { conversation } = await stage.person("Priya Shah");
    await stage.fault("Priya Shah", "hang");
    const waited = new Promise((resolve) => setTimeout(resolve, 200, "nothing"));
    const asked = stage.sayBare(conversation).catch(() => "cut off");
    expect(await Promise.race([asked, waited])).toBe("nothing");
  });

  it("may deliver every press twice under one id", async () => {
    await stage.write("Priya Shah", "card");
    const id = (await newestIn((await stage.person("Priya Shah")).conversation))?.id ?? "";
    await stage.post("channel", { twice: true });
    expect(await stage.press("Priya Shah", id, "say")).toEqual({ kind: "message", text: "Noted, thank you." });
    const [first, second] = stage.bot.heardFrom("Priya Shah", "invoke");
    expect(second?.id).toBe(first?.id);
  });

  it("breaks the line to the bot and back when it is away, and says so beside the words", async () => {
    const { conversation } = await stage.person("Priya Shah");
    await stage.post("channel", { away: true });
    await expect(stage.sayBare(conversation)).rejects.toThrow();
    await stage.write("Priya Shah", "are you there");
    expect(await newestIn(conversation)).toMatchObject({ text: "are you there", undelivered: true });
    expect(stage.bot.heardFrom("Priya Shah")).toHaveLength(0);
  });
});
