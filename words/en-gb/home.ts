/** What is known of a home, and warnings about it. */
export const home = {
  firstVisit: "First visit to this home",
  firstVisits: (doors: readonly number[]) =>
    `First visit at ${doors.length === 1 ? "door" : "doors"} ${[doors.slice(0, -1).join(", "), doors.at(-1)].filter(Boolean).join(" and ")}`,
  door: (no: number) => `door ${no}`,
  at: (text: string, door: string) => (door ? `${text} (${door})` : text),
  incident: (day: string, how: string) => `Warning from ${day}: ${how}`,
  near: (when: string, by: string) => `Another visit to this home: ${when}, asked for by ${by}`,
  warning: "Warning about this home",
  by: (text: string, name: string, day: string, review: string, over: boolean) =>
    `${text} · ${name}, ${day} · ${over ? "was to be looked at again on" : "looked at again on"} ${review}`,
  siblings: "Brothers and sisters there",
  form: {
    open: "Warn whoever goes there",
    openStanding: "Warnings",
    about: "Whoever asks for, approves or makes a visit to this home will read it, also after this record is gone.",
    text: "What do they have to know?",
    textError: "Please write what they have to know.",
    review: "Looked at again on",
    reviewError: "Please choose a day from tomorrow on.",
    door: "Which door is it about?",
    doorError: "Please choose the door.",
    save: "✓ Save the warning",
    why: "Why does the warning no longer stand?",
    whyError: "Please say why.",
    end: (day: string) => `End the warning of ${day}`,
  },
  task: {
    written: "Written by",
    place: "Where",
    review: "If it stands: looked at again on",
    reviewError: "Please choose a day from tomorrow on.",
  },
} as const;
