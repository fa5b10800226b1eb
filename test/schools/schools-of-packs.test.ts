import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSchools } from "../../schools/parse-schools";
import { readPack } from "../policies/read-pack";

describe("the tests' schools of the other policies", () => {
  it.each(["hexthorpe", "bemrose"])("have a file for %s that lacks nobody and no choice", (pack) => {
    const text = readFileSync(join(__dirname, `${pack}.yaml`), "utf8");
    const read = parseSchools(pack, text, new Map([[pack, readPack(pack)]]));
    if ("errors" in read) throw new Error(read.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
    expect([...read.missing.values()]).toEqual([[]]);
  });
});
