import { Template } from "adaptivecards-templating";
import { type Entry, withEntry } from "./entry";
import asked from "./parts/asked.json";
import banners from "./parts/banners.json";
import facts from "./parts/facts.json";
import foot from "./parts/foot.json";
import guidance from "./parts/guidance.json";
import head from "./parts/head.json";
import report from "./parts/report.json";
import stamp from "./parts/stamp.json";
import warning from "./parts/warning.json";

/** Fragments that several cards share: `{ "part": "head" }` in a template stands for them. */
const parts: Readonly<Record<string, unknown>> = {
  head,
  banners,
  facts,
  asked,
  guidance,
  report,
  foot,
  stamp,
  warning,
};

type Tree = { [key: string]: unknown };

/** Of each template: what a press is answered with is drawn again for its update a moment later. */
const mostKept = 8;

/**
 * Turns a template into a function of its data; the template is read once, and the same data gives the same card, which nobody changes. `key`: all of the data as a
 * text, where somebody has written it already.
 */
export function composer(template: object): (data: object, entry?: Entry, key?: string) => object {
  let read: Template | undefined;
  const kept = new Map<string, Tree>();
  const expand = (data: object): Tree => {
    read ??= new Template(withParts(template) as object);
    return withFallbacks(read.expand({ $root: data })) as Tree;
  };
  return (data, entry, key = JSON.stringify(data)) => {
    const card = kept.get(key) ?? expand(data);
    for (const oldest of kept.keys()) if (kept.size >= mostKept) kept.delete(oldest);
    kept.set(key, card);
    return entry ? withEntry(card, entry) : card;
  };
}

function withParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((one) => withParts(one));
  if (typeof value !== "object" || value === null) return value;
  const { part } = value as Tree;
  if (typeof part === "string") return withParts(parts[part]);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withParts(one)]));
}

/** Execute fails on some phones: each has a Submit with the same data beneath it. What holds no action stays what it was. */
function withFallbacks(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const within = Array.isArray(value) ? eachWithFallbacks(value) : partsWithFallbacks(value as Tree);
  if ((within as Tree).type !== "Action.Execute") return within;
  const { verb: _, fallback: __, ...same } = within as Tree;
  return { ...within, fallback: { ...same, type: "Action.Submit" } };
}

function eachWithFallbacks(values: unknown[]): unknown[] {
  const all = values.map(withFallbacks);
  return all.every((one, i) => one === values[i]) ? values : all;
}

function partsWithFallbacks(tree: Tree): Tree {
  let copy: Tree | undefined;
  for (const key of Object.keys(tree)) {
    const one = withFallbacks(tree[key]);
    if (one === tree[key]) continue;
    copy ??= { ...tree };
    copy[key] = one;
  }
  return copy ?? tree;
}
