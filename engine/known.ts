import { listedAs } from "../schools/roster";
import type { At, Id, Roster } from "../schools/school";
import { allOut } from "../visits/people";
import type { Visit } from "../visits/visit";
import { awayOn, isReadable } from "./facts";
import type { Work } from "./work";

/** Somebody as their school had them listed when they last left, with the answer by which they call discreetly (P1: it stands in no visit). */
export type AsKnown = {
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
  signal?: string | undefined;
  /** When they left. Absent from what was kept before that was. */
  at?: At | undefined;
};
/** What comes between its being kept and their being out by the record is over by then. */
const hour = 3_600_000;

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
  for (const id of allOut(next).filter((one) => !known.has(one)))
    await remember(work, roster, id).catch(() => work.parts.report?.("who is out was not kept", { person: id }));
}

async function remember({ parts: { store, book, clock } }: Work, roster: Roster, id: Id): Promise<void> {
  const person = listedAs(roster, id);
  if (!person) return;
  const key = knownId(roster.school.id, id);
  const { name, phone, email } = person;
  const signal = (await book.secret(roster.school.id))?.signals[id];
  await store.put<AsKnown>("known", key, { name, phone, email, signal, at: clock.now() });
}

/** It is kept for as long as they are out, and for no other reason: of whoever is back it goes (P11). */
export async function forgetThoseBack({ parts: { store, clock } }: Work): Promise<void> {
  const kept = await store.all<AsKnown>("known");
  const before = clock.now() - hour;
  const isOver = (known: AsKnown | undefined) => known !== undefined && (known.at ?? 0) <= before;
  const over = kept.filter(({ value }) => isOver(value));
  for (const school of new Set(over.map(({ id }) => schoolIn(id)))) {
    const open = await store.open(school);
    // Who is out by a record that can't be read nobody can say: then nobody's goes.
    if (!open.every(isReadable)) continue;
    const out = new Set(awayOn(open).map((person) => knownId(school, person)));
    for (const { id } of over)
      if (schoolIn(id) === school && !out.has(id))
        await store.change<AsKnown>("known", id, (now) => (isOver(now) ? null : undefined));
  }
}

const schoolIn = (known: Id): Id => known.slice(0, known.indexOf("/"));
