import { drawCard, drawHelp, drawRequest } from "../../cards/draw";
import type { Line, Moment, Policy } from "../../policies/policy";
import type { Person } from "../../schools/school";
import { requestForm } from "../../visits/forms/request";
import { isRefusal } from "../../visits/refusal";
import { ann, meadow, priya, tom } from "../people";
import { packNames, policyOf, readPack } from "../policies/read-pack";
import { approved, begin, inside, out, requested, type Story } from "../visits/story";
import { nodesOf } from "./tree";

type Card = Parameters<typeof drawCard>[0]["card"];

/** The same visit, come to each moment; what is shown then is asked of the policy alone. */
const moments = (): [Moment | "", Card, Person, Story][] => [
  ["", "agree", tom, requested()],
  ["", "assess", priya, requested().press(tom, "agreeToVisit")],
  [
    "",
    "approval",
    everyRole,
    requested().press(tom, "agreeToVisit").press(priya, "assessRisk", { useGeneric: "true", considered: "true" }),
  ],
  ["beforeLeaving", "visit", priya, approved()],
  ["atTheDoor", "visit", priya, out()],
  ["inside", "visit", priya, inside()],
  ["return", "visit", priya, inside().press(priya, "leave")],
  ["noOneHome", "visit", priya, out().until("14:00").press(priya, "noOneHome").until("14:10")],
  ["unsafe", "visit", priya, inside().press(priya, "endUnsafe", { how: "unsafe" })],
  ["emergency", "visit", priya, inside().press(priya, "askForHelp")],
  ["", "minutes", priya, inside().until("14:40").press(priya, "signIn").press(tom, "signIn")],
];
const everyRole: Person = { ...ann, id: "everybody", name: "Everybody", roles: [] };

/** Every text that anybody reads on the way, on cards as they are drawn, by its moment. */
function shown(policy: Policy): { at: Moment | ""; texts: string[] }[] {
  const roles = Object.keys(policy.roles);
  const cards = moments().map(([at, card, viewer, story]) => {
    story.policy = policy;
    story.roster = { school: meadow, people: [...story.roster.people, { ...everyRole, roles }] };
    const seen = story.seen(viewer === everyRole ? { ...everyRole, roles } : viewer);
    return { at, texts: textsOf(drawCard({ card }, seen)) };
  });
  const asking = begin();
  asking.policy = policy;
  const form = requestForm(asking.facts(priya));
  if (isRefusal(form)) throw new Error(form.say);
  return [
    ...cards,
    { at: "request", texts: textsOf(drawRequest(form)) },
    { at: "", texts: textsOf(drawHelp({ policy })) },
  ];
}

const textsOf = (card: object): string[] =>
  nodesOf(card).flatMap(({ text, title, label }) => [text, title, label].filter((said) => typeof said === "string"));

function linesIn(value: unknown): Line[] {
  if (typeof value !== "object" || value === null) return [];
  const { text, clauses } = value as Partial<Line>;
  const own = typeof text === "string" && Array.isArray(clauses) ? [value as Line] : [];
  return [...own, ...Object.values(value).flatMap(linesIn)];
}

/** When the document has its sentence matter, and the cards on which that is. */
const onTheWay: readonly string[] = [
  "beforeLeaving",
  "atTheDoor",
  "inside",
  "noOneHome",
  "unsafe",
  "emergency",
  "return",
];
const timely: Readonly<Record<string, readonly string[]>> = {
  request: ["request", ...onTheWay],
  beforeDeparture: ["request", "beforeLeaving"],
  during: onTheWay,
  escalation: onTheWay,
  checkIn: onTheWay,
  return: ["return", "inside"],
  record: ["return", "inside"],
};

describe.each(packNames)("the guidance of %s", (name) => {
  const pack = readPack(name);
  const guidance = [...pack.register.values()].filter(({ kind }) => kind === "guidance");
  const lines: (Line & { moment?: string })[] = linesIn(pack.parameters);
  const texts = shown(policyOf(pack));

  it.each(guidance)("is on a card at its moment ($id)", ({ id, phase }) => {
    const said = lines.filter(({ clauses }) => clauses.includes(id));
    const isShown = ({ text, moment }: (typeof said)[number]) =>
      texts.some(({ at, texts: on }) => (moment ?? at) === at && on.some((one) => one.includes(text)));
    const found = said.filter(isShown);
    expect(found).not.toEqual([]);
    expect(said.filter((line) => line.moment && !isShown(line))).toEqual([]);
    const fits = timely[phase];
    expect(found.some(({ moment }) => !moment || !fits || fits.includes(moment))).toBe(true);
  });
});
