import type { Id, Roster } from "../schools/school";
import { allOut } from "../visits/people";
import type { Visit } from "../visits/visit";
import type { Work } from "./commit";
import { findPerson } from "./parts";

/** Somebody as their school had them listed when they last left, with the answer by which they call discreetly (P1: it stands in no visit). */
export type AsKnown = {
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
  signal?: string | undefined;
};

/** By school and person: they may be listed differently at two. */
export const knownId = (school: Id, person: Id): Id => `${school}/${person}`;

/**
 * Before a visit counts somebody out, who they are is kept beside it: should they be taken off the list meanwhile, they stay known until they are
 * back (S9, ADR 0020). That it could not be kept holds nobody's visit up.
 */
export async function rememberThoseOut(
  work: Work,
  before: Visit | undefined,
  next: Visit,
  { roster }: { roster: Roster },
): Promise<void> {
  const known = new Set(before ? allOut(before) : []);
  const fresh = next.outings === before?.outings ? [] : allOut(next).filter((id) => !known.has(id));
  for (const id of fresh)
    await remember(work, roster, id).catch(() => work.parts.report?.("who is out was not kept", { person: id }));
}

async function remember({ parts: { store, book } }: Work, roster: Roster, id: Id): Promise<void> {
  const person = findPerson(roster, id);
  if (!person) return;
  const key = knownId(roster.school.id, id);
  const { name, phone, email } = person;
  const signal = (await book.secret(roster.school.id))?.signals[id];
  const now: AsKnown = { name, phone, email, signal };
  const last = await store.get<AsKnown>("known", key);
  if (!last || !isSame(last, now)) await store.put("known", key, now);
}

const isSame = (a: AsKnown, b: AsKnown): boolean =>
  a.name === b.name && a.phone === b.phone && a.email === b.email && a.signal === b.signal;
