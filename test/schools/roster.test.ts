import { actsAs, holders, holdersThere, isActive } from "../../schools/roster";
import type { Person, Roster, School } from "../../schools/school";

const at = (text: string): number => Date.parse(`${text}Z`);
const person = (id: string, roles: string[], more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  schools: ["meadow"],
  roles,
  checks: {},
  ...more,
});

const helen = person("helen", ["principal"]);
const samuel = person("samuel", ["slt"]);
const ann = person("ann", ["office"], { until: "2026-11-23" });
const elsewhere = person("elsewhere", ["principal"], { schools: ["orchard"] });
const school: School = {
  id: "meadow",
  tenant: "tenant",
  name: "Meadow Primary",
  policy: "aspire",
  timezone: "Europe/London",
  phone: "+44 1332 900100",
  hours: { days: ["mon"], from: "08:30", to: "16:00" },
  closedDays: [],
  earlyClosing: {},
  channels: {},
  acting: [{ who: "samuel", role: "principal", from: "2026-07-01", to: "2026-07-03", by: "The trust" }],
  settings: {},
};
const roster: Roster = { school, people: [helen, samuel, ann, elsewhere] };
const ids = (role: string, time: string): string[] => holders(roster, [role], at(time)).map(({ id }) => id);

describe("the roster", () => {
  it("gives a role to its holders at this school", () => {
    expect(ids("principal", "2026-06-01T10:00")).toEqual(["helen"]);
    expect(ids("caretaker", "2026-06-01T10:00")).toEqual([]);
  });

  it("gives it to whoever acts in it by name, from the first day to the last at the school", () => {
    expect(ids("principal", "2026-06-30T22:59")).toEqual(["helen"]);
    expect(ids("principal", "2026-06-30T23:00")).toEqual(["samuel", "helen"]);
    expect(ids("principal", "2026-07-03T22:59")).toEqual(["samuel", "helen"]);
    expect(ids("principal", "2026-07-03T23:00")).toEqual(["helen"]);
    expect(actsAs(roster, samuel, "principal", at("2026-07-02T10:00"))).toEqual({ acting: true });
    expect(actsAs(roster, helen, "principal", at("2026-07-02T10:00"))).toEqual({ acting: false });
    expect(actsAs(roster, samuel, "principal", at("2026-08-02T10:00"))).toBeUndefined();
  });

  it("P6: knows nobody past their last day, or of another school", () => {
    expect(isActive(ann, school, at("2026-11-23T23:59"))).toBe(true);
    expect(isActive(ann, school, at("2026-11-24T00:00"))).toBe(false);
    expect(ids("office", "2026-11-24T00:00")).toEqual([]);
    expect(isActive(elsewhere, school, at("2026-11-23T10:00"))).toBe(false);
    expect(actsAs(roster, elsewhere, "principal", at("2026-11-23T10:00"))).toBeUndefined();
  });
});

describe("a rota", () => {
  const people = [person("ada", ["dutySlt"]), person("ben", ["dutySlt"])];
  const monday = [{ role: "dutySlt", who: ["ada"], days: ["mon"] as const, from: "08:30", to: "12:00" }];
  const onDuty = (time: string, rota: School["rota"] = monday) =>
    holders({ school: { ...school, rota }, people }, ["dutySlt"], at(time)).map(({ id }) => id);

  it("says who is on duty at this day and time of day, by the school's clock", () => {
    expect(onDuty("2026-11-23T09:00")).toEqual(["ada"]);
    expect(onDuty("2026-07-06T07:45")).toEqual(["ada"]);
  });

  it("leaves it to everybody who has the role when it names nobody", () => {
    for (const time of ["2026-11-23T12:00", "2026-11-24T09:00"]) expect(onDuty(time)).toEqual(["ada", "ben"]);
    expect(onDuty("2026-11-23T09:00", [])).toEqual(["ada", "ben"]);
  });

  it("leaves it to everybody who has the role when whoever is on duty has left the school, or is out", () => {
    const time = at("2026-11-23T09:00");
    const left = people.map((one) => (one.id === "ada" ? { ...one, until: "2026-11-22" } : one));
    const roster: Roster = { school: { ...school, rota: monday }, people };
    expect(holders({ ...roster, people: left }, ["dutySlt"], time).map(({ id }) => id)).toEqual(["ben"]);
    const there = (isThere: (person: Person) => boolean) =>
      holdersThere(roster, "dutySlt", time, isThere).map(({ id }) => id);
    expect([there(() => true), there(({ id }) => id !== "ada"), there(() => false)]).toEqual([["ada"], ["ben"], []]);
  });

  it("takes no right from whoever has something in hand when their duty ends", () => {
    const roster: Roster = { school: { ...school, rota: monday }, people };
    expect(actsAs(roster, people[1] as Person, "dutySlt", at("2026-11-23T09:00"))).toEqual({ acting: false });
  });
});
