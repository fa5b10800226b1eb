/** An Adaptive Card as a person meets it: words, inputs and buttons. */
export type Card = { [key: string]: unknown };
export type Values = Readonly<Record<string, string>>;
type Part = Record<string, unknown>;

function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== "object" || value === null) return [];
  // A fallback stands for what holds it, and is not drawn beside it.
  const { fallback: _, data: __, ...part } = value as Part;
  return [value as Part, ...Object.values(part).flatMap(partsOf)];
}

/** All that can be read on it, line by line. */
export function wordsOn(card: Card): string {
  const shown = partsOf(card).flatMap(({ type, text, title, value, label, url }) =>
    [text, title, label, type === undefined ? value : undefined, url].filter((words) => typeof words === "string"),
  );
  return shown.join("\n");
}

/** What its buttons can do, by verb. */
export const verbsOn = (card: Card): string[] => buttonsOn(card).map(({ verb }) => String(verb));

const buttonsOn = (card: Card): Part[] => partsOf(card).filter(({ type }) => type === "Action.Execute");

export const inputsOn = (card: Card): Part[] => partsOf(card).filter(({ type }) => /^Input\./.test(String(type)));

/** What Teams sends for a button: its data with what stands in the inputs. Only what is there can be filled in. */
export function pressOn(card: Card, verb: string, typed: Values): { type: string; verb: string; data: object } {
  const button = buttonsOn(card).find((found) => found.verb === verb);
  if (!button) throw new Error(`No button "${verb}" on this card, only: ${verbsOn(card).join(", ") || "none"}`);
  const inputs = inputsOn(card);
  const absent = Object.keys(typed).filter((id) => !inputs.some((input) => input.id === id) && !(id in dataOf(button)));
  if (absent.length > 0)
    throw new Error(`No input ${absent.join(", ")} on this card, only: ${inputs.map(({ id }) => id).join(", ")}`);
  const standing = Object.fromEntries(
    inputs.filter(({ value }) => value !== undefined).map(({ id, value }) => [id, value]),
  );
  return { type: "Action.Execute", verb, data: { ...standing, ...dataOf(button), ...typed } };
}

const dataOf = (button: Part): Part => (button.data ?? {}) as Part;
