import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parameterNames, parameters } from "../../policies/schema";

/** Where what a policy says is acted on: not where it is written, checked or printed. */
const rooms = ["visits", "engine", "cards", "bot", "schools/hours.ts", "policies/resolve.ts", "policies/at-odds.ts"];
const sourceOf = (path: string): string[] =>
  path.endsWith(".ts")
    ? [readFileSync(path, "utf8")]
    : readdirSync(path, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => readFileSync(join(path, file), "utf8"));
const code = rooms
  .flatMap(sourceOf)
  .join("\n")
  .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

const isActedOn = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(code);

function enumsIn(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  const { enum: own } = value as { enum?: unknown[] };
  const words = Array.isArray(own) && own.every((one) => typeof one === "string") ? [own as string[]] : [];
  return [...words, ...Object.values(value).flatMap(enumsIn)];
}

/**
 * Values whose difference is in the document's words alone, and why nothing turns on it.
 * - `agreement`: a document that says "should" names by its grounds who need not be asked (LAT-31); each says why. Without grounds it asks all.
 * - `approvalCovers`: whatever a document counts to it, S11 voids any approval whose visitors, place, reason or risk have changed, and LAT-21 has a
 *   tick of its own. Only the reason for it is something more to write (AET-A-103).
 * - `goingHome`: there is no way home that base does not hear of (S1), also where a document asks for no word.
 * - `animals`: visitors who are not heard turn round with one press and owe another date (AET-A-73), whatever a document calls that. Where the
 *   risk is only assessed (TMC-31), or nothing is said, they end a visit as unsafe.
 */
const saidOnly: Readonly<Record<string, readonly string[]>> = {
  agreement: ["required", "should"],
  approvalCovers: ["visit", "namedStaff", "riskAssessment"],
  goingHome: ["afterTelling", "open"],
  animals: ["cancelIfRefused", "rearrange", "noneInRoom"],
};

describe("what a policy can say", () => {
  it.each(parameterNames)("is acted on: %s", (name) => {
    expect(isActedOn(name)).toBe(true);
  });

  it.each(parameterNames)("means something by each value: %s", (name) => {
    for (const values of enumsIn(z.toJSONSchema(parameters[name], { unrepresentable: "any" }))) {
      const idle = values.filter((value) => !code.includes(`"${value}"`) && !code.includes(`${value}:`));
      expect([name, idle.filter((value) => !saidOnly[name]?.includes(value)).slice(1)]).toEqual([name, []]);
    }
  });
});
