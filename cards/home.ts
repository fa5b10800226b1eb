import { words } from "../words/en-gb";
import type { Look } from "./look";
import { plain } from "./neutral";
import { type Banner, banner, type Choice } from "./pieces";
import { type Press, toggle } from "./press";

const w = words.home;

type Sight = Look["sight"];

const doorOf = (door: number | undefined): string => (door === undefined ? "" : w.door(door + 1));

/** What is known of the home from before, for whoever decides about the visit or makes it; on a round each says at which door. */
export const homeBanners = (look: Look): Banner[] => [
  ...firstVisits(look.sight),
  ...warningBanners(look),
  ...incidents(look),
  ...nearby(look),
];

function firstVisits({ firstVisit, firstDoors }: Sight): Banner[] {
  if (!firstVisit) return [];
  const doors = (firstDoors ?? []).map((door) => door + 1);
  return [banner("warning", doors.length > 0 ? w.firstVisits(doors) : w.firstVisit)];
}

const incidents = ({ sight, times }: Look): Banner[] =>
  sight.incidents.map(({ at, how, door }) => {
    const said = words.incidents[how as keyof typeof words.incidents] ?? how;
    return banner("warning", w.at(w.incident(times.day(at), said), doorOf(door)));
  });

/** Another visit to the same home at about the same time: the two should know of one another (HEX-28, BEM-24). */
const nearby = ({ sight: { near = [] }, times }: Look): Banner[] =>
  near.map(({ at, by, door }) => banner("warning", w.at(w.near(times.moment(at), by), doorOf(door))));

/** What somebody wrote for whoever goes there. */
export const warningBanners = ({ sight: { warnings = [], now }, times }: Look): Banner[] =>
  warnings.map(({ text, by, at, review, door }) =>
    banner(
      "attention",
      w.at(w.warning, doorOf(door)),
      w.by(text, by, times.day(at), times.date(review), Date.parse(`${review}T00:00:00Z`) < now),
    ),
  );

/** The folded form in which a warning is written, and ended before its day; nothing where there is none. */
export function warningForm({ raw, press, times }: Look): { warning: readonly object[]; open: readonly Press[] } {
  const save = press("writeWarning", w.form.save, { style: "positive" });
  const own = (raw.warnings ?? []).filter((warning) => warning.own);
  const ends = own.flatMap(({ no, at, door }) =>
    press("endWarning", w.form.end(w.at(times.day(at), doorOf(door))), {
      set: { warning: String(no) },
      style: "destructive",
    }),
  );
  if (save.length + ends.length === 0) return { warning: [], open: [] };
  const doors: Choice[] = (raw.forms.warning?.doors ?? []).map((title, door) => ({
    title: plain(title, 120),
    value: String(door),
  }));
  const form = { w: w.form, save, ends, doors, from: raw.forms.warning?.from ?? "" };
  return { warning: [form], open: [toggle(own.length > 0 ? w.form.openStanding : w.form.open, "warning")] };
}
