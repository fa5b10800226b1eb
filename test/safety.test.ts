import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

const allRules = [...range("S", 14), ...range("P", 13)];
function range(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, i) => `${letter}${i + 1}`);
}

const [held = "", toCome = ""] = read("docs/safety.md").split("## Still to come");
const rulesIn = (text: string) => [...text.matchAll(/^\| ([SP]\d+) \|/gm)].map(([, rule]) => rule as string);

/** Names of tests and of the groups that they stand in. */
const names = globSync("test/**/*.{test,contract}.ts", { cwd: root })
  .concat("test/store/contract.ts")
  .flatMap((file) =>
    [...read(file).matchAll(/\b(?:it|describe)(?:\.each\([\s\S]*?\]\))?\(\s*(["'`])([\s\S]*?)\1/g)].map(
      ([, , name]) => name as string,
    ),
  );

describe("docs/safety.md", () => {
  it("says of every rule whether it is held or still to come", () => {
    expect([...rulesIn(held), ...rulesIn(toCome)].sort()).toEqual([...allRules].sort());
  });

  it.each(rulesIn(held))("has a test that bears the number %s", (rule) => {
    expect(names.filter((name) => new RegExp(`\\b${rule}\\b`).test(name))).not.toEqual([]);
  });
});
