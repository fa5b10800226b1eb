import type { At } from "../schools/school";
import { words } from "../words/en-gb";
import type { Said } from "./times";

type Where = { where: string; unheard?: true | undefined };

/** Where a visitor is, by what they or whoever spoke to them said; an unknown word is shown as it came. */
export const whereOf = ({ where, unheard }: Where): string =>
  unheard ? words.whereNotKnown : (words.where[where as keyof typeof words.where] ?? where);

/** When they were last heard of; of whoever was only reckoned out, that they were not. */
export const heardOf = (outing: { contact: At; unheard?: true | undefined }, times: Said): string =>
  outing.unheard ? words.visit.noWord(times.moment(outing.contact)) : times.moment(outing.contact);
