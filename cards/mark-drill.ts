import { drill as w } from "../words/en-gb";
import { plain } from "./neutral";

type Tree = { [key: string]: unknown };

/** A card of a rehearsal: it says so at its top and on every button, its presses go to that drill, and nothing on it dials 999. */
export function markDrill(card: object, drill: string): object {
  const marked = mark(card, drill) as Tree;
  return { ...marked, body: [banner, ...((marked.body as unknown[]) ?? [])] };
}

const banner = {
  type: "Container",
  style: "warning",
  items: [
    { type: "TextBlock", text: `⚠ ${w.banner}`, weight: "Bolder", wrap: true },
    { type: "TextBlock", text: w.bannerText, wrap: true, spacing: "Small" },
  ],
};

function mark(value: unknown, drill: string): unknown {
  if (Array.isArray(value)) return value.filter((one) => !dialsPolice(one)).map((one) => mark(one, drill));
  if (typeof value !== "object" || value === null) return value;
  const tree = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one, drill)]));
  if (!String(tree.type).startsWith("Action.")) return tree;
  const titled = { ...tree, title: plain(w.text(String(tree.title)), 80) };
  const sends = tree.type === "Action.Execute" || tree.type === "Action.Submit";
  return sends ? { ...titled, data: { ...(tree.data as Tree), drill } } : titled;
}

const dialsPolice = (one: unknown): boolean =>
  typeof one === "object" && one !== null && String((one as Tree).url ?? "").replace(/\D/g, "") === "999";
