import type { Due, Ready, Stored, Unreadable } from "../../engine/ports";
import { isOpen, readDocument, writeDocument } from "../document";

export type VisitRow = {
  school: string;
  id: string;
  version: number;
  document: string;
  urgency: number;
  next_due_at: number | null;
};
export type VisitKey = Pick<VisitRow, "school" | "id">;
export type DueRow = Pick<VisitRow, "school" | "id" | "urgency"> & { next_due_at: number };

/** The document itself, and when and how urgently it is due. */
export const textOf = (stored: Stored) => ({
  school: stored.school,
  id: stored.id,
  document: writeDocument(stored),
  urgency: stored.urgency,
  due: stored.nextDueAt ?? null,
});

/** The same, as bytes: nothing is left to be done to them when their time comes. */
export const readyOf = (stored: Stored): Ready => {
  const { school, id, etag, urgency, nextDueAt } = stored;
  return { school, id, etag, urgency, nextDueAt, text: Buffer.from(writeDocument(stored)) };
};

/** With the columns that queries look at; the document itself stays whole. */
export function columnsOf(stored: Stored) {
  const { household, leave, back } = stored.visit.plan;
  return { ...textOf(stored), household, leave, back, open: isOpen(stored) ? 1 : 0 };
}

export function storedOf(row: VisitRow): Stored | Unreadable {
  const { school, id } = row;
  const kept = {
    etag: String(row.version),
    nextDueAt: row.next_due_at ?? undefined,
    urgency: row.urgency as Stored["urgency"],
  };
  return readDocument(row.document, kept) ?? { unreadable: true, school, id };
}

export const dueOf = ({ school, id, urgency, next_due_at }: DueRow): Due => ({
  school,
  id,
  urgency: urgency as Due["urgency"],
  dueAt: next_due_at,
});
