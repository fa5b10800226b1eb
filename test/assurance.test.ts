import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isTold, namedIn } from "./named-tests";

const read = (file: string): string => readFileSync(join(__dirname, "..", file), "utf8");
const text = read("docs/assurance.md");
const rules = (letter: string, last: number): string[] => Array.from({ length: last }, (_, no) => `${letter}${no + 1}`);

describe("docs/assurance.md", () => {
  it.each([...rules("S", 14), ...rules("P", 13)])("names a test of %s", (rule) => {
    expect(text).toMatch(new RegExp(`^\\| ${rule} [^|]+\\| \`test/[^\`]+: [^\`]+\`[^|]*\\|`, "m"));
  });

  it.each([...rules("S", 14), ...rules("P", 13)])("names for %s a test that bears its number", (rule) => {
    const [row = ""] = text.match(new RegExp(`^\\| ${rule} .+$`, "m")) ?? [];
    const [, name = ""] = row.match(/`test\/[^`:]+: ([^`]+)`/) ?? [];
    expect(name).toMatch(new RegExp(`\\b${rule}\\b`));
  });

  it("names only tests that exist, by the beginning of their names, and none that is left out", () => {
    const named = namedIn(text);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((one) => !isTold(one))).toEqual([]);
  });
});
