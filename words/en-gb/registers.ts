/** Headings of registers that are exported. No pupil is in them. */
export const registers = {
  visit: "Visit",
  date: "Date",
  left: "Left",
  back: "Back",
  who: "Who went",
  reason: "Reason",
  lone: "Lone",
  unannounced: "Unannounced",
  ended: "How it ended",
  late: "Back late",
  complaints: "Complaints",
  closed: "Record closed",
  kept: "Kept until",
  yes: "yes",
  no: "no",
  asPlanned: "As planned",
} as const;
