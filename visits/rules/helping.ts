import { z } from "zod";
import { isActive } from "../../schools/roster";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { calledForHelp, contacted, foundOut, openCall } from "../contact";
import { decidingRoles } from "../deciders";
import type { Happening } from "../events";
import { refusedFull } from "../full";
import { oneOf, optionalOneOf, text, tick } from "../inputs";
import { attends, awaits, hasRole, nextAlarmNo } from "../people";
import { rule } from "../rule";
import { agenciesTold } from "../tellings";
import type { Visit } from "../visit";
import { themAll } from "./ending";
import { anyTime, outRule } from "./outing-rule";

const causeOf = (kind?: "help" | "violence") => (kind === "violence" ? "violence" : "emergency");

/**
 * Open help: told to everyone at once, never refused, ended only by a person's outcome (S3). That the visitors have rung 999 themselves is shown to
 * whoever answers; it is no stamp, since a press can come from a phone in somebody else's hands (S10).
 */
export const askForHelp = rule<{ kind?: "help" | "violence" | undefined; rang: boolean }>({
  input: z.object({ kind: optionalOneOf(["help", "violence"]), rang: tick }),
  ...anyTime,
  already: (v, f, _asked, { kind, rang }) => {
    const open = openCall(v, causeOf(kind), themAll(v, f));
    return (
      open !== undefined &&
      awaits(open, f.actor.id) &&
      !(rang && !open.taps.some(({ who, what }) => who === f.actor.id && what === "rang999"))
    );
  },
  decide(v, { kind, rang }, f) {
    const cause = causeOf(kind);
    const no = openCall(v, cause, themAll(v, f))?.no ?? nextAlarmNo(v, { cause, about: themAll(v, f) });
    const rung: Happening[] = rang ? [{ type: "Tapped", no, who: f.actor.id, what: "rang999" }] : [];
    return [...foundOut(v, f.actor.id), ...calledForHelp(v, f, cause, themAll(v, f)), ...rung];
  },
});

const childInput = z.object({
  what: oneOf(["unsure", "concern", "danger", "rang999"], refusals.helping.whichConcern),
  note: text(2000),
});

/** A child alone, unsupervised or in danger: the DSL straight away, also for advice (BEM-76, BEM-77, AET-108). No alarm about the visitors. */
export const reportChild = rule<z.infer<typeof childInput>>({
  input: childInput,
  ...outRule,
  already: (v, f, _asked, { what, note = "" }) =>
    (v.concerns ?? []).some((c) => c.by === f.actor.id && c.what === what && c.note === note && f.now - c.at < 60_000),
  decide: (v, { what, note = "" }, f, asked) =>
    refusedFull(v, "concerns", f) ?? [
      ...contacted(v, f, asked, { what: "child" }),
      { type: "ChildReported", no: nextConcernNo(v, f), what, note: asked.covert ? "" : note },
    ],
});

/** Those of whoever was sent to the address have numbers of their own, as their alarms have (S4). */
function nextConcernNo(v: Visit, f: Facts): number {
  const beside = attends(v, f.actor.id);
  return (beside ? 901 : 1) + (v.concerns ?? []).filter(({ by }) => attends(v, by) === beside).length;
}

const mayTake = (v: Visit, f: Facts): boolean =>
  isActive(f.actor, f.roster.school, f.now) &&
  hasRole(f.roster, f.actor, [...f.policy.safeguardingTo.value, ...decidingRoles(f.policy)], f.now) &&
  !v.plan.visitors.includes(f.actor.id);

const untaken = (v: Visit) => (v.concerns ?? []).filter(({ taken }) => !taken);

/** Somebody responsible has it: until then it is said again (AET-108, matrix A18). */
export const takeConcern = rule({
  input: z.object({}),
  binds: "nothing",
  // Whoever was sent to the address may find a child there before the visit has begun, or after it was called off (S12).
  when: ["asked", "ready", "out", "back", "closed", "off"],
  may: mayTake,
  whose: refusals.helping.whoTakes,
  offered: (v) => untaken(v).length > 0,
  already: (v) => untaken(v).length === 0,
  decide: (v, _input, f) => [
    ...untaken(v).map(({ no }): Happening => ({ type: "ConcernTaken", no })),
    ...agenciesTold(v, f),
  ],
});
