import type { Stored } from "../../engine/ports";
import { type Between, watched } from "./watched-store";
import { closeWorlds, out, people, secret, type World, world } from "./world";

/** Sam answers alarms, and goes on visits himself. */
async function withSamGoing(between: { now?: Between }): Promise<World> {
  const plain = await world();
  await plain.close();
  const roster = plain.book.roster("meadow");
  const staff = people.map((one) => (one.id === "sam" ? { ...one, roles: ["slt", "visitor"] } : one));
  const book = { ...plain.book, roster: () => roster && { ...roster, people: staff }, secret: async () => secret };
  return world({ folder: plain.folder, parts: { book }, store: (store) => watched(store, [], between) });
}

const titles = (w: World, who: string): string[] => w.messenger.texts(who).map((text) => text.split(" ")[0] ?? "");

/** The same visit again, of two others. */
async function alsoOut(w: World, visit: string): Promise<string> {
  const id = "meadow.theirs";
  const text = JSON.stringify(await w.stored(visit)).replaceAll(visit, id);
  const theirs: Stored = JSON.parse(text.replaceAll('"priya"', '"sam"').replaceAll('"tom"', '"grace"'));
  await w.store.insert(theirs);
  return id;
}

describe("whoever was out on another visit when somebody asked for help", () => {
  let w: World;
  let theirs: string;
  let visit: string;
  let between: { now?: Between };
  beforeEach(async () => {
    between = {};
    w = await withSamGoing(between);
    visit = await out(w);
    theirs = await alsoOut(w, visit);
    w.messenger.sent.length = 0;
    await w.does("priya", "askForHelp", visit);
    await w.pass(1);
    await w.does("helen", "acknowledge", visit, {}, 1);
    await w.pass(1);
    expect(titles(w, "helen")).toContain("alarm");
    expect(titles(w, "sam")).not.toContain("alarm");
  });
  afterEach(closeWorlds);

  it("S5: hears of it as soon as they are back, though somebody has it in hand", async () => {
    await w.does("sam", "signIn", theirs);
    await w.engine.sweep();
    expect(titles(w, "sam")).toContain("alarm");
  });

  it("S5, S14: hears of it as soon as they are back, though another record at the school can't be read", async () => {
    const open = await w.store.open("meadow");
    w.store.open = async () => [{ unreadable: true, school: "meadow", id: "meadow.broken" }, ...open];
    await w.does("sam", "signIn", theirs);
    await w.engine.sweep();
    expect(titles(w, "sam")).toContain("alarm");
  });

  it("S5: hears of it as soon as the office has seen them back", async () => {
    await w.does("ann", "seenBack", theirs, { who: "sam" });
    await w.engine.sweep();
    expect(titles(w, "sam")).toContain("alarm");
  });

  it("S5: hears as soon as they are back that it is over", async () => {
    await w.does("helen", "standDown", visit, { why: "Spoken to, and safe", spoken: "priya,tom" }, 1);
    await w.pass(1);
    expect(titles(w, "sam")).not.toContain("alarmEnded");
    await w.does("sam", "signIn", theirs);
    await w.engine.sweep();
    expect(titles(w, "sam")).toContain("alarmEnded");
  });

  it.each(["when it has nothing to send", "before it sends", "after it has sent"])(
    "S5: hears of it as soon as they are back, though a pass that knew them away writes later still: %s",
    async (when) => {
      await w.does("priya", "checkIn", visit);
      if (when === "when it has nothing to send") await w.engine.sweep();
      w.clock.at += 60_000;
      let left = when === "after it has sent" ? 1 : 0;
      between.now = async ({ method, args }) => {
        if (method !== "replace" || (args[0] as Stored).id !== visit || left-- > 0) return;
        between.now = undefined;
        await w.does("sam", "signIn", theirs);
      };
      await w.engine.sweep();
      expect(between.now).toBeUndefined();
      expect(titles(w, "sam")).toContain("alarm");
    },
  );

  it("S5: hears of it as soon as they are back, though just then somebody presses a card whose mark was lost", async () => {
    const stored = await w.stored(visit);
    const lost = { "helen|alarm:1": { hash: "", tries: 1 } };
    await w.store.replace({ ...stored, post: { ...stored.post, cards: { ...stored.post.cards, ...lost } } });
    between.now = async ({ method, args }) => {
      if (method !== "replace" || (args[0] as Stored).id !== visit) return;
      between.now = undefined;
      await w.does("sam", "signIn", theirs);
    };
    await w.engine.adopt(
      { person: "helen" },
      visit,
      { card: "alarm", no: 1 },
      { conversation: "helen", activity: "a" },
    );
    await w.engine.sweep();
    expect([between.now, titles(w, "sam")]).toEqual([undefined, expect.arrayContaining(["alarm"])]);
  });

  it("S5: hears of it within a minute of being back, where the word of it was lost", async () => {
    between.now = ({ method }) => {
      if (method === "makeDue") throw new Error("The store is away.");
    };
    await w.does("sam", "signIn", theirs);
    await w.engine.sweep();
    expect(titles(w, "sam")).not.toContain("alarm");
    await w.pass(1);
    expect(titles(w, "sam")).toContain("alarm");
  });
});

it("S5: whoever comes back while somebody asks for help hears of it at once", async () => {
  const between: { now?: Between } = {};
  const w = await withSamGoing(between);
  const visit = await out(w);
  const theirs = await alsoOut(w, visit);
  w.messenger.sent.length = 0;
  between.now = async ({ method, args }) => {
    if (method !== "replace" || (args[0] as Stored).id !== theirs) return;
    between.now = undefined;
    await w.does("priya", "askForHelp", visit);
    await w.engine.sweep();
    expect(titles(w, "helen")).toContain("alarm");
  };
  await w.does("sam", "signIn", theirs);
  await w.engine.sweep();
  expect(titles(w, "sam")).toContain("alarm");
});
