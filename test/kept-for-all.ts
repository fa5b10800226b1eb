const key = Symbol.for("homeward/kept for all test files");
const realm = globalThis as { [key]?: Map<string, unknown> };
realm[key] ??= new Map();
const kept = realm[key];

/**
 * What is costly to read and never changed, for all test files of a worker: they share one realm (`jest/one-realm-runtime.js`). What a test
 * is about is not kept: a test of the reading reads.
 */
export function keptForAll<T>(name: string, make: () => T): T {
  if (!kept.has(name)) kept.set(name, frozen(make()));
  return kept.get(name) as T;
}

/** Whoever changes what other test files have too is told so at once: it throws. */
export function frozen<T>(value: T): T {
  const isPlain = Array.isArray(value) || (typeof value === "object" && value?.constructor === Object);
  if (!isPlain || Object.isFrozen(value)) return value;
  for (const part of Object.values(Object.freeze(value) as object)) frozen(part);
  return value;
}
