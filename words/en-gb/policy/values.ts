/** A parameter's value in a few words. */
export const valueWords = {
  minutes: (count: number) => `${count} min`,
  yes: "yes",
  no: "no",
  notSet: "not set",
  none: "none",
  baseline: (lacking: number) => (lacking === 0 ? "all in place" : `${lacking} not in place`),
  asks: { call: "rings", decide: "decides", police: "rings the police" },
  step: (roles: readonly string[], does: string, id: string) => `${roles.join(" or ")} ${does} (${id})`,
};
