import type { z } from "zod";

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a set of named values",
  record: "a set of named values",
};

/** What zod found, in words that follow the name of the field; never with the value itself. */
export function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return issue.input === undefined ? "is missing" : `must be ${either(issue.values.map(String))}`;
    case "too_small":
      return issue.origin === "number" ? `must be at least ${issue.minimum}` : "must not be empty";
    case "too_big":
      return issue.origin === "number" ? `must be at most ${issue.maximum}` : "is too long";
    case "invalid_key":
      return "has a name that cannot be used here";
    case "invalid_format":
      return "is not written as it must be";
    case "invalid_union":
      return "is not one of the things it may be";
    default:
      return undefined;
  }
}

export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** `people[2].phone`, as a person would point at it. */
export function sayPath(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "") || "The file";
}
