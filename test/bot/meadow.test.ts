import type { Seat } from "../channel/seat";
import { request } from "../request";
import { Meadow } from "./meadow";

describe("the bot with everything behind it", () => {
  let meadow: Meadow;
  beforeEach(async () => {
    meadow = await Meadow.open();
  });
  afterEach(() => meadow.close());

  it("keeps what was typed, and says beside the field what is wrong with it", async () => {
    const priya = meadow.person(2);
    await priya.says("request visit");
    const { say, beside } = await priya.isRefused("requestVisit", { ...request, back: "09:00" });
    expect({ say, beside }).toEqual({ say: expect.stringContaining("after the start"), beside: "back" });
    const { card } = await priya.isOffered("requestVisit");
    expect(JSON.stringify(card)).toContain("To agree how Sam comes back");
    await priya.presses("requestVisit", { back: "11:00" });
    await priya.sees("✓ Asked");
  });

  it("P6: answers forged, absent and other schools' visits alike", async () => {
    const press = (visit: unknown) =>
      meadow.person(2).send({
        type: "invoke",
        name: "adaptiveCard/action",
        value: { action: { type: "Action.Execute", verb: "signOut", data: { card: "visit", visit } } },
      });
    const answers = [
      await press("meadow.aaaaaaaaaa"),
      await press("hexthorpe.aaaaaaaaaa"),
      await press("../../etc"),
      await press(""),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.error).toBe("There is no such visit.");
  });

  it("S14: says 'not saved' when the disk does not take it", async () => {
    await meadow.close();
    meadow = await Meadow.out();
    const priya = meadow.person(2);
    const out = await priya.isOffered("checkIn");
    await meadow.sweep();
    await meadow.store.close();
    const { say } = await priya.isRefusedOn(out, "checkIn");
    expect(say).toBe("Not saved. Try again, or ring the school on +44 1332 900100.");
    await priya.says("all fine");
    await priya.sees("Not saved.");
  });
});

describe("S4: covert help in the bot with everything behind it", () => {
  const visitor = async (help: boolean, act: (meadow: Meadow, help: boolean) => Promise<unknown>) => {
    const one = await Meadow.out();
    await one.sweep();
    const before = one.person(2).posts.length;
    const answer = await act(one, help);
    await one.sweep();
    const posts = one.person(2).posts.map(({ text, card, edits }) => ({ text, card, edits }));
    await one.close();
    return JSON.stringify({ answer, posts, before }).replace(/meadow\.[a-z0-9]+/g, "VISIT");
  };
  const twins = async (act: (meadow: Meadow, help: boolean) => Promise<unknown>) =>
    [await visitor(false, act), await visitor(true, act)] as const;

  it("in a message is answered as an ordinary one is", async () => {
    const [ordinary, covert] = await twins((one, help) =>
      one.person(2).says(help ? "Where is the green folder?" : "Where is the blue folder?"),
    );
    expect(covert).toBe(ordinary);
  });

  it("around a command is answered as the command is", async () => {
    const [ordinary, covert] = await twins((one, help) =>
      one.person(2).says(help ? "my visits, green folder" : "my visits, blue folder"),
    );
    expect(covert).toBe(ordinary);
  });

  it("by the disguised answer is answered as a check-in is", async () => {
    const [ordinary, covert] = await twins((one, help) =>
      answers(one.person(2), help ? "stayingAWhile" : "leavingSoon"),
    );
    expect(covert).toBe(ordinary);
  });

  it("reaches the ladder all the same", async () => {
    const meadow = await Meadow.out();
    await meadow.person(2).says("the green folder");
    await meadow.sweep();
    await meadow.person(6).sees(/ALARM/);
    await meadow.close();
  });
});

/** One of the three everyday answers on the live card. */
async function answers(seat: Seat, answer: string) {
  const { card } = await seat.isOffered("checkIn");
  const visit = /"visit":"(meadow\.[a-z0-9]+)"/.exec(JSON.stringify(card))?.[1];
  const action = { type: "Action.Execute", verb: "checkIn", data: { verb: "checkIn", visit, card: "visit", answer } };
  return seat.send({ type: "invoke", name: "adaptiveCard/action", value: { action } });
}
