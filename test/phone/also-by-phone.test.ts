import { faultyWays, sayWays } from "../../phone/addresses";
import { AlsoByPhone } from "../../phone/also-by-phone";
import { azureWays } from "../../phone/azure-ways";
import type { Person, Roster, School } from "../../schools/school";
import { RecordingMessenger } from "../engine/recording-messenger";
import { out, people, world } from "../engine/world";
import { CommunicationStandIn } from "./stand-in";

let service: CommunicationStandIn;
let teams: RecordingMessenger;
const reports: unknown[] = [];
beforeEach(async () => {
  reports.length = 0;
  service = await CommunicationStandIn.open();
  teams = new RecordingMessenger(() => 0);
});
afterEach(() => service.close());

const person = (id: string, more: Partial<Person> = {}): Person => ({
  ...{ id, name: id, schools: ["meadow"], roles: [], checks: {} },
  ...more,
});
const rosterOf = (alarmsAlsoBy: School["alarmsAlsoBy"]): Roster =>
  ({
    school: { id: "meadow", name: "Meadow", alarmsAlsoBy },
    people: [
      person("ann", { phone: "+44 7700 900004", email: "ann@example.org" }),
      person("helen", { phone: "07700 900005" }),
    ],
  }) as unknown as Roster;
const waysAt = (url: string, smsReplies = false) =>
  azureWays({
    endpoint: url,
    access: { key: Buffer.from("key").toString("base64") },
    smsFrom: "+447700900999",
    emailFrom: "homeward@example.org",
    smsReplies,
  });
const phones = (alarmsAlsoBy: School["alarmsAlsoBy"]): AlsoByPhone =>
  new AlsoByPhone(teams, {
    ways: waysAt(service.url),
    roster: (school) => (school === "meadow" ? rosterOf(alarmsAlsoBy) : undefined),
    report: (what, about) => reports.push([what, about]),
  });
const alarm = (id: string) => ({ alert: true, mention: [], alarm: id });

describe("an alarm", () => {
  it("goes to Teams, and also to the phone and the mailbox of a person", async () => {
    const both = phones(["sms", "email"]);
    expect(await both.say("meadow", { person: "ann" }, "ALARM 2 · no contact.", alarm("a1"))).toHaveProperty(
      "activity",
    );
    await both.idle();
    const text = expect.stringMatching(/^ALARM 2 · no contact\. Answer in Teams: nobody reads replies/);
    expect(teams.texts("ann")).toEqual(["ALARM 2 · no contact."]);
    expect(service.sms).toEqual([{ to: "+447700900004", from: "+447700900999", message: text }]);
    expect(service.emails).toEqual([
      { to: "ann@example.org", from: "homeward@example.org", subject: "Homeward: ALARM", text },
    ]);
    expect(service.authorized.every((header) => header.startsWith("HMAC-SHA256 "))).toBe(true);
  });

  it("rings a phone once for each of its rounds, however often Teams is tried", async () => {
    const one = phones(["sms"]);
    teams.fault = () => ({ failed: "ambiguous" });
    for (const id of ["a1", "a1", "a1", "a2"]) await one.say("meadow", { person: "ann" }, "ALARM", alarm(id));
    await one.idle();
    expect(service.sms).toHaveLength(2);
    expect(teams.tried).toHaveLength(4);
  });

  it.each([
    ["a channel", { channel: "slt" }, ["sms"]],
    ["whoever has no number with a country code", { person: "helen" }, ["sms"]],
    ["a stranger", { person: "nobody" }, ["sms"]],
    ["anybody where the school hasn't set it up", { person: "ann" }, undefined],
  ] as const)("goes through Teams alone to %s", async (_, to, also) => {
    const one = phones(also);
    await one.say("meadow", to, "ALARM", alarm("a1"));
    await one.idle();
    expect([teams.tried.length, service.sms.length, service.emails.length]).toEqual([1, 0, 0]);
    expect(reports).toEqual([]);
  });

  it("S2: counts for what Teams answers, whatever becomes of the phone", async () => {
    const one = phones(["sms"]);
    service.fails = 400;
    expect(await one.say("meadow", { person: "ann" }, "ALARM canary", alarm("a1"))).toHaveProperty("activity");
    await one.idle();
    expect(reports).toEqual([["second way failed", { way: "sms", person: "ann" }]]);
    teams.fault = () => ({ failed: "unreachable" });
    expect(await one.say("meadow", { person: "ann" }, "ALARM", alarm("a2"))).toEqual({ failed: "unreachable" });
    await one.idle();
    service.fails = undefined;
    for (let again = 0; again < 2; again++) {
      await one.say("meadow", { person: "ann" }, "ALARM", alarm("a2"));
      await one.idle();
    }
    expect(service.sms).toHaveLength(1);
  });
});

