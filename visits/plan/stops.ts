import type { Policy } from "../../policies/policy";
import { atLocal } from "../../schools/hours";
import type { At } from "../../schools/school";
import { refusals } from "../../words/en-gb";
import { citing } from "../cite";
import type { Facts } from "../command";
import { householdOf } from "../homes";
import { isRefusal, type Refusal, refuse } from "../refusal";
import type { Plan, Stop } from "../visit";
import type { PlanInput, StopInput } from "./input";
import type { Times } from "./when";
import { postcodeIn } from "./where";

const say = refusals.planning;

/** The record says whom the visitors meet, and from when to when, at each door (BEM-32, BEM-33). */
export const hasItinerary = ({ recordFields }: Policy): boolean => recordFields.value.some(({ id }) => id === "whoMet");

/** The whole round, door by door, in the order in which they are reached. */
export function roundOf(input: PlanInput, times: Times, f: Facts): Pick<Plan, "meets" | "depart" | "stops"> | Refusal {
  const first = firstDoor(input, times, f);
  if (isRefusal(first)) return first;
  if (input.stops.length === 0) return first;
  if (!f.policy.stops.value)
    return refuse("noStops", say.noStops, {
      field: `stop${input.stops[0]?.no}Pupil`,
      clause: f.policy.stops.clauses[0],
    });
  const stops: Stop[] = [];
  for (const one of input.stops) {
    const after = stops.at(-1)?.depart ?? first.depart ?? times.start;
    const stop = stopOf(one, { input, times, after }, f);
    if (isRefusal(stop)) return stop;
    stops.push(stop);
  }
  return { ...first, stops };
}

/** Nobody who doesn't say when they leave again is there longer than the way back allows, which is as long as the way there. */
function departure(input: PlanInput, { leave, start, back }: Times, f: Facts): At | undefined {
  if (input.depart) return atLocal(input.date, input.depart, f.roster.school.timezone);
  if (!hasItinerary(f.policy) || input.stops.length > 0) return undefined;
  return Math.max(start + 60_000, back - (start - leave));
}

function firstDoor(input: PlanInput, times: Times, f: Facts): Pick<Plan, "meets" | "depart"> | Refusal {
  const { recordFields } = f.policy;
  const itinerary = hasItinerary(f.policy);
  const clause = citing(recordFields.value, itinerary ? "appointment" : "expectedBack");
  if (itinerary && !input.meets)
    return refuse("meets", say.meets, { field: "meets", clause: citing(recordFields.value, "whoMet") });
  const depart = departure(input, times, f);
  if (itinerary && depart === undefined) return refuse("depart", say.depart, { field: "depart", clause });
  if (depart !== undefined && !(times.start < depart && depart <= times.back))
    return refuse("departTime", say.departTime, { field: "depart", clause });
  return { ...(input.meets ? { meets: input.meets } : {}), ...(depart === undefined ? {} : { depart }) };
}

type Before = { input: PlanInput; times: Times; after: At };

function stopOf({ no, pupil, address, postcode, meets, ...when }: StopInput, before: Before, f: Facts): Stop | Refusal {
  const at = (name: string) => ({ field: `stop${no}${name}`, clause: citing(f.policy.recordFields.value, "address") });
  if (!pupil) return refuse("stopPupil", say.stopPupil(no), at("Pupil"));
  const code = postcodeIn(postcode ?? address ?? "");
  if (!address || !code) return refuse("stopAddress", say.stopAddress(no), at(address ? "Postcode" : "Address"));
  if (hasItinerary(f.policy) && !(meets && when.arrive && when.depart))
    return refuse("stopMeets", say.stopMeets(no), { ...at("Meets"), clause: f.policy.stops.clauses[0] });
  const zone = f.roster.school.timezone;
  const arrive = when.arrive ? atLocal(before.input.date, when.arrive, zone) : undefined;
  const depart = when.depart ? atLocal(before.input.date, when.depart, zone) : undefined;
  const inOrder = [before.after, arrive ?? before.after, depart ?? arrive ?? before.after, before.times.back];
  if (inOrder.some((time, i) => i > 0 && time < (inOrder[i - 1] ?? 0)))
    return refuse("stopTimes", say.stopTimes(no), at("Arrive"));
  return { pupil, household: householdOf(pupil), address, postcode: code, meets, arrive, depart };
}
