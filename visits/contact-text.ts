import { DateTime } from "luxon";
import { sayDay, sayTime } from "../schools/hours";
import type { At, Id } from "../schools/school";
import { times } from "../words/en-gb";
import { record as w } from "../words/en-gb/record";
import type { Facts } from "./command";
import { contactOf } from "./contacts";
import type { Part } from "./record/confirmed";
import { asText } from "./record/text";
import { who } from "./seen/who";
import type { Contact, Visit } from "./visit";

/** The record of a call in place of a visit, for the file that the policy names (AET-A-130). Nothing where none was made. */
export function contactText(v: Visit, f: Facts): string | undefined {
  const { contact } = v;
  return contact?.made && asText([...planned(v, contact, f), ...made(contact, f)].filter(({ text }) => text !== ""));
}

const name = (id: Id | undefined, f: Facts): string => (id === undefined ? "" : who(id, f).name);
const zoneOf = ({ roster }: Facts): string => roster.school.timezone;
const moment = (at: At, f: Facts): string => `${sayDay(at, zoneOf(f))} ${sayTime(at, zoneOf(f))}`;
const measures = (ids: readonly string[], f: Facts): string =>
  (contactOf(f)?.measures ?? []).flatMap(({ id, text }) => (ids.includes(id) ? [text] : [])).join("; ");

const planned = ({ plan, off }: Visit, contact: Contact, f: Facts): Part[] => [
  { id: "pupil", title: w.pupil, text: plan.pupil },
  {
    id: "when",
    title: w.when,
    text: DateTime.fromMillis(contact.at, { zone: zoneOf(f), locale: times.locale }).toFormat(times.wholeDayAt),
  },
  { id: "off", title: w.contact.off, text: off?.why ?? "" },
  { id: "how", title: w.contact.title, text: w.contact.how[contact.how] },
  { id: "by", title: w.contact.by, text: name(contact.by, f) },
  { id: "why", title: w.contact.why, text: contact.why },
  { id: "whySeen", title: w.contact.whySeen, text: contact.whySeen ?? "" },
  { id: "knows", title: w.contact.knows, text: name(contact.knows, f) },
  { id: "planned", title: w.contact.agreed, text: measures(contact.planned, f) },
  {
    id: "authorised",
    title: w.contact.authorised,
    text: contact.decided ? `${name(contact.decided.by, f)}, ${moment(contact.decided.at, f)}` : "",
  },
];

function made({ made: call, beside }: Contact, f: Facts): Part[] {
  if (!call) return [];
  const witness = call.witness === "staff" && beside ? name(beside, f) : w.contact.witness[call.witness];
  return [
    { id: "device", title: w.contact.device, text: w.contact.devices[call.device] },
    { id: "witness", title: w.contact.present, text: witness },
    { id: "kept", title: w.contact.kept, text: measures(call.kept, f) },
    {
      id: "notKept",
      title: w.contact.notKept,
      text: [measures(call.notKept, f), call.whyNot].filter(Boolean).join(": "),
    },
    { id: "said", title: w.discussed, text: call.text },
    { id: "writtenBy", title: w.writtenBy, text: w.by(name(call.by, f), sayDay(call.at, zoneOf(f))) },
  ];
}
