import { z } from "zod";
import type { Policy } from "../../policies/policy";
import { resolvePolicy } from "../../policies/resolve";
import { asSuggested, type Pack, parameterNames, parameters } from "../../policies/schema";
import type { ParameterName } from "../../policies/statements";
import type { Input, Verb } from "../../visits/command";
import { requestForm } from "../../visits/forms/request";
import { monitoringOf } from "../../visits/monitoring/figures";
import { insuranceOf, reviewOf } from "../../visits/monitoring/review";
import { staffStandings } from "../../visits/monitoring/staff";
import { termAt } from "../../visits/monitoring/term";
import { recordParts } from "../../visits/record/text";
import { readPack } from "../policies/read-pack";
import { type Rights, rightsAt } from "../visits/rights/states";
import type { Story } from "../visits/story";

/** Each value that a document gives, changed by one small thing after the other: what people see, are told and may do has to change with it. */

type Change = { what: string; value: unknown };

/** What only people read, and which clause stands behind it: each is proved where the clause is. */
const unread = ["clauses", "id", "text", "people", "severity", "likelihood", "form", "startClauses"];

function enumsIn(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  const { enum: own } = value as { enum?: unknown[] };
  const words = Array.isArray(own) && own.every((one) => typeof one === "string") ? [own as string[]] : [];
  return [...words, ...Object.values(value).flatMap(enumsIn)];
}

const nameOf = (one: unknown, at: number): string =>
  typeof one === "string" ? one : ((one as { id?: string } | null)?.id ?? String(at));

/** A number, a yes, a word for another that may stand there, a line left out. */
function changes(value: unknown, what: string, words: readonly string[][]): Change[] {
  if (typeof value === "number") return [{ what: `${what}: ${value + 7}`, value: value + 7 }];
  if (typeof value === "boolean") return [{ what: `${what}: ${!value}`, value: !value }];
  if (typeof value === "string")
    return othersFor(value, words).map((other) => ({ what: `${what}: ${other}`, value: other }));
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((one, at) => [
      { what: `${what} without ${nameOf(one, at)}`, value: value.toSpliced(at, 1) },
      ...within(one, `${what}.${nameOf(one, at)}`, words, (next) => value.with(at, next)),
    ]);
  const keys = Object.entries(value).filter(([key]) => !unread.includes(key));
  return keys.flatMap(([key, one]) => within(one, `${what}.${key}`, words, (next) => ({ ...value, [key]: next })));
}

const within = (one: unknown, what: string, words: readonly string[][], put: (next: unknown) => unknown): Change[] =>
  changes(one, what, words).map((change) => ({ ...change, value: put(change.value) }));

const othersFor = (value: string, words: readonly string[][]): string[] =>
  [...new Set(words.filter((all) => all.includes(value)).flat())].filter((other) => other !== value);

/** All that the document itself says and `alike` does not explain, a parameter's changes together. */
function changesOf(pack: Pack, key: ParameterName): Change[] {
  const parameter = pack.parameters[key];
  if (!("says" in parameter)) return [];
  const words = enumsIn(z.toJSONSchema(parameters[key], { unrepresentable: "any" }));
  return changes(parameter.says, key, words).filter(({ value }) => parameters[key].safeParse(value).success);
}

