import type { Id } from "../schools/school";
import type { Input, Past } from "../visits/command";
import { type Home, homesAsked, homesOf } from "../visits/homes";
import { pastOf } from "../visits/homes/past";
import type { Plan, Visit } from "../visits/visit";
import { visitsAround } from "./household";
import type { Parts } from "./parts";

/** A request names its homes itself; a visit keeps them. */
export async function pastAround(
  parts: Parts,
  { school, visit, input }: { school: Id; visit?: Visit | undefined; input?: Input | undefined },
): Promise<Past> {
  const [home = nowhere, ...further] = input?.pupil ? homesAsked(input) : visit ? homesOf(visit.plan) : [];
  const visits = await visitsAround(parts, school, [home, ...further]);
  const read = () => pastOf(visits, { ...home, self: visit?.id, start: visit?.plan.start, further });
  return visit && !input?.pupil ? pastAsRead(visit, visits, read) : read();
}

const nowhere: Home = { household: "" };

type Read = { id: Id; others: readonly Visit[]; past: Past };
const pasts = new WeakMap<Plan, Read>();

/** Of one plan and the same other visits in the same states nothing is read twice: its own visit is none of its past. */
function pastAsRead({ id, plan }: Visit, visits: readonly Visit[], read: () => Past): Past {
  const others = visits.filter((other) => other.id !== id);
  const last = pasts.get(plan);
  if (last?.id === id && isEach(last.others, others)) return last.past;
  const past = read();
  pasts.set(plan, { id, others, past });
  return past;
}

const isEach = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);
