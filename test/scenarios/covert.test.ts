import type { Post } from "../channel/place";
import type { Seat } from "../channel/seat";
import { introduced, type Scene } from "./scenes";
import { Twins, type Visitor } from "./twins";

let twins: Twins;

const checksIn = (seat: Seat) => seat.presses("checkIn");
const until = (time: string) => twins.both((school) => school.until(time));

const lists = ["who is out", "my visits"];

/** What each of them can ask for and press themselves. Of the two lists they ask for one, the next time for the other. */
async function everybodyLooks(...visitors: Visitor[]): Promise<void> {
  const [list = ""] = lists.reverse();
  for (const who of visitors) {
    await twins.does(who, (seat) => seat.says(list));
    await twins.does(who, checksIn);
  }
}

/** Also in the channel that a senior leader on the visit reads. */
function expectAlikeInChannel(): void {
  expect(twins.difference("grace", "slt")).toBeUndefined();
}

function expectAlike(...visitors: Visitor[]): void {
  for (const who of visitors) expect(twins.difference(who)).toBeUndefined();
}

/** Both are out till three, and were heard of at twenty past ten; an old card to ask for a visit with is open still. */
const out = (name: string, companion: Visitor): Scene => ({
  name: `${name}, with an old card`,
  after: introduced,
  happens: async (school) => {
    await school.priya.says("request visit");
    await school.sendsOut({ back: "15:00", companion: school[companion].person.id });
    await school.arrives();
    await school.until("10:20:15");
    for (const who of ["priya", companion] as const) await school[who].presses("checkIn");
  },
});

const stamp = (when: string) => ({ decision: "policeCalled", when, reference: "DC-482", answer: "On their way" });

