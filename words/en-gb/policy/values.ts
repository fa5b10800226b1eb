/** A parameter's value in a few words. */
export const valueWords = {
  /** Whole hours from two hours on: nobody reads 1440 minutes as a day. */
  minutes: (count: number) => (count >= 120 && count % 60 === 0 ? `${count / 60} hours` : `${count} min`),
  yes: "yes",
  no: "no",
  notSet: "not set",
  none: "none",
  set: "set",
  part: (name: string, said: string) => `${name}: ${said}`,
  baseline: (lacking: number) => (lacking === 0 ? "all in place" : `${lacking} not in place`),
  asks: { call: "rings", decide: "decides", police: "rings the police" },
  step: (roles: readonly string[], does: string, id: string) => `${roles.join(" or ")} ${does} (${id})`,
};
