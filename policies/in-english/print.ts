import { eitherOf, policyWords, withArticle } from "../../words/en-gb";
import type { Row } from "../parameter";
import type { Clause, Role } from "../policy";
import { type Pack, type Parameter, parameterNames, parameters } from "../schema";
import type { ParameterName } from "../statements";
import { approving, asking, family } from "./asking";
import { leaving, risk } from "./leaving";
import { allOf, type Names, type Saying, type Sayings, type Under } from "./saying";
import { closing, returning, visiting, watching } from "./watching";

const w = policyWords.print;
const sections = { asking, approving, family, risk, leaving, watching, visiting, returning, closing };
const sayings: Sayings<ParameterName> = Object.assign({}, ...Object.values(sections));
type Source = keyof typeof w.marks;

/** A pack as its head can read it: what the document says, what is proposed beside it, and what the school must choose. */
export function inEnglish(pack: Pack): string {
  const names = namesIn(pack);
  const read = (Object.keys(sections) as (keyof typeof sections)[]).map((section) => {
    const rows = Object.keys(sections[section]) as ParameterName[];
    return part(w.sections[section], ...rows.flatMap((name) => entry(pack, name, names)));
  });
  return [head(pack), ...read, part(w.always, ...w.rules.map((rule) => `  ${rule}`)), left(pack), ...unused(pack)].join(
    "\n\n",
  );
}

/** One value as a person reads it, whoever chose it. */
export function valueInEnglish(
  pack: Pack,
  name: ParameterName,
  value: unknown,
): { say: string; under: readonly Under[] } {
  const said = (sayings[name] as (value: unknown, names: Names) => Saying)(value, namesIn(pack));
  return typeof said === "string" ? { say: said, under: [] } : said;
}

function namesIn(pack: Pack): Names {
  const named = (roles: readonly Role[]) => roles.map((role) => called(pack, role));
  return { any: (roles) => eitherOf(named(roles)), all: (roles) => allOf(named(roles)) };
}

const part = (title: string, ...lines: readonly string[]): string => [title.toUpperCase(), ...lines].join("\n");

function head(pack: Pack): string {
  const roles = Object.keys(pack.roles).map((role) => `  ${role}: ${called(pack, role)}`);
  const due = pack.reviewDue === null ? [] : [w.review(pack.reviewDue)];
  const review = [...due, ...(pack.reviewEvery == null ? [] : [w.reviewEvery(pack.reviewEvery)])];
  const top = [
    pack.title,
    w.from(pack.about.trust, pack.date) + cited(pack.about.clauses),
    ...origin(pack),
    ...review,
    "",
    ...w.legend,
  ];
  return [...top, "", part(w.roles, ...roles)].join("\n");
}

const origin = ({ about: { preparedBy, reviewedBy, adopted } }: Pack): string[] => [
  ...(preparedBy ? [w.prepared(preparedBy)] : []),
  ...(reviewedBy ? [w.reviewed(reviewedBy)] : []),
  ...(adopted ? [w.adopted(adopted)] : []),
];

function called({ roles }: Pack, role: Role): string {
  const name = roles[role] ?? role;
  return typeof name === "string" ? withArticle(name) : name.called;
}

const sourceOf = (parameter: Parameter<unknown>): Source =>
  "says" in parameter ? "policy" : "proposes" in parameter ? "school" : "open";

function entry(pack: Pack, name: ParameterName, names: Names): string[] {
  const parameter = pack.parameters[name] as Parameter<unknown>;
  const say = (value: unknown) => (sayings[name] as (value: unknown, names: Names) => Saying)(value, names);
  if ("says" in parameter) return lines(w.marks.policy, say(parameter.says), cited, parameter.clauses);
  if ("proposes" in parameter) return lines(w.marks.school, say(parameter.proposes), beside, parameter.clauses);
  const asked = `${w.marks.open} ${w.open(titleOf(name))}`;
  return parameter.suggests === undefined ? [asked] : [asked, ...lines(w.suggested, say(parameter.suggests), beside)];
}

const titleOf = (name: ParameterName): string => (parameters[name].meta() as Row).title;

/** The clauses of a value stand behind it; those that its lines rest on stand behind these. */
function lines(
  mark: string,
  saying: Saying,
  cite: (clauses: readonly Clause[]) => string,
  clauses: readonly Clause[] = [],
): string[] {
  if (typeof saying === "string") return [`${mark} ${saying}${cite(clauses)}`];
  return [
    `${mark} ${saying.say}${cite(clauses)}`,
    ...saying.under.map((line) => `    - ${line.text}${cite(line.clauses)}`),
  ];
}

const cited = (clauses: readonly Clause[]): string => (clauses.length === 0 ? "" : ` [${clauses.join(", ")}]`);
/** What is not the document's own word never reads as if it were. */
const beside = (clauses: readonly Clause[]): string =>
  clauses.length === 0 ? "" : ` (${w.beside(clauses.join(", "))})`;

function left(pack: Pack): string {
  const source = (name: ParameterName) => sourceOf(pack.parameters[name] as Parameter<unknown>);
  const count = (of: Source) => parameterNames.filter((name) => source(name) === of).length;
  const open = parameterNames.filter((name) => source(name) !== "policy");
  const said = open.map((name) => `  ${w.marks[source(name)]} ${name}: ${titleOf(name)}`);
  return part(w.left, w.counts(count("policy"), count("school"), count("open")), ...said);
}

function unused(pack: Pack): string[] {
  const text = JSON.stringify([pack.about, pack.parameters]);
  const lost = [...pack.register.values()].filter(({ id }) => !text.includes(`"${id}"`));
  return lost.length === 0 ? [] : [part(w.unused, ...lost.map((clause) => `  ${clause.id}: ${clause.text}`))];
}
