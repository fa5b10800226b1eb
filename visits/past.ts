import type { At } from "../schools/school";
import type { Past } from "./command";
import type { Visit } from "./visit";

type About = {
  self?: string | undefined;
  address?: string | undefined;
  household?: string | undefined;
  start?: At | undefined;
};

/**
 * What earlier visits to a pupil's home say about this one. A query over visits rather than a document of its own,
 * so that no second write can be lost (ADR 0005).
 * @param visits every visit of the household, and to brothers and sisters at the same address, any order; `self` is left out
 */
export function pastOf(visits: readonly Visit[], about: About): Past {
  const others = visits.filter(({ id }) => id !== about.self).sort((a, b) => b.plan.start - a.plan.start);
  const been = others.filter((v) => Object.keys(v.outings).length > 0);
  const own = others.filter(({ plan }) => about.household === undefined || plan.household === about.household);
  const last = own.find((v) => v.plan.address !== "");
  const address = about.address || last?.plan.address || "";
  return {
    firstVisit: !been.some((v) => sameHome(v.plan.address, address)),
    been: beenThere(own.filter((v) => been.includes(v))),
    openChange: openChange(others),
    reviewBy: been.find((v) => v.assessment)?.assessment?.nextReview,
    assessedVisits: been
      .filter((v) => v.assessment && sameHome(v.plan.address, address))
      .map(({ plan }) => plan.start)
      .slice(0, mostDates)
      .reverse(),
    home: last && { address: last.plan.address, postcode: last.plan.postcode },
    incidents: been.flatMap(incidentsOf),
    near: about.start === undefined ? [] : near(others, about.start),
  };
}

const beenThere = ([last, ...before]: readonly Visit[]): Past["been"] =>
  last && { times: 1 + before.length, last: last.plan.start };

/** More than these are in the records themselves. */
const mostDates = 12;

const week = 7 * 86_400_000;

/** Others that are asked for, ready or under way within a week: two should know of one another (HEX-28, BEM-24). */
const near = (others: readonly Visit[], start: At): Past["near"] =>
  others
    .filter(({ phase, plan }) => ["asked", "ready", "out"].includes(phase) && Math.abs(plan.start - start) <= week)
    .map(({ plan, asked }) => ({ at: plan.start, by: asked.by }));

/** An end that was not safe, and aggression that was reported (BEM-39): a warning on the next request. */
const incidentsOf = ({ meeting, reports = [] }: Visit): { at: At; how: string }[] => [
  ...(meeting?.state === "off" && meeting.how !== "noOneHome" ? [{ at: meeting.at, how: meeting.how }] : []),
  ...reports.filter(({ kind }) => kind === "aggression").map(({ at }) => ({ at, how: "aggression" })),
];

/** The change that the newest review asked for, unless a later visit's assessment has taken it in (AET-A-15). */
function openChange(newestFirst: readonly Visit[]): Past["openChange"] {
  const reviewed = newestFirst.find((v) => v.riskReview);
  if (!reviewed?.riskReview?.change) return undefined;
  const { at, change } = reviewed.riskReview;
  const mended = newestFirst.some(
    (v) => v.approval && (v.assessment?.at ?? 0) > at && (v.assessment?.rows.length ?? 0) > 0,
  );
  return mended ? undefined : { visit: reviewed.id, change };
}

/** Names the household for look-ups: the pupil's name without case, accents and punctuation. */
export const householdOf = (pupil: string): string => plain(pupil);

/** An address as one home is known by, however it was typed. */
export const homeOf = (address: string): string => plain(address);

export const sameHome = (a: string, b: string): boolean => plain(a) !== "" && plain(a) === plain(b);

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
