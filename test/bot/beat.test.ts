import { Beat } from "../../engine/beat";
import { refuse } from "../../visits/refusal";
import { Bench, sight } from "./bench";
import { PRIYA } from "./people";

describe("S4: an answer leaves on the beat", () => {
  /** Of each wait: how long, what the engine had been asked by then, and how much had been sent. */
  let waits: [number, string[], number][];
  let bench: Bench;
  let at: number;
  beforeEach(async () => {
    waits = [];
    at = 0;
    const pause = async (ms: number) => {
      waits.push([ms, bench.script.asked.map(([name]) => name), bench.channel.person(PRIYA).posts.length]);
    };
    bench = await Bench.open({}, new Beat(100, { elapsed: () => at, pause, turn: async () => undefined }));
  });
  afterEach(() => bench.close());
  const send = (activity: object) => bench.channel.person(PRIYA).send(activity);
  const says = (text: string) => send({ type: "message", text });
  const presses = () =>
    send({
      ...{ type: "invoke", name: "adaptiveCard/action" },
      value: {
        action: {
          type: "Action.Execute",
          verb: "checkIn",
          data: { verb: "checkIn", visit: "meadow.one", card: "visit" },
        },
        trigger: "manual",
      },
    });

  it("once for all that a message asks of the engine, with its card drawn and nothing sent yet", async () => {
    await says("who is out");
    expect(waits).toEqual([[100, ["hear", "whoIsOut"], 0]]);
    expect(bench.channel.person(PRIYA).posts).toHaveLength(1);
  });

  it("counted from when it came in, however long the engine took", async () => {
    bench.script.answers.submit = async () => {
      at += 130;
      return { done: sight() };
    };
    await presses();
    expect(waits).toEqual([[70, ["submit"], 0]]);
  });

  it("also where it is refused, or could not be stored", async () => {
    bench.script.answers.submit = async () => ({ refusal: refuse("wrongTime", "It is over.") });
    await presses();
    bench.script.answers.submit = () => Promise.reject(new Error("away"));
    await presses();
    expect(waits.map(([ms]) => ms)).toEqual([100, 100]);
  });

  it("and for nobody who gets none", async () => {
    await send({ type: "conversationUpdate" });
    await send({ type: "messageReaction" });
    expect(waits).toEqual([]);
  });
});
