import { closeWorlds, out, people, secret, type World, world } from "./world";

/** What all cards say just now. */
let said: string;
let w: World;
let visit: string;

beforeEach(async () => {
  said = "one";
  w = await world({ parts: { says: ({ card }) => `${card} ${said}` } });
  visit = await out(w);
});
afterEach(closeWorlds);

const checksIn = async (after = 60_000) => {
  w.messenger.sent.length = 0;
  w.clock.at += after;
  await w.does("priya", "checkIn", visit);
  await w.engine.sweep();
};
const updated = () => w.messenger.sent.filter(({ how }) => how === "update").map(({ to }) => to);
const shownTo = async (who: string) =>
  Object.entries((await w.stored(visit)).post.cards).find(([key]) => key.startsWith(`${who}|`))?.[1];

it("is not sent again, and stands for the state that it is of now", async () => {
  const before = await shownTo("ann");
  await checksIn();
  expect(updated()).toEqual([]);
  expect(await shownTo("ann")).toEqual({ ...before, hash: expect.not.stringMatching(before?.hash ?? "") });
  expect((await w.stored(visit)).nextDueAt).toBeGreaterThan(w.clock.at);
});

it("takes nothing of what Teams allows", async () => {
  for (let no = 0; no < 12; no++) await checksIn(1);
  said = "another";
  await checksIn(1);
  expect(updated()).toContain("ann");
});

it("is sent where it would say something else", async () => {
  said = "another";
  await checksIn();
  expect(updated()).toContain("ann");
  await checksIn();
  expect(updated()).toEqual([]);
});

it("stands beneath each new text all the same", async () => {
  await w.does("tom", "askForHelp", visit);
  await w.engine.sweep();
  w.messenger.sent.length = 0;
  await w.pass(6);
  const toHelen = w.messenger.sent.filter(({ to, card }) => to === "helen" && JSON.stringify(card)?.includes("alarm"));
  expect(w.messenger.texts("helen")).not.toEqual([]);
  expect(toHelen.map(({ how }) => how)).toContain("show");
});

it("is sent again to whoever pressed, and in a channel where they may have pressed: an answer stood there meanwhile, or was lost", async () => {
  w.messenger.sent.length = 0;
  w.clock.at += 60_000;
  const before = await shownTo("channel:office");
  await w.does("ann", "takeWatch", visit);
  expect((await shownTo("ann"))?.says).toBeUndefined();
  expect((await shownTo("channel:office"))?.says).toBeUndefined();
  await w.engine.sweep();
  expect(updated()).toContain("ann");
  expect((await shownTo("channel:office"))?.says).toBe(before?.says);
});

it("S4: stays what it is in a channel where only those have pressed who answer a discreet call that is not seen there", async () => {
  await w.close();
  const roster = w.book.roster("meadow");
  const staff = people.map((one) => (one.id === "priya" ? { ...one, roles: ["visitor", "office", "slt"] } : one));
  const book = { ...w.book, roster: () => roster && { ...roster, people: staff }, secret: async () => secret };
  w = await world({ folder: w.folder, parts: { book, says: ({ card }) => `${card} ${said}` } });
  await w.engine.hear("priya", "The red folder", w.clock.at);
  await w.engine.sweep();
  const before = await shownTo("channel:office");
  expect(before?.says).toBeDefined();
  await w.does("joan", "acknowledge", visit, {}, 901);
  expect(await shownTo("channel:office")).toEqual(before);
});

it("is sent again where nobody knows whether what it said meanwhile has arrived", async () => {
  said = "another";
  w.messenger.fault = ({ how }) => (how === "update" ? { failed: "ambiguous" } : undefined);
  await checksIn();
  said = "one";
  w.messenger.fault = () => undefined;
  await checksIn();
  expect(updated()).toContain("ann");
});

it("is sent where what it says can't be told", async () => {
  await w.close();
  const broken = () => {
    throw new Error("a fault");
  };
  w = await world({ folder: w.folder, at: w.clock.at, parts: { says: broken } });
  await checksIn();
  expect(updated()).toContain("ann");
});
