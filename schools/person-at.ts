import type { PersonEntry } from "./schema";
import type { Id } from "./school";

/** The schools somebody belongs to. */
export const schoolsOfPerson = ({ school, schools }: Pick<PersonEntry, "school" | "schools">): readonly Id[] =>
  schools ?? (school === undefined ? [] : [school]);

type Parts = { at?: Readonly<Record<Id, Part>> | undefined };
type Part = { until?: string | null | undefined };

/** Somebody as they are at that school: what is said of them there stands before what is said of them everywhere. */
export function personAt<P extends Parts & { until?: string | undefined }>(person: P, school: Id): Omit<P, "at"> {
  const { at, until, ...rest } = person;
  const { until: there, ...part } = at?.[school] ?? {};
  const last = there === undefined ? until : (there ?? undefined);
  return { ...rest, ...part, ...(last === undefined ? {} : { until: last }) } as Omit<P, "at">;
}
