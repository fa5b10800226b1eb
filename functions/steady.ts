/** An answer that is looked for again only when it is that old: asking often costs nothing (P12). */
export function steady<T>(look: () => Promise<T>, keep: number, now: () => number): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (!last || now() - last.at >= keep) last = { at: now(), answer: look() };
    return last.answer;
  };
}
