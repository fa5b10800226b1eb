import { clauseList } from "./clauses";
import { neutral } from "./neutral";
import { lines } from "./pieces";

/** What somebody typed on a card, and what was said to it: the card is drawn again with both. */
export type Entry = { input: Readonly<Record<string, string>>; refusal?: Refused | undefined };
type Line = { id: string; text: string; clauses: readonly string[] };
type Refused = {
  say: string;
  field?: string | undefined;
  clause?: string | undefined;
  lines?: readonly Line[] | undefined;
  also?: readonly Refused[] | undefined;
};

type Element = Readonly<Record<string, unknown>> & { type?: string; id?: string };

/** Typed values back in their inputs, and each refusal beside the one it concerns; at the top where it concerns none. */
export function withEntry(card: Element, { input, refusal }: Entry): object {
  const filled = fill(card, input) as Element;
  const all = refusal ? [refusal, ...(refusal.also ?? [])] : [];
  // The last first: each goes before those that are there.
  return all.reduceRight(withSentence, filled);
}

function withSentence(card: Element, refused: Refused, i: number): Element {
  const said = (input?: Element) => sentence(refused, i, input);
  const beside = refused.field ? insertBeside(card, refused.field, said) : undefined;
  return beside?.found ? (beside.value as Element) : { ...card, body: [said(), ...((card.body as unknown[]) ?? [])] };
}

const isInput = (value: Element): boolean => value.type?.startsWith("Input.") === true;

function fill(value: unknown, input: Entry["input"]): unknown {
  if (Array.isArray(value)) return value.map((one) => fill(one, input));
  if (typeof value !== "object" || value === null) return value;
  const element = value as Element;
  const typed = isInput(element) && element.id !== undefined ? input[element.id] : undefined;
  if (typed !== undefined) return { ...element, value: within(typed, element.maxLength) };
  return Object.fromEntries(
    Object.entries(element).map(([key, one]) => [key, key === "data" ? one : fill(one, input)]),
  );
}

const within = (typed: string, most: unknown): string =>
  typeof most === "number" ? typed.slice(0, most).toWellFormed() : typed;

/** The sentence, by the input that it stands beside. */
type Said = (input?: Element) => Element;
type Placed = { value: unknown; found: boolean };

/** Beside the input, and every part around it is opened, so that the sentence cannot hide. */
function insertBeside(value: unknown, field: string, said: Said): Placed {
  if (Array.isArray(value)) return insertInList(value, field, said);
  if (typeof value !== "object" || value === null) return { value, found: false };
  const parts = Object.entries(value).map(([key, one]) => [key, insertBeside(one, field, said)] as const);
  if (!parts.some(([, { found }]) => found)) return { value, found: false };
  const { isVisible: _, ...shown } = Object.fromEntries(parts.map(([key, part]) => [key, part.value]));
  return { value: shown, found: true };
}

function insertInList(list: readonly unknown[], field: string, said: Said): Placed {
  const at = list.findIndex((one) => isInput(one as Element) && (one as Element).id === field);
  const input = list[at] as Element | undefined;
  if (input) return { value: [...list.slice(0, at + 1), said(input), ...list.slice(at + 1)], found: true };
  const parts = list.map((one) => insertBeside(one, field, said));
  return { value: parts.map((part) => part.value), found: parts.some(({ found }) => found) };
}

/** No id may stand twice on a card. What a single tick is about is listed above that tick, and so not once more beneath it. */
const sentence = ({ say, clause, lines: list = [] }: Refused, i: number, input?: Element): Element => ({
  type: "Container",
  id: i === 0 ? "refusal" : `refusal${i + 1}`,
  style: "attention",
  spacing: "Small",
  items: [
    { type: "TextBlock", text: `⚠ ${neutral(say)}`, wrap: true, weight: "Bolder" },
    ...(clause
      ? [
          {
            type: "TextBlock",
            text: neutral(clauseList(clause.split(", "))),
            size: "Small",
            isSubtle: true,
            wrap: true,
            spacing: "None",
          },
        ]
      : []),
    ...(input?.type === "Input.Toggle" ? [] : lines(list)).map((one) => ({
      type: "RichTextBlock",
      spacing: "Small",
      ...one,
    })),
  ],
});
