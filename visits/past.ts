import type { Past } from "./command";
import type { Visit } from "./visit";

/**
 * What earlier visits to a pupil's home say about this one. A query over visits rather than a document of its own,
 * so that no second write can be lost (ADR 0004).
 * @param visits every visit of the household, any order; `self` is left out
 */
export function pastOf(
  visits: readonly Visit[],
  about: { self?: string | undefined; address?: string | undefined },
): Past {
  const others = visits.filter(({ id }) => id !== about.self).sort((a, b) => b.plan.start - a.plan.start);
  const been = others.filter((v) => Object.keys(v.outings).length > 0);
  const last = others.find((v) => v.plan.address !== "");
  const address = about.address || last?.plan.address || "";
  return {
    firstVisit: !been.some((v) => sameHome(v.plan.address, address)),
    openChange: openChange(others),
    home: last && { address: last.plan.address, postcode: last.plan.postcode },
    incidents: been.flatMap((v) =>
      v.meeting?.state === "off" && v.meeting.how !== "noOneHome" ? [{ at: v.meeting.at, how: v.meeting.how }] : [],
    ),
  };
}

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

const sameHome = (a: string, b: string): boolean => plain(a) !== "" && plain(a) === plain(b);

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
