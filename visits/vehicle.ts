import type { Person } from "../schools/school";
import { driven, sayVehicle } from "./kit";

/** Whether what somebody wrote of their vehicle says what the policy has the school hold: "blue car" does not (AET-91). */
export const isDescribed = (said: string, fields: readonly string[], { vehicle }: Person): boolean =>
  said === driven ||
  takesNone.test(said) ||
  (vehicle !== undefined && said === sayVehicle(vehicle)) ||
  saysEach(wordsIn(said), fields);

/** On foot, by bus, with somebody who drives: theirs is the vehicle that is described. */
const takesNone =
  /^\s*(with|on foot|walk|foot|passenger|in \p{L}+['’]s|(a )?lift|(by |on )?(the |my |a )?(bus|train|tram|metro|taxi|cab|bike|bicycle|cycle|cycling))/iu;

const wordsIn = (said: string): string[] => said.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** A word for each but the registration, which is looked for by its form. Make, model and colour can only be counted. */
function saysEach(words: readonly string[], fields: readonly string[]): boolean {
  if (!fields.includes("registration")) return words.length >= fields.length;
  const others = fields.length - 1;
  return words.some((_, at) =>
    [1, 2, 3].some(
      (length) =>
        at + length <= words.length && words.length - length >= others && isPlate(words.slice(at, at + length)),
    ),
  );
}

/** Letters and figures, in groups as on plates of whatever year and country; half of one is none. */
function isPlate(groups: readonly string[]): boolean {
  const plate = groups.join("");
  const fits = groups.every((group) => /^(\p{L}{1,3}|\d{1,5}|(?=.*\d)[\p{L}\d]{2,8})$/u.test(group));
  return fits && plate.length >= 5 && plate.length <= 9 && /\p{L}/u.test(plate) && /\d/.test(plate);
}
