import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Meadow } from "../bot/meadow";
import { patience } from "../patience";

/** What only the assembled program shows: the engine with the bot's own way of waking it, and of making way for answers. */

/** So many that one alarm is more than Teams takes in a second (46, without those that are kept for a discreet call). */
const leaders = Array.from({ length: 44 }, (_, no) => `aaaaaaaa-0000-0000-0000-${String(no).padStart(12, "0")}`);
let folder: string;
let meadow: Meadow;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "homeward-assembled-"));
  const listed = leaders.map((id, no) => `  - { id: ${id}, name: Leader ${no}, school: meadow, roles: [slt] }`);
  const schools = readFileSync("schools.demo.yaml", "utf8");
  writeFileSync(join(folder, "schools.yaml"), `${schools.trimEnd()}\n${listed.join("\n")}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));
let stopped = false;
afterEach(async () => {
  stopped = true;
  await meadow.close();
});

/** Until it is so, however slow the machine. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + patience; !isSo(); await new Promise((resolve) => setTimeout(resolve, 5)))
    if (Date.now() > end) throw new Error("It has not come.");
}
const isAlarm = (text: string): boolean => text.includes("ALARM");

it("goes on with a storm as soon as Teams takes alarms again, with nobody else to wake it", async () => {
  meadow = await Meadow.open(join(folder, "schools.yaml"));
  const { serviceUrl, brought } = meadow.channel;
  for (const id of leaders) {
    const { place } = meadow.channel.person(id);
    await meadow.store.put("conversation", id, { conversation: place.id, serviceUrl, seenAt: 1 });
  }
  await meadow.person(2).says("we are out already");
  await meadow.sweep();
  // Teams takes nearly a second over the first of them, and all were begun before it had.
  const [began, since] = [meadow.now + 60_000, brought.length];
  let later = 0;
  Object.defineProperty(meadow, "now", { get: () => began + (brought.length > since ? 950 : 0) + later });
  await meadow.person(2).says("help");
  await meadow.sweep();
  const untold = () => leaders.filter((id) => !meadow.channel.person(id).texts.some(isAlarm)).length;
  expect(untold()).toBeGreaterThan(0);
  // What a second does not hold goes on in the next, which comes when nothing more is brought. On a clock that ran on meanwhile the alarm's next round would come, however slow the machine.
  let [quiet, known] = [0, 0];
  await until(() => {
    quiet = brought.length === known ? quiet + 1 : 0;
    known = brought.length;
    if (quiet > 0 && quiet % 60 === 0) later += 1_000;
    return untold() === 0;
  });
});

it("S4: tells everybody of an alarm though presses keep coming, and one is never answered", async () => {
  meadow = await Meadow.open("schools.demo.yaml", 100);
  await meadow.person(2).says("we are out already");
  await meadow.sweep();
  stopped = false;
  hangsFor(8);
  void meadow
    .person(8)
    .says("who is out")
    .catch(() => undefined);
  const pressing = [5, 6, 7].map(presses);
  await meadow.person(2).says("help");
  await until(() => [4, 5, 6, 7].every((digit) => meadow.person(digit).texts.some(isAlarm)));
  stopped = true;
  await Promise.all(pressing);
  expect(pressed).toBeGreaterThan(3);
});

/** The store never answers whoever asks about this person's chat. */
function hangsFor(digit: number): void {
  const { store } = meadow;
  const get = store.get.bind(store);
  const { id } = meadow.person(digit).person;
  store.get = (kind, key) => (kind === "conversation" && key === id ? new Promise(() => undefined) : get(kind, key));
}

let pressed = 0;
/** One press after the other, as soon as the last is answered. */
async function presses(digit: number): Promise<void> {
  const data = { card: "visit", visit: "meadow.aaaaaaaaaa" };
  const value = { action: { type: "Action.Execute", verb: "acknowledge", data } };
  for (; !stopped; pressed++) await meadow.person(digit).send({ type: "invoke", name: "adaptiveCard/action", value });
}
