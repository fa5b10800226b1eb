import { isActive } from "../../schools/roster";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { hasRole, ladderRoles } from "../people";
import type { Refusal } from "../refusal";
import { refuse } from "../refusal";
import { wordsOf } from "../sentence/pieces";
import type { ReportForm } from "../sight";
import { titlesOf } from "../titles";

/** For whoever hears that a colleague has gone without a request (S1): who it is, of those who are not known to be out. */
export function reportForm(f: Facts, sentence = ""): ReportForm | Refusal {
  if (!hasRole(f.roster, f.actor, ladderRoles(f.policy), f.now))
    return refuse("notYours", refusals.leaving.whoReports(titlesOf(f.policy)));
  const people = f.roster.people
    .filter(
      (person) => person.id !== f.actor.id && isActive(person, f.roster.school, f.now) && !f.away.includes(person.id),
    )
    .map(({ id, name }) => ({ id, name }));
  const { name, phone, phone2, timezone: zone } = f.roster.school;
  return { school: { name, phone, phone2, zone }, people, named: namedIn(sentence, people) };
}

type Named = { id: string; name: string };

/** By whole name; by first name alone where only one has it. Two at most: a visit is reported a visit at a time. */
function namedIn(sentence: string, people: readonly Named[]): string[] {
  const said = ` ${wordsOf(sentence).join(" ")} `;
  const has = (name: string) => said.includes(` ${wordsOf(name).join(" ")} `);
  const first = ({ name }: Named) => wordsOf(name)[0] ?? "";
  const whole = people.filter(({ name }) => has(name));
  const short = people.filter(
    (one) =>
      !whole.includes(one) && has(first(one)) && people.filter((other) => first(other) === first(one)).length === 1,
  );
  return [...whole, ...short].slice(0, 2).map(({ id }) => id);
}
