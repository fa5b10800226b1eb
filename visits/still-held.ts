import type { Ladder, Policy, Role, Step } from "../policies/policy";
import type { At, Roster } from "../schools/school";
import { hasRole } from "./people";

/** Lists of those who decide about a visit, watch over it and say that an alarm is over. */
const answering = ["monitors", "approvers", "coordinators", "standIns", "safeguardingTo"] as const;

/**
 * The policy that binds a visit, as its school can still keep it. People are those of now, so a school that follows another policy since, with other
 * roles, may have nobody left whom the old one names. Wherever it has nobody, those whom the present policy names there stand in: somebody is told
 * of every alarm, and can say that it is over (S2, S9). What is asked of them and by when stays as it was.
 */
export function stillHeld(bound: Policy, present: Policy, roster: Roster, now: At): Policy {
  const isHeld = (roles: readonly Role[]) => roster.people.some((person) => hasRole(roster, person, roles, now));
  const lost = answering.filter((name) => !isHeld(bound[name].value) && isHeld(present[name].value));
  const steps = Object.entries(bound.ladder.value.steps);
  const heldSteps = steps.map(([id, step]) => [id, isHeld(step.tell) ? step : taken(step, present)] as const);
  if (lost.length === 0 && steps.every(([, step], i) => heldSteps[i]?.[1] === step)) return bound;
  return {
    ...bound,
    ...Object.fromEntries(lost.map((name) => [name, { ...bound[name], value: present[name].value }])),
    ladder: {
      ...bound.ladder,
      value: { ...bound.ladder.value, steps: Object.fromEntries(heldSteps) } satisfies Ladder,
    },
    roles: { ...present.roles, ...bound.roles },
    called: { ...present.called, ...bound.called },
  };
}

/** By those who are asked for the same now; where that is nobody, by all whom its ladder tells. */
function taken(step: Step, { ladder }: Policy): Step {
  const all = Object.values(ladder.value.steps);
  const alike = all.filter(({ ask, tell }) => ask === step.ask && tell.length > 0);
  const [tell, channels] = (["tell", "channels"] as const).map((name) => [
    ...new Set([...step[name], ...(alike.length > 0 ? alike : all).flatMap((one) => one[name])]),
  ]);
  return { ...step, tell: tell ?? step.tell, channels: channels ?? step.channels };
}