describe("covert help beside an ordinary twin", () => {
  const oldCards = new Map<object, Post>();
  const responders = ["grace", "ann", "helen", "samuel", "joan", "slt"];

  beforeAll(async () => {
    twins = await Twins.open(out("out", "tom"));
    await twins.both(async (school) => void oldCards.set(school, await school.priya.isOffered("requestVisit")));
  });
  afterAll(() => twins.close());

  const isToldOf = async (no: number, happens: () => Promise<unknown>): Promise<void> => {
    const heard = await twins.covert.hears(happens, /ALARM/);
    expect(heard.map((line) => line.split(":")[0])).toEqual(responders);
    for (const line of heard) expect(line).toMatch(new RegExp(`ALARM ${no}.*Priya Shah.*DO NOT RING OR MESSAGE THEM`));
  };
  const isMarkedSafe = async () => {
    await twins.covert.isMarkedSafe(twins.covert.priya);
    await twins.covert.settles();
  };

  it("S4: in free text is told to the responders, and looks like a check-in", async () => {
    await until("10:30:15");
    await isToldOf(901, () => twins.does("priya", (seat) => seat.says("All fine. The Green-Folder is on my desk")));
    expectAlike("priya", "tom");
  });

  it("S4: is alike through acknowledgement, police stamp and whatever sender and companion do meanwhile", async () => {
    await twins.covert.samuel.presses("acknowledge");
    await until("10:33:15");
    await everybodyLooks("priya");
    await twins.covert.helen.presses("recordDecision", stamp("10:33"));
    await until("10:36:15");
    await everybodyLooks("tom");
    expectAlike("priya", "tom");
  });

  it("S4: is ended by the DSL alone, and alike afterwards", async () => {
    await isMarkedSafe();
    await until("10:40:15");
    await everybodyLooks("priya", "tom");
    expectAlike("priya", "tom");
  });

  it("S4: in an input of a card looks like a check-in", async () => {
    const note = { type: "Action.Execute", verb: "checkIn", data: { note: "Bring the green folder", card: "visit" } };
    const withNote = async (seat: Seat) => {
      const { id, card } = await seat.isOffered("checkIn");
      const visit = /meadow\.[a-z2-7]{10}/.exec(JSON.stringify(card))?.[0];
      const action = { ...note, data: { ...note.data, visit } };
      return seat.send({ type: "invoke", name: "adaptiveCard/action", value: { action }, replyToId: id });
    };
    await until("10:45:15");
    await isToldOf(902, () => twins.does("priya", withNote));
    await isMarkedSafe();
    await everybodyLooks("priya");
    expectAlike("priya", "tom");
  });

  it("S4: on an old card looks like a check-in", async () => {
    await until("10:50:15");
    const typed = { pupil: "Sam Smith", purpose: "green folder" };
    const onOldCard: Parameters<Twins["does"]>[1] = (seat, school) => {
      const post = oldCards.get(school) as Post;
      const data = { card: "request", ...typed };
      const action = { type: "Action.Execute", verb: "requestVisit", data };
      return seat.send({ type: "invoke", name: "adaptiveCard/action", value: { action }, replyToId: post.id });
    };
    await isToldOf(903, () => twins.does("priya", onOldCard, checksIn));
    await isMarkedSafe();
    await everybodyLooks("tom");
    expectAlike("priya", "tom");
  });

  it("S4: by the disguised answer looks like that answer", async () => {
    await until("10:55:15");
    await isToldOf(904, () => twins.does("priya", (seat) => seat.presses("checkIn", { answer: "stayingAWhile" })));
    await everybodyLooks("tom", "priya");
    await twins.covert.helen.presses("recordDecision", stamp("10:55"));
    expectAlike("priya", "tom");
  });

  it("S4: goes on quietly beside silence: the visitors' pings come as ever, and nobody is asked to ring", async () => {
    const heard = await twins.covert.hears(() => until("12:10:15"));
    const rings = heard.filter((line) => /ring/i.test(line) && !/DO NOT RING/.test(line));
    expect(rings).toEqual([]);
    expect(heard).toContainEqual(expect.stringMatching(/^priya: All well\?/));
    await everybodyLooks("priya", "tom");
    expectAlike("priya", "tom");
  });

  it("S4: stays hidden through sign-in, minutes and the next request, while it is open and when it is over", async () => {
    await until("12:20:15");
    for (const who of ["tom", "priya"] as const) await twins.does(who, (seat) => seat.presses("leave"));
    for (const who of ["tom", "priya"] as const) await twins.does(who, (seat) => seat.presses("signIn"));
    const minutes = { text: "We agreed a plan.", issues: "no", concern: "no" };
    await twins.does("priya", (seat) => seat.presses("writeMinutes", minutes));
    await twins.does("priya", (seat) => seat.presses("completeTask", { review: "ok" }));
    for (const after of [async () => undefined, isMarkedSafe]) {
      await after();
      for (const who of ["tom", "priya"] as const)
        for (const words of ["my visits", "who is out", "request visit"])
          await twins.does(who, (seat) => seat.says(words));
    }
    expectAlike("priya", "tom");
  });
});

describe("covert help while the companion is a senior leader", () => {
  beforeAll(async () => {
    twins = await Twins.open(out("with a senior leader", "grace"));
  });
  afterAll(() => twins.close());

  it("S4: is told one to one, past the channel that the companion reads", async () => {
    const called = () => twins.does("priya", (seat) => seat.presses("checkIn", { answer: "stayingAWhile" }));
    const heard = await twins.covert.hears(called, /ALARM/);
    expect(heard.map((line) => line.split(":")[0])).toEqual(["ann", "helen", "samuel", "joan"]);
    await everybodyLooks("grace", "priya");
    await until("10:24:15");
    await twins.covert.helen.presses("recordDecision", stamp("10:23"));
    expectAlikeInChannel();
  });

  it("S4: shows nothing in that channel either when silence brings an alarm there", async () => {
    await until("11:32:15");
    expect(twins.covert.slt.texts).toContainEqual(expect.stringMatching(/ALARM 2.*no contact/));
    await everybodyLooks("grace", "priya");
    expectAlikeInChannel();
  });

  it("S4: shows nothing there when the DSL has marked it safe", async () => {
    await twins.covert.isMarkedSafe(twins.covert.priya);
    await everybodyLooks("grace", "priya");
    expectAlike("priya");
    expectAlikeInChannel();
  });
});
