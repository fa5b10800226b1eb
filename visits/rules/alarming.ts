import { z } from "zod";
import { laterToday } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { covertly } from "../contact";
import { covertEnders } from "../covert-enders";
import { backDue } from "../deadlines";
import type { Happening } from "../events";
import { ids, needed, oneOf, optionalClockTime, text } from "../inputs";
import { returnMoved } from "../later";
import { closingRoles, hasRole, isHelp, isOut, openAlarms, stepOf, unspoken } from "../people";
import { type Refusal, refuse } from "../refusal";
import { roundWhenTaken } from "../rounds";
import { type Asked, type Decision, rule } from "../rule";
import { sayRoles, titlesOf } from "../titles";
import type { Alarm, Visit } from "../visit";
import { alarmOf, alarmRule, openOnes, responds, roundNow } from "./alarm-rule";

const say = refusals.alarming;

/** Holds the climb for a set time, and ends nothing (S2). */
export const acknowledge = rule({
  input: z.object({}),
  ...alarmRule,
  offered: (v, f, no) => openOnes(v, no).some((a) => !(a.holder && a.holder.until > f.now)),
  already: (v, f, asked) => {
    const holder = v.alarms.find(({ no }) => no === asked.no)?.holder;
    return holder?.who === f.actor.id && holder.until > f.now;
  },
  decide(v, _input, f, asked): Decision {
    const alarm = alarmOf(v, asked.no);
    const { holder } = alarm;
    const name = f.roster.people.find(({ id }) => id === holder?.who)?.name;
    if (holder && holder.until > f.now) return refuse("held", say.held(name ?? ""));
    return [
      {
        type: "AlarmTaken",
        no: asked.no,
        round: roundWhenTaken(alarm, f.policy, f.now),
        who: f.actor.id,
        until: f.now + f.policy.hold.value * 60_000,
      },
    ];
  },
});

const callInput = z.object({
  outcome: oneOf(["ok", "noAnswer", "concern", "waitingOutside", "codeWord"], say.howWent),
  about: ids,
  note: text(),
  back: optionalClockTime,
});
type Call = z.infer<typeof callInput>;

/** What somebody heard on the phone. "Spoke, all well" and "spoke, but a concern" are two outcomes (matrix A24). */
export const recordCall = rule<Call>({
  input: callInput,
  ...alarmRule,
  offered: (v, _f, no) => openOnes(v, no).some(({ cause }) => cause !== "covert" && cause !== "uncovered"),
  already: (v, f, asked, { outcome, about }) => {
    const alarm = v.alarms.find(({ no }) => no === asked.no);
    const last = alarm?.calls.at(-1);
    if (!alarm || last?.by !== f.actor.id || last.outcome !== outcome || f.now - last.at >= 60_000) return false;
    return heardOf(alarm, about).every((id) => last.about.includes(id));
  },
  decide(v, input, f, asked): Decision {
    const alarm = alarmOf(v, asked.no);
    if (alarm.cause === "covert")
      return refuse("covert", say.covert(sayRoles(f.policy, covertEnders(v, f))), {
        clause: stepOf(f.policy, alarm.step).clauses[0],
      });
    const whom = whomAsked(alarm, input, f);
    if (whom) return whom;
    const about = heardOf(alarm, input.about);
    const call: Happening = {
      type: "CallRecorded",
      no: alarm.no,
      outcome: input.outcome,
      about,
      note: input.note ?? "",
    };
    return [
      call,
      ...(spokeWell(input) ? wellSpoken(v, alarm, about, input, f, asked) : climb(alarm, input.outcome, f)),
    ];
  },
});

/** Whom a call is about: those who are named, else all of whom nobody has heard yet. */
function heardOf(alarm: Alarm, about: readonly string[]): string[] {
  const named = about.filter((id) => alarm.about[id]);
  return named.length > 0 ? named : unspoken(alarm);
}

/** S2: one voice is not two. Help that was heard on the phone is never refused for that (S9): whose it was is asked later. */
function whomAsked(alarm: Alarm, { outcome, about }: Call, f: Facts): Refusal | undefined {
  const silent = unspoken(alarm);
  const ends = outcome === "ok" || outcome === "waitingOutside";
  if (!ends || silent.length < 2 || about.some((id) => alarm.about[id])) return undefined;
  const names = f.roster.people.filter(({ id }) => silent.includes(id)).map(({ name }) => name);
  return refuse("whom", say.whom(names), { field: "about" });
}

const spokeWell = ({ outcome }: Call) => outcome === "ok" || outcome === "waitingOutside" || outcome === "codeWord";

