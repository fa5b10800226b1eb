/** What the engine says when it cannot rely on a visit's record, or on itself. No visit's detail is in it. */
export const words = {
  unreadable: (id: string, phone: string) =>
    `ALARM · Homeward can't read the record of a visit (${id}). Somebody may be out: find out who, and speak to them now. Timers for this visit are not running. School: ${phone}.`,
  broken: (id: string, phone: string) =>
    `ALARM · Homeward can't work out what is due for a visit (${id}). Open it and speak to everyone who is out now. School: ${phone}.`,
  watchdog: (problems: readonly string[], phone: string) =>
    `ALARM · Homeward may be missing something: ${problems.join("; ")}. Check by voice on everyone who is out. School: ${phone}.`,
};
