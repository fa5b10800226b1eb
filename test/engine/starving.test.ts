import { closeWorlds, out, type World, world } from "./world";

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);

/** So many calls are recorded in a second that the card of whoever records them takes all the messages that Teams allows; then the alarm ends. */
async function muchIsSaidAtOnce(): Promise<string> {
  const visit = await out(w);
  await w.pass(60);
  for (let calls = 0; calls < 16; calls++) {
    await w.does("helen", "recordCall", visit, { outcome: "noAnswer" }, 1);
    await w.engine.sweep();
    w.clock.at += 60;
  }
  w.messenger.sent.length = 0;
  await w.does("helen", "recordCall", visit, { outcome: "ok" }, 1);
  return visit;
}

it("does not redraw an alarm's card while its text waits for a limit, which that would use up", async () => {
  await muchIsSaidAtOnce();
  await w.pass(0.5);
  const toHelen = w.messenger.sent.filter(({ to }) => to === "helen");
  expect(toHelen.filter(({ text }) => text.startsWith("alarmEnded"))).toHaveLength(1);
  const drawn = toHelen.filter(({ how }) => how === "update").map(({ card }) => said(card));
  expect(drawn).not.toEqual([]);
  expect(drawn).toEqual([...new Set(drawn)]);
});

const said = (card: unknown): string => JSON.stringify(card, (key, value) => (key === "now" ? undefined : value));
