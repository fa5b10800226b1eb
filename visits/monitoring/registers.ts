import type { Policy } from "../../policies/policy";
import { localDate, localTime } from "../../schools/hours";
import type { At, Id, Roster } from "../../schools/school";
import { record } from "../../words/en-gb/record";
import { registers as w } from "../../words/en-gb/registers";
import { keptUntil } from "../record/retention";
import type { Visit } from "../visit";
import { isLone, visitorsWhoWent } from "./figures";

type Around = { policy: Policy; roster: Roster };
export type Register = { header: readonly string[]; rows: readonly (readonly string[])[] };

const columns = [
  ...["visit", "date", "left", "back", "who", "reason", "lone", "unannounced"],
  ...["ended", "late", "complaints", "closed", "kept"],
] as const satisfies readonly (keyof typeof w)[];

/** Every visit on which somebody went, a line each, or the lone ones alone (BEM-41). Names no pupil and no alarm (S4, P9). */
export function registerOf(visits: readonly Visit[], which: "visits" | "lone", a: Around): Register {
  const went = visits.filter((v) => visitorsWhoWent(v).length > 0 && (which === "visits" || isLone(v, a)));
  const header = columns.map((name) => w[name] as string);
  if (a.policy.logBy?.value !== "class") return { header, rows: went.map((v) => rowOf(v, a)) };
  const sorted = went.toSorted((v, other) => classOf(v).localeCompare(classOf(other), "en-GB", { numeric: true }));
  return { header: [w.pupilClass, ...header], rows: sorted.map((v) => [classOf(v), ...rowOf(v, a)]) };
}

/** A log for each class: its visits stand together. */
const classOf = ({ plan }: Visit): string => plan.pupilClass ?? "";

function rowOf(v: Visit, a: Around): string[] {
  const zone = a.roster.school.timezone;
  const time = (at: At | undefined): string => (at === undefined ? "" : localTime(at, zone));
  const went = visitorsWhoWent(v);
  const lefts = went.map((id) => v.outings[id]?.left ?? 0);
  const backs = went.flatMap((id) => v.outings[id]?.back?.at ?? []);
  const back = backs.length === went.length ? Math.max(...backs) : undefined;
  return [
    v.id,
    localDate(v.plan.start ?? v.plan.leave, zone),
    time(Math.min(...lefts)),
    time(back),
    went.map((id) => nameOf(id, a)).join(", "),
    a.policy.reasons.value.list.find(({ id }) => id === v.plan.reason)?.text ?? "",
    yesNo(isLone(v, a)),
    yesNo(v.plan.agreement?.kind === "unannounced"),
    v.meeting?.state === "off" ? record.endings[v.meeting.how] : w.asPlanned,
    yesNo(back !== undefined && back > v.plan.back),
    String((v.reports ?? []).filter(({ kind }) => kind === "complaint").length),
    v.closed ? localDate(v.closed.at, zone) : "",
    keptUntil(v, a.policy, a) ?? "",
  ];
}

const nameOf = (id: Id, { roster }: Around): string => roster.people.find((person) => person.id === id)?.name ?? id;
const yesNo = (yes: boolean): string => (yes ? w.yes : w.no);
