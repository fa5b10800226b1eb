import type { Event } from "../events";
import type { Contact } from "../visit";

type Contacting = Event & { type: "ContactPlanned" | "ContactDecided" | "ContactNotMade" | "ContactMade" };

/** A new plan takes the place of the one before, with what was decided about that. */
export function contactAfter(contact: Contact | undefined, e: Contacting): Contact | undefined {
  if (e.type === "ContactPlanned") return { ...e.contact, by: e.by, asked: e.at };
  if (!contact) return undefined;
  if (e.type === "ContactMade") return { ...contact, made: { ...e.made, by: e.by, at: e.at } };
  if (e.no !== contact.no) return contact;
  if (e.type === "ContactNotMade") return { ...contact, notMade: { by: e.by, at: e.at, why: e.why } };
  return { ...contact, decided: { by: e.by, at: e.at, yes: e.yes, why: e.why } };
}
