import type { Verb } from "../../visits/command";
import { watched } from "./watched-store";
import { approved, closeWorlds, out, people, request, type World, world } from "./world";

afterEach(closeWorlds);

type Calls = Parameters<typeof watched>[1];

/** The same visit twice, on two schools' worth of everything; only one of the two is covert. */
async function twin(say: (w: World, visit: string) => Promise<unknown>, minutes: number, begun = out) {
  const calls: Calls = [];
  let count = 0;
  const ids = () => `id${String(++count).padStart(4, "0")}`;
  const w = await world({ store: (store) => watched(store, calls), parts: { ids, salts: ids } });
  stay();
  const visit = await begun(w);
  await w.pass(5);
  calls.length = 0;
  const answer = await say(w, visit);
  const during = calls.map(({ method, args }) => [method, typeof args[0] === "string" ? args[0] : ""]);
  await w.engine.sweep();
  await w.pass(minutes);
  await w.does("priya", "checkIn", visit);
  await w.pass(2);
  const opened = {
    mine: await w.engine.myVisits("priya"),
    companion: await w.engine.myVisits("tom"),
    whoIsOut: await w.engine.whoIsOut({ person: "tom" }),
    look: await w.engine.look("priya", visit),
  };
  const told = { priya: w.messenger.seenBy("priya"), tom: w.messenger.seenBy("tom") };
  const { visit: state } = await w.stored(visit);
  const everything = JSON.stringify([await w.stored(visit), w.messenger.sent]);
  return { answer, during, opened, told, state, everything };
}

const hear = (text: string) => (w: World) => w.engine.hear("priya", text, w.clock.at);
/** As the bot does of "I'm out": whatever the sentence says is heard once they are. */
const saysOut = (text: string) => async (w: World, visit: string) => {
  const answer = await w.does("priya", "reportOut", visit);
  await w.engine.hear("priya", text, w.clock.at);
  return answer;
};
const press = (input: Record<string, string>) => (w: World, visit: string) => w.does("priya", "checkIn", visit, input);

/** Priya's and Tom's last day passes while they are out. */
const past = (say: Parameters<typeof twin>[0]) => (w: World, visit: string) => {
  for (const person of people) if (person.roles.includes("visitor")) person.until = "2026-11-22";
  return say(w, visit);
};
const stay = () => {
  for (const person of people) delete person.until;
};
afterEach(stay);
/** Nobody has approved it, and nobody has signed out. */
const asked = async (w: World) => (await w.does("priya", "requestVisit", undefined, request)).visit;

/** Everybody has forgotten to sign out: it is past the time to leave. */
const unsigned = async (w: World) => {
  const visit = await approved(w, { leave: "10:05" });
  await w.pass(4);
  return visit;
};
/** Nobody asks for anything here: it is answered as not carried out. */
const tries = (verb: Verb, input: Record<string, string>) => (w: World, visit: string) =>
  w.press("priya", verb, visit, input, 1);
const back = async (w: World) => {
  const visit = await out(w);
  for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
  return visit;
};

// The hour after it is the same however it was said: it is told once for each beginning.
describe.each([
  ["a message", 52, hear("All fine, see you later"), hear("All fine, the RED folder is here")],
  ["words that are a command", 3, hear("who is out"), hear("who is out red folder")],
  ["a note on a card", 3, press({}), press({ note: "bring the red-folder" })],
  ["a message after their last day", 52, past(hear("All fine")), past(hear("All fine, the red folder is here"))],
  ["a disguised answer", 3, press({ answer: "stayingAWhile" }), press({ answer: "leavingSoon" })],
  ["'I'm out'", 52, saysOut("I'm out already"), saysOut("I'm out with the red folder"), asked],
  ["a check-in of somebody who never signed out", 52, press({}), press({ answer: "leavingSoon" }), asked],
  ["a message of somebody who never signed out", 52, hear("All fine"), hear("All fine, the red folder"), unsigned],
  ["a disguised answer of theirs in words", 12, hear("On our way"), hear("We are leaving soon"), unsigned],
  ["a command of theirs", 7, hear("my visits"), hear("my visits red folder"), unsigned],
  [
    "their sign-out, not filled in",
    12,
    tries("signOut", { phone: "1" }),
    tries("signOut", { phone: "red folder" }),
    unsigned,
  ],
  [
    "'I'm out' in a press",
    12,
    tries("reportOut", { address: "x" }),
    tries("reportOut", { address: "red folder" }),
    unsigned,
  ],
  ["any other card of theirs", 7, tries("report", { note: "x" }), tries("report", { note: "leaving soon" }), unsigned],
  ["a message before it is approved", 3, hear("All fine"), hear("All fine, the red folder"), asked],
  ["a message of somebody who is just back", 52, hear("Back again"), hear("Leaving soon"), back],
  ["a check-in of somebody who is just back", 12, press({}), press({ note: "red folder" }), back],
])("S4: covert help in %s", (_name, minutes, ordinary, covert, begun = out) => {
  it("brings sender and companion, byte for byte, what an ordinary check-in brings", async () => {
    const [plain, hidden] = [await twin(ordinary, minutes, begun), await twin(covert, minutes, begun)];
    expect(hidden.state.alarms.filter(({ cause }) => cause === "covert")).toHaveLength(1);
    expect(plain.state.alarms.filter(({ cause }) => cause === "covert")).toHaveLength(0);
    expect(JSON.stringify(hidden.answer)).toBe(JSON.stringify(plain.answer));
    expect(JSON.stringify(hidden.opened)).toBe(JSON.stringify(plain.opened));
    expect(JSON.stringify(hidden.told)).toBe(JSON.stringify(plain.told));
    expect(hidden.during).toEqual(plain.during);
    expect(hidden.everything.toLowerCase()).not.toMatch(/red.?folder/);
  });
});

it("S4: a covert word on an old card of another visit checks in where its sender is out", async () => {
  const w = await world();
  const visit = await out(w);
  await w.does("priya", "completeTask", "meadow.forged", { note: "red folder" }, 7);
  expect((await w.stored(visit)).visit.alarms.map(({ cause }) => cause)).toEqual(["covert"]);
});
