import type { Book } from "../../engine/parts";
import type { Secret } from "../../schools/parse-schools";
import type { Roster } from "../../schools/school";
import { withThoseOut } from "../../setup/still-out";
import { out, type World, world } from "../engine/world";
import { idOf } from "../people";
import { sample } from "../store/sample";
import { DeskAt, demo, TOM } from "./desk-at";

const minute = 60_000;
let w: World;
let schools: { rosters: Roster[]; secrets: Secret[] };
let policyOf: Book["policy"];
let visit: string;

beforeEach(async () => {
  const book: Book = {
    schools: () => schools.rosters.map(({ school }) => school.id),
    roster: (id) => schools.rosters.find(({ school }) => school.id === id),
    policy: (id) => policyOf(id),
    secret: async (id) => schools.secrets.find(({ school }) => school === id),
  };
  w = await world({ parts: { book } });
  policyOf = w.book.policy;
  const roster = w.book.roster("meadow") as Roster;
  const secret = { school: "meadow", codeWord: "Red folder", signals: { priya: "leavingSoon" as const } };
  schools = { rosters: [roster], secrets: [secret] };
  visit = await out(w);
});
afterEach(async () => {
  await w.close();
  w.remove();
});

/** The program starts anew with another schools file. */
async function fileSays(change: (roster: Roster) => Partial<Roster>, more: Roster[] = []): Promise<void> {
  const [before] = schools.rosters as [Roster];
  const listed = { ...before, ...change(before) };
  const signals = Object.fromEntries(
    Object.entries(schools.secrets[0]?.signals ?? {}).filter(([id]) => listed.people.some((one) => one.id === id)),
  );
  const secrets = schools.secrets.map((secret) => ({ ...secret, signals }));
  schools = await withThoseOut(w.store, { rosters: [listed, ...more], secrets });
}
const without =
  (...gone: string[]) =>
  ({ people }: Roster) => ({ people: people.filter(({ id }) => !gone.includes(id)) });
const stored = async () => (await w.stored(visit)).visit;
const textsTo = (to: string) => w.messenger.texts(to).slice();

describe("whoever is taken off the list while they are out", () => {
  it("S9: checks in, and is answered", async () => {
    await fileSays(without("priya"));
    w.clock.at += minute;
    expect(await w.engine.knows("priya")).toMatchObject({ name: "Priya Example", roles: [], schools: ["meadow"] });
    await w.does("priya", "checkIn", visit);
    expect((await stored()).outings.priya?.contact).toBe(w.clock.at);
    w.clock.at += minute;
    expect(await w.engine.hear("priya", "All well", w.clock.at)).toHaveProperty("checkedIn");
  });

  it("S3: calls for help, openly and by their own disguised answer (S4)", async () => {
    await fileSays(without("priya", "tom"));
    await w.does("tom", "askForHelp", visit);
    expect(await w.engine.hear("priya", "Leaving soon", w.clock.at)).toHaveProperty("checkedIn");
    expect((await stored()).alarms.map(({ cause }) => cause)).toEqual(["emergency", "covert"]);
  });

  it("S9: is asked how it is going, and named in the alarm about them", async () => {
    await fileSays(without("priya", "tom"));
    await w.pass(75);
    expect(textsTo("priya").some((text) => text.startsWith("ping"))).toBe(true);
    const alarms = textsTo("ann").filter((text) => text.startsWith("alarm ") && text.includes("noContact"));
    expect(alarms.join()).toContain("Priya Example, Tom Example");
  });

  it("P6: is a stranger again when they are back", async () => {
    await fileSays(without("priya"));
    await w.does("priya", "signIn", visit);
    w.clock.at += 10 * minute;
    expect(await w.engine.knows("priya")).toBeUndefined();
    await fileSays(without("priya"));
    expect(schools.rosters[0]?.people.some(({ id }) => id === "priya")).toBe(false);
  });

  it("P1: has the disguised answer kept beside the visit, not in it", async () => {
    expect(JSON.stringify(await w.stored(visit))).not.toContain("leavingSoon");
    expect(await w.store.get("known", "meadow/priya")).toMatchObject({ name: "Priya Example", signal: "leavingSoon" });
  });
});

it("S9: whoever now works at another school alone is known at both until they are back", async () => {
  const [meadow] = schools.rosters as [Roster];
  const priya = meadow.people.filter(({ id }) => id === "priya").map((one) => ({ ...one, schools: ["park"] }));
  await fileSays(without("priya"), [{ school: { ...meadow.school, id: "park" }, people: priya }]);
  expect(await w.engine.knows("priya")).toMatchObject({ roles: ["visitor"], schools: ["park", "meadow"] });
  await w.does("priya", "askForHelp", visit);
  expect((await stored()).alarms).toHaveLength(1);
});

it("S9: is so as soon as the schools are read, from their file or from set-up", async () => {
  const before = new DeskAt();
  const stored = sample({ phase: "out" });
  const outing = { left: 0, contact: 0, where: "atTheHome" as const };
  await before.store.insert({ ...stored, visit: { ...stored.visit, outings: { [TOM]: outing } } });
  await before.store.put("known", `meadow/${TOM}`, { name: "Tom Okafor" });
  const after = new DeskAt(demo.replaceAll(TOM, idOf(9)), before);
  expect(after.person(TOM)).toBeUndefined();
  await after.desk.refresh();
  expect(after.person(TOM)).toMatchObject({ name: "Tom Okafor", roles: [], until: "2000-01-01" });
});

describe("S2: an alarm whose people have left climbs on", () => {
  const alarmed = () => [
    ...new Set(w.messenger.sent.filter(({ text }) => /^(repeat.*)?alarm /.test(text)).map(({ to }) => to)),
  ];

  it("to whoever is further up, past a watch that its holder has left with", async () => {
    await w.does("ann", "takeWatch", visit);
    await fileSays(without("ann"));
    await fileSays(({ school }) => ({ school: { ...school, channels: { slt: school.channels.slt as string } } }));
    await w.pass(45);
    expect(alarmed()).toContain("helen");
    expect(alarmed()).not.toContain("ann");
  });

  it("to whoever answers now, where nobody holds a role that its policy calls ", async () => {
    const nia = { ...(schools.rosters[0]?.people[0] as Roster["people"][number]), id: "nia", roles: ["reception"] };
    await fileSays(({ school }) => ({ school: { ...school, channels: {} }, people: [nia] }));
    const before = policyOf("meadow") as NonNullable<ReturnType<Book["policy"]>>;
    policyOf = () => ({ ...before, hash: "other", approvers: { ...before.approvers, value: ["reception"] } });
    await w.pass(75);
    expect(alarmed()).toContain("nia");
    expect((await w.engine.watchdog()).problems).toEqual([]);
    await w.does("nia", "standDown", visit, { why: "Spoke to both", spoken: "priya,tom" }, 1);
  });

  it("to whoever sets the school up, where nobody holds any role", async () => {
    const [boss] = schools.rosters[0]?.people.slice(0, 1).map((one) => ({ ...one, id: "boss", roles: [] })) ?? [];
    await fileSays(({ school }) => ({
      school: { ...school, channels: {}, administrators: ["boss"] },
      people: boss ? [boss] : [],
    }));
    await w.pass(45);
    expect(textsTo("boss").some((text) => text.includes("nobody is left for it to call"))).toBe(true);
  });
});
