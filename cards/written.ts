import { words } from "../words/en-gb";
import { neutral, plain, shortened } from "./neutral";

/** As it was written, line by line. */
export const writtenLines = (text: string | undefined): string[] =>
  linesOf(text)
    .slice(0, 30)
    .map((one) => neutral(one));

/** A card that held more would not be shown at all. */
const mostOnPaper = 12_000;

/** Text to be copied word for word: in places that read no Markdown, and cut only where a card can hold no more. */
export function paperRuns(text: string | undefined): object[] {
  const all = text ?? "";
  const cut = all.length > mostOnPaper;
  const kept = linesOf(cut ? shortened(all, mostOnPaper) : all);
  return [...kept, ...(cut ? [words.task.cut] : [])].map((line) => ({
    inlines: [{ type: "TextRun", text: plain(line, mostOnPaper) }],
  }));
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");
