import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const page = readFileSync(join(root, "docs/readings.md"), "utf8");

type Reading = { id: string; places: string[] };
/** Each row of the tables, with the places that its last column names: a file, and words that stand in it. */
const readings: Reading[] = page.split("\n").flatMap((line) => {
  const id = /^\| ([XWA]\d+) \|/.exec(line)?.[1];
  const where = line.split(" | ").at(-1) ?? "";
  return id ? [{ id, places: [...where.matchAll(/`([^`]+)`/g)].map(([, place]) => place as string) }] : [];
});

const upTo = (letter: string, most: number) => Array.from({ length: most }, (_, i) => `${letter}${i + 1}`);
const every = [...upTo("X", 9), ...upTo("W", 30), ...upTo("A", 27)];

function lost(place: string): string | undefined {
  const [file = "", ...words] = place.split(": ");
  const sought = words.join(": ");
  if (!existsSync(join(root, file))) return `${file} is not there`;
  return readFileSync(join(root, file), "utf8").includes(sought) ? undefined : `${file} has no “${sought}”`;
}

describe("docs/readings.md", () => {
  it("settles each contradiction and each ambiguity of the five documents, once", () => {
    expect(readings.map(({ id }) => id).toSorted()).toEqual(every.toSorted());
  });

  it.each(readings.map(({ id, places }) => [id, places] as const))(
    "%s stands where it is said to stand",
    (_, places) => {
      expect(places.length).toBeGreaterThan(0);
      expect(places.map(lost).filter(Boolean)).toEqual([]);
    },
  );

  it("is what rules and packs refer to: no reading is cited that is not in it", () => {
    const cited = /\bmatrix ([XWA]\d+)/g;
    const files = ["visits/rules/visiting.ts", "visits/deadlines.ts", "visits/homecoming.ts", "visits/tellings.ts"];
    const ids = files.flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(cited)].map(([, id]) => id),
    );
    expect(ids.length).toBeGreaterThan(2);
    expect(ids.filter((id) => !every.includes(id as string))).toEqual([]);
  });
});
