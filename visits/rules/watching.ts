import { z } from "zod";
import { laterToday } from "../../schools/hours";
import type { Id } from "../../schools/school";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { calledForHelp, foundOut } from "../contact";
import { backDue } from "../deadlines";
import type { Happening } from "../events";
import { cameBack } from "../homecoming";
import { line, oneOf, optionalClockTime, personId } from "../inputs";
import { returnMoved } from "../later";
import { allOut, attends, hasRole, isOut, ladderRoles, openAlarms, unspoken } from "../people";
import { refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import { dueFromLeaving } from "../tellings";
import type { Visit } from "../visit";
import { endedByPhone, isDecided, nobodyIn, waiting } from "./ending";

const say = refusals.watching;

/** Nobody who is on a visit watches one (S5). */
const beside = (v: Visit, f: Facts, person = f.actor) =>
  hasRole(f.roster, person, ladderRoles(f.policy), f.now) &&
  !f.away.includes(person.id) &&
  !v.plan.visitors.includes(person.id);
const whose = say.onlyResponders;

const whenWatched = ["asked", "ready", "out", "back", "closed", "off"] as const;
/** Those who were sent to the address may be out when the visitors are not (S12). */
const isWatched = (v: Visit): boolean => v.phase === "ready" || v.phase === "out" || allOut(v).length > 0;

/** "Sound on, I have the watch": by name (S5, AET-A-55). */
export const takeWatch = rule({
  input: z.object({}),
  binds: "nothing",
  when: whenWatched,
  may: beside,
  whose,
  offered: (v, f) =>
    isWatched(v) &&
    (v.watch?.by !== f.actor.id ||
      v.watch.offered !== undefined ||
      openAlarms(v).some(({ cause }) => cause === "uncovered")),
  already: (v, f) => v.watch?.by === f.actor.id && !v.watch.offered && f.now - v.watch.at < 5 * 60_000,
  decide(v, _input, f): Decision {
    if (!isWatched(v)) return refuse("wrongTime", refusals.pressing.wrongTime[v.phase]);
    return [
      { type: "WatchTaken", who: f.actor.id },
      ...openAlarms(v)
        .filter(({ cause }) => cause === "uncovered")
        .map(({ no }): Happening => ({ type: "AlarmEnded", no, how: "watchTaken", note: "" })),
    ];
  },
});

/** The watch stays where it is until the other takes it. */
export const handOverWatch = rule<{ to: string }>({
  input: z.object({ to: personId(say.toWhom) }),
  binds: "nothing",
  when: whenWatched,
  may: beside,
  whose,
  offered: (v, f) => isWatched(v) && v.watch?.by === f.actor.id,
  already: (v, _f, _asked, { to }) => v.watch?.offered === to,
  decide(v, { to }, f): Decision {
    if (!isWatched(v)) return refuse("wrongTime", refusals.pressing.wrongTime[v.phase]);
    const person = f.roster.people.find(({ id }) => id === to);
    if (!person || !beside(v, f, person)) return refuse("badWatch", say.badWatch, { field: "to" });
    return [{ type: "WatchOffered", who: to }];
  },
});

const phonedInput = z.object({
  who: personId(say.whoPhoned),
  what: oneOf(["ok", "runningLate", "leaving", "noOneHome", "unsafe", "help", "home"], say.whatSaid),
  back: optionalClockTime,
  note: line(500),
});
type Phoned = z.infer<typeof phonedInput>;

/** S8: a voice on the phone, entered by the office. The lead answers for somebody from outside. */
export const phonedIn = rule<Phoned>({
  input: phonedInput,
  binds: "nothing",
  when: ["asked", "ready", "out", "back", "closed", "off"],
  may: beside,
  whose,
  offered: (v) => allOut(v).length > 0,
  already: (v, _f, _asked, { who, what }) => what !== "help" && v.outings[who]?.back !== undefined,
  decide(v, input, f): Decision {
    const who = input.who === "outsider" ? v.plan.visitors[0] : input.who;
    if (!who || !(v.plan.visitors.includes(who) || v.outings[who]))
      return refuse("badWho", say.badVisitor, { field: "who" });
    const contact: Happening = { type: "Contacted", who: [who], how: "call", note: input.note ?? "" };
    const said = saidByPhone(v, who, input, f);
    return Array.isArray(said)
      ? [...foundOut(v, who), contact, ...(input.what === "help" ? [] : spokenTo(v, who, "phone")), ...said]
      : said;
  },
});

function saidByPhone(v: Visit, who: Id, { what, back }: Phoned, f: Facts): Happening[] | ReturnType<typeof refuse> {
  if (what === "help") return calledForHelp(v, f, "emergency", [who]);
  if (what === "home") return cameBack(v, [who], "home", f);
  if (what === "leaving")
    return [
      ...(attends(v, who) ? [] : dueFromLeaving(v, f)),
      { type: "LeftTheHome", who: [who], to: "leftTheHome" },
      ...returnLate(v, who, f),
    ];
  if (what === "unsafe") return endedByPhone(v, who, f);
  if (what === "noOneHome")
    return [
      ...(isDecided(v, f) ? [] : [attends(v, who) ? waiting(v, f, who) : nobodyIn(v, f, who)]),
      ...returnLate(v, who, f),
    ];
  if (what === "ok") return returnLate(v, who, f);
  const said = back ? laterToday(f.now, back, f.roster.school.timezone) : undefined;
  if (back && said === undefined) return refuse("pastBack", say.pastBack, { field: "back" });
  return [returnMoved(v, [who], said ?? Math.max(backDue(v, who), f.now) + later)];
}

const later = 30 * 60_000;
/** Heard of and not back: without a new time the clock would ring again at once. */
const returnLate = (v: Visit, who: Id, f: Facts): Happening[] =>
  backDue(v, who) > f.now ? [] : [returnMoved(v, [who], f.now + later)];

/** A voice or a face ends what was open about them, held or not; covert help only the DSL ends (S2, S4). That nobody has the watch is no question to them (S5). */
function spokenTo(v: Visit, who: Id, how: string): Happening[] {
  return openAlarms(v)
    .filter((alarm) => alarm.about[who] && alarm.cause !== "uncovered")
    .flatMap((alarm): Happening[] => {
      const left = unspoken(alarm).filter((id) => id !== who);
      const spoken: Happening = { type: "SpokenTo", no: alarm.no, who: [who], how };
      return left.length === 0 && alarm.cause !== "covert"
        ? [spoken, { type: "AlarmEnded", no: alarm.no, how: "ok", note: "" }]
        : [spoken];
    });
}

/** Seen with one's own eyes at school (S8). */
export const seenBack = rule<{ who: string }>({
  input: z.object({ who: personId(say.whoIsBack) }),
  binds: "nothing",
  when: ["asked", "ready", "out", "back", "closed", "off"],
  may: beside,
  whose,
  offered: (v) => Object.values(v.outings).some(isOut),
  already: (v, _f, _asked, { who }) => v.outings[who]?.back !== undefined,
  decide: (v, { who }, f): Decision =>
    isOut(v.outings[who])
      ? [...spokenTo(v, who, "seen"), ...cameBack(v, [who], "seen", f)]
      : refuse("badWho", say.notOut, { field: "who" }),
});
