/** Lists, help and the welcome. */
export const lists = {
  asAt: (clock: string) => `As at ${clock}`,
  phases: {
    asked: "asked for",
    ready: "approved",
    out: "out now",
    back: "back, record open",
    closed: "closed",
    off: "not going ahead",
  },
  board: {
    title: "Who is out",
    nobody: "Nobody is out on a visit",
    more: (count: number) => `${count} more are out; these are the most urgent`,
    alarm: (no: number) => `ALARM ${no}`,
    back: (by: string) => `Back ${by}`,
    late: "LATE",
    heard: (when: string) => `✓ ${when}`,
  },
  visits: {
    title: "My visits",
    request: "Request a visit",
    none: "You have no visits. Write “request visit” to ask for one.",
    more: (count: number) => `${count} older ones are not shown`,
  },
  help: {
    title: "What you can write",
    what: "Homeward looks after home visits: asking, approving, and making sure that everybody comes back.",
    commands: [
      { say: "request visit", does: "ask for a home visit", visitorsOnly: true },
      { say: "my visits", does: "your visits and what comes next", visitorsOnly: true },
      { say: "who is out", does: "who is on a visit now, and back by when", visitorsOnly: false },
      { say: "I'm out", does: "you have left already: the watch over you starts at once", visitorsOnly: true },
      { say: "help", does: "while you are out on a visit: call for help. Otherwise: this list", visitorsOnly: false },
    ],
    foot: (phone: string | undefined) =>
      `In danger ring 999.${phone ? ` If Teams does not answer, ring the school on ${phone}.` : ""}`,
  },
} as const;
