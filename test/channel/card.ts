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

/** What stands in its inputs. */
export const typedOn = (card: Card): Record<string, unknown> =>
  Object.fromEntries(inputsOn(card).map(({ id, value }) => [id, value]));

export type Refused = { say: string; beside: string | undefined };

/** The sentence with its clause that a press was refused with, and the input that it stands under. */
export function refusalOn(card: Card): Refused | undefined {
  const parts = partsOf(card);
  const at = parts.findIndex(({ id }) => id === "refusal");
  if (at < 0) return undefined;
  const before = parts.slice(0, at).findLast(({ type }) => type !== undefined);
  const beside = /^Input\./.test(String(before?.type)) ? String(before?.id) : undefined;
  return { say: wordsOn(parts[at] as Card), beside };
}

type Press = { type: string; verb: string; data: object };

/**
 * What Teams sends for a button: its data with what stands in the inputs. Only what is there can be filled in. `looks`: whether what is required is seen to
 * be there before anything is sent, as in Teams; not every client does.
 */
export function pressOn(card: Card, verb: string, typed: Values, looks = true): Press {
  const button = buttonOf(card, verb, typed);
  const inputs = button.associatedInputs === "none" ? [] : inputsOn(card);
  const entered = Object.entries(typed).filter(([id]) => !(id in dataOf(button)));
  for (const [id, value] of entered) checkEntry(inputs, id, value);
  const standing = inputs.filter(({ value }) => value !== undefined).map(({ id, value }) => [id, value]);
  const data = { ...Object.fromEntries(standing), ...Object.fromEntries(entered) };
  const empty = looks && inputs.find(({ id, isRequired }) => isRequired === true && !data[String(id)]);
  if (empty) throw new Error(`Teams would not send "${verb}": ${empty.id} is required and empty`);
  return { type: "Action.Execute", verb, data: { ...data, ...dataOf(button) } };
}

/** Several buttons may have one verb: the one whose own data say most of what was asked for, and nothing else. */
function buttonOf(card: Card, verb: string, typed: Values): Part {
  const agrees = (button: Part) =>
    Object.entries(typed).every(([id, value]) => !(id in dataOf(button)) || dataOf(button)[id] === value);
  const said = (button: Part) => Object.keys(typed).filter((id) => id in dataOf(button)).length;
  const [found] = buttonsOn(card)
    .filter((button) => button.verb === verb && agrees(button))
    .sort((a, b) => said(b) - said(a));
  if (found) return found;
  throw new Error(`No button "${verb}" on this card, only: ${verbsOn(card).join(", ") || "none"}`);
}

/** What no client would let anybody enter. */
function checkEntry(inputs: readonly Part[], id: string, value: string): void {
  const input = inputs.find((one) => one.id === id);
  if (!input) throw new Error(`No input ${id} here, only: ${inputs.map((one) => one.id).join(", ")}`);
  const { type, choices, maxLength } = input as { type: string; choices?: { value: string }[]; maxLength?: number };
  const strange = value.split(",").filter((one) => one && !choices?.some((choice) => choice.value === one));
  if (type === "Input.ChoiceSet" && strange.length > 0) throw new Error(`${id} has no choice ${strange.join(", ")}`);
  if (maxLength !== undefined && value.length > maxLength) throw new Error(`${id} takes ${maxLength} characters`);
}

const dataOf = (button: Part): Part => (button.data ?? {}) as Part;
