import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (file: string): string => readFileSync(join(__dirname, "..", file), "utf8");
const text = read("docs/assurance.md");
/** As they are named there: a file, and where one is meant, the beginning of its name. */
const named = [...text.matchAll(/`(test\/[^`:]+)(?:: ([^`]+))?`/g)].map(([, file = "", name = ""]) => ({ file, name }));
const rules = (letter: string, last: number): string[] => Array.from({ length: last }, (_, no) => `${letter}${no + 1}`);

describe("docs/assurance.md", () => {
  it.each([...rules("S", 14), ...rules("P", 13)])("names a test of %s", (rule) => {
    expect(text).toMatch(new RegExp(`^\\| ${rule} [^|]+\\| \`test/[^\`]+: [^\`]+\` \\|`, "m"));
  });

  it("names only tests that exist", () => {
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ file, name }) => !read(file).includes(name))).toEqual([]);
  });
});
