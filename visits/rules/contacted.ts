import { z } from "zod";
import { refusals } from "../../words/en-gb";
import { citing } from "../cite";
import type { Facts } from "../command";
import { contactAhead, contactOf, type Kept, keptOf, measureClause, takesPart } from "../contacts";
import { ids, optionalOneOf, text, tick } from "../inputs";
import { type Refusal, refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import { doneOf, opened, writtenBy } from "../tasks/paperwork";
import type { Contact, Visit } from "../visit";

const say = refusals.contacting;

const made = z.object({
  contactText: text(4000),
  contactDevice: optionalOneOf(["school", "personal"]),
  contactWitness: optionalOneOf(["staff", "recording", "neither"]),
  contactKept: ids,
  contactNotKept: text(2000),
  notMade: tick,
  contactNotMade: text(1000),
});
type MadeInput = z.infer<typeof made>;

/** What was said, and what of the measures was kept; the record is filed from it (AET-A-130). Or that it did not come about, and why. */
export const recordContact = rule<MadeInput>({
  input: made,
  binds: "nothing",
  when: ["off", "out", "back", "closed"],
  may: (v, f) => takesPart(v, f.actor.id),
  whose: say.whoRecords,
  offered: (v) => contactAhead(v) !== undefined,
  already: (v, f, _asked, { contactText, contactNotMade, notMade }) =>
    notMade
      ? v.contact?.notMade?.by === f.actor.id && v.contact.notMade.why === contactNotMade
      : v.contact?.made?.by === f.actor.id && v.contact.made.text === contactText,
  decide(v, input, f): Decision {
    if (v.contact?.made) return refuse("contactMade", say.made);
    if (!v.contact?.decided?.yes)
      return refuse("notAuthorised", say.notAuthorised, { clause: measureClause(f, "authorised") });
    if (v.contact.notMade) return refuse("contactMade", say.notMadeSaid);
    return input.notMade ? notMade(v, v.contact, input) : recorded(v, v.contact, input, f);
  },
});

function notMade(v: Visit, { no }: Contact, { contactNotMade: why }: MadeInput): Decision {
  if (!why) return refuse("contactNotMade", say.whyNotMade, { field: "contactNotMade" });
  return [{ type: "ContactNotMade", no, why }, ...doneOf(v, "call")];
}

function recorded(v: Visit, contact: Contact, input: MadeInput, f: Facts): Decision {
  const { contactText: said, contactDevice: device, contactWitness: witness, contactNotKept = "" } = input;
  if (!said) return refuse("contactText", say.text, { field: "contactText", clause: measureClause(f, "filed") });
  if (!device) return refuse("contactDevice", say.device, { field: "contactDevice" });
  if (!witness) return refuse("contactWitness", say.witness, { field: "contactWitness" });
  const measures = keptOf({ device, witness, ticked: input.contactKept }, f);
  const refused = unexplained(measures, contactNotKept, f);
  if (refused) return refused;
  const task = { kind: "file", for: [contact.by], line: "filed", due: writtenBy(f), apart: true } as const;
  return [
    { type: "ContactMade", made: { device, witness, ...measures, whyNot: contactNotKept, text: said } },
    ...doneOf(v, "call"),
    ...opened(v, [], [task], f),
  ];
}

/** What was not kept is written down with its reason, so that the record never says more than was so. */
function unexplained({ notKept }: Kept, why: string, f: Facts): Refusal | undefined {
  const [first] = notKept;
  if (first === undefined || why !== "") return undefined;
  const measure = contactOf(f)?.measures.find(({ id }) => id === first);
  return refuse("contactNotKept", say.notKept(measure?.text ?? ""), {
    field: "contactNotKept",
    clause: citing(contactOf(f)?.measures, first),
  });
}
