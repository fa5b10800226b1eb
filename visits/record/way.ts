import { sayTime } from "../../schools/hours";
import type { At, Id } from "../../schools/school";
import { record as w } from "../../words/en-gb/record";
import { titleOf } from "../seen/visitors";
import type { Minutes, Stop, Task, Visit } from "../visit";
import { type Around, moment, nameOf, type Part, part } from "./confirmed";

/** Where they went and when, from the plan to the last copy. Of a record that was erased nothing is left of the plan. */

/** Those who were to go, without whoever stayed at school (AET-A-50, BEM-48). */
export const goers = ({ plan, stayed = {} }: Visit): Id[] => plan.visitors.filter((id) => stayed[id] === undefined);

/** In which role each goes, where the policy tells several apart (LAT-24). */
export const whoWent = (ids: readonly Id[], f: Around): string =>
  ids
    .map((id) => {
      const title = titleOf(id, f);
      return title ? w.withRole(nameOf(id, f), title) : nameOf(id, f);
    })
    .join(", ");

export const wayParts = (v: Visit, f: Around): Part[] => [
  ...part("where", w.where, v.plan.address && doors(v, f)),
  ...part("planned", w.planned, v.plan.start === undefined ? "" : planned(v, f)),
  ...part("reportIns", w.reportIns, v.plan.reportIns?.map((at) => time(at, v, f)).join(", ")),
];

const time = (at: At, { plan }: Visit, { roster }: Around): string => sayTime(at, roster.school.timezone, plan.start);

const planned = (v: Visit, f: Around): string =>
  w.plannedTimes(time(v.plan.leave, v, f), time(v.plan.start, v, f), time(v.plan.back, v, f));

/** Every door of the round, with whom they meant to meet there, from when to when, and what came of it (BEM-31, BEM-32, BEM-33). */
function doors(v: Visit, f: Around): string {
  const { plan } = v;
  const all: (Stop & Pick<Visit["plan"], "placeName">)[] = [
    { ...plan, arrive: plan.depart && plan.start },
    ...(plan.stops ?? []),
  ];
  return all
    .map(({ placeName, address, postcode, meets, arrive, depart }, no) => {
      const place = address.toUpperCase().includes(postcode) ? address : `${address}, ${postcode}`;
      const when = arrive && w.span(time(arrive, v, f), depart ? time(depart, v, f) : "");
      const outcome = v.doors?.find((door) => door.no === no)?.outcome;
      return [placeName, place, meets && w.meets(meets), when, outcome && w.outcomes[outcome]]
        .filter(Boolean)
        .join(", ");
    })
    .join("\n");
}

/** By the press that took them to the next door (HEX-37). */
export function betweenParts(v: Visit, f: Around): Part[] {
  const moved = (v.doors ?? []).filter(({ confirmed = [] }) => confirmed.length > 0);
  const lines = (f.policy.betweenVisits?.value ?? []).filter(({ id }) =>
    moved.some(({ confirmed }) => confirmed?.includes(id)),
  );
  const who = moved.map(({ by, at }) => w.by(nameOf(by, f), time(at, v, f)));
  const said = [w.readyBy(who.join("; ")), ...lines.map(({ text }) => w.line(text))];
  return lines.length === 0 ? [] : part("between", w.between, said.join("\n"));
}

/** Copies that have gone, or why they have not (LAT-39, LAT-40). */
export const copyTaskParts = (v: Visit, f: Around): Part[] =>
  part("copies", w.copies, v.tasks.flatMap((task) => copied(task, f)).join("\n"));

function copied({ kind, line, done }: Task, f: Around): string[] {
  const text = f.policy.copiesTo.value.find(({ id }) => id === line)?.text;
  if ((kind !== "copy" && kind !== "release") || !done || !text) return [];
  const how = kind === "release" && done.how === undefined ? w.released : w.notSent;
  const said = kind === "copy" && done.how === undefined ? done.note : [how, done.note].filter(Boolean).join(": ");
  return [w.toldLine(text, said, nameOf(done.by, f), moment(done.at, f))];
}

/** Who was given what came of it, or why nobody was (BEM-09). */
export const givenTo = ({ sentTo, notSentWhy }: Minutes, f: Around): string =>
  sentTo?.map((id) => nameOf(id, f)).join(", ") ?? (notSentWhy ? w.sentToNobody(notSentWhy) : "");
