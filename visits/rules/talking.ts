import { z } from "zod";
import type { DiscussFirst } from "../../policies/rows";
import { localDate } from "../../schools/hours";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { talksFor, talksOwed } from "../deciders";
import { needed, optionalDay } from "../inputs";
import { hasRole, isVisitor } from "../people";
import { refuse } from "../refusal";
import { rule } from "../rule";
import type { Visit } from "../visit";

const say = refusals.approving;

const talkInput = z.object({ note: needed(say.talkNote, 2000), on: optionalDay });

/** Nobody talks their own visit over with themselves. */
const isWith = ({ with: roles }: DiscussFirst, v: Visit, f: Facts): boolean =>
  !isVisitor(v, f.actor.id) && hasRole(f.roster, f.actor, roles, f.now);

/** HEX-41: a visit of a safeguarding nature is talked over with the Principal or SLT first, and they say what came of it. */
export const recordTalk = rule<z.infer<typeof talkInput>>({
  input: talkInput,
  binds: "plan",
  when: ["asked"],
  may: (v, f) => talksFor(v, f).some((talk) => isWith(talk, v, f)),
  whose: say.onlyWithWhom,
  offered: (v, f) => talksOwed(v, f).some((talk) => isWith(talk, v, f)),
  already: (v, f) => talksOwed(v, f).length === 0 && Object.values(v.talks ?? {}).some(({ by }) => by === f.actor.id),
  decide(v, { note, on }, f) {
    const today = localDate(f.now, f.roster.school.timezone);
    const day = on ?? today;
    if (day > today) return refuse("talkAhead", say.talkAhead, { field: "on" });
    const mine = talksOwed(v, f).filter((talk) => isWith(talk, v, f));
    return mine.map(({ id }) => ({ type: "TalkedOver", line: id, on: day, note }));
  },
});
