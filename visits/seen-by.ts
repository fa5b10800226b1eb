import { localDate } from "../schools/hours";
import { isActive } from "../schools/roster";
import type { Person } from "../schools/school";
import { asReadIn } from "./as-read";
import type { Facts } from "./command";
import { hasNoPart, needOf, type Viewer } from "./may-see";
import { nextFor } from "./next";
import { holdersBeside, isOut } from "./people";
import { unreachableSentences } from "./reach";
import { keptUntil } from "./record/retention";
import { rightsOf, sensible } from "./rules";
import { alarms } from "./seen/alarms";
import { contactForms, contactSeen } from "./seen/contact";
import { forms, missing } from "./seen/forms";
import { given } from "./seen/given";
import { guidance } from "./seen/guidance";
import { about, cannot, concerns, course, place, round, socialWorker, stops } from "./seen/plan";
import { tasks } from "./seen/tasks";
import { visitors } from "./seen/visitors";
import { isVisitorSide, who } from "./seen/who";
import type { Sight } from "./sight";
import { titlesOf } from "./titles";
import type { Visit } from "./visit";

/**
 * Everything that one viewer may know of a visit: the one seam for privacy and for covert help (S4, P10). Each part by its name, a missing one does not compile:
 * it is derived for everybody after each event, and a card's digest is of it.
 */
export function seenBy(visit: Visit, viewer: Viewer, facts: Facts): Sight {
  const v = "channel" in viewer ? asReadIn(visit, viewer.channel, facts) : visit;
  const around = { ...facts, away: awayFor(v, viewer, facts) };
  const f = { ...around, actor: actorFor(v, viewer, around) };
  const need = needOf(v, viewer, f);
  const rights = rightsOf(v, f);
  const verbs = [
    ...sensible(rights, v, f),
    ...(isActive(f.actor, f.roster.school, f.now) && asksNext(v, f) ? (["requestVisit"] as const) : []),
  ];
  const where = need.place ? place(v) : undefined;
  const why: About = need.pupil ? about(v, f) : { firstVisit: false, incidents: [], ...given(v, viewer, f) };
  const how = course(v, need, f);
  const apart = hasNoPart(need);
  return {
    viewer: "channel" in viewer ? viewer : { id: viewer.id, name: viewer.name },
    school: {
      name: f.roster.school.name,
      phone: f.roster.school.phone,
      phone2: f.roster.school.phone2,
      zone: f.roster.school.timezone,
    },
    policy: { title: f.policy.title, pack: f.policy.pack },
    titles: titlesOf(f.policy),
    visit: v.id,
    now: f.now,
    phase: v.phase,
    planNo: v.plan.no,
    asked: { by: who((v.directed ?? v.asked).by, f), at: v.asked.at },
    times: { leave: v.plan.leave, start: v.plan.start, back: v.plan.back, depart: v.plan.depart },
    reportIns: v.plan.reportIns,
    stops: stops(v, need),
    socialWorker: need.numbers ? socialWorker(v) : undefined,
    doorstep: f.policy.reasons.value.list.find(({ id }) => id === v.plan.reason)?.doorstep === true,
    visitors: apart ? [] : visitors(v, viewer, need, f),
    address: where?.address,
    postcode: where?.postcode,
    placeName: where?.placeName,
    pupil: why.pupil ?? (need.family ? v.plan.pupil : undefined),
    reason: why.reason,
    purpose: why.purpose,
    whyNotInSchool: why.whyNotInSchool,
    agreement: why.agreement,
    news: why.news,
    outOfHours: why.outOfHours,
    answers: why.answers,
    reasonChoice: why.reasonChoice,
    agency: why.agency,
    meets: why.meets ?? (need.meets ? v.plan.meets : undefined),
    loneWhy: why.loneWhy,
    been: why.been,
    noneFree: why.noneFree,
    pupilClass: why.pupilClass,
    outsider: why.outsider,
    firstVisit: why.firstVisit,
    firstDoors: why.firstDoors,
    incidents: why.incidents,
    warnings: why.warnings,
    siblings: why.siblings,
    near: why.near,
    openChange: why.openChange,
    assessment: why.assessment,
    minutes: why.minutes,
    approval: how.approval,
    coordination: how.coordination,
    talks: how.talks,
    sanctions: how.sanctions,
    sentBack: how.sentBack,
    changed: v.phase === "asked" ? how.changed : undefined,
    cannot: cannot(v, viewer, f),
    off: how.off,
    watch: apart ? undefined : how.watch,
    meeting: how.meeting,
    leave: how.leave,
    letter: how.letter,
    breaches: how.breaches,
    closed: how.closed,
    round: round(v, need),
    concerns: need.pupil ? concerns(v, viewer, f) : [],
    everyoneBack: isVisitorSide(v, viewer) ? undefined : v.everyoneBack,
    alarms: alarms(v, viewer, need, f, rights),
    unreachable: v.phase === "asked" || v.phase === "ready" ? unreachableSentences(v, f) : [],
    missing: apart ? [] : missing(v, f),
    keptUntil: need.pupil ? keptUntil(v, f.policy, f) : undefined,
    tasks: tasks(v, viewer, f),
    offers: verbs,
    next: nextFor(v, viewer, verbs, f),
    contact: contactSeen(v, viewer, f),
    forms: { ...forms(v, verbs, f), ...contactForms(verbs, f) },
    guidance: apart ? [] : guidance(v, viewer, f),
  } satisfies { readonly [K in keyof Required<Sight>]: unknown };
}

/** As far as it is known to somebody who need not know of the pupil: of that alone which was given to them. */
type About = Partial<ReturnType<typeof about>> & Pick<Sight, "firstVisit" | "incidents">;

const asksNext = (v: Visit, f: Facts): boolean => agreedNext(v, f) || directsNext(v, f);

/** Whoever directs attendance visits asks from here for the one of the next day (HEX-38). */
const directsNext = ({ tasks }: Visit, { actor }: Facts): boolean =>
  tasks.some((task) => task.kind === "dayAgain" && !task.done && task.for.includes(actor.id));

/** A date for the next visit was agreed, and it has not passed (TMC-37). */
const agreedNext = ({ minutes, plan }: Visit, { actor, now, roster }: Facts): boolean =>
  minutes?.nextDate !== undefined &&
  plan.visitors.includes(actor.id) &&
  minutes.nextDate >= localDate(now, roster.school.timezone);

/**
 * A channel misses only those whom it sees to be out on this visit. Whoever has gone out on another may have been sent because of a discreet call there, and
 * somebody who is on that one may read here (S4).
 */
const awayFor = (v: Visit, viewer: Viewer, { away }: Facts): Facts["away"] =>
  "channel" in viewer ? away.filter((id) => isOut(v.outings[id])) : away;

/** A channel's buttons are those of the people who read it, none of whom is on the visit. */
const actorFor = (v: Visit, viewer: Viewer, f: Facts): Person =>
  "id" in viewer
    ? viewer
    : (holdersBeside(v, f.roster, [viewer.channel, ...f.policy.monitors.value], f.now, f.away)[0] ?? {
        id: "",
        name: "",
        schools: [],
        roles: [],
        checks: {},
      });
