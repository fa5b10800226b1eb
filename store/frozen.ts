/** Whoever changes what is kept fails at once: so it need not be copied for everyone who reads it. Parts that are frozen are so throughout. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
