import { wrong } from "../words/en-gb/policy/wrong";
import type { Cause, Ladder, StepId } from "./policy";
import type { PackLadder, PackStep } from "./statements";

type Fault = { path: PropertyKey[]; say: string };
type Steps = Readonly<Record<StepId, PackStep>>;

/** What keeps a ladder from bringing every alarm to a person and to an end. */
export function ladderFaults(ladder: PackLadder | Ladder): Fault[] {
  const strays = [
    ...Object.entries(ladder.steps).flatMap(([id, step]) => timeFaults(id, step)),
    ...startStrays(ladder),
    ...Object.entries(ladder.steps).flatMap(([id, step]) => stepStrays(ladder, id, step)),
  ];
  return strays.length > 0 ? strays : [...startFaults(ladder), ...stepFaults(ladder), ...unused(ladder)];
}

/** A step that repeats or climbs at once would run through the ladder in one breath. */
function timeFaults(id: StepId, step: PackStep): Fault[] {
  const isWrong = (time: PackStep["every"]) =>
    typeof time === "number" && !(Number.isInteger(time) && time >= 1 && time <= 60);
  return (["every", "within"] as const)
    .filter((key) => isWrong(step[key]))
    .map((key) => ({ path: ["steps", id, key], say: wrong.minutes }));
}

const known = (ladder: PackLadder, id: StepId): boolean => Object.hasOwn(ladder.steps, id);

function startStrays(ladder: PackLadder): Fault[] {
  const lost = Object.entries(ladder.start).filter(([, id]) => !known(ladder, id));
  return lost.map(([cause, id]) => ({
    path: ["start", cause],
    say: wrong.startsNowhere(id),
  }));
}

function stepStrays(ladder: PackLadder, id: StepId, step: PackStep): Fault[] {
  const leads: [PropertyKey[], string][] = Object.entries(step.on).map(([outcome, to]) => [["on", outcome], to]);
  const lost = [...leads.filter(([, to]) => to !== "end"), [["late"], step.late] as [PropertyKey[], string]];
  return lost
    .filter(([, to]) => to !== "again" && !known(ladder, to))
    .map(([path, to]) => ({ path: ["steps", id, ...path], say: wrong.leadsNowhere(to) }));
}

/** Unanswered, an alarm must come to a person, and stay with somebody who is asked again and again (S2). */
function startFaults(ladder: PackLadder): Fault[] {
  return (Object.entries(ladder.start) as [Cause, StepId][]).flatMap(([cause, first]) => {
    const path = ["start", cause];
    const faults: Fault[] = [];
    if (staysWithNobody(ladder.steps, first)) faults.push({ path, say: wrong.reachesNobody });
    if (goesRound(ladder.steps, first)) faults.push({ path, say: wrong.circle });
    return faults;
  });
}

/** The steps an alarm passes while nobody answers, each once. */
function climbFrom(steps: Steps, first: StepId): StepId[] {
  const climb: StepId[] = [];
  for (let id = first; id !== "again" && !climb.includes(id); id = steps[id]?.late ?? "again") climb.push(id);
  return climb;
}

const goesRound = (steps: Steps, first: StepId): boolean =>
  steps[climbFrom(steps, first).at(-1) ?? first]?.late !== "again";

/** Whether an alarm may come to rest, or go round, before any person was told: a channel alone is nobody. */
function staysWithNobody(steps: Steps, first: StepId): boolean {
  const passed = [first].filter((id) => toldBy(steps, id) === 0);
  for (const id of passed) {
    const step = steps[id];
    const next = step ? [step.late, ...Object.values(step.on)] : [];
    if (next.includes("again")) return true;
    const silent = next.filter((to) => to !== "end" && toldBy(steps, to) === 0);
    if (silent.some((to) => climbFrom(steps, to).every((one) => toldBy(steps, one) === 0))) return true;
    passed.push(...silent.filter((to) => !passed.includes(to)));
  }
  return false;
}

const toldBy = (steps: Steps, id: StepId): number => steps[id]?.tell.length ?? 0;

function stepFaults(ladder: PackLadder): Fault[] {
  const climbed = new Set(Object.values(ladder.start).flatMap((first) => climbFrom(ladder.steps, first)));
  return Object.entries(ladder.steps).flatMap(([id, step]) => {
    const path = ["steps", id];
    const faults: Fault[] = [];
    if (step.tell.length + step.channels.length === 0) faults.push({ path, say: wrong.tellsNobody });
    if (step.ask === "police" && step.late !== "again")
      faults.push({ path: [...path, "late"], say: wrong.policeMovesOn });
    if (step.on.noAnswer === "end") faults.push({ path: [...path, "on", "noAnswer"], say: wrong.endsUnanswered });
    if (!endsFrom(ladder.steps, id)) faults.push({ path, say: wrong.neverEnds });
    // Of those that an alarm passes from its start it is said there.
    if (!climbed.has(id) && goesRound(ladder.steps, id)) faults.push({ path, say: wrong.circle });
    return faults;
  });
}

function endsFrom(steps: Steps, first: StepId): boolean {
  return reachedFrom(steps, first).some((id) => Object.values(steps[id]?.on ?? {}).includes("end"));
}

function unused(ladder: PackLadder): Fault[] {
  const used = new Set(Object.values(ladder.start).flatMap((id) => reachedFrom(ladder.steps, id)));
  const lost = Object.keys(ladder.steps).filter((id) => !used.has(id));
  return lost.map((id) => ({ path: ["steps", id], say: wrong.nothingLeadsThere }));
}

/** Every step that an outcome or lateness can lead to. */
function reachedFrom(steps: Steps, first: StepId): StepId[] {
  const reached = [first];
  for (const id of reached) {
    const step = steps[id];
    const next = step ? [...Object.values(step.on), step.late] : [];
    reached.push(...new Set(next.filter((to) => to !== "end" && to !== "again" && !reached.includes(to))));
  }
  return reached;
}
