// Runs in the tab: hangs the cards up, and measures what hangs there.
import { drawCard } from "/draw-card.js";

/** Each card in a section of its own; `opened` shows what it keeps folded too. */
globalThis.hang = ({ cards, opened }) => {
  document
    .querySelector("main")
    .replaceChildren(...Object.entries(cards).map(([name, card]) => framed(name, card, opened)));
};

function framed(name, card, opened) {
  const section = document.createElement("section");
  section.dataset.card = name;
  section.appendChild(document.createElement("h2")).textContent = name;
  const frame = section.appendChild(document.createElement("div"));
  frame.className = "card";
  frame.append(drawCard(opened ? unfolded(card) : card, [], () => {}));
  return section;
}

function unfolded(node) {
  if (Array.isArray(node)) return node.map(unfolded);
  if (typeof node !== "object" || node === null) return node;
  const { isVisible: _, ...rest } = node;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, unfolded(value)]));
}

/** The states of one card alone. */
globalThis.single = ({ card }) => {
  for (const section of document.querySelectorAll("section"))
    section.hidden = !section.dataset.card.startsWith(`${card}/`);
};

globalThis.dress = ({ theme, width }) => {
  document.documentElement.dataset.theme = theme;
  for (const section of document.querySelectorAll("section")) section.style.width = `${width}px`;
};

/** What the eye gets, card by card; nothing where all is well. */
globalThis.measure = () => {
  grounds = new Map();
  return [...document.querySelectorAll("section")].flatMap((section) =>
    [
      ...once(section, `size ${sizeOf(section)}`, cramped),
      ...once(section, `colours ${themeNow()}`, faint),
      ...once(section, "names", nameless),
    ].map((what) => `${section.dataset.card}: ${what}`),
  );
};

const themeNow = () => document.documentElement.dataset.theme;
const seen = new WeakMap();

/**
 * A card's colours are the same at every width, and its names in every look. Where a theme leaves a card as wide and as high as another
 * did, to a part of a pixel, it has laid out its words in the same lines.
 */
function once(section, what, look) {
  const known = seen.get(section) ?? {};
  seen.set(section, known);
  known[what] ??= [...look(section)];
  return known[what];
}

function sizeOf(section) {
  const { width, height } = section.getBoundingClientRect();
  return `${width} ${height}`;
}

function* cramped(section) {
  yield* cutOff(section);
  yield* cutChoices(section);
  yield* small(section);
}

const shown = (element) => element.checkVisibility({ visibilityProperty: true });
const named = (element) => `<${element.tagName.toLowerCase()} class="${element.className}"> “${saying(element)}”`;
const saying = (element) => (element.textContent || element.value || element.placeholder || "").trim().slice(0, 60);

/** Sticks out of its card, or hides part of what it says. */
function* cutOff(section) {
  const edge = section.querySelector(".card").getBoundingClientRect().right;
  for (const element of section.querySelectorAll("*")) {
    if (!shown(element)) continue;
    if (element.getBoundingClientRect().right > edge + 0.5) yield `sticks out: ${named(element)}`;
    else if (hides(element)) yield `cut off: ${named(element)}`;
  }
}

const hides = (element) =>
  (element.scrollWidth > element.clientWidth + 1 &&
    getComputedStyle(element).display !== "inline" &&
    !element.matches("select, input")) ||
  (element.scrollHeight > element.clientHeight + 1 && getComputedStyle(element).overflowY === "hidden");

const ruler = document.createElement("canvas").getContext("2d");

/** A closed drop-down shows one choice on one line, and so does a field its hint: each has to have room there. */
function* cutChoices(section) {
  for (const list of section.querySelectorAll("select"))
    for (const { text } of list.options) if (!fits(list, text, ARROW)) yield `cut off when chosen: “${text}”`;
  for (const field of section.querySelectorAll("input[placeholder]"))
    if (!fits(field, field.placeholder, 0)) yield `hint cut off: “${field.placeholder}”`;
}

function fits(element, text, taken) {
  const { font, paddingLeft, paddingRight } = getComputedStyle(element);
  ruler.font = font;
  const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - taken;
  return !shown(element) || ruler.measureText(text).width <= room;
}
/** What Chromium draws at the right of a list, in pixels. */
const ARROW = 18;

/** WCAG AA: 4.5 to 1, or 3 to 1 where the letters are large. */
function* faint(section) {
  for (const element of section.querySelectorAll("*")) {
    if (!says(element) || !shown(element)) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const ratio = contrast(rgb(color), ground(element));
    const hint = element.placeholder ? contrast(hintOf(element), ground(element)) : 21;
    if (hint < 4.5) yield `faint hint, ${hint.toFixed(2)} to 1: ${element.placeholder}`;
    if (ratio < (large ? 3 : 4.5)) yield `faint, ${ratio.toFixed(2)} to 1: ${named(element)}`;
  }
}

const hintOf = (element) => rgb(getComputedStyle(element, "::placeholder").color);

const says = (element) =>
  element.matches("input, textarea, select") ||
  [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());

/** As long as one look is measured, each element stands on the same. */
let grounds = new Map();

function ground(element) {
  const known = grounds.get(element) ?? groundUnder(element);
  grounds.set(element, known);
  return known;
}

function groundUnder(element) {
  const [r, g, b, alpha] = rgb(getComputedStyle(element).backgroundColor);
  if (alpha === 1 || !element.parentElement) return [r, g, b, 1];
  const under = ground(element.parentElement);
  return [r, g, b].map((part, i) => part * alpha + under[i] * (1 - alpha));
}

function rgb(color) {
  const [r, g, b, alpha = 1] = color.match(/[\d.]+/g).map(Number);
  return [r, g, b, alpha];
}

const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);

/** Too small for a thumb (WCAG 2.5.8 asks for 24 pixels; a doorstep for more). */
const LEAST = 32;
function* small(section) {
  for (const element of section.querySelectorAll(
    "button, select, textarea, input:not([type=checkbox], [type=radio])",
  )) {
    const { height } = element.getBoundingClientRect();
    if (shown(element) && height < LEAST) yield `only ${height} high: ${named(element)}`;
  }
}

/** A screen reader would have nothing to call it. */
function* nameless(section) {
  for (const element of section.querySelectorAll("button, a, select, textarea, input, img"))
    if (shown(element) && !nameOf(section, element)) yield `has no name: ${element.outerHTML.slice(0, 120)}`;
}

const nameOf = (section, element) =>
  [
    element.ariaLabel,
    ...(element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent),
    ...labelsOf(section, element),
    element.matches("button, a") ? element.textContent : element.alt,
  ]
    .join("")
    .trim();

/** What `labels` gives too, but by a walk through the whole wall for each element. */
const labelsOf = (section, element) =>
  [element.closest("label"), ...(element.id ? section.querySelectorAll(`label[for="${CSS.escape(element.id)}"]`) : [])]
    .filter((label) => label?.control === element)
    .map((label) => label.textContent);
