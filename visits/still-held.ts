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
  const heldSteps = steps.map(([id, step]) => [id, isHeld(step.tell) ? step : taken(step, present, isHeld)] as const);
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

/** By those who are asked for the same now; where that is nobody, by all whom its ladder tells, else by whoever decides about visits or stands in. */
function taken(step: Step, present: Policy, isHeld: (roles: readonly Role[]) => boolean): Step {
  const all = Object.values(present.ladder.value.steps);
  const alike = all.filter(({ ask }) => ask === step.ask);
  const ranks = [alike, all].map((steps) => steps.flatMap(({ tell }) => tell));
  const tell = [...ranks, answering.flatMap((name) => present[name].value)].find(isHeld) ?? [];
  const channels = alike.flatMap((one) => one.channels);
  return {
    ...step,
    tell: [...new Set([...step.tell, ...tell])],
    channels: [...new Set([...step.channels, ...channels])],
  };
}
