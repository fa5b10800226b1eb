import type { At } from "../schools/school";
import { words } from "../words/en-gb";
import type { Said } from "./times";

/** Where a visitor is, in words; an unknown word is shown as it came. */
export const whereOf = (where: string): string => words.where[where as keyof typeof words.where] ?? where;

/** When they were last heard of; of whoever was only reckoned out, that they were not. */
export const heardOf = (outing: { contact: At; unheard?: true | undefined }, times: Said): string =>
  outing.unheard ? words.visit.noWord(times.moment(outing.contact)) : times.moment(outing.contact);
