import MarkdownIt from "markdown-it";

// No HTML and no images: Teams shows neither from a bot, and the page fetches nothing from elsewhere.
const inMessages = new MarkdownIt({ html: false, linkify: false }).disable("image");
// A card's text knows emphasis, links and lists only.
const inCards = new MarkdownIt("zero", { html: false }).enable([
  "emphasis",
  "link",
  "list",
  "newline",
  "escape",
  "entity",
]);

for (const markdown of [inMessages, inCards]) {
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("target", "_blank");
    tokens[index]?.attrSet("rel", "noopener noreferrer");
    return self.renderToken(tokens, index, options);
  };
}

const MENTION = /&lt;at&gt;(.*?)&lt;\/at&gt;/g;
const mentions = (html: string) => html.replace(MENTION, '<span class="mention">$1</span>');

export const messageHtml = (text: string, plain: boolean) =>
  mentions(plain ? inMessages.utils.escapeHtml(text).replaceAll("\n", "<br>") : inMessages.render(text));

export const cardHtml = (text: string) => mentions(inCards.render(text));

interface Previewed {
  text?: string;
  summary?: string;
  cards: object[];
  deleted: boolean;
}

/** What is shown in several places with every piece of news; a message that changes is another object. */
const previews = new WeakMap<Previewed, string>();

/** What a locked phone shows: words only, whatever the message has besides. */
export function preview(message: Previewed): string {
  const known = previews.get(message) ?? wordsOf(message);
  previews.set(message, known);
  return known;
}

function wordsOf(message: Previewed): string {
  if (message.deleted) return "Message deleted";
  const words = message.summary ?? message.text;
  if (words) return plainText(messageHtml(words, false));
  return message.cards.length > 0 ? "Sent a card" : "";
}

const plainText = (html: string) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
