import type { Line } from "../../policies/policy";
import { sayDay, sayTime } from "../../schools/hours";
import type { At, Id } from "../../schools/school";
import { seen } from "../../words/en-gb";
import { record as w } from "../../words/en-gb/record";
import type { Facts } from "../command";
import { doorsOf } from "../doors";
import { isLone } from "../homes/assessments";
import { approvalTicks } from "../plan/answers";
import { agreement, answers, choiceText } from "../seen/asked";
import { who } from "../seen/who";
import type { Task, Visit } from "../visit";

/** What people confirmed on the way, each in the policy's own line: a record shows that the policy was followed. Nothing of any alarm or report (S4, P9). */

export type Part = { id: string; title: string; text: string };
export type Around = Pick<Facts, "policy" | "roster" | "now" | "actor"> & Partial<Pick<Facts, "past">>;

export const part = (id: string, title: string, text: string | undefined): Part[] =>
  text ? [{ id, title, text }] : [];
export const names = (ids: readonly Id[], f: Around): string => ids.map((id) => nameOf(id, f)).join(", ");

export const nameOf = (id: Id | "clock", f: Around): string => who(id, f as Facts).name;
export const moment = (at: At, { roster }: Around): string =>
  `${sayDay(at, roster.school.timezone)} ${sayTime(at, roster.school.timezone)}`;
const list = (lines: readonly string[]): string => lines.join("\n");
const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);

/** What was said when it was asked for. */
export function askedParts(v: Visit, f: Around): Part[] {
  const { plan } = v;
  const said = (answers(v, f) ?? []).map((answer) => (answer.said ? w.said(answer.text, answer.said) : answer.text));
  const { outOfHours: late } = plan;
  return [
    part("reasonChoice", w.reasonChoice, choiceText(v, f)),
    part("whyNotInSchool", w.whyNotInSchool, plan.whyNotInSchool),
    part("agency", w.agency, plan.agency),
    // Of a record that was erased nothing is left of the plan.
    part("agreement", w.agreement, plan.agreement && agreement(v, f)),
    part("asked", w.asked, list(said)),
    part("lone", w.lone, plan.loneWhy),
    part(
      "outOfHours",
      w.outOfHours,
      late && w.outOfHoursSaid(late.why, late.noAlternative, late.contact && nameOf(late.contact, f)),
    ),
  ].flat();
}

/** What whoever approved said with it. */
export function approvedParts(v: Visit, f: Around): Part[] {
  const { approval, plan, talks = {} } = v;
  const { discussFirst, outsideSanction, conditions } = f.policy;
  const talked = discussFirst.value.flatMap(({ id, text }) =>
    talks[id] ? [w.talked(text, nameOf(talks[id].by, f), talks[id].note)] : [],
  );
  if (!approval) return part("talks", w.talks, list(talked));
  const ticked = approvalTicks(plan, f.policy).filter(({ id }) => approval.ticks.includes(id));
  const sanctions = outsideSanction.value.flatMap(({ id, text }) =>
    approval.sanctions?.[id] ? [w.said(text, approval.sanctions[id])] : [],
  );
  const { school } = f.roster;
  const confirmed = approval.confirmed.map(({ who: id, condition }) =>
    id === school.id
      ? w.said(school.name, seen.riskBaseline)
      : w.said(nameOf(id, f), conditions.value.find((one) => one.id === condition)?.text ?? condition),
  );
  return [
    part("talks", w.talks, list(talked)),
    part("ticks", w.ticks, list([...texts(ticked), ...sanctions])),
    part("confirmed", w.confirmed, list(confirmed)),
  ].flat();
}

/** On leaving, each for themselves (AET-48, AET-77, TMC-22, HEX-42); whoever left without a sign-out confirmed nothing. */
export function departureParts(v: Visit, f: Around): Part[] {
  const went = v.plan.visitors.filter((id) => v.outings[id]);
  const ready = went.filter((id) => v.outings[id]?.ready);
  const others = went.filter((id) => !v.outings[id]?.ready);
  const lines = [...f.policy.departure.value, ...(isLone(v, f) ? f.policy.loneTicks.value : [])];
  if (lines.length === 0 || went.length === 0) return [];
  return part(
    "ready",
    w.ready,
    list([
      ...(ready.length > 0 ? [w.readyBy(names(ready, f)), ...texts(lines).map(w.line)] : []),
      ...(others.length > 0 ? [w.notReady(names(others, f))] : []),
    ]),
  );
}

const saidKinds: readonly Task["kind"][] = ["inform", "advise", "tellAgency", "newDate", "meetAgain", "dayAgain"];

/** Whom others told, what was left at the door, what was confirmed on return, and whether the family is met again. */
export function seenToParts(v: Visit, f: Around): Part[] {
  const done = v.tasks.filter((task) => task.done);
  const told = done.filter(({ kind }) => saidKinds.includes(kind)).map((task) => toldText(task, f));
  const back = done
    .filter(({ kind }) => kind === "returnChecks")
    .flatMap(({ done: when }) =>
      when ? [w.by(nameOf(when.by, f), sayTime(when.at, f.roster.school.timezone, v.plan.start))] : [],
    );
  const checks = texts(f.policy.returnChecks?.value ?? []).map(w.line);
  return [
    part("letter", w.letter, list(lettersLeft(v, f))),
    part("returned", w.returned, back.length > 0 ? list([w.readyBy(back.join("; ")), ...checks]) : ""),
    part("told", w.told, list(told)),
  ].flat();
}

function toldText({ kind, line, what, done }: Task, f: Around): string {
  const text = f.policy.tellOthers.value.find(({ id }) => id === line)?.text;
  const about = [text ?? w.seenTo[kind as keyof typeof w.seenTo], what].filter(Boolean).join(", ");
  const note = done?.note || (done?.how === "notNeeded" ? w.notNeeded : w.done);
  return w.toldLine(about, note, nameOf(done?.by ?? "", f), done ? moment(done.at, f) : "");
}

/** The letter or note where nobody was in (TMC-27, AET-53), at each door of a round; as somebody said afterwards where no press did. */
function lettersLeft(v: Visit, f: Around): string[] {
  const doors = doorsOf(v);
  const before = (v.doors ?? []).flatMap(({ no, letter }) => (letter ? [{ no, letter }] : []));
  const here =
    v.letter && !before.some(({ no }) => no === (v.door ?? 0)) ? [{ no: v.door ?? 0, letter: v.letter }] : [];
  const pressed = [...before, ...here].map(({ no, letter }) => {
    const said = w.letterLeft(nameOf(letter.by, f), moment(letter.at, f));
    return doors.length > 1 ? w.said(doors[no]?.address ?? "", said) : said;
  });
  const later = v.tasks.flatMap(({ kind, done }) =>
    kind === "letter" && done?.note
      ? [w.toldLine(w.seenTo.letter, done.note, nameOf(done.by, f), moment(done.at, f))]
      : [],
  );
  return [...pressed, ...later];
}
