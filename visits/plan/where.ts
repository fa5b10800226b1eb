import { refusals } from "../../words/en-gb";
import { citing } from "../cite";
import type { Facts } from "../command";
import type { PlanInput } from "../plan-input";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";

const say = refusals.planning;

export function placeOf(input: PlanInput, f: Facts): Pick<Plan, "address" | "postcode"> | Refusal {
  const address = input.address ?? f.past.home?.address;
  if (!address)
    return refuse("noAddress", say.noAddress, {
      field: "address",
      clause: citing(f.policy.recordFields.value, "address"),
    });
  const postcode = input.postcode ?? postcodeIn(address) ?? (input.address ? undefined : f.past.home?.postcode);
  if (!postcode || !postcodeIn(postcode))
    return refuse("noPostcode", say.noPostcode, {
      field: "postcode",
      clause: citing(f.policy.recordFields.value, "address"),
    });
  return { address, postcode: postcodeIn(postcode) ?? postcode };
}

/** A UK postcode anywhere in a text, in its usual spelling. */
function postcodeIn(text: string): string | undefined {
  const found = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i.exec(text);
  return found ? `${found[1]} ${found[2]}`.toUpperCase() : undefined;
}
