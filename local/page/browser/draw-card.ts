import type * as Cards from "adaptivecards";
import type { ShownPerson } from "../shown.js";
import { hostConfig } from "./host-config.js";
import { cardHtml } from "./words.js";

declare const AdaptiveCards: typeof Cards;

export interface Pressed {
  kind: "execute" | "submit";
  verb?: string | undefined;
  actionId?: string | undefined;
  data: object;
}

/** Draws a card with Microsoft's renderer, which also checks required inputs before a press gets through. */
export function drawCard(json: object, people: ShownPerson[], onPress: (pressed: Pressed) => void): Node {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = cardHtml(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.parse(forTeams(json, people) as object);
  card.onExecuteAction = (action) => act(action, onPress);
  const drawn = card.render();
  return drawn ? withOwnRadios(drawn) : document.createTextNode("This card can't be shown.");
}

let cards = 0;

/** The renderer names a group of radio buttons by its input alone, so that a choice on one card would undo that on another. */
function withOwnRadios(drawn: HTMLElement): HTMLElement {
  cards++;
  for (const radio of drawn.querySelectorAll<HTMLInputElement>("input[type=radio]")) radio.name += `-${cards}`;
  return drawn;
}

function act(action: Cards.Action, onPress: (pressed: Pressed) => void): void {
  if (action instanceof AdaptiveCards.OpenUrlAction) open(action.url);
  else if (action instanceof AdaptiveCards.ExecuteAction) {
    onPress({ kind: "execute", verb: action.verb, actionId: action.id, data: dataOf(action.data) });
  } else if (action instanceof AdaptiveCards.SubmitAction) onPress({ kind: "submit", data: dataOf(action.data) });
}

const dataOf = (data: string | object | undefined) => (typeof data === "object" ? data : {});

const OPENABLE = /^(https?|tel|mailto|msteams):/i;

function open(url: string | undefined): void {
  if (url && OPENABLE.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

/** Does what Teams does to a card before drawing it: fills the people picker, keeps remote pictures out. */
function forTeams(node: unknown, people: ShownPerson[]): unknown {
  if (Array.isArray(node)) return node.filter((n) => !isRemoteImage(n)).map((n) => forTeams(n, people));
  if (typeof node !== "object" || node === null) return node;
  const walked = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, forTeams(value, people)]));
  return isPeoplePicker(walked) ? withPeople(walked, people) : walked;
}

interface Picker extends Record<string, unknown> {
  choices?: { title: string; value: string }[];
}

const isRemoteImage = (node: unknown) => {
  const { type, url } = (node ?? {}) as { type?: string; url?: string };
  return type === "Image" && !url?.startsWith("data:image/");
};

const isPeoplePicker = (node: Record<string, unknown>): node is Picker =>
  node.type === "Input.ChoiceSet" && JSON.stringify(node["choices.data"] ?? "").includes("graph.microsoft.com/users");

function withPeople({ "choices.data": _, ...picker }: Picker, people: ShownPerson[]): Picker {
  const given = picker.choices ?? [];
  const others = people.filter((p) => !given.some((choice) => choice.value === p.id));
  return { ...picker, choices: [...given, ...others.map((p) => ({ title: p.name, value: p.id }))] };
}
