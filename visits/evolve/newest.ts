/**
 * What the state keeps of a list that grows with every press: the history has all of it, and the document of a visit has to stay short (ADR 32). The
 * oldest goes first, but of each kind the newest stay: what a rule asks of the list is whether there is one.
 */
export function newest<T>(all: readonly T[], most: number, kindOf: (one: T) => string, ofEach = 1): readonly T[] {
  if (all.length <= most) return all;
  const kinds = all.map(kindOf);
  const drop = kinds.findIndex((kind) => kinds.filter((other) => other === kind).length > ofEach);
  return drop < 0 ? all : all.toSpliced(drop, 1);
}
