import { words } from "../../words/en-gb";
import type { Look } from "../look";
import { type Banner, banner, type Choice, type Fact, fact, foot, head, lines, nobody, person, tick } from "../pieces";
import type { Press } from "../press";

const w = words.contact;
type Call = NonNullable<Look["sight"]["contact"]>;

/** A call in place of a visit: planned, authorised, made and recorded on one card. */
export function contactView(look: Look): object {
  const { sight, raw, press } = look;
  const { contact } = sight;
  const mine = look.no === undefined || look.no === raw.contact?.no;
  const form = sight.forms.contact;
  const plan = press("planContact", w.plan, { style: "positive" });
  const decide = mine ? decision(look) : [];
  const record = mine ? press("recordContact", w.save, { style: "positive" }) : [];
  const staff = (raw.forms.contact?.staff ?? []).map(person);
  return {
    w,
    ...head(look, w.title(sight.pupil)),
    banners: [standing(look)],
    facts: contact ? factsOf(look, contact) : [],
    measures: plan.length === 0 && !contact?.made && !contact?.notMade ? lines(raw.contact?.measures ?? []) : [],
    plan,
    way: form?.seen === true,
    ways: choices(w.ways),
    ticks: (form?.ticks ?? []).map(tick),
    date: raw.forms.contact?.today ?? "",
    knows: [nobody(w.choose), ...staff],
    seconds: [nobody(w.besideNobody), ...staff],
    decide,
    record,
    notMade: mine ? press("recordContact", w.notMade, { set: { notMade: "true" } }) : [],
    devices: choices(w.devices),
    witnesses: choices(w.witnesses),
    kept: record.length > 0 ? keptChoices(look) : [],
    ...foot(look),
  };
}

const choices = (of: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(of).map(([value, title]) => ({ title, value }));

const decision = ({ press }: Look): Press[] => [
  ...press("decideContact", w.yes, { style: "positive", set: { answer: "yes" } }),
  ...press("decideContact", w.no, { set: { answer: "no" } }),
];

function keptChoices({ sight }: Look): Choice[] {
  const { during = [], personal = [], recorded = [] } = sight.forms.call ?? {};
  return [
    ...during.map(tick),
    ...personal.map((line) => tick({ ...line, text: w.personal(line.text) })),
    ...recorded.map((line) => tick({ ...line, text: w.recorded(line.text) })),
  ];
}

function standing({ sight, raw, no, times }: Look): Banner {
  const { contact } = sight;
  if (!contact) return raw.offers.includes("planContact") ? banner("accent", w.offered) : banner("emphasis", w.none);
  if (no !== undefined && no !== raw.contact?.no) return banner("emphasis", words.moved);
  const { made, decided, notMade } = contact;
  if (notMade) return banner("warning", w.wasNotMade(notMade.by.name, times.moment(notMade.at)), notMade.why);
  if (made) return banner("good", w.made(made.by.name, times.moment(made.at)));
  if (decided?.yes) return banner("good", w.authorised(decided.by.name, times.moment(decided.at)));
  if (decided) return banner("warning", w.refused(decided.by.name), decided.why);
  return raw.offers.includes("decideContact")
    ? banner("accent", w.asks(contact.by.name))
    : banner("emphasis", w.waiting);
}

const factsOf = ({ times }: Look, { how, at, by, why, whySeen, beside, knows, planned, made }: Call): Fact[] => [
  ...fact(w.facts.how, w.ways[how]),
  ...fact(w.facts.when, times.moment(at)),
  ...fact(w.facts.by, by.name),
  ...fact(w.facts.why, why),
  ...fact(w.facts.whySeen, whySeen),
  ...fact(w.ticks, planned.map(({ text }) => text).join("; ")),
  ...fact(w.facts.beside, beside?.name ?? w.facts.nobody),
  ...fact(w.facts.knows, knows.name),
  ...fact(w.facts.notKept, made && [...made.notKept.map(({ text }) => text), made.whyNot].filter(Boolean).join("; ")),
  ...fact(w.facts.said, made?.text),
];
