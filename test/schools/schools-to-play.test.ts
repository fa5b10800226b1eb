import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSchools } from "../../schools/parse-schools";
import { packNames, readPack } from "../policies/read-pack";

const packs = new Map(packNames.map((name) => [name, readPack(name)] as const));
const files = readdirSync(__dirname).filter((name) => name.endsWith(".yaml"));

describe("the schools that stories are played with", () => {
  it.each(files)("%s lacks nothing that its policy asks for", (file) => {
    const schools = parseSchools(file, readFileSync(join(__dirname, file), "utf8"), packs);
    if ("errors" in schools) throw new Error(schools.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
    expect([...schools.missing.values()].flat()).toEqual([]);
  });
});
