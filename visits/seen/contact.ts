import type { Line } from "../../policies/policy";
import { localDate } from "../../schools/hours";
import { isActive, listedAs } from "../../schools/roster";
import type { Facts, Verb } from "../command";
import { contactDeciders, contactOf, firstWay, measuresFor } from "../contacts";
import type { Viewer } from "../may-see";
import { hasRole, isVisitor } from "../people";
import type { ContactSight, Sight } from "../sight";
import type { Contact, Visit } from "../visit";
import { who } from "./who";

/** A call in place of the visit, for those who have to do with it. */
export function contactSeen(v: Visit, viewer: Viewer, f: Facts): ContactSight | undefined {
  const { contact } = v;
  if (!contact || "channel" in viewer) return undefined;
  const full = readsAll(v, contact, viewer, f);
  if (!full && viewer.id !== contact.knows) return undefined;
  const { no, how, at, decided, beside } = contact;
  return {
    no,
    how,
    at,
    by: who(contact.by, f),
    knows: who(contact.knows, f),
    beside: beside === undefined ? undefined : who(beside, f),
    planned: linesOf(contact.planned, f),
    measures: contactOf(f)?.measures ?? [],
    decided: decided && {
      by: who(decided.by, f),
      at: decided.at,
      yes: decided.yes,
      why: full ? decided.why || undefined : undefined,
    },
    notMade: contact.notMade && {
      by: who(contact.notMade.by, f),
      at: contact.notMade.at,
      why: full ? contact.notMade.why : undefined,
    },
    made: madeOf(contact, full, f),
    ...(full ? { why: contact.why, whySeen: contact.whySeen } : {}),
  };
}

const readsAll = (v: Visit, contact: Contact, viewer: { id: string }, f: Facts): boolean => {
  const person = listedAs(f.roster, viewer.id);
  const leads = [...contactDeciders(f), ...f.policy.approvers.value, ...f.policy.safeguardingTo.value];
  return (
    isVisitor(v, viewer.id) ||
    contact.beside === viewer.id ||
    (person !== undefined && hasRole(f.roster, person, leads, f.now))
  );
};

const linesOf = (ids: readonly string[], f: Facts): readonly Line[] =>
  contactOf(f)?.measures.filter(({ id }) => ids.includes(id)) ?? [];

const madeOf = ({ made }: Contact, full: boolean, f: Facts): ContactSight["made"] =>
  made && {
    by: who(made.by, f),
    at: made.at,
    notKept: full ? linesOf(made.notKept, f) : [],
    ...(full ? { text: made.text, whyNot: made.whyNot || undefined } : {}),
  };

/** What its forms need, for whoever is offered them. */
export function contactForms(
  verbs: readonly Verb[],
  f: Facts,
): Pick<Sight["forms"], "ill" | "illness" | "contact" | "call"> {
  const when = (name: "planned" | "during" | "personal" | "recorded"): readonly Line[] => measuresFor(f, name);
  return {
    ...(verbs.includes("cancel") && contactOf(f) !== null
      ? { ill: true, illness: f.policy.healthCheck.value.filter(({ ask }) => ask === "ifIll") }
      : {}),
    ...(verbs.includes("planContact")
      ? {
          contact: {
            ticks: when("planned"),
            staff: staffBeside(f),
            seen: firstWay(f) !== "video" && contactOf(f)?.order.includes("video") === true,
            today: localDate(f.now, f.roster.school.timezone),
          },
        }
      : {}),
    ...(verbs.includes("recordContact")
      ? { call: { during: when("during"), personal: when("personal"), recorded: when("recorded") } }
      : {}),
  };
}

const staffBeside = ({ roster: { people, school }, actor, now }: Facts) =>
  people
    .filter((person) => person.id !== actor.id && isActive(person, school, now))
    .map(({ id, name }) => ({ id, name }));
