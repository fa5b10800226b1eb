import type { Due, Stored, Unreadable } from "../../engine/ports";
import { isOpen, readDocument, stopsOf, visitorsOf, writeDocument } from "../document";
import { idOf, keyOf } from "./keys";

/** One visit. The text is what any store keeps of it; beside it stands only what is queried. */
export type VisitItem = {
  id: string;
  school: string;
  /** Absent where nothing is owed. */
  due?: number;
  urgency: number;
  /** Absent where it is closed or off, and nobody is out on it any more. */
  open?: true;
  household: string;
  /** Households of the doors after the first; absent where there is none. */
  stops?: string[];
  visitors: string[];
  back: number;
  /** Names of the last writes, newest last: by them a write that got no answer is known again. */
  writes: string[];
  text: string;
};
export type Kept = VisitItem & { _etag: string };

const rememberedWrites = 4;

export function itemOf(stored: Stored, write: string): VisitItem {
  const { plan } = stored.visit;
  const stops = stopsOf(stored);
  return {
    id: keyOf(stored.id),
    school: stored.school,
    ...(stored.nextDueAt === undefined ? {} : { due: stored.nextDueAt }),
    urgency: stored.urgency,
    ...(isOpen(stored) ? { open: true } : {}),
    household: plan.household,
    ...(stops.length > 0 ? { stops } : {}),
    visitors: visitorsOf(stored),
    back: plan.back,
    writes: [...writesIn(stored.etag), write].slice(-rememberedWrites),
    text: writeDocument(stored),
  };
}

/** Ours carries the database's etag and the writes that led to it. */
export const etagOf = ({ writes, _etag }: Pick<Kept, "writes" | "_etag">): string => `${namesIn(writes)} ${_etag}`;
/** One item that somebody has changed by hand hides no other of its school. */
const namesIn = (writes: unknown): string => (Array.isArray(writes) ? writes.join(",") : "");
const writesIn = (etag: string): string[] => (etag.split(" ")[0] ?? "").split(",").filter((write) => write !== "");
export const conditionIn = (etag: string): string | undefined => etag.split(" ")[1];

export function storedOf(item: Kept): Stored | Unreadable {
  const kept = { etag: etagOf(item), nextDueAt: item.due, urgency: item.urgency as Stored["urgency"] };
  return readDocument(item.text, kept) ?? { unreadable: true, school: item.school, id: idOf(item.id) };
}

export const dueOf = ({ school, id, due, urgency }: Pick<VisitItem, "school" | "id" | "due" | "urgency">): Due => ({
  school,
  id: idOf(id),
  dueAt: due ?? 0,
  urgency: urgency as Due["urgency"],
});
