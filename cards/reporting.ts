import { words } from "../words/en-gb";
import type { Look } from "./look";
import { type Press, toggle } from "./press";

const w = words.reporting;

/** The folded form by which somebody reports what certain people have to know, and the button that opens it; nothing where there is none. */
export function reporting({ raw, press }: Look): { report: readonly object[]; open: readonly Press[] } {
  const presses = press("report", w.save, { style: "positive" });
  const kinds = (raw.forms.reports ?? []).map((kind) => ({ title: words.reports[kind], value: kind }));
  if (presses.length === 0 || kinds.length === 0) return { report: [], open: [] };
  return { report: [{ w, kinds, presses, danger: w.danger }], open: [toggle(w.title, "report")] };
}
