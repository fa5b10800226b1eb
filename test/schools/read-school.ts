import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "../../policies/policy";
import { parseSchools, type Schools } from "../../schools/parse-schools";
import type { Roster } from "../../schools/school";
import { keptForAll } from "../kept-for-all";
import { packNames, readPack } from "../policies/read-pack";

export type PlayedSchool = { roster: Roster; policy: Policy };

const packs = keptForAll(
  "packs of the schools",
  () => new Map(packNames.map((name) => [name, readPack(name)] as const)),
);
const read = keptForAll("schools to play", () => new Map<string, Schools>());

/** The schools file that is played on this pack: Aspire's is the demo school. */
export const fileOf = (pack: string): string => (pack === "aspire" ? "schools.demo.yaml" : `test/schools/${pack}.yaml`);

/** That file as it is read; `settings`: with other choices of the school. */
export function schoolsOn(pack: string, settings: Readonly<Record<string, unknown>> = {}): Schools {
  const chosen = Object.keys(settings).length > 0;
  const key = `${pack} ${JSON.stringify(settings)}`;
  const text = (): string => readFileSync(join(__dirname, "../..", fileOf(pack)), "utf8");
  const found = read.get(key) ?? parsed(fileOf(pack), chosen ? withSettings(text(), settings) : text());
  read.set(key, found);
  return found;
}

/** The first school of that file, with its policy as it chose. */
export function schoolOn(pack: string, settings: Readonly<Record<string, unknown>> = {}): PlayedSchool {
  const { rosters, policies } = schoolsOn(pack, settings);
  const [roster] = rosters;
  const policy = roster && policies.get(roster.school.id);
  if (!roster || !policy) throw new Error(`There is no school on ${pack}.`);
  return { roster, policy: { ...policy, hash: pack } };
}

function parsed(file: string, text: string): Schools {
  const schools = parseSchools(file, text, packs);
  if ("errors" in schools) throw new Error(schools.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  return schools;
}

/** The same file with other choices of the school; JSON is YAML. */
const withSettings = (text: string, settings: object): string =>
  text
    .replace(/^ {4}settings:.*\n/m, "")
    .replace(/^ {4}channels:/m, `    settings: ${JSON.stringify(settings)}\n    channels:`);
