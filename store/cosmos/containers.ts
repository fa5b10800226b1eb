import type { ContainerDefinition, IndexingPolicy } from "@azure/cosmos";

/** Only what is queried is indexed: an index that nobody asks costs request units at every write. */
const only = (
  paths: readonly string[],
  compositeIndexes: IndexingPolicy["compositeIndexes"] = [],
): Partial<IndexingPolicy> => ({
  automatic: true,
  indexingMode: "consistent",
  includedPaths: paths.map((path) => ({ path })),
  excludedPaths: [{ path: "/*" }],
  compositeIndexes,
});

export const databaseName = "homeward";

/** The visits of a school are one partition; `infra/` makes the same containers in Azure. */
export const visits = {
  id: "visits",
  partitionKey: { paths: ["/school"] },
  indexingPolicy: only(
    ["/school/?", "/due/?", "/urgency/?", "/open/?", "/household/?", "/stops/[]/?", "/visitors/[]/?", "/back/?"],
    // In a storm what is due is asked for one urgency at a time: an equality and a range, in this order.
    [
      [
        { path: "/urgency", order: "ascending" },
        { path: "/due", order: "ascending" },
      ],
    ],
  ),
} satisfies ContainerDefinition;

/** Everything else, small and whole: a kind is one partition. */
export const documents = {
  id: "documents",
  partitionKey: { paths: ["/kind"] },
  indexingPolicy: only(["/kind/?", "/id/?"]),
} satisfies ContainerDefinition;