/** One visit from the request to the record, and what may go wrong on it, under this policy. */
function lives(school: Rights, policy: Policy): (() => unknown)[] {
  const { lead, companion, roster } = school;
  const under = (story: Story): Story => Object.assign(story.branch(), { policy });
  const both = (story: Story, verb: Verb, input: Input = {}): Story => {
    for (const who of [lead, companion]) story.press(who, verb, { ...school.input(verb), ...input });
    return story;
  };
  const all = (story: Story): unknown => [
    ...[story.events, story.refusal, story.told],
    ...[roster.people.map((who) => story.seen(who)), recordParts(story.is, story.facts(lead))],
  ];
  const after = (story: Story, ...verbs: [Verb, Input?][]) =>
    verbs.map(([verb, input]) => all(both(story, verb, input)));
  const [asked, ready, out] = (["asked", "ready", "out"] as const).map((state) => () => under(school.in(state))) as [
    () => Story,
    () => Story,
    () => Story,
  ];
  return [
    () => roster.people.map((who) => requestForm(under(school.begin()).facts(who))),
    () => all(asked()),
    () => all(ready()),
    () => after(under(school.begin()), ["requestVisit"]),
    () => after(asked(), ["assessRisk", somethingNew]),
    () => roster.people.map((who) => all(asked().press(who, "approve", { confirmed: "true" }))),
    () => after(ready().until("13:30"), ["signOut", { phone: "" }]),
    () =>
      after(
        out(),
        ["arrive", { adult: "yes" }],
        ["leave"],
        ["signIn"],
        ["writeMinutes", { noAction: "true", followUp: "None" }],
      ),
    () => after(out(), ["arrive", { adult: "no" }], ["noOneHome"], ["signIn"]),
    () => after(out(), ["endUnsafe", { how: "unsafe" }], ["signIn"]),
    () => after(out(), ["endUnsafe", { how: "animals" }], ["signIn"]),
    () =>
      after(
        out(),
        ["arrive", { adult: "yes" }],
        ["reportChild"],
        ["report", { reportKind: "injury" }],
        ["leftForHome"],
      ),
    () => all(both(out(), "askForHelp").until("15:30")),
    () => all(out().until("16:30")),
    () => all(ready().until("15:00")),
    () =>
      school.states
        .map((state) => under(school.in(state)))
        .filter(({ visit }) => visit)
        .map(all),
    () => figures(school, policy),
    () => after(out(), ["changePlan"]),
    () => after(out(), ["reportChild", { what: "unsure" }]),
    ...["unsure", "concern"].map((what) => () => byAll(school, both(out(), "reportChild", { what }), "takeConcern")),
    () => after(Object.assign(asked(), { roster: { ...roster, people: unrecorded(roster.people) } }), ["assessRisk"]),
    ...unusual(school, under),
  ];
}

const unrecorded = (people: Rights["roster"]["people"]) =>
  people.map((one) => ({
    ...one,
    checks: {},
    vehicle: { make: "Kia", model: "Rio", colour: "Red", registration: "AB12 CDE" },
  }));

/** Whoever may. */
function byAll(school: Rights, story: Story, verb: Verb, input: Input = {}): unknown {
  for (const who of school.roster.people) story.press(who, verb, { ...school.input(verb), ...input });
  return [story.events, story.told];
}

const known = { firstVisit: false, incidents: [] };
const alone: Input = { companion: "", loneWhy: "Nobody is free" };
const evening: Input = { leave: "17:30", start: "18:00", back: "19:00", depart: "18:40", reportAt: "18:20" };

/** Alone, in the evening, for an agency, with a social worker. */
function unusual(school: Rights, under: (story: Story) => Story): (() => unknown)[] {
  const asks = (input: Input, past: Story["past"] = known): Story => {
    const story = Object.assign(under(school.begin()), { past });
    return story.press(school.lead, "requestVisit", { ...school.input("requestVisit"), ...input });
  };
  const goesAlone = (impact: string, past?: Story["past"]) => {
    const story = asks(alone, past);
    if (!story.visit) return story.refusal;
    story.press(school.lead, "assessRisk", { ...somethingNew, impact });
    const decided = byAll(school, story, "approve", { lone: "true" });
    return [decided, story.until("13:30").seen(school.lead), story.refusal];
  };
  const unsafe = { at: school.in("out").now, how: "unsafe" } as const;
  return [
    () => goesAlone("minor"),
    () => goesAlone("major"),
    () => goesAlone("minor", { firstVisit: true, incidents: [] }),
    () => goesAlone("minor", { firstVisit: false, incidents: [unsafe] }),
    () => asks(evening).refusal,
    () => {
      const story = asks({ agency: "Housing", answer_agencyRisk: "None known", answer_agencyWhy: "Short of staff" });
      return story.visit ? [byAll(school, story, "cancel"), story.visit.tasks] : story.refusal;
    },
    () => {
      const told = { socialWorker: "yes", socialWorkerName: "Ms Lane", socialWorkerPhone: "+44 7700 900555" };
      const story = asks(told).press(school.companion, "agreeToVisit");
      return story.visit
        ? [byAll(school, story, "approve"), byAll(school, story, "decline"), story.visit.tasks]
        : story.refusal;
    },
  ];
}

