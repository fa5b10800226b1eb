import type { Look } from "./gallery";

/** The file of one picture. */
export const nameOf = (card: string, { theme, width, opened }: Look): string =>
  `${card}-${theme}-${width}${opened ? "-unfolded" : ""}.png`;

/** One page with every picture: a section a card, in it a picture a look. */
export const galleryPage = (cards: readonly string[], looks: readonly Look[]): string => `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Every card in every state</title>
<style>
body { margin: 0; background: #e8e8e8; color: #242424; font: 14px/20px system-ui, sans-serif }
nav { position: sticky; top: 0; padding: 8px 16px; background: #fff; border-bottom: 1px solid #ccc }
section { padding: 0 16px 24px }
img { display: block; max-width: 100% }
</style>
<nav>${cards.map((card) => `<a href="#${card}">${card}</a>`).join(" ")}</nav>
${cards.map((card) => `<section id="${card}"><h2>${card}</h2>${looks.map((look) => picture(card, look)).join("")}</section>`).join("\n")}
</html>
`;

function picture(card: string, look: Look): string {
  const seen = [look.theme, look.width, ...(look.opened ? ["unfolded"] : [])].join(", ");
  return `<h3>${seen}</h3><a href="${nameOf(card, look)}"><img loading="lazy" src="${nameOf(card, look)}" alt="Each state of the card ${card}: ${seen}"></a>`;
}
