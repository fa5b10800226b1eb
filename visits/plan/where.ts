import { refusals } from "../../words/en-gb";
import { citing } from "../cite";
import type { Facts } from "../command";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";
import type { PlanInput } from "./input";

const say = refusals.planning;
type Place = Pick<Plan, "address" | "postcode" | "destination" | "placeName">;

export function placeOf(input: PlanInput, f: Facts): Place | Refusal {
  const { destinations } = f.policy;
  const destination = input.destination ?? "home";
  if (!destinations.value.includes(destination))
    return refuse("badDestination", say.badDestination, { field: "destination", clause: destinations.clauses[0] });
  const address = addressOf(input, f);
  if ("refused" in address || destination === "home") return address;
  if (!input.placeName)
    return refuse("placeName", say.placeName, { field: "placeName", clause: destinations.clauses[0] });
  return { ...address, destination, placeName: input.placeName };
}

/** What is known of the pupil is the home: a place of work is said each time. */
function addressOf(input: PlanInput, f: Facts): Pick<Plan, "address" | "postcode"> | Refusal {
  const clause = citing(f.policy.recordFields.value, "address");
  const home = (input.destination ?? "home") === "home" ? f.past.home : undefined;
  const address = input.address ?? home?.address;
  if (!address) return refuse("noAddress", say.noAddress, { field: "address", clause });
  const postcode = input.postcode ?? postcodeIn(address) ?? (input.address ? undefined : home?.postcode);
  if (!postcode || !postcodeIn(postcode)) return refuse("noPostcode", say.noPostcode, { field: "postcode", clause });
  return { address, postcode: postcodeIn(postcode) ?? postcode };
}

/** A UK postcode anywhere in a text, in its usual spelling. */
export function postcodeIn(text: string): string | undefined {
  const found = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i.exec(text);
  return found ? `${found[1]} ${found[2]}`.toUpperCase() : undefined;
}
