import type { At } from "../schools/school";
import { hearsNow, openAlarms } from "../visits/people";
import { words } from "../words/en-gb/engine";
import { besides } from "./besides";
import type { Around } from "./facts";
import type { Stored } from "./ports";
import { raise } from "./raise";
import { wantedOf } from "./wanted";
import type { View, Work } from "./work";

/**
 * An open alarm whose present step calls nobody at all: whoever held its roles has left or is out, though they read its channel, or the school has another policy
 * by now. The ladder has nobody further up, so the school as it is set up now is told instead (S2).
 */
export const isUnheard = ({ visit }: Stored, scene: Around): boolean =>
  openAlarms(visit).some(
    ({ no, step }) =>
      !wantedOf(visit, scene).some(({ id, to }) => id.startsWith(`alarm/${no}/${step}/`) && hearsNow(visit, to, scene)),
  );

/** Said at once and again, for as long as it is so; never where somebody on the visit may read it (S4). */
export function sayUnheard(work: Work, { stored, scene }: View): Promise<At> {
  const { id, visit } = stored;
  return raise(work, stored.school, `unheard/${id}`, (phone) => words.unheard(id, phone), besides(visit, scene));
}
