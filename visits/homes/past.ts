import type { At, Id } from "../../schools/school";
import type { Past } from "../command";
import { doorNow } from "../doors";
import { alike, type Been, beenAt, type Home, sameHome } from "../homes";
import type { Visit, Warning } from "../visit";
import { addsToIt } from "./carried-risks";

/** `further`: the doors after the first, each a home of its own. */
type About = Home & { self?: Id | undefined; start?: At | undefined; further?: readonly Home[] | undefined };

/**
 * What earlier visits to a pupil's home say about this one, and on a round to every home of it: what holds at any door holds for the
 * round. A query over visits rather than a document of its own, so that no second write can be lost (ADR 0005).
 * @param visits every visit of these households, and to brothers and sisters at the same addresses, any order; `self` is left out
 */
export function pastOf(visits: readonly Visit[], { further = [], ...about }: About): Past {
  const first = pastOfHome(visits, about);
  if (further.length === 0) return first;
  const all = [first, ...further.map((home) => pastOfHome(visits, { ...home, self: about.self, start: about.start }))];
  const each = <T extends object>(of: (past: Past) => readonly T[]): (T & { door: number })[] =>
    onceEach(all.flatMap((past, door) => of(past).map((one) => ({ ...one, door }))));
  return {
    ...first,
    firstVisit: all.some(({ firstVisit }) => firstVisit),
    firstDoors: all.flatMap(({ firstVisit }, door) => (firstVisit ? [door] : [])),
    openChange: all.find(({ openChange }) => openChange)?.openChange,
    carried: onceEach(all.flatMap(({ carried = [] }) => carried.map((row) => ({ ...row, door: 0 })))).map(
      ({ door: _, ...row }) => row,
    ),
    incidents: each(({ incidents }) => incidents),
    warnings: each(({ warnings = [] }) => warnings),
    near: each(({ near = [] }) => near),
  };
}

/** Brothers and sisters at two doors of a round share what is known of their home: it is said at the first of them. */
const onceEach = <T extends { door: number }>(all: readonly T[]): T[] => {
  const of = ({ door: _, ...one }: T) => JSON.stringify(one);
  return all.filter((one, i) => all.findIndex((other) => of(other) === of(one)) === i);
};

function pastOfHome(visits: readonly Visit[], about: Omit<About, "further">): Past {
  const rest = visits.filter(({ id }) => id !== about.self).toSorted((a, b) => b.plan.start - a.plan.start);
  const is = isHome(about, rest);
  const others = rest.filter((v) => !v.erased && beenAt(v).some(is.here));
  const been = others.filter((v) => beenAt(v).some((home) => home.came && is.here(home)));
  const last = lastHome(rest, about.household);
  return {
    firstVisit: !been.some((v) => beenAt(v).some((home) => home.came && is.place(home))),
    been: beenThere(been.filter((v) => beenAt(v).some((home) => home.came && is.own(home)))),
    openChange: openChange(others),
    assessed: assessed(been.find((v) => v.assessment && beenAt(v).some((home) => home.came && is.place(home)))),
    carried: lastAssessed(others.filter((v) => beenAt(v).some(is.place)))?.rows ?? [],
    reviewBy: been.find((v) => v.assessment)?.assessment?.nextReview,
    assessedVisits: been
      .filter((v) => v.assessment && beenAt(v).some((home) => home.came && is.place(home)))
      .map(({ plan }) => plan.start)
      .slice(0, mostDates)
      .reverse(),
    home: last,
    incidents: been.flatMap((v) => incidentsOf(v, is.here)),
    warnings: rest.flatMap((v) => warningsOf(v, is.here)),
    near: about.start === undefined ? [] : near(others, about.start),
  };
}

type Is = (home: Omit<Been, "came" | "no">) => boolean;

/** Whether an earlier door is this pupil's own, is in this place, or is either of the two. */
function isHome(about: Home, rest: readonly Visit[]): { own: Is; place: Is; here: Is } {
  const at = about.address ? about : { ...about, ...lastHome(rest, about.household) };
  const own: Is = ({ household }) => household !== "" && household === about.household;
  const place: Is = (home) =>
    sameHome(home.address, at.address ?? "") || (about.siblings?.includes(home.household) === true && alike(home, at));
  return { own, place, here: (home) => own(home) || place(home) };
}

/** Address and postcode last used for this pupil. */
export function lastHome(newestFirst: readonly Visit[], household: string): Past["home"] {
  const homes = newestFirst.filter(({ erased }) => !erased).flatMap(beenAt);
  const last = homes.find((home) => home.household === household && home.address !== "");
  return last && { address: last.address, postcode: last.postcode };
}

const assessed = (v: Visit | undefined): Past["assessed"] =>
  v?.assessment && { ...v.assessment, ...(v.riskReview?.seen ? { seen: v.riskReview.seen } : {}) };

/** Also of a visit that was called off or declined: what was found then is known. */
const lastAssessed = (visits: readonly Visit[]): Visit["assessment"] =>
  visits.flatMap(({ assessment }) => assessment ?? []).toSorted((a, b) => b.at - a.at)[0];

const beenThere = ([last, ...before]: readonly Visit[]): Past["been"] =>
  last && { times: 1 + before.length, last: last.plan.start };

/** More than these are in the records themselves. */
const mostDates = 12;

const week = 7 * 86_400_000;

/** Others that are asked for, ready or under way within a week: two should know of one another (HEX-28, BEM-24). */
const near = (others: readonly Visit[], start: At): NonNullable<Past["near"]> =>
  others
    .filter(({ phase, plan }) => ["asked", "ready", "out"].includes(phase) && Math.abs(plan.start - start) <= week)
    .map(({ plan, asked }) => ({ at: plan.start, by: asked.by }));

/** An end that was not safe, and aggression that was reported (BEM-39): a warning on the next request. Of a report nobody says at which door it was. */
function incidentsOf(v: Visit, here: Is): Past["incidents"] {
  const doors = beenAt(v).filter((home) => home.came && here(home));
  const { meeting, reports = [] } = v;
  const now = doors.some(({ no }) => no === doorNow(v)) && meeting?.state === "off" ? [meeting] : [];
  const left = (v.doors ?? []).filter(
    ({ no, outcome }) => outcome === "ended" && no !== doorNow(v) && doors.some((door) => door.no === no),
  );
  return [
    ...[...now, ...left.map(({ at, how = "unsafe" }) => ({ at, how }))].filter(({ how }) => how !== "noOneHome"),
    ...reports
      .filter(({ kind }) => doors.length > 0 && kind === "aggression")
      .map(({ at }) => ({ at, how: "aggression" })),
  ].map(({ at, how }) => ({ at, how }));
}

/** They stand until somebody has ended them, also after the day on which they were to be looked at, and after the record of the visit is gone. */
const warningsOf = ({ warnings = [] }: Visit, here: Is): Warning[] =>
  warnings.filter(({ ended, home }) => !ended && here(home));

/** The change that the newest review asked for, unless a later visit's assessment has taken it in (AET-A-15). */
function openChange(newestFirst: readonly Visit[]): Past["openChange"] {
  const reviewed = newestFirst.find((v) => v.riskReview);
  if (!reviewed?.riskReview?.change) return undefined;
  const { at, change } = reviewed.riskReview;
  const mended = newestFirst.some((v) => v.approval && (v.assessment?.at ?? 0) > at && addsToIt(v));
  return mended ? undefined : { visit: reviewed.id, change };
}
