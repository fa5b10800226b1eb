import { atLocal } from "../../schools/hours";
import type { At } from "../../schools/school";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";
import type { PlanInput } from "./input";
import type { Times } from "./when";

const say = refusals.planning;
const minute = 60_000;

/** When base hears from the visitors, where that is agreed for each visit (LAT-26, BEM-37). */
export function reportInsOf(
  input: PlanInput,
  times: Times,
  f: Facts,
): Pick<Plan, "reportIns" | "reportEvery"> | Refusal {
  const { checkInTimes } = f.policy;
  if (checkInTimes.value !== "perVisit") return {};
  const clause = checkInTimes.clauses[0];
  const every = input.reportEvery === undefined ? undefined : Number(input.reportEvery);
  if (every !== undefined && !(Number.isInteger(every) && every >= 5 && every <= 120))
    return refuse("badInterval", say.badInterval, { field: "reportEvery", clause });
  const named = namedTimes(input, f);
  if (named === undefined || named.some((at) => at <= times.leave || at >= times.back))
    return refuse("reportTimes", say.reportTimes, { field: "reportAt", clause });
  const reportIns = [...new Set([...named, ...(every ? everyOf(times, every) : [])])].toSorted((a, b) => a - b);
  if (reportIns.length === 0)
    return refuse("reportIns", every ? say.reportLonger : say.reportIns, { field: "reportEvery", clause });
  return { reportIns, ...(every ? { reportEvery: every } : {}) };
}

/** Every so many minutes after leaving, as long as nobody is due back. */
export function everyOf({ leave, back }: Pick<Times, "leave" | "back">, every: number): At[] {
  const found: At[] = [];
  for (let at = leave + every * minute; at < back && found.length < 100; at += every * minute) found.push(at);
  return found;
}

/** `10:30, 11.15 and 12:00`; undefined where something in it is no time. */
function namedTimes({ reportAt, date }: PlanInput, f: Facts): At[] | undefined {
  const said = (reportAt ?? "").split(/[\s,;]+|\band\b/).filter(Boolean);
  const times = said.map((one) => atLocal(date, one.replace(".", ":").padStart(5, "0"), f.roster.school.timezone));
  return times.includes(undefined) ? undefined : times.filter((at) => at !== undefined);
}