const somethingNew: Input = {
  ...{ hazard: "A dog", impact: "severe", likelihood: "remote", controls: "Shut away", inPlace: "yes" },
  ...{ level: "M", people: "Us", severity: "Bites", chance: "Low" },
};

function figures(school: Rights, policy: Policy): unknown {
  const { roster } = school;
  const visits = school.states.flatMap((state) => school.in(state).visit ?? []);
  const { now } = school.in("out");
  const [today, around] = ["2026-11-23", { policy, roster, now }];
  const term = termAt(roster.school, now);
  return [
    monitoringOf(visits, term, around),
    staffStandings(policy, roster, now),
    reviewOf(policy, today),
    insuranceOf(policy, today),
  ];
}

/** What nothing came of, and how many changes were made; `few`: of each parameter so many at most. */
export function unnoticed(name: Rights["pack"], alike: readonly RegExp[], few = Number.POSITIVE_INFINITY) {
  const [school, pack] = [rightsAt(name), readPack(name)];
  const silent = Object.entries(pack.parameters).filter(([, one]) => "silent" in one);
  const settings = Object.fromEntries(silent.map(([key]) => [key, asSuggested]));
  const told = (changed: Pack): (() => string)[] | undefined => {
    const resolved = resolvePolicy(changed, settings);
    if ("errors" in resolved) return undefined;
    return lives(school, { ...resolved.policy, hash: name }).map((live) => () => JSON.stringify(live()));
  };
  const before = (told(pack) ?? []).map((look) => look());
  const made = parameterNames.flatMap((key) => {
    const all = changesOf(pack, key).filter(({ what }) => !alike.some((one) => one.test(what)));
    return all.slice(0, few).map((change) => ({ ...change, key }));
  });
  let likely: number[] = [];
  const idle = made.filter(({ key, value }) => {
    const looks = told({
      ...pack,
      parameters: { ...pack.parameters, [key]: { ...pack.parameters[key], says: value } },
    } as Pack);
    if (!looks) return false;
    const found = [...new Set([...likely, ...looks.keys()])].find((i) => looks[i]?.() !== before[i]);
    if (found !== undefined) likely = [...new Set([found, ...likely])].slice(0, 3);
    return found === undefined;
  });
  return { made: made.length, idle: idle.map(({ what }) => what) };
}

/** Changes that make no difference to anybody, or none on the visits that are told here. */
export const alike: readonly RegExp[] = [
  // Read on the card of help, which no rule draws.
  /^readWith/,
  // S11 voids an approval whatever the document counts to it (`used.test.ts`).
  /^approvalCovers(\.| without )(visit|namedStaff|riskAssessment)/,
  // A record shows all of it on every visit; the line says which clause a refusal names.
  /^recordFields without (?!family|whoMet)/,
  // Whoever has one of these at this school has another that tells them as much.
  /^(recordHeldBy|numbersHeldBy|signOutTo|knowOfVisit) without/,
  // Two go, with two phones; each of the second role has the first as well.
  /^visitorRoles without pastoral/,
  // Fields that every request card has, and lines of guidance that rest on the same clauses.
  /^requestLines without (purpose|itinerary|agreedWith)/,
  /^(letters|healthCheck|briefing) without/,
  // Told as well by another row: whoever signs them out, whoever decides, whoever is told of incidents.
  /^(toldOfVisit|discussFirst|interventionTo|planChangeTo) without/,
  // Whoever decides at this school writes down why, whoever goes.
  /^lone: exception/,
  // What kind of record it is, set-up alone sorts by.
  /^conditions\.\w+\.kind/,
  // Asked of regular visitors, in the figures alone.
  /^conditions\.jobDescription\.shown/,
  // An hour's silence brings a call before two hours are over (matrix W21).
  /^checkIn(Every|Times)/,
  // Nobody else visits these homes; no call is planned out of hours; nobody waits outside at this school.
  /^(coordinated|alternativeContact\.schoolHoursOnly|noOneHome\.cancelled)/,
  /^phones: (twoAVisit|oneAVisit)/,
  // The same press turns round at the door.
  /^(animals|unknownPeople): /,
  // `test/policies/ladder.test.ts` and the ladders by chance.
  /^(ladder|policeWhen)/,
];
