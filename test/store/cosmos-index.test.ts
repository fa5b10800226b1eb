import { documents, visits } from "../../store/cosmos/containers";
import { queries } from "../../store/cosmos/queries";

const ofDocuments = ["some", "all"];
const texts = Object.entries(queries).map(
  ([name, query]) => [name, typeof query === "string" ? query : query(1)] as const,
);
/** What a query's condition and order look at: an item is found by these, and only by these. */
const lookedAt = (query: string): string[] => [
  ...new Set([...(query.split(/\bWHERE\b/)[1] ?? "").matchAll(/\bc\.(\w+)/g)].map(([, name]) => name as string)),
];
const indexed = (container: { indexingPolicy: { includedPaths?: { path: string }[] } }): string[] =>
  (container.indexingPolicy.includedPaths ?? []).map(({ path }) => path.split("/")[1] as string);

describe("the index of Cosmos DB", () => {
  it("has all that queries look at, and nothing else", () => {
    const of = (kind: "documents" | "visits") =>
      texts.filter(([name]) => ofDocuments.includes(name) === (kind === "documents"));
    for (const [kind, container] of [
      ["documents", documents],
      ["visits", visits],
    ] as const) {
      const wanted = new Set(of(kind).flatMap(([, query]) => lookedAt(query)));
      expect(new Set(indexed(container))).toEqual(wanted);
      expect(container.indexingPolicy.excludedPaths).toEqual([{ path: "/*" }]);
    }
  });

  it("serves every order: one path by its own, more by a composite of just these", () => {
    const composites = (visits.indexingPolicy.compositeIndexes ?? []).map((index) => index.map(({ path }) => path));
    for (const [, query] of texts) {
      const order = [...(query.split("ORDER BY")[1] ?? "").matchAll(/c\.(\w+)/g)].map(([, name]) => `/${name}`);
      if (order.length === 1) expect(indexed(visits)).toContain(order[0]?.slice(1));
      if (order.length > 1) expect(composites).toContainEqual(order);
    }
  });

  it("is sought, not read through: every query begins with an equality, or with the range that it is ordered by", () => {
    for (const [, query] of texts) {
      const [, first, sign] = /WHERE c\.(\w+) (=|<=|>=)/.exec(query) ?? [];
      expect(sign === "=" || query.includes(`ORDER BY c.${first}`)).toBe(true);
      expect(query).not.toMatch(/\b(NOT|LIKE|UPPER|LOWER|IS_DEFINED|CONTAINS)\b\s*\(?/);
    }
  });
});
