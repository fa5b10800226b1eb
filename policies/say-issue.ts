import type { z } from "zod";
import { wrong } from "../words/en-gb/policy/wrong";

const kinds: Readonly<Record<string, string>> = wrong.typeNames;

/** What zod found, in words that follow the name of the field; never with the value itself. */
export function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? wrong.missing : wrong.mustBe(kinds[issue.expected] ?? issue.expected);
    case "invalid_value":
      return issue.input === undefined ? wrong.missing : wrong.mustBe(either(issue.values.map(String)));
    case "too_small":
      return issue.origin === "number" ? wrong.atLeast(String(issue.minimum)) : wrong.empty;
    case "too_big":
      return issue.origin === "number" ? wrong.atMost(String(issue.maximum)) : wrong.tooLong;
    case "invalid_key":
      return wrong.name;
    case "invalid_format":
      return wrong.written;
    case "invalid_union":
      return wrong.noneOf;
    default:
      return undefined;
  }
}

export function either(words: readonly string[]): string {
  return wrong.either(words);
}

/** `people[2].phone`, as a person would point at it. */
export function sayPath(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "") || wrong.file;
}
