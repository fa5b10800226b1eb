import { type Look, looks, nameOf } from "./gallery";

/** One page with every picture: a row a state, a column a look; the cards of one name beneath one another. */
export function galleryPage(cards: readonly string[]): string {
  const names = [...new Set(cards.map((card) => card.split("/")[0] ?? ""))];
  const links = names.map((name) => `<a href="#${name}">${name}</a>`).join(" ");
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Every card in every state</title>
<style>
body { margin: 0; background: #e8e8e8; font: 14px/20px system-ui, sans-serif }
nav { position: sticky; top: 0; padding: 8px 16px; background: #fff; border-bottom: 1px solid #ccc }
section { padding: 0 16px 24px }
.row { display: flex; gap: 16px; align-items: flex-start; overflow-x: auto; padding-bottom: 16px }
figure { margin: 0 } figcaption { color: #444 } img { display: block; max-width: none }
</style>
<nav>${cards.length} states: ${links}</nav>
${names.map((name) => section(name, cards)).join("\n")}
</html>
`;
}

const section = (name: string, cards: readonly string[]): string => `<section id="${name}"><h2>${name}</h2>
${cards
  .filter((card) => card.startsWith(`${name}/`))
  .map((card) => `<h3>${card}</h3><div class="row">${looks.map((look) => picture(card, look)).join("")}</div>`)
  .join("\n")}</section>`;

const picture = (card: string, look: Look): string =>
  `<figure><img loading="lazy" src="${nameOf(card, look)}" alt="${card}, ${look.theme}, ${look.width}"><figcaption>${look.theme}, ${look.width}${look.opened ? ", unfolded" : ""}</figcaption></figure>`;
