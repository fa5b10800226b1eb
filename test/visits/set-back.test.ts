import type { Happening } from "../../visits/events";
import { evolve } from "../../visits/evolve";
import { afterSetBack } from "../../visits/set-back";
import type { Alarm, Visit } from "../../visits/visit";
import { ann, helen, priya, roster, tom } from "../people";
import { aspire } from "./aspire";

const minute = 60_000;
const now = Date.UTC(2026, 10, 23, 14);
const was = now + 60 * minute;
const timing = { policy: aspire, roster };
const hold = aspire.hold.value * minute;
const attendWithin = aspire.attendWithin.value * minute;

const alarm = (more: Partial<Alarm>): Alarm => ({
  no: 1,
  cause: "noContact",
  about: { [priya.id]: { since: was } },
  step: "slt",
  reached: [{ step: "slt", at: was, round: 1, why: "opened" }],
  since: now - minute,
  dueAt: was,
  openedAt: was,
  taps: [],
  calls: [],
  ...more,
});
const visit = (more: Partial<Visit>): Visit =>
  ({ phase: "out", plan: { visitors: [priya.id, tom.id] }, outings: {}, alarms: [], tasks: [], ...more }) as Visit;
const happening = (v: Visit, beyond = now): Happening[] => afterSetBack(v, timing, { now, was, beyond });
const after = (v: Visit): Visit =>
  happening(v)
    .map((one) => ({ ...one, at: now, by: "clock" as const }))
    .reduce<Visit>(evolve, v);

it("leaves alone what was stamped by now", () => {
  const outing = { left: now, contact: now, where: "onTheWay" as const, awaySafeBy: now };
  const watch = { by: ann.id, at: now };
  const held = alarm({ step: "call", holder: { who: ann.id, until: now + hold } });
  expect(happening(visit({ outings: { [priya.id]: outing }, watch, alarms: [held] }))).toEqual([]);
});

it("S2: gives whoever holds an alarm no more than a hold from now", () => {
  const held = visit({ alarms: [alarm({ holder: { who: ann.id, until: was + 3 * minute } })] });
  expect(after(held).alarms[0]?.holder).toEqual({ who: ann.id, until: now + hold });
});

it("S12: waits for colleagues who are on their way from now, and for them alone", () => {
  const decision = { by: helen.id, at: was, what: "goThere" as const, why: "", who: [ann.id] };
  const [sent] = after(visit({ alarms: [alarm({ since: was, decision })] })).alarms;
  expect([sent?.since, sent?.decision?.at]).toEqual([now, now]);
  const [climbed] = after(visit({ alarms: [alarm({ since: was, decision: { ...decision, at: was - 1 } })] })).alarms;
  expect([climbed?.since, climbed?.decision?.at]).toEqual([now, was - 1]);
});

it("S10: asks on after the police were called, in a round that nobody has told", () => {
  const police = { by: helen.id, at: was - 2 * attendWithin - 1, when: now, reference: "", answer: "" };
  const since = police.at - minute;
  const called = visit({
    alarms: [
      alarm({
        step: "police",
        since,
        police,
        reached: [{ step: "police", at: since, round: 2, called: 2, why: "late" }],
      }),
    ],
  });
  const [set] = after(called).alarms;
  expect([set?.since, set?.police?.at, set?.reached[0]?.round]).toEqual([now, Math.min(police.at, now), 4]);
});

it("counts anew who is out, and nobody who is back or whose alarm has ended", () => {
  const ahead = { left: was, contact: was, where: "onTheWay" as const };
  const back = { ...ahead, back: { at: was, how: "signedIn" as const } };
  const ended = alarm({ since: was, ended: { by: ann.id, at: was, how: "ok", note: "" } });
  const v = visit({ outings: { [priya.id]: ahead, [tom.id]: back }, alarms: [ended] });
  expect(after(v)).toEqual({ ...v, outings: { ...v.outings, [priya.id]: { ...ahead, left: now, contact: now } } });
});

it("S1: asks after those who have signed nothing as long as the policy says, from now", () => {
  const v = visit({ phase: "back", askedAfter: { at: was, who: [tom.id] } });
  expect(after(v).askedAfter).toEqual({ at: now, who: [tom.id] });
});

it("after an unsafe end is heard from as soon as the policy says, from now", () => {
  const away = aspire.awaySafe.value * minute;
  const outing = { left: now - 1, contact: now - 1, where: "leftTheHome" as const, awaySafeBy: was + away };
  expect(after(visit({ outings: { [priya.id]: outing } })).outings[priya.id]?.awaySafeBy).toBe(now + away);
});

it("takes nothing for ahead by which clocks of several servers may differ, save what this one may have stamped", () => {
  const ahead = { left: now + 5 * minute, contact: now + 5 * minute, where: "onTheWay" as const };
  const v = visit({ outings: { [priya.id]: ahead }, alarms: [alarm({ since: now + 5 * minute })] });
  expect(afterSetBack(v, timing, { now, was: now + 4 * minute, beyond: now + 12 * minute })).toEqual([]);
  const own = afterSetBack(v, timing, { now, was: now + 6 * minute, beyond: now + 12 * minute });
  expect(own.map(({ type }) => type)).toEqual(["AlarmSetBack", "OutingsSetBack"]);
});
