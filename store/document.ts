import { asksAfterSomebody } from "../engine/facts";
import type { Stored, Unreadable } from "../engine/ports";

const phases: readonly unknown[] = ["asked", "ready", "out", "back", "closed", "off"];

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const areObjects = (value: unknown): boolean => Array.isArray(value) && value.every(isObject);

/** As much of a visit's document as must be right for the engine to start on it at all. Every look reads one, so no schema is walked for it. */
export const isWhole = ({
  id,
  school,
  shape,
  policy,
  visit,
  history,
  post,
}: Partial<Record<keyof Stored, unknown>>): boolean =>
  [id, school, policy].every(isText) && shape === 1 && isVisit(visit) && areObjects(history) && isPost(post);

const isVisit = (visit: unknown): boolean =>
  isObject(visit) &&
  isText(visit.id) &&
  phases.includes(visit.phase) &&
  isPlan(visit.plan) &&
  [visit.asked, visit.agreed, visit.outings].every(isObject) &&
  Object.values(visit.outings as Fields).every(isOuting) &&
  [visit.alarms, visit.tasks, visit.breaches, visit.refusals, visit.delays].every(areObjects) &&
  (visit.alarms as Fields[]).every(isAlarm);

/** By these the clocks run: without one nobody would ever be missed, and nothing would throw. */
const isOuting = (outing: unknown): boolean => isObject(outing) && [outing.left, outing.contact].every(Number.isFinite);

const isAlarm = ({ no, cause, step, since, about, reached, taps, calls }: Fields): boolean =>
  [no, since].every(Number.isFinite) &&
  [cause, step].every(isText) &&
  isObject(about) &&
  [reached, taps, calls].every(areObjects);

const isPlan = (plan: unknown): boolean =>
  isObject(plan) &&
  isText(plan.household) &&
  Array.isArray(plan.visitors) &&
  plan.visitors.every(isText) &&
  [plan.leave, plan.start, plan.back].every(Number.isFinite);

const isPost = (post: unknown): boolean => isObject(post) && isObject(post.marks) && isObject(post.cards);

type Old = Fields & { shape: number };
/** By the shape they read: each makes the next one. Shape 1 is the first, so nothing is older yet. */
const upcasts: Readonly<Record<number, (old: Old) => Old>> = {};

function upcast(document: Old): Old {
  const step = upcasts[document.shape];
  return step ? upcast(step(document)) : document;
}

/** What a visit's row keeps beside the text: etag and due time are the store's own. */
type Kept = Pick<Stored, "etag" | "nextDueAt" | "urgency">;

/** As `JSON.stringify` would. What came of a send leaves the visit and all earlier lines of its history as they were: these are not written out again. */
export function writeDocument(stored: Stored): string {
  const document = besides(stored);
  const parts = Object.entries(document).filter(([, part]) => part !== undefined);
  return `{${parts.map(([name, part]) => `${JSON.stringify(name)}:${textOf(part)}`).join(",")}}`;

  function textOf(part: unknown): string {
    if (part === stored.visit) return known(stored.visit);
    if (part === stored.history) return `[${linesOf(stored.history)}]`;
    return JSON.stringify(part);
  }
}

const besides = ({ etag, nextDueAt, urgency, ...document }: Stored): Omit<Stored, keyof Kept> => document;

/** Whether both have the same text, as far as that shows without writing it: nobody changes their parts in place. */
export function isWrittenAlike(a: Stored, b: Stored): boolean {
  if (a.post !== b.post || a.visit !== b.visit || a.history !== b.history) return false;
  const [one, other] = [besides(a), besides(b)] as [Fields, Fields];
  return Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]);
}

/** Of what nobody changes in place. */
const texts = new WeakMap<object, string>();
function known(part: object): string {
  const text = texts.get(part);
  if (text !== undefined) return text;
  const written = JSON.stringify(part);
  texts.set(part, written);
  return written;
}

type Lines = readonly object[];
/** By its first line what a history said when it was last written. */
const histories = new WeakMap<object, { lines: Lines; text: string }>();

/** It only ever grows at its end: where it still begins with the very lines that were written, the rest is put after their text. */
function linesOf(lines: Lines): string {
  const [first] = lines;
  if (first === undefined) return "";
  const last = histories.get(first);
  const before = last && beginsWith(lines, last.lines) ? last : { lines: [], text: "" };
  if (before.lines.length === lines.length) return before.text;
  const more = lines.slice(before.lines.length).map((line) => JSON.stringify(line));
  const text = [...(before.text === "" ? [] : [before.text]), ...more].join(",");
  histories.set(first, { lines, text });
  return text;
}

function beginsWith(lines: Lines, start: Lines): boolean {
  if (lines === start) return true;
  for (let i = 0; i < start.length; i++) if (lines[i] !== start[i]) return false;
  return true;
}

/** Undefined where the text can't be understood (S14: the caller says so). */
export function readDocument(text: string, kept: Kept): Stored | undefined {
  try {
    const document = upcast(JSON.parse(text) as Old);
    return isWhole(document) ? ({ ...document, ...kept } as Stored) : undefined;
  } catch {
    return undefined;
  }
}

/** The households of the doors after the first. */
export const stopsOf = ({ visit }: Stored): string[] => [
  ...new Set((visit.plan.stops ?? []).map(({ household }) => household).filter(isText)),
];

/** Everybody who goes on the visit, and whoever went after them (S12). */
export const visitorsOf = ({ visit }: Stored): string[] => [
  ...new Set([...visit.plan.visitors, ...Object.keys(visit.outings)]),
];

/**
 * Neither closed nor off; or somebody is out on it still, since whoever was sent to the address may be out longer than the visitors (S1, S12); or an
 * alarm is open, which a discreet call may be for longer than the record (S4, S13); or it is off, and it is still asked where somebody is (S1).
 */
export const isOpen = (stored: Stored): boolean => {
  const { phase, outings, alarms } = stored.visit;
  return (
    (phase !== "closed" && phase !== "off") ||
    Object.values(outings).some(({ back }) => back === undefined) ||
    alarms.some(({ ended }) => ended === undefined) ||
    asksAfterSomebody(stored)
  );
};

export const isReadable = (stored: Stored | Unreadable): stored is Stored => !("unreadable" in stored);

/** The next to leave first; what can't be read says no time, and comes before all. */
export const byLeave = (a: Stored | Unreadable, b: Stored | Unreadable): number => leaveOf(a) - leaveOf(b);
const leaveOf = (stored: Stored | Unreadable): number => (isReadable(stored) ? stored.visit.plan.leave : 0);
