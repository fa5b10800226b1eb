import type { Sight } from "./../visits/sight";
import { plain } from "./neutral";

export type Verb = Sight["offers"][number];
type Style = "default" | "positive" | "destructive";
type Extra = { style?: Style; set?: Readonly<Record<string, string>>; alone?: boolean };

/** An action as the template takes it; the `Action.Submit` beneath it is added when the card is composed. */
export type Press = Readonly<Record<string, unknown>>;

/** What a button answers: ids and one number, nothing else (the rest is loaded when it is pressed). */
export type Answers = { card: string; visit?: string; plan?: number; alarm?: number; task?: number };

/** Makes buttons of one card: a verb that is not offered gives none, so that no button is dead. */
export const pressesFor =
  (offers: readonly Verb[], answers: Answers) =>
  (verb: Verb, title: string, { style = "default", set = {}, alone = false }: Extra = {}): Press[] =>
    offers.includes(verb)
      ? [
          {
            type: "Action.Execute",
            title: plain(title, 80),
            verb,
            style,
            data: { ...set, verb, ...answers },
            ...(alone ? { associatedInputs: "none" } : {}),
          },
        ]
      : [];

/** Draws a card anew for whoever presses it, and changes nothing: so it works in every client, and needs no right of its own. */
export const showAgain = (title: string, verb: "whoIsOut" | "myVisits" | "monitoring", card: string): Press => ({
  type: "Action.Execute",
  title,
  verb,
  data: { verb, card },
  associatedInputs: "none",
});

/** Shows or hides parts of the card; nothing is sent. */
export const toggle = (title: string, ...parts: string[]): Press => ({
  type: "Action.ToggleVisibility",
  title,
  targetElements: parts,
});

export const open = (title: string, url: string, style: Style = "default"): Press => ({
  type: "Action.OpenUrl",
  title: plain(title, 80),
  url,
  style,
});
