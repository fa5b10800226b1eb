import type { Seat } from "../channel/seat";
import { idOf } from "../people";
import { Meadow } from "./meadow";

const minute = 60_000;
const [PRIYA, TOM, ANN, HELEN, SAMUEL, JOAN] = [2, 3, 5, 6, 7, 8] as const;
type Result = {
  how: string;
  toldAfter?: number;
  takenAfter?: { who: string; minutes: number };
  endedAfter?: number;
  steps: string[];
};

describe("a drill", () => {
  let meadow: Meadow;
  beforeEach(async () => {
    meadow = await Meadow.open();
  });
  afterEach(() => meadow.close());
  const person = (digit: number): Seat => meadow.person(digit);
  const everyPost = () => [PRIYA, TOM, ANN, HELEN, SAMUEL, JOAN].flatMap((digit) => person(digit).posts);
  const results = async () => ((await meadow.store.get("drill", "meadow")) ?? []) as Result[];

  async function begin(kind: string): Promise<{ before: number }> {
    const before = everyPost().length;
    await person(HELEN).says("drill");
    await person(HELEN).presses("drill", { do: "begin", kind, player: idOf(TOM) });
    await person(TOM).sees("You play a colleague");
    return { before };
  }
  async function pass(minutes: number): Promise<void> {
    for (let i = 0; i < minutes; i++) {
      meadow.now += minute;
      await meadow.sweep();
    }
  }
  /** All that was posted since, apart from the card from which drills are begun. */
  const posted = (since: Set<unknown>) => everyPost().filter((post) => !since.has(post));

  it("is begun by an approver or administrator alone", async () => {
    await person(PRIYA).says("drill");
    await person(PRIYA).sees("A drill is begun by an administrator, or by whoever approves visits.");
    const action = {
      type: "Action.Execute",
      verb: "drill",
      data: { do: "begin", kind: "silence", player: idOf(TOM), card: "drill" },
    };
    const answer = await person(PRIYA).send({ type: "invoke", name: "adaptiveCard/action", value: { action } });
    expect(answer.error).toContain("begun by an administrator");
    expect(await results()).toEqual([]);
  });

  it("stands among those that are over once it is", async () => {
    await begin("silence");
    await person(HELEN).says("drill");
    await person(HELEN).sees("A drill is under way");
    await person(HELEN).sees("There has been none yet");
    await person(HELEN).presses("drill", { do: "end" });
    await person(HELEN).sees("; stopped.");
  });

  it("of silence climbs as an alarm would, says DRILL in every text and on every card, and is on record for governors", async () => {
    await person(HELEN).says("drill");
    const since = new Set<unknown>(everyPost());
    await person(HELEN).presses("drill", { do: "begin", kind: "silence", player: idOf(TOM) });
    await pass(4);
    await person(ANN).isOffered("acknowledge");
    await person(ANN).presses("acknowledge");
    await pass(2);
    await person(ANN).presses("recordCall", { outcome: "ok" });
    await pass(1);
    await person(ANN).sees("DRILL · The drill is over.");
    const all = posted(since);
    expect(all.length).toBeGreaterThan(4);
    for (const { text, card } of all) expect(card ? JSON.stringify(card) : text).toContain("DRILL");
    expect((await results())[0]).toMatchObject({
      how: "finished",
      toldAfter: 0,
      takenAfter: { who: "Mrs Ann Whitfield", minutes: 1 },
      steps: ["call"],
    });
  });

  it("of covert help answers the player as an ordinary check-in, alerts in silence, and never tells anybody to ring the police", async () => {
    await begin("covert");
    const since = new Set<unknown>(everyPost());
    await person(TOM).says("all fine, I left the green folder on the desk");
    await pass(1);
    await person(SAMUEL).isOffered("acknowledge");
    expect(await meadow.store.open("meadow")).toEqual([]);
    for (const { text, card } of posted(since)) {
      expect(card ? JSON.stringify(card) : text).toContain("DRILL");
      expect(JSON.stringify([text, card])).not.toMatch(/tel:999|NOBODY HAS CALLED THE POLICE/);
    }
    const texts = person(TOM)
      .posts.filter((post) => posted(since).includes(post))
      .map(({ text }) => text);
    expect(texts.join()).not.toMatch(/help|alarm|police/i);
  });

  it("stands among no real visits: nobody is out, and the player can be sent out and can take a real alarm", async () => {
    await begin("silence");
    expect(await meadow.store.open("meadow")).toEqual([]);
    await person(ANN).says("who is out");
    await person(ANN).sees(/Nobody is out/);
  });

  it("is called off by a real alarm, which is told as ever, and none begins while there is one", async () => {
    await meadow.sendOut();
    await person(HELEN).says("drill");
    await person(HELEN).isRefused("drill", { do: "begin", kind: "silence", player: idOf(TOM) });
    await person(HELEN).presses("drill", { do: "begin", kind: "silence", player: idOf(SAMUEL) });
    await person(PRIYA).says("help");
    await meadow.sweep();
    await meadow.sweep();
    await person(SAMUEL).sees("DRILL · The drill is called off: there is a real alarm.");
    expect((await results())[0]).toMatchObject({ how: "calledOff" });
    await person(HELEN).says("drill");
    const { say } = await person(HELEN).isRefused("drill", { do: "begin", kind: "silence", player: idOf(SAMUEL) });
    expect(say).toContain("There is a real alarm");
    expect(person(PRIYA).texts.join()).not.toContain("DRILL");
  });

  it("S4: ends at a discreet call without a word of why, and whoever is on that visit may begin one", async () => {
    await meadow.sendOut();
    await person(HELEN).says("drill");
    await person(HELEN).presses("drill", { do: "begin", kind: "silence", player: idOf(SAMUEL) });
    await person(PRIYA).says("all fine, I left the green folder on the desk");
    await meadow.sweep();
    await meadow.sweep();
    await person(SAMUEL).sees("DRILL · The drill is over.");
    expect(
      everyPost()
        .map(({ text }) => text)
        .join(),
    ).not.toContain("called off");
    expect((await results())[0]).toMatchObject({ how: "stopped" });
    await person(HELEN).says("drill");
    const { say } = await person(HELEN).isRefused("drill", { do: "begin", kind: "silence", player: idOf(SAMUEL) });
    expect(say).toContain("There is a real alarm");
    // Priya herself: as it would be answered without a call.
    for (const who of [PRIYA, TOM]) await person(who).presses("signIn");
    await person(HELEN).presses("drill", { do: "begin", kind: "silence", player: idOf(TOM) });
    await meadow.sweep();
    await person(TOM).sees("You play a colleague");
    expect(person(TOM).texts.join()).not.toMatch(/real alarm|drill is over/);
  });

  it("answers presses after its end with nothing but that it is over", async () => {
    await begin("silence");
    await pass(4);
    const post = await person(ANN).isOffered("acknowledge");
    const card = post.card;
    await person(HELEN).presses("drill", { do: "end" });
    post.card = card;
    expect((await person(ANN).tries(post, "acknowledge")).error).toContain("it is over");
    expect((await results())[0]).toMatchObject({ how: "stopped" });
  });
});
