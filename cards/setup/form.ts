import type { Page, SetUpSight } from "../../schools/setup/sight";
import { setUp as w } from "../../words/en-gb";
import { plain } from "../neutral";
import type { Choice, Fact } from "../pieces";
import type { Press } from "../press";

/** A part of a page: what stands there, what can be filled in, and what can be pressed with it. */
export type Section = {
  title: string;
  texts: readonly { text: string }[];
  facts: readonly Fact[];
  inputs: readonly object[];
  presses: readonly Press[];
};

/** Takes texts as they are to stand; what people typed has been neutralised. */
export const section = (
  title: string,
  { texts = [], ...rest }: Partial<Omit<Section, "title" | "texts">> & { texts?: readonly string[] },
): Section => ({ title, facts: [], inputs: [], presses: [], texts: texts.map((text) => ({ text })), ...rest });

/** What holds for every input of set-up. */
const labelled = (id: string, label: string) => ({ id, label: plain(label, 200), errorMessage: w.error });
const standing = (value: string | undefined) => (value ? { value } : {});

export const text = (id: string, label: string, most: number, more: object = {}): object => ({
  type: "Input.Text",
  ...labelled(id, label),
  maxLength: most,
  ...more,
});
export const date = (id: string, label: string, value?: string): object => ({
  type: "Input.Date",
  ...labelled(id, label),
  ...standing(value),
});
export const time = (id: string, label: string, value?: string): object => ({
  type: "Input.Time",
  ...labelled(id, label),
  ...standing(value),
});
export const oneOf = (id: string, label: string, choices: readonly Choice[], value?: string): object => ({
  type: "Input.ChoiceSet",
  ...labelled(id, label),
  choices,
  placeholder: w.choose,
  wrap: true,
  ...standing(value),
});
/** For long titles, which a drop-down would cut off: all in sight, and read as Markdown. */
export const anyOf = (id: string, label: string, choices: readonly Choice[], value?: string): object => ({
  type: "Input.ChoiceSet",
  ...labelled(id, label),
  choices,
  style: "expanded",
  wrap: true,
  ...standing(value),
});
/** Their titles are read as Markdown. */
export const severalOf = (id: string, label: string, choices: readonly Choice[], value?: string): object => ({
  type: "Input.ChoiceSet",
  ...labelled(id, label),
  choices,
  isMultiSelect: true,
  style: "expanded",
  wrap: true,
  ...standing(value),
});
/**
 * Teams searches the school's own directory for them, in a bot's own chat on desktop, web and phone, and gives their Entra object id.
 * Any choice given here would be found there as a person of that name, so there is none; a client that can't search shows an empty list.
 */
export const personPicker = (id: string, label: string): object => ({
  type: "Input.ChoiceSet",
  ...labelled(id, label),
  choices: [],
  "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
  placeholder: w.choose,
  wrap: true,
});

type Do = Readonly<Record<string, string>>;
type Style = "default" | "positive" | "destructive";
export type Presses = (title: string, data: Do, style?: Style) => Press;

/** Buttons that leave this page open, and say which school they are about where there are several. */
export const pressesOn =
  ({ page, school, others, choice }: SetUpSight): Presses =>
  (title, data, style = "default") => ({
    type: "Action.Execute",
    title: plain(title, 80),
    verb: "setUp",
    style,
    data: {
      page,
      ...(choice ? { setting: choice.name } : {}),
      ...data,
      verb: "setUp",
      card: "setup",
      ...(others.length > 0 && !data.school ? { school: school.id } : {}),
    },
  });

/** Opens another page; what is typed on this one is not sent. */
export const opening = (press: Presses, page: Page, title: string = w.pages[page]): Press => ({
  ...press(title, { do: "show", page }),
  associatedInputs: "none",
});

/** Takes what the pack suggests for a choice, as it is. */
export const suggestion = ({ name, title }: { name: string; title: string }, press: Presses): Press => ({
  ...press(w.choices.takeSuggested(title), { do: "setting", setting: name, value: "asSuggested" }),
  associatedInputs: "none",
});
