import { wantedOf } from "../../engine/wanted";
import type { Person, Roster } from "../../schools/school";
import { helen, roster } from "../people";
import { assessed, at, day, out, type Story } from "../visits/story";

/** What a visit calls for is kept from one moment of the clock to the next: of a request for another day there is none for a fortnight. */

const asked = (listed: Roster): Story => Object.assign(assessed({ date: "2026-12-09" }), { roster: listed });
const deciders = ({ is, policy, roster: listed }: Story, now: number): string[] =>
  wantedOf(is, { school: "meadow", policy, roster: listed, away: [], now })
    .filter(({ say }) => say.key === "approvalAsked")
    .flatMap(({ to }) => ("person" in to ? [to.person] : []));

const second: Person = { ...helen, id: "second", name: "Second Example" };
const people = [...roster.people, second];

it("derives once what it calls for, and anew for another state", () => {
  const story = asked(roster);
  const scene = { school: "meadow", policy: story.policy, roster, away: [], now: at("10:00") };
  const notices = wantedOf(story.is, scene);
  expect(wantedOf(story.is, { ...scene, away: [], now: at("11:00") })).toBe(notices);
  expect(wantedOf({ ...story.is }, scene)).not.toBe(notices);
});

it("calls for nothing sooner than its time by a clock that is set back", () => {
  const { is, policy, roster, now } = out();
  const asked = (minutes: number): string[] =>
    wantedOf(is, { school: "meadow", policy, roster, away: [], now: now + minutes * 60_000 }).map(({ id }) => id);
  const before = asked(0);
  expect(asked(55)).not.toEqual(before);
  expect(asked(0)).toEqual(before);
});

it("asks nobody past their last day, though nothing has fallen due since (P6)", () => {
  const story = asked({
    ...roster,
    people: people.map((one) => (one.id === second.id ? { ...one, until: day } : one)),
  });
  expect(deciders(story, at("23:59"))).toEqual([helen.id, second.id]);
  expect(deciders(story, at("00:00", "2026-11-24"))).toEqual([helen.id]);
});

it("asks whoever is on duty then", () => {
  const rota = [{ role: "principal", who: [second.id], days: ["mon"] as const, from: "10:00", to: "11:00" }];
  const story = asked({ people, school: { ...roster.school, rota } });
  expect([at("10:59"), at("11:00"), at("10:00")].map((now) => deciders(story, now))).toEqual([
    [second.id],
    [helen.id, second.id],
    [second.id],
  ]);
});
