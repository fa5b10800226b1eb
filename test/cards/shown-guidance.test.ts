import { drawCard, drawHelp, drawRequest } from "../../cards/draw";
import type { Line, Policy } from "../../policies/policy";
import type { Person } from "../../schools/school";
import { isRefusal } from "../../visits/refusal";
import { requestForm } from "../../visits/request-form";
import { ann, meadow, priya, tom } from "../people";
import { packNames, policyOf, readPack } from "../policies/read-pack";
import { approved, begin, inside, out, requested, type Story } from "../visits/story";
import { nodesOf } from "./tree";

type Card = Parameters<typeof drawCard>[0]["card"];

/** The same visit, come to each moment; what is shown then is asked of the policy alone. */
const moments = (): [Card, Person, Story][] => [
  ["agree", tom, requested()],
  ["assess", priya, requested().press(tom, "agreeToVisit")],
  [
    "approval",
    everyRole,
    requested().press(tom, "agreeToVisit").press(priya, "assessRisk", { useGeneric: "true", considered: "true" }),
  ],
  ["visit", priya, approved()],
  ["visit", priya, out()],
  ["visit", priya, inside()],
  ["visit", priya, inside().press(priya, "leave")],
  ["visit", priya, out().until("14:00").press(priya, "noOneHome")],
  ["visit", priya, inside().press(priya, "endUnsafe", { how: "unsafe" })],
  ["visit", priya, inside().press(priya, "askForHelp")],
  ["minutes", priya, inside().until("14:40").press(priya, "signIn").press(tom, "signIn")],
];
const everyRole: Person = { ...ann, id: "everybody", name: "Everybody", roles: [] };

/** Every text that anybody reads on the way, on cards as they are drawn. */
function shown(policy: Policy): string[] {
  const roles = Object.keys(policy.roles);
  const cards = moments().map(([card, viewer, story]) => {
    story.policy = policy;
    story.roster = { school: meadow, people: [...story.roster.people, { ...everyRole, roles }] };
    return drawCard({ card }, story.seen(viewer === everyRole ? { ...everyRole, roles } : viewer));
  });
  const asking = begin();
  asking.policy = policy;
  const form = requestForm(asking.facts(priya));
  if (isRefusal(form)) throw new Error(form.say);
  return [...cards, drawRequest(form), drawHelp({ policy })].flatMap(textsOf);
}

const textsOf = (card: object): string[] =>
  nodesOf(card).flatMap(({ text, title, label }) => [text, title, label].filter((said) => typeof said === "string"));

function linesIn(value: unknown): Line[] {
  if (typeof value !== "object" || value === null) return [];
  const { text, clauses } = value as Partial<Line>;
  const own = typeof text === "string" && Array.isArray(clauses) ? [value as Line] : [];
  return [...own, ...Object.values(value).flatMap(linesIn)];
}

describe.each(packNames)("the guidance of %s", (name) => {
  const pack = readPack(name);
  const guidance = [...pack.register.values()].filter(({ kind }) => kind === "guidance");
  const lines = linesIn(pack.parameters);
  const texts = shown(policyOf(pack));

  it.each(guidance)("is on a card at its moment ($id)", ({ id }) => {
    const said = lines.filter(({ clauses }) => clauses.includes(id)).map(({ text }) => text);
    expect(texts.filter((text) => said.some((line) => text.includes(line)))).not.toEqual([]);
  });
});
