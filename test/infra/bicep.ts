import { readFileSync } from "node:fs";

export type Resource = { symbol: string; type: string; name: string | undefined; body: string };

/** As much of a Bicep file as can be known without its compiler. */
export class Bicep {
  readonly text: string;
  constructor(readonly file: string) {
    this.text = readFileSync(file, "utf8");
  }

  /** Without comments and without what stands in strings, but with what is put into them by `${…}`. */
  get code(): string {
    return bare(this.text);
  }

  get params(): string[] {
    return [...this.code.matchAll(/^param (\w+) /gm)].map(([, name]) => name as string);
  }

  /** Those that must be given. */
  get required(): string[] {
    return [...this.code.matchAll(/^param (\w+) \w+[ \t]*$/gm)].map(([, name]) => name as string);
  }

  get outputs(): string[] {
    return [...this.code.matchAll(/^output (\w+) /gm)].map(([, name]) => name as string);
  }

  get modules(): { symbol: string; file: string; params: string[] }[] {
    return [...this.text.matchAll(/^module (\w+) '([^']+)' = /gm)].map(({ 1: symbol = "", 2: file = "", index }) => ({
      symbol,
      file,
      params: keysOf(bracketed(bracketed(this.text, index), "params: ")),
    }));
  }

  get resources(): Resource[] {
    const found = this.text.matchAll(/^ *resource (\w+) '([^']+)'(?: existing)? = /gm);
    return [...found].map(({ 1: symbol = "", 2: type = "", index }) => {
      const body = bracketed(this.text, index);
      return { symbol, type, name: /^\s*name: '([^']*)'/m.exec(body)?.[1], body };
    });
  }

  resource(symbol: string): Resource {
    const found = this.resources.find((resource) => resource.symbol === symbol);
    if (!found) throw new Error(`${this.file} has no resource ${symbol}`);
    return found;
  }
}

const bare = (text: string): string =>
  text
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/'(?:\\.|[^'\\\n])*'/g, (string) =>
      [...string.matchAll(/\$\{([^}]*)\}/g)].map(([, inner]) => inner).join(" "),
    );

/** What stands between the first `{` or `[` after a place (or some words) and the one that closes it. */
export function bracketed(text: string, from: number | string): string {
  const start = typeof from === "number" ? from : text.indexOf(from);
  if (start < 0) return "";
  const begin = start + text.slice(start).search(/[{[]/);
  for (let at = begin, depth = 0; at < text.length; at++) {
    if ("{[".includes(text[at] ?? "")) depth++;
    if ("}]".includes(text[at] ?? "") && --depth === 0) return text.slice(begin + 1, at);
  }
  throw new Error("A bracket is left open.");
}

/** The names at the top of an object's inside. */
export function keysOf(inside: string): string[] {
  let depth = 0;
  return inside.split("\n").flatMap((line) => {
    const key = depth === 0 ? /^\s*'?([\w$-]+)'?:/.exec(line)?.[1] : undefined;
    depth += (line.match(/[{[]/g) ?? []).length - (line.match(/[}\]]/g) ?? []).length;
    return key ? [key] : [];
  });
}
