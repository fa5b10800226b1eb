import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parameterNames, parameters } from "../../policies/schema";

/** Where what a policy says is acted on: not where it is written, checked or printed. */
const rooms = ["visits", "engine", "cards", "bot", "schools/hours.ts", "policies/resolve.ts"];
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
 * Values whose difference is in the document's words alone: what it says is shown and asked by lines of its own, and by the ladder.
 * `agreement`: who need not be asked is said by the grounds. `policeWhen`: a pack's ladder is held to it by `ladder.test.ts`.
 */
const saidOnly: Readonly<Record<string, readonly string[]>> = {
  agreement: ["required", "should"],
  approvalCovers: ["visit", "namedStaff", "riskAssessment"],
  lone: ["approverDecides", "exception"],
  policeWhen: ["welfareConcern", "violence", "covertHelp", "emergencyCall", "judgement"],
  goingHome: ["afterTelling", "open"],
  checkInTimes: ["interval", "open"],
  animals: ["rearrange", "noneInRoom"],
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
