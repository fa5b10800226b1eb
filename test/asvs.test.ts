import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asvsItems } from "./asvs-items";
import { isTold, namedIn } from "./named-tests";

const read = (file: string): string => readFileSync(join(__dirname, "..", file), "utf8");
const rows = [...read("docs/asvs.md").matchAll(/^\| ([\d.,– ]+) \| (.+) \| (.+) \|$/gm)].map(
  ([, items = "", where = "", proof = ""]) => ({ items: items.split(", ").flatMap(within), where, proof }),
);

/** `1.2.1–1.2.5`: those of the two levels between them, both included. */
function within(items: string): readonly string[] {
  const [first = "", last = first] = items.split("–");
  const [from, to] = [first, last].map((item) => asvsItems.indexOf(item)) as [number, number];
  return from < 0 || to < from ? [`${items}, which there is not`] : asvsItems.slice(from, to + 1);
}

describe("docs/asvs.md", () => {
  it("has every item of levels 1 and 2 once, and no other", () => {
    expect(rows.flatMap(({ items }) => items).toSorted()).toEqual(asvsItems.toSorted());
    expect(asvsItems).toHaveLength(253);
  });

  it("names tests that exist, and says of what has none why", () => {
    const named = namedIn(read("docs/asvs.md"));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((one) => !isTold(one))).toEqual([]);
    const without = rows.filter(({ proof }) => !proof.includes("`test/"));
    expect(without.filter(({ where }) => where.length < 10)).toEqual([]);
    expect(
      without.filter(
        ({ proof, where }) => proof === "–" && !/^\*\*(not held|not held, on purpose|in part)\*\*/.test(where),
      ),
    ).toEqual([]);
  });
});
