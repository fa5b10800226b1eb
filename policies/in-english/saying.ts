import { policyWords as w } from "../../words/en-gb";
import type { Clause, Line, Role } from "../policy";
import type { ParameterName, Stated } from "../statements";

export type Under = { text: string; clauses: readonly Clause[] };
/** A value as a sentence, with the lines that stand beneath it. */
export type Saying = string | { say: string; under: readonly Under[] };
/** How sentences name whoever has one of the roles, or all who have them. */
export type Names = { any(roles: readonly Role[]): string; all(roles: readonly Role[]): string };
export type Sayings<Of extends ParameterName> = { [K in Of]: (value: Stated<K>, names: Names) => Saying };

const all = new Intl.ListFormat("en-GB", { type: "conjunction" });
export const allOf = (parts: readonly string[]): string => all.format(parts);

/** A list of lines with what each adds in brackets, or the sentence for an empty one. */
export function listed<T extends Line>(
  heading: string,
  none: string,
  value: readonly T[],
  more: (line: T) => readonly (string | undefined)[] = () => [],
): Saying {
  if (value.length === 0) return none;
  return {
    say: heading,
    under: value.map((line) => ({ text: withMore(line.text, more(line)), clauses: line.clauses })),
  };
}

function withMore(text: string, more: readonly (string | undefined)[]): string {
  const parts = more.filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? text : `${text} (${parts.join("; ")})`;
}

export const yesNo = (words: { yes: string; no: string }, value: boolean): string => (value ? words.yes : words.no);

/** A number of minutes or the like where there is one. */
export const orNone = (say: (value: number) => string, none: string, value: number | null): string =>
  value === null ? none : say(value);

export const toAny = (say: (who: string) => string, roles: readonly Role[], names: Names): string =>
  say(roles.length === 0 ? w.print.nobody : names.any(roles));

export const toAll = (say: (who: string) => string, roles: readonly Role[], names: Names): string =>
  say(roles.length === 0 ? w.print.nobody : names.all(roles));

export const needsOf = (needs: readonly Line[] | undefined, heading: string): string | undefined =>
  needs?.length ? `${heading}: ${needs.map(({ text }) => text).join("; ")}` : undefined;