describe("that an alarm is over", () => {
  const over = { alert: true, mention: [], over: "a1" };

  it("also goes to the phone and the mailbox, once, and asks for no answer", async () => {
    const both = phones(["sms", "email"]);
    for (const _ of [1, 2]) await both.say("meadow", { person: "ann" }, "ALARM 2 is over.", over);
    await both.idle();
    const text = expect.stringMatching(/^ALARM 2 is over\. Nobody reads replies/);
    expect(service.sms.map(({ message }) => message)).toEqual([text]);
    expect(service.emails).toMatchObject([{ subject: "Homeward: an alarm is over", text }]);
  });

  it("S4: goes by no second way to where somebody whom it is about may read it", async () => {
    const one = phones(["sms"]);
    const notTo = { people: [], phones: ["+44 7700 900004"] };
    await one.say("meadow", { person: "ann" }, "ALARM 2 is over.", { ...over, notTo });
    await one.idle();
    expect([service.sms.length, teams.tried.length]).toEqual([0, 1]);
  });
});

describe("what asks somebody who is out to check in", () => {
  const asks = { alert: true, mention: [], asks: "p1" };
  const withReplies = (): AlsoByPhone =>
    new AlsoByPhone(teams, {
      ways: waysAt(service.url, true),
      roster: () => rosterOf(["sms", "email"]),
      report: (what, about) => reports.push([what, about]),
    });

  it("also goes by SMS where that can be replied to, once, and says how to reply", async () => {
    const one = withReplies();
    for (const _ of [1, 2]) await one.say("meadow", { person: "ann" }, "Are you OK?", asks);
    await one.idle();
    expect(service.sms.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Are you OK\? You can reply to this SMS: any words check you in\. It counts only once you get ✓/,
      ),
    ]);
    expect(service.emails).toEqual([]);
  });

  it("goes through Teams alone where nobody would read a reply", async () => {
    const one = phones(["sms", "email"]);
    await one.say("meadow", { person: "ann" }, "Are you OK?", asks);
    await one.idle();
    expect([service.sms, service.emails]).toEqual([[], []]);
  });
});

it("an ordinary message and a card go through Teams alone", async () => {
  const one = phones(["sms", "email"]);
  await one.say("meadow", { person: "ann" }, "Ann has taken the watch.", { alert: true, mention: [] });
  await one.show("meadow", { person: "ann" }, {});
  await one.idle();
  expect([service.sms, service.emails]).toEqual([[], []]);
});

describe("set-up says plainly", () => {
  it("that there is no second way out", () => {
    expect(sayWays(rosterOf(undefined), {})).toEqual([
      "Meadow: alarms go out through Teams alone: there is no second way out (alarmsAlsoBy).",
    ]);
  });

  it("who can't be reached by it", () => {
    expect(sayWays(rosterOf(["sms", "email"]), waysAt(service.url))).toEqual([
      "Meadow: alarms also go out by SMS, but 1 person has no phone number with a country code.",
      "Meadow: alarms also go out by e-mail, but 1 person has no e-mail address.",
      "Meadow: nobody can check in by replying to an SMS: that needs SMS_KEY and a number in SMS_FROM.",
    ]);
  });

  it("whose number speaks for nobody, because two have it", () => {
    const { school } = rosterOf(["sms"]);
    const two = ["priya", "tom"].map((id) => person(id, { phone: "+44 7700 900001" }));
    expect(sayWays({ school, people: two }, waysAt(service.url, true))).toEqual([
      expect.stringMatching(/^Meadow: priya and tom have the same phone number/),
    ]);
  });

  it("what is missing to use it, which stops the start", () => {
    expect(faultyWays(rosterOf(["sms"]), {})).toEqual([expect.stringMatching(/^SMS_FROM: is missing; Meadow has/)]);
    expect(faultyWays(rosterOf(["sms", "email"]), waysAt(service.url))).toEqual([]);
  });
});

/** Elsewhere they all have the same. */
const ownPhones = people.map((one, i) =>
  one.roles.includes("visitor") ? one : { ...one, phone: `+44 7700 90010${i}` },
);
const toOwnPhones = (): AlsoByPhone => {
  const roster = { school: { alarmsAlsoBy: ["sms"] }, people: ownPhones } as unknown as Roster;
  return new AlsoByPhone(teams, { ways: waysAt(service.url), roster: () => roster, report: () => undefined });
};

