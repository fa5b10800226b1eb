/** Every clause that stands anywhere in a value. */
export function cited(value: unknown): string[] {
  if (typeof value === "string") return /^[A-Z]{3}(-A)?-\d+$/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(cited) : [];
}
