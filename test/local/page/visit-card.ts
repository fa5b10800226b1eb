/** A card with what Homeward's cards have: text that is Markdown, required inputs, a people picker, each kind of press. */
export function visitCard(title: string): object {
  const press = (text: string, verb: string, style = "default") => ({
    type: "Action.Execute",
    title: text,
    verb,
    style,
    data: { visit: "v1" },
    fallback: { type: "Action.Submit", title: text, data: { visit: "v1" } },
  });
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      { type: "TextBlock", text: title, size: "Large", weight: "Bolder", wrap: true },
      {
        type: "TextBlock",
        text: "Two visitors unless the Principal decides otherwise (**AET-12**).",
        wrap: true,
        isSubtle: true,
      },
      {
        type: "Container",
        style: "attention",
        items: [{ type: "TextBlock", text: "Overdue since 14:12", color: "Attention", wrap: true }],
      },
      {
        type: "FactSet",
        facts: [
          { title: "Back by", value: "15:00" },
          { title: "Where", value: "on the plan" },
        ],
      },
      {
        type: "Input.Text",
        id: "pupil",
        label: "Pupil (initials)",
        isRequired: true,
        errorMessage: "Say whom you are visiting.",
      },
      { type: "Input.Date", id: "day", label: "Day" },
      { type: "Input.Time", id: "start", label: "From" },
      {
        type: "Input.ChoiceSet",
        id: "companion",
        label: "Companion",
        choices: [],
        "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
      },
      { type: "Input.Toggle", id: "agreed", title: "Agreed with the parents" },
      { type: "Image", url: "https://example.invalid/track.png" },
    ],
    actions: [
      press("Save", "save", "positive"),
      press("Say", "say"),
      press("Refuse", "refuse", "destructive"),
      press("Crash", "crash"),
      press("Ponder", "ponder"),
    ],
  };
}
