export type Node = { [key: string]: unknown; type?: string; id?: string };

/** Every object of a card, in reading order. */
export function nodesOf(value: unknown, found: Node[] = []): Node[] {
  if (typeof value !== "object" || value === null) return found;
  if (!Array.isArray(value)) found.push(value as Node);
  for (const part of Object.values(value)) nodesOf(part, found);
  return found;
}

export const isInput = ({ type }: Node): boolean => type?.startsWith("Input.") === true;

export const inputsOf = (card: object): Node[] => nodesOf(card).filter(isInput);

/** Buttons that send something; the fallbacks beneath them are not counted again. */
export const pressesOf = (card: object): Node[] => nodesOf(card).filter(({ type }) => type === "Action.Execute");

/** What a client reads as Markdown: text blocks, facts, and the titles of ticks. */
export function markdownOf(card: object): string[] {
  return nodesOf(card).flatMap((node) => {
    if (node.type === "TextBlock") return [String(node.text)];
    if (node.type === "FactSet")
      return (node.facts as Node[]).flatMap(({ title, value }) => [String(title), String(value)]);
    if (node.type === "Input.Toggle") return [String(node.title)];
    if (node.type === "Input.ChoiceSet" && node.style === "expanded")
      return (node.choices as Node[]).map(({ title }) => String(title));
    return [];
  });
}

/** What a client shows as it stands: rich text, buttons, labels and drop-downs. */
export const plainOf = (card: object): string[] =>
  nodesOf(card).flatMap((node) => {
    if (node.type === "TextRun") return [String(node.text)];
    if (node.type?.startsWith("Action.")) return [String(node.title)];
    if (isInput(node)) return [String(node.label), ...choicesOf(node)];
    return [];
  });

const choicesOf = (node: Node): string[] =>
  node.type === "Input.ChoiceSet" && node.style !== "expanded"
    ? (node.choices as Node[]).map(({ title }) => String(title))
    : [];
