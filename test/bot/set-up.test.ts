import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { idOf } from "../people";
import { inMemory } from "../program/in-memory";
import { request } from "../request";
import { Meadow } from "./meadow";

const [PRIYA, TOM, ANN, HELEN, SAMUEL, JOAN] = [2, 3, 5, 6, 7, 8];

/** The demo school with Ann and Helen as its administrators. */
const demo = readFileSync("schools.demo.yaml", "utf8").replace(
  "    settings: {",
  `    administrators: [${idOf(ANN)}, ${idOf(HELEN)}]\n    settings: {`,
);

describe("set-up in Teams", () => {
  let meadow: Meadow;
  const folder = mkdtempSync(join(inMemory, "homeward-set-up-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => meadow.close());

  async function open(schools: string): Promise<void> {
    const file = join(folder, "schools.yaml");
    writeFileSync(file, schools);
    meadow = await Meadow.open(file);
  }
  const person = (digit = 0) => meadow.person(digit);
  const setUp = async (digit = 0) => {
    await person(digit).says("set up");
    return person(digit).isOffered("setUp");
  };
  /** Opens one page of the card, as somebody does who goes on pressing. */
  const page = async (digit: number, name: string) => {
    await setUp(digit);
    await person(digit).presses("setUp", { do: "show", page: name });
  };

  it("P2: opens for named administrators alone, and in their own chat", async () => {
    await open(demo);
    expect(JSON.stringify((await setUp(ANN)).card)).toContain("Set up Meadow Primary");
    for (const other of [PRIYA, SAMUEL]) {
      await person(other).says("set up");
      await person(other).sees("Set-up is for the school's administrators");
    }
    await person(ANN).in(meadow.channel.room("19:office@thread.tacv2")).says("set up");
    expect(
      meadow.channel
        .room("19:office@thread.tacv2")
        .posts.some(({ card }) => JSON.stringify(card ?? {}).includes("Set up")),
    ).toBe(false);
  });

  it("P2: a press that was copied from an administrator's card does nothing for anybody else", async () => {
    await open(demo);
    const action = {
      type: "Action.Execute",
      verb: "setUp",
      data: { do: "giveRole", who: idOf(PRIYA), role: "principal", card: "setup" },
    };
    const answer = await person(PRIYA).send({ type: "invoke", name: "adaptiveCard/action", value: { action } });
    expect(answer.error).toContain("Set-up is for the school's administrators");
    expect(await meadow.store.get("setup", "meadow")).toBeUndefined();
  });

  it("P2: a role waits for the second administrator; Principal and DSL hear of it; it holds from then on", async () => {
    await open(demo);
    await page(ANN, "roles");
    await person(ANN).presses("setUp", { do: "giveRole", who: idOf(SAMUEL), role: "principal" });
    await person(HELEN).sees("It needs a second administrator");
    expect(person(JOAN).texts.join()).not.toContain("Set-up of");
    await setUp(HELEN);
    await person(HELEN).presses("setUp", { do: "confirm", no: "1" });
    for (const told of [JOAN, SAMUEL, ANN])
      await person(told).sees(
        "Samuel Reid has the role Principal. Proposed by Mrs Ann Whitfield, confirmed by Helen Marsh.",
      );
    await person(PRIYA).says("request visit");
    await person(PRIYA).presses("requestVisit", request);
    await person(TOM).presses("agreeToVisit");
    await person(PRIYA).presses("assessRisk", { useGeneric: "true", considered: "true" });
    await meadow.sweep();
    await person(SAMUEL).isOffered("approve");
  });

  it("refuses what would leave the school without somebody it needs, beside what was chosen", async () => {
    await open(demo);
    await page(ANN, "roles");
    const { say } = await person(ANN).isRefused("setUp", { do: "takeRole", who: idOf(JOAN), role: "dsl" });
    expect(say).toContain("nobody has the role DSL or deputy DSL");
  });

  it("P1: a code word is set by two, works from then on, and stands in no log and on no card", async () => {
    await open(demo);
    await page(ANN, "channels");
    await person(ANN).presses("setUp", { do: "codeWord", word: "the purple kettle" });
    await setUp(HELEN);
    await person(HELEN).presses("setUp", { do: "confirm", no: "1" });
    await person(SAMUEL).says("code word");
    await person(SAMUEL).sees("the purple kettle");
    expect(JSON.stringify(await meadow.store.get("setup", "meadow"))).not.toContain("kettle");
    for (const reader of [ANN, HELEN]) {
      const texts = person(reader).posts.map(({ card, text }) => JSON.stringify([card, text]));
      expect(texts.join()).not.toContain("purple kettle");
    }
  });

  it("takes a day of closure at once, and shows who changed what", async () => {
    await open(demo);
    await page(ANN, "days");
    await person(ANN).presses("setUp", { do: "close", closedFrom: "2026-12-21", closedTo: "2026-12-23" });
    await page(HELEN, "log");
    const { card } = await person(HELEN).isOffered("setUp");
    expect(JSON.stringify(card)).toContain("School is closed from Mon 21 Dec to Wed 23 Dec");
    expect(JSON.stringify(card)).toContain("Mrs Ann Whitfield");
  });

  it("lets nothing be requested before it is complete, says what is missing and by whom, and S1: watches over whoever is out", async () => {
    await open(demo.replace("roles: [dsl]", "roles: [visitor]"));
    await person(PRIYA).says("request visit");
    await person(PRIYA).sees(
      /not set up for your school yet.*nobody has the role DSL or deputy DSL.*Mrs Ann Whitfield or Helen Marsh can set it up/,
    );
    expect(JSON.stringify((await setUp(ANN)).card)).toContain("No visit can be asked for yet");
    await person(TOM).says("I'm out");
    await person(TOM).sees(/✓/);
    await person(ANN).presses("setUp", { do: "show", page: "roles" });
    await person(ANN).presses("setUp", { do: "giveRole", who: idOf(JOAN), role: "dsl" });
    await setUp(HELEN);
    await person(HELEN).presses("setUp", { do: "confirm", no: "1" });
    await person(PRIYA).says("request visit");
    await person(PRIYA).isOffered("requestVisit");
  });

  it("stands after a new start", async () => {
    await open(demo);
    await page(ANN, "days");
    await person(ANN).presses("setUp", { do: "close", closedFrom: "2026-12-21" });
    const kept = await meadow.store.get("setup", "meadow");
    await meadow.close();
    await open(demo);
    await meadow.store.put("setup", "meadow", kept);
    await meadow.store.put("changed", "setup", { no: 1 });
    expect(JSON.stringify((await setUp(HELEN)).card)).toContain("Mon 21 Dec");
  });
});
