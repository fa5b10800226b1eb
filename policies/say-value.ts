import { valueWords as w } from "../words/en-gb/policy/values";
import type { RiskBaseline } from "./rows";
import type { PackLadder, ParameterName } from "./statements";

const inMinutes: readonly ParameterName[] = [
  "moveVoidsAfter",
  "tellWithin",
  "arrivalCallAfter",
  "checkInEvery",
  "pingAfter",
  "callAfter",
  "lengthLimit",
  "waitOutside",
  "overdueAfter",
  "nudgeBefore",
  "lateToLeave",
  "hold",
  "awaySafe",
  "attendWithin",
  "coverWarning",
  "climbAfter",
  "policeRepeat",
  "minutesWithin",
  "safeguardingWithin",
];

/** By role, as the policy calls it; a role that is not in it is said by its own name. */
type Titles = Readonly<Record<string, string>>;

/** A parameter's value in a few words, for the list of what is the school's choice. */
export function sayValue(name: ParameterName, value: unknown, titles: Titles = {}): string {
  if (typeof value === "number") return inMinutes.includes(name) ? w.minutes(value) : String(value);
  if (typeof value === "boolean") return value ? w.yes : w.no;
  if (value === null) return w.notSet;
  if (typeof value === "string") return inWords(value);
  if (name === "ladder") return sayLadder(value as PackLadder, titles);
  if (name === "riskBaseline") return sayBaseline(value as RiskBaseline);
  if (Array.isArray(value)) return value.map((item) => sayItem(item, titles)).join(", ") || w.none;
  return sayParts(value as object, titles);
}

/** What is put together of several parts, each by its name; what it rests on is said elsewhere. */
const sayParts = (parts: object, titles: Titles): string =>
  Object.entries(parts)
    .filter(([part]) => part !== "clauses")
    .map(([part, said]) => w.part(inWords(part), sayPart(said, titles)))
    .join("; ");

function sayPart(said: unknown, titles: Titles): string {
  if (said === null) return w.notSet;
  if (typeof said === "boolean") return said ? w.yes : w.no;
  if (Array.isArray(said)) return said.map((item) => sayItem(item, titles)).join(", ") || w.none;
  return typeof said === "object" ? w.set : (titles[String(said)] ?? inWords(String(said)));
}

/** `office rings (call); principal decides (decide)`: each step with who is asked for what. */
function sayLadder({ steps }: PackLadder, titles: Titles): string {
  const called = (role: string) => titles[role] ?? role;
  const said = Object.entries(steps).map(([id, { tell, ask }]) => w.step(tell.map(called), w.asks[ask], id));
  return said.join("; ");
}

const sayBaseline = ({ notInPlace }: RiskBaseline): string => w.baseline(notInPlace.length);

const sayItem = (item: unknown, titles: Titles): string =>
  typeof item === "object" && item !== null
    ? String("text" in item ? item.text : "id" in item ? inWords(String(item.id)) : w.set)
    : (titles[String(item)] ?? inWords(String(item)));

/** `firstVisit` as "first visit". */
const inWords = (text: string): string =>
  /^[a-z]+([A-Z][a-z]+)+$/.test(text) ? text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : text;
