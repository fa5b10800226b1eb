import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { typedOn, type Values, wordsOn } from "../channel/card";
import { idOf } from "../people";
import { inMemory } from "../program/in-memory";
import { request } from "../request";
import { Meadow } from "./meadow";

const [PRIYA, TOM, ANN, HELEN, SAMUEL, JOAN] = [2, 3, 5, 6, 7, 8];

/** What there is before anybody has set anything up: a school's address, and who may do it. */
const bare = `tenant: 11111111-1111-1111-1111-111111111111
schools:
  - id: meadow
    name: Meadow Primary
    policy: liberty
    timezone: Europe/London
    phone: "+44 1332 900100"
    hours: { days: [mon, tue, wed, thu, fri], from: "09:00", to: "15:00" }
    channels: {}
    administrators: [${idOf(ANN)}, ${idOf(HELEN)}]
people:
  - { id: ${idOf(ANN)}, name: Ann Whitfield, phone: "+44 7700 900004", school: meadow, roles: [office] }
  - { id: ${idOf(HELEN)}, name: Helen Marsh, phone: "+44 7700 900005", school: meadow, roles: [principal] }
`;

describe("a school that has nothing but its administrators", () => {
  let meadow: Meadow;
  const folder = mkdtempSync(join(inMemory, "homeward-from-nothing-"));
  beforeAll(async () => {
    const file = join(folder, "schools.yaml");
    writeFileSync(file, bare);
    meadow = await Meadow.open(file);
  });
  afterAll(async () => {
    await meadow.close();
    rmSync(folder, { recursive: true });
  });

  const ann = () => meadow.person(ANN);
  const helen = () => meadow.person(HELEN);
  const card = async () => wordsOn((await ann().isOffered("setUp")).card);
  const open = async (page: string) => {
    await ann().says("set up");
    await ann().presses("setUp", { do: "show", page });
  };
  /** Ann presses; whatever waits for a second administrator Helen confirms. */
  const set = async (values: Values) => {
    await ann().presses("setUp", values);
    await helen().says("set up");
    const waiting = (await helen().isOffered("setUp")).card;
    const confirm = JSON.stringify(waiting).match(/"do":"confirm","no":"(\d+)"/)?.[1];
    if (confirm) await helen().presses("setUp", { do: "confirm", no: confirm });
  };
  const add = (digit: number, name: string, roles: string) =>
    set({ do: "addPerson", personId: idOf(digit), name, phone: `+44 7700 90000${digit}`, roles });

  it("P2, P5: is set up by cards alone until somebody can ask for a visit", async () => {
    await ann().says("set up");
    expect(await card()).toMatch(/No visit can be asked for yet[\s\S]*the school has to choose: the ladder/i);
    await meadow.person(PRIYA).says("request visit");
    expect(meadow.person(PRIYA).texts.join()).toContain("Homeward is for staff whom the school has set up");

    await open("policy");
    await set({ do: "policy", pack: "aspire" });
    await open("people");
    await add(PRIYA, "Priya Shah", "visitor");
    await add(TOM, "Tom Okafor", "visitor");
    await add(SAMUEL, "Samuel Reid", "slt");
    expect(await card()).toContain("Priya Shah");
    await set({ do: "check", who: idOf(PRIYA), check: "dbs", on: "2026-09-01" });
    await add(JOAN, "Joan Ellis", "visitor");
    await open("roles");
    await set({ do: "giveRole", who: idOf(JOAN), role: "dsl" });
    await open("rota");
    await set({ do: "addDuty", role: "slt", who: idOf(SAMUEL), days: "mon,tue,wed", from: "08:30", to: "16:00" });

    for (const [name, said] of [
      ["slt", "for senior leaders"],
      ["office", "the office's"],
    ] as const) {
      await ann()
        .in(meadow.channel.room(`19:meadow-${name}@thread.tacv2`))
        .says(`set up ${said}`);
      await open("channels");
      expect(await card()).toContain(said);
      await set({ do: "channel", channel: name, conversation: `19:meadow-${name}@thread.tacv2` });
      await meadow.sweep();
      expect(meadow.channel.room(`19:meadow-${name}@thread.tacv2`).texts.join()).toContain(
        `the channel “${name}” of Meadow Primary`,
      );
    }
    await meadow.person(PRIYA).says("request visit");
    await meadow.person(PRIYA).sees(/Still missing: no code word is set[^;]*\. Ann Whitfield or Helen Marsh/);
    await open("channels");
    await set({ do: "codeWord", word: "the red folder" });

    await open("days");
    await set({ do: "hours", schoolDays: "mon,tue,wed,thu,fri", opens: "08:30", closes: "16:00" });
    await set({ do: "addTerm", termFrom: "2026-10-26", termTo: "2026-12-18" });
    await set({ do: "close", closedFrom: "2026-12-04" });
    await set({ do: "cover", cover: "08:30-12:00, 12:30-16:00" });
    expect(typedOn((await ann().isOffered("setUp")).card)).toMatchObject({
      opens: "08:30",
      cover: "08:30–12:00, 12:30–16:00",
    });
    await open("choices");
    await ann().presses("setUp", { do: "show", page: "choice", setting: "hold" });
    await set({ do: "setting", value: "3" });
    await open("choices");
    await ann().presses("setUp", { do: "show", page: "choice", setting: "hold" });
    expect(await card()).toContain("The school chose: 3 min");

    await ann().says("set up");
    expect(await card()).toContain("Set-up is complete");
    await meadow.person(TOM).says("help");
    await meadow.person(PRIYA).says("request visit");
    await meadow.person(PRIYA).presses("requestVisit", request);
    await meadow.person(TOM).isOffered("agreeToVisit");
  });

  it("says a fault beside its field, and loses nothing that was typed", async () => {
    await open("people");
    const typed = { personId: idOf(4), name: "Grace Lee", phone: "ask", roles: "visitor" };
    const { say, beside } = await ann().isRefused("setUp", { do: "addPerson", ...typed });
    expect([beside, say]).toEqual(["phone", expect.stringContaining("mobile number")]);
    expect(typedOn((await ann().isOffered("setUp")).card)).toMatchObject(typed);
    await open("choices");
    await ann().presses("setUp", { do: "show", page: "choice", setting: "hold" });
    expect((await ann().isRefused("setUp", { do: "setting", value: "300" })).beside).toBe("value");
  });

  it("AET-A-18: notes which of the form's controls are not in place, one after the other", async () => {
    await open("choices");
    await ann().presses("setUp", { do: "show", page: "choice", setting: "riskBaseline" });
    const [first, second] = controlsOn(await ann().isOffered("setUp"));
    await ann().presses("setUp", { do: "lacking", on: "2026-11-20", control: first ?? "", remedy: "Ordered" });
    await ann().presses("setUp", { do: "lacking", control: second ?? "", remedy: "Nobody goes alone" });
    expect(await card()).toMatch(/Not in place: [\s\S]*Ordered[\s\S]*Nobody goes alone/);
    await ann().presses("setUp", { do: "inPlace", control: first ?? "" });
    expect(await card()).not.toContain("Ordered");
  });

  it("P5: offers no channel in which nobody but others has said so, and takes none that was only typed", async () => {
    await meadow.person(PRIYA).in(meadow.channel.room("19:priyas@thread.tacv2")).says("set up");
    await open("channels");
    const { card: drawn } = await ann().isOffered("setUp");
    expect(JSON.stringify(drawn)).not.toContain("19:priyas@thread.tacv2");
    const data = {
      do: "channel",
      channel: "slt",
      conversation: "19:priyas@thread.tacv2",
      page: "channels",
      verb: "setUp",
    };
    const action = { type: "Action.Execute", verb: "setUp", data };
    const { card: answered } = await ann().send({ type: "invoke", name: "adaptiveCard/action", value: { action } });
    expect(wordsOn(answered ?? {})).toContain("One can be chosen once an administrator has written “set up” in it.");
  });

  it("lists in help what each may write", async () => {
    await ann().says("help");
    await ann().sees(/What you can write[\s\S]*set up/);
    await meadow.person(TOM).says("help");
    expect(
      (await meadow.person(TOM).sees("What you can write")) &&
        meadow
          .person(TOM)
          .posts.map(({ card: one }) => wordsOn(one ?? {}))
          .join(),
    ).not.toContain("\nset up\n");
  });
});

function controlsOn({ card }: { card: object }): string[] {
  const found = JSON.stringify(card).match(/"id":"control".*?"choices":(\[.*?\])/)?.[1];
  return (JSON.parse(found ?? "[]") as { value: string }[]).map(({ value }) => value);
}
