import { School } from "../scenarios/school";
import { CosmosServer } from "./cosmos-server";
import { FaultyProxy } from "./faulty-proxy";

/**
 * `npm run costs`: counts what one ordinary visit, and one look when nothing is due, ask of Cosmos DB, with the program, the SDK and a server on this machine; and
 * reckons request units. The counts are measured, the units are not: they are reckoned by the figures that Microsoft publishes for items of 1 KB
 * and 100 KB (a read 1 and 10, an insert 5.5 and 50, a replacement 10 and 100), reads twice as much by strong consistency, a query as 3 and
 * what it reads.
 */
const kb = (bytes: number): number => Math.max(1, bytes / 1024);
const units: Record<string, (bytes: number) => number> = {
  read: (bytes) => 2 * (1 + 0.09 * (kb(bytes) - 1)),
  query: (bytes) => 2 * (3 + 0.09 * (kb(bytes) - 1)),
  insert: (bytes) => 5.5 + 0.45 * (kb(bytes) - 1),
  replace: (bytes) => 10 + 0.9 * (kb(bytes) - 1),
};
const kindOf = (method: string, path: string): string => {
  if (method === "GET") return "read";
  if (path.endsWith("?query")) return "query";
  return method === "POST" ? "insert" : "replace";
};

type Count = { count: number; bytes: number; units: number };
const counts = new Map<string, Count>();
const key = "a token for this count";

const note: FaultyProxy["passed"] = (method, path, bytes, headers) => {
  // How a query is to be made is asked too: that reads nothing.
  if (!path.includes("/docs") || headers["x-ms-cosmos-is-query-plan-request"]) return;
  const kind = kindOf(method, path);
  const what = `${kind} · ${path.includes("/colls/visits/") ? "visits" : "documents"}`;
  const { count, units: sum, ...before } = counts.get(what) ?? { count: 0, bytes: 0, units: 0 };
  counts.set(what, { count: count + 1, bytes: before.bytes + bytes, units: sum + (units[kind]?.(bytes) ?? 0) });
};

/** What was counted since the last time, as lines, and the units together. */
function taken(): { lines: string[]; units: number } {
  const all = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  counts.clear();
  const lines = all.map(
    ([what, one]) =>
      `${what}: ${one.count}, ${(one.bytes / one.count / 1024).toFixed(1)} KB each, about ${one.units.toFixed(0)} RU`,
  );
  return { lines, units: all.reduce((sum, [, one]) => sum + one.units, 0) };
}

it("are counted", async () => {
  const server = await CosmosServer.open();
  const proxy = await FaultyProxy.open(server.url);
  const env = { STORE: "cosmos", COSMOS_ENDPOINT: proxy.url, COSMOS_KEY: server.key, SWEEP_TOKEN: key };
  const school = await School.open({ env });
  await school.settles();
  proxy.passed = note;
  await visit(school);
  const one = taken();
  const looks = 20;
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  for (let i = 0; i < looks; i++) await fetch(`${school.program.url}/api/sweep`, { method: "POST", headers });
  const idle = taken();
  console.log([`One visit, about ${one.units.toFixed(0)} RU together`, ...one.lines].join("\n"));
  console.log([`${looks} looks, about ${(idle.units / looks).toFixed(0)} RU each`, ...idle.lines].join("\n"));
  await school.close();
  await proxy.close();
  await server.close();
  expect(one.units).toBeGreaterThan(0);
});

async function visit(school: School): Promise<void> {
  const { priya, tom } = school;
  const both = [priya, tom];
  await school.sendsOut();
  await priya.presses("arrive");
  await school.arrives();
  await school.until("10:45");
  for (const seat of both) await seat.presses("checkIn");
  await school.until("10:55");
  for (const verb of ["leave", "signIn"]) for (const seat of both) await seat.presses(verb);
  await priya.presses("writeMinutes", { text: "We agreed a plan.", issues: "no", concern: "no" });
  await priya.presses("completeTask", { review: "ok" });
  await priya.sees(/safeguarding record/);
  await priya.presses("completeTask");
  await school.settles();
}
