import type { PackLadder, ParameterName } from "./schema";

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

/** A parameter's value in a few words, for the list of what is the school's choice. */
export function sayValue(name: ParameterName, value: unknown): string {
  if (typeof value === "number") return inMinutes.includes(name) ? `${value} min` : String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null) return "not set";
  if (typeof value === "string") return inWords(value);
  if (name === "ladder") return sayLadder(value as PackLadder);
  if (Array.isArray(value)) return value.map(sayItem).join(", ") || "none";
  return Object.keys(value as object).join(", ");
}

const asks = { call: "rings", decide: "decides", police: "rings the police" };

/** `office rings (call); principal decides (decide)`: each step with who is asked for what. */
function sayLadder({ steps }: PackLadder): string {
  const said = Object.entries(steps).map(([id, { tell, ask }]) => `${tell.join(" or ")} ${asks[ask]} (${id})`);
  return said.join("; ");
}

const sayItem = (item: unknown): string =>
  typeof item === "object" && item !== null && "text" in item ? String(item.text) : inWords(String(item));

/** `firstVisit` as "first visit". */
const inWords = (text: string): string =>
  /^[a-z]+([A-Z][a-z]+)+$/.test(text) ? text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : text;