/** The code word over the phone looks to the visitors like any call that went well, and goes on beside it (S4). */
function wellSpoken(
  v: Visit,
  alarm: Alarm,
  about: readonly string[],
  input: Call,
  f: Facts,
  asked: Asked,
): Happening[] {
  const left = unspoken(alarm).filter((id) => !about.includes(id));
  return [
    { type: "SpokenTo", no: alarm.no, who: about, how: "call" },
    ...(left.length === 0 ? [{ type: "AlarmEnded", no: alarm.no, how: input.outcome, note: "" } as const] : []),
    ...(alarm.cause === "notBack" ? newReturn(v, about, input, f) : []),
    ...(input.outcome === "waitingOutside" && about[0] && !v.meeting
      ? [{ type: "WaitingOutside", who: about[0], since: Math.max(v.plan.start, f.now) } as const]
      : []),
    ...(input.outcome === "codeWord" ? covertly(v, f, { ...asked, covert: true }, about) : []),
  ];
}

/** Spoken to but not back: a new time, or the clock would ring again at once. Whoever is back needs none, and speaks for nobody else (S2). */
function newReturn(v: Visit, about: readonly string[], { back }: Pick<Call, "back">, f: Facts): Happening[] {
  const away = about.filter((id) => isOut(v.outings[id]));
  if (away.length === 0) return [];
  const said = back ? laterToday(f.now, back, f.roster.school.timezone) : undefined;
  return [returnMoved(v, away, said ?? f.now + 30 * 60_000)];
}

const lateStill = (v: Visit, { about }: Alarm, f: Facts): Happening[] =>
  newReturn(
    v,
    Object.keys(about).filter((id) => backDue(v, id) <= f.now),
    {},
    f,
  );

function climb(
  alarm: Alarm,
  outcome: "noAnswer" | "concern" | "ok" | "waitingOutside" | "codeWord",
  f: Facts,
): Happening[] {
  const next = stepOf(f.policy, alarm.step).on[outcome];
  if (!next || next === "end") return [];
  return [
    {
      type: "AlarmClimbed",
      no: alarm.no,
      round: roundNow(alarm, f),
      step: next === "again" ? alarm.step : next,
      why: "outcome",
    },
  ];
}

/** A press that says "signed in" may be somebody else's: after a call for help they are seen or spoken to (S3). */
const isSafe = (v: Visit, alarm: Alarm, id: string): boolean =>
  isHelp(alarm) ? v.outings[id]?.back?.how === "seen" : v.outings[id]?.back !== undefined;

const standDownInput = z.object({ why: needed(say.whyOver, 2000), spoken: ids });

const endsCovert = (v: Visit, f: Facts) => hasRole(f.roster, f.actor, covertEnders(v, f), f.now);
const isCovert = ({ cause }: Alarm) => cause === "covert";

/** S2: over when everyone concerned has been spoken to or seen, by name. Covert help only by those who safeguard, or who stand in for them (S4). */
export const standDown = rule<z.infer<typeof standDownInput>>({
  input: standDownInput,
  ...alarmRule,
  may: (v, f) =>
    responds(v, f) &&
    (hasRole(f.roster, f.actor, closingRoles(f.policy), f.now) || (openAlarms(v).some(isCovert) && endsCovert(v, f))),
  whose: say.onlyClosers,
  offered: (v, f, no) =>
    openOnes(v, no).some((a) =>
      isCovert(a) ? endsCovert(v, f) : hasRole(f.roster, f.actor, closingRoles(f.policy), f.now),
    ),
  already: (v, f, asked) => v.alarms.find(({ no }) => no === asked.no)?.ended?.by === f.actor.id,
  decide(v, { why, spoken }, f, asked): Decision {
    const alarm = alarmOf(v, asked.no);
    if (isCovert(alarm) && !endsCovert(v, f))
      return refuse("dslOnly", say.covertClosers(sayRoles(f.policy, covertEnders(v, f))));
    if (!isCovert(alarm) && !hasRole(f.roster, f.actor, closingRoles(f.policy), f.now))
      return refuse("notYours", say.onlyClosers(titlesOf(f.policy)));
    const left = unspoken(alarm).filter((id) => !spoken.includes(id) && !isSafe(v, alarm, id));
    const names = f.roster.people.filter(({ id }) => left.includes(id)).map(({ name }) => name);
    if (left.length > 0) return refuse("notSpoken", say.notSpoken(names), { field: "spoken" });
    const named = spoken.filter((id) => alarm.about[id]);
    return [
      ...(named.length > 0 ? [{ type: "SpokenTo", no: alarm.no, who: named, how: "standDown" } as const] : []),
      { type: "AlarmEnded", no: alarm.no, how: "stoodDown", note: why },
      ...(alarm.cause === "notBack" ? lateStill(v, alarm, f) : []),
    ];
  },
});
