import { z } from "zod";
import type { Stored, Unreadable } from "../engine/ports";

const phases = ["asked", "ready", "out", "back", "closed", "off"] as const;

/** As much of a visit's document as must be right for the engine to start on it at all. */
const envelope = z.looseObject({
  id: z.string(),
  school: z.string(),
  shape: z.literal(1),
  policy: z.string(),
  visit: z.looseObject({
    id: z.string(),
    phase: z.enum(phases),
    plan: z.looseObject({ household: z.string(), visitors: z.array(z.string()), leave: z.number() }),
    outings: z.record(z.string(), z.looseObject({})),
    alarms: z.array(z.looseObject({})),
    tasks: z.array(z.looseObject({})),
  }),
  history: z.array(z.looseObject({})),
  post: z.looseObject({ marks: z.record(z.string(), z.unknown()), cards: z.record(z.string(), z.unknown()) }),
});

type Old = { shape: number };
/** By the shape they read: each makes the next one. Shape 1 is the first, so nothing is older yet. */
const upcasts: Readonly<Record<number, (old: Old) => Old>> = {};

function upcast(document: Old): Old {
  const step = upcasts[document.shape];
  return step ? upcast(step(document)) : document;
}

/** What a visit's row keeps beside the text: etag and due time are the store's own. */
type Kept = Pick<Stored, "etag" | "nextDueAt" | "urgency">;

export function writeDocument({ etag, nextDueAt, urgency, ...document }: Stored): string {
  return JSON.stringify(document);
}

/** Undefined where the text can't be understood (S14: the caller says so). */
export function readDocument(text: string, kept: Kept): Stored | undefined {
  try {
    const document = upcast(JSON.parse(text) as Old);
    return envelope.safeParse(document).success ? ({ ...document, ...kept } as Stored) : undefined;
  } catch {
    return undefined;
  }
}

/** Everybody who goes on the visit, and whoever went after them (S12). */
export const visitorsOf = ({ visit }: Stored): string[] => [
  ...new Set([...visit.plan.visitors, ...Object.keys(visit.outings)]),
];

export const isReadable = (stored: Stored | Unreadable): stored is Stored => !("unreadable" in stored);

/** The next to leave first; what can't be read says no time, and comes before all. */
export const byLeave = (a: Stored | Unreadable, b: Stored | Unreadable): number => leaveOf(a) - leaveOf(b);
const leaveOf = (stored: Stored | Unreadable): number => (isReadable(stored) ? stored.visit.plan.leave : 0);
