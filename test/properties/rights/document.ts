import type { Person } from "../../../schools/school";
import { packs, type Rights, rightsAt, type State } from "../../visits/rights/states";
import { Cells } from "./cells";

/** docs/rights.md, word for word as the rules have it now. */

const letters: Record<State, { letter: string; says: string }> = {
  none: { letter: "N", says: "nothing has been asked for" },
  asked: { letter: "A", says: "asked for; the companion has agreed" },
  ready: { letter: "R", says: "agreed to, and nobody has left" },
  out: { letter: "O", says: "the two are out, and somebody has the watch" },
  late: { letter: "L", says: "they are late, and an alarm is open" },
  help: { letter: "H", says: "one of them has called for help openly" },
  covert: { letter: "D", says: "one of them has called for help discreetly" },
  back: { letter: "B", says: "both are back" },
  closed: { letter: "C", says: "the record is closed" },
  off: { letter: "X", says: "called off" },
  planned: { letter: "P", says: "called off over illness, and a call in its place is planned" },
  authorised: { letter: "G", says: "that call is authorised, and not made yet" },
  warned: { letter: "W", says: "asked for, and a warning about the home stands" },
  sent: {
    letter: "S",
    says: "agreed to; nobody has left by the record, one has called discreetly, and two are sent there (the last two named)",
  },
};
const legend = (Object.keys(letters) as State[]).map(
  (state) => `| ${letters[state].letter} | ${letters[state].says} |`,
);

const head = `# Who may do what

Written by \`npm run rights\` from the rules themselves; a test fails where it is not what they say. Each cell is a real press: in that
state, by that person, with the card filled in. People are those of the schools to play: one who leads the visit, one who goes along,
and the others by the title that their policy gives them.

A capital letter: in that state the press does something. A small one: it is theirs, and something that the refusal names has to come
first. No letter: it changes nothing; it is not theirs, not in that state, there is nothing to answer, or it has been done already.

| letter | the visit |
|---|---|
${legend.join("\n")}

Nobody else may do anything: guests, pupils, people of another tenant or school, and those past their last day get one fixed sentence,
and a visit of another school, a forged one and none at all are answered alike. Who may set the school up stands in its file.`;

export const document = (schools = packs.map((pack) => new Cells(rightsAt(pack)))): string =>
  `${[head, ...schools.map(section)].join("\n\n")}\n`;

function section(cells: Cells): string {
  const { school } = cells;
  const people = school.roster.people;
  const rows = cells
    .rows(people)
    .map(({ verb, cells: row }) => line([`\`${verb}\``, ...row.map((one) => written(school, one))]));
  const titles = people.map((person) => titleOf(school, person));
  return [
    `## ${school.pack}`,
    "",
    line(["", ...titles]),
    line(["---", ...people.map(() => "---")]).replaceAll(" ", ""),
    ...rows,
  ].join("\n");
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const written = ({ states }: Rights, cells: readonly string[]): string =>
  states
    .map((state, i) =>
      cells[i] === "does" ? letters[state].letter : cells[i] === "owes" ? letters[state].letter.toLowerCase() : "",
    )
    .join("");

function titleOf({ policy, lead, companion }: Rights, { id, roles }: Person): string {
  const titles = roles.map((role) => policy.roles[role] ?? role).join(", ");
  if (id === lead.id) return `${titles}: leads`;
  return id === companion.id ? `${titles}: goes along` : titles;
}
