import { isActive, listedAs } from "../schools/roster";
import type { At, Id } from "../schools/school";
import type { Event } from "../visits/events";
import { type Kit, kitFrom } from "../visits/kit";
import type { Work } from "./work";

/** `at`: when they signed out with it. Absent from what was kept before that was. */
type KeptKit = Kit & { at?: At | undefined };

/** A year: whoever has been on no visit since is asked anew. */
const longest = 366 * 86_400_000;

/** For their next sign-out. They have left: that this could not be kept must not say otherwise (S14). */
export async function rememberKits({ parts }: Work, events: readonly Event[]): Promise<void> {
  for (const event of events)
    if (event.type === "SignedOut")
      await parts.store
        .put<KeptKit>("person", event.who, { ...kitFrom(event.ready), at: event.at })
        .catch(() => parts.report?.("what somebody carries was not kept", { person: event.who }));
}

/** Phone, car and card of whoever is at no school any more, or has been on no visit for a year, go (P11). */
export async function forgetKits({ parts }: Work): Promise<void> {
  const { store, clock } = parts;
  const now = clock.now();
  const next = (id: Id, kit: KeptKit | undefined): KeptKit | null | undefined => {
    if (!kit) return undefined;
    if (!isListed(parts, id, now) || (kit.at !== undefined && now - kit.at >= longest)) return null;
    return kit.at === undefined ? { ...kit, at: now } : undefined;
  };
  for (const { id, value } of await store.all<KeptKit>("person"))
    if (next(id, value) !== undefined) await store.change<KeptKit>("person", id, (kit) => next(id, kit));
}

const isListed = ({ book }: Work["parts"], id: Id, now: At): boolean =>
  book.schools().some((school) => {
    const roster = book.roster(school);
    const person = roster && listedAs(roster, id);
    return roster !== undefined && person !== undefined && isActive(person, roster.school, now);
  });