it("S2: the alarms of a visit go by SMS to those whom the ladder tells, and nothing else does", async () => {
  const messenger = toOwnPhones();
  const w = await world({ parts: { messenger } });
  await out(w);
  await messenger.idle();
  expect(service.sms).toEqual([]);
  await w.pass(75);
  await messenger.idle();
  expect(service.sms.length).toBeGreaterThan(0);
  expect(service.sms.every(({ message }) => /^(alarm|alarmEnded) \{/.test(message))).toBe(true);
  await w.close();
  w.remove();
});

it("S12: whoever is sent to the address hears it by SMS too, and so do they and all who had the alarm there that it is over", async () => {
  const messenger = toOwnPhones();
  const w = await world({ parts: { messenger } });
  const visit = await out(w);
  await w.pass(65);
  await messenger.idle();
  const heard = new Set(service.sms.splice(0).map(({ to }) => to));
  const toldBy = (key: string) => service.sms.filter(({ message }) => message.startsWith(key)).map(({ to }) => to);
  const away = ["sam", "joan"].map((id) => ownPhones.find((one) => one.id === id)?.phone?.replaceAll(" ", ""));
  const open = (await w.stored(visit)).visit.alarms.filter(({ ended }) => !ended).map(({ no }) => no);
  const there = { decision: "goThere", why: "No answer", who: "sam,joan" };
  await w.does("helen", "recordDecision", visit, there, open[0]);
  await w.engine.sweep();
  await messenger.idle();
  expect(toldBy("goThere").toSorted()).toEqual(away.toSorted());
  service.sms.length = 0;
  for (const no of open) await w.does("ann", "recordCall", visit, { outcome: "ok", about: "priya,tom" }, no);
  await w.pass(1);
  await messenger.idle();
  expect(toldBy("comeBack").toSorted()).toEqual(away.toSorted());
  expect(new Set(toldBy("alarmEnded"))).toEqual(new Set([...heard].filter((to) => !away.includes(to))));
  await w.close();
  w.remove();
});

it("S2: an alarm of one visit is not taken for the same alarm of another", async () => {
  const messenger = toOwnPhones();
  const w = await world({ parts: { messenger } });
  const rung: number[] = [];
  for (const [start, back] of [
    ["10:30", "11:30"],
    ["12:30", "13:30"],
  ] as const) {
    const visit = await out(w, { start, back });
    await w.pass(65);
    await messenger.idle();
    rung.push(service.sms.splice(0).filter(({ message }) => message.includes('"no":1')).length);
    for (const { no } of (await w.stored(visit)).visit.alarms.filter(({ ended }) => !ended))
      await w.does("ann", "recordCall", visit, { outcome: "ok", about: "priya,tom" }, no);
    for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
  }
  expect(Math.min(...rung)).toBeGreaterThan(0);
  await w.close();
  w.remove();
});

describe("S4: an alarm about somebody goes by no second way to where they may read it", () => {
  const at = (way: "sms" | "email", notTo: { people: string[]; phones: string[] }) => {
    const one = new AlsoByPhone(teams, {
      ways: waysAt(service.url),
      roster: () => ({ ...shared, school: { ...shared.school, alarmsAlsoBy: [way] } }),
      report: (what, about) => reports.push([what, about]),
    });
    return one.say("meadow", { person: "ann" }, "ALARM", { ...alarm("a1"), notTo }).then(() => one.idle());
  };
  const mobile = { phone: "+44 7700 900004", email: "office@example.org" };
  const shared = {
    ...rosterOf(["sms"]),
    people: [
      person("ann", mobile),
      person("priya", mobile),
      person("tom", { phone: "+44 7700 900006" }),
      person("grace", { phone: "07700 900004", email: "Office@Example.org" }),
    ],
  };
  const sent = () => [service.sms.length, service.emails.length, teams.tried.length];

  it.each([
    ["sms", "the same number", { people: ["priya"], phones: [] }],
    ["email", "the same mailbox", { people: ["tom", "priya"], phones: [] }],
    ["sms", "the same number, listed otherwise", { people: ["grace"], phones: [] }],
    ["email", "the same mailbox, listed otherwise", { people: ["grace"], phones: [] }],
    ["sms", "that phone with them, as they would dial it", { people: ["tom"], phones: ["07700 900 004"] }],
  ] as const)("by %s, where they have %s", async (way, _, { people, phones }) => {
    await at(way, { people: [...people], phones: [...phones] });
    expect([sent(), reports]).toEqual([[0, 0, 1], []]);
  });

  it("and goes there where they have others", async () => {
    await at("sms", { people: ["tom"], phones: ["900004", "07700 900006", ""] });
    await at("email", { people: ["tom"], phones: ["07700 900004"] });
    expect(sent()).toEqual([1, 1, 2]);
  });
});
