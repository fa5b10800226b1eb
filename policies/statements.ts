import type { Given, Ladder, Minutes, Policy, RiskForm, Step, StepId } from "./policy";

/** Every row of a policy that a school's document speaks of or leaves open. */
export type ParameterName = {
  [K in keyof Policy]-?: NonNullable<Policy[K]> extends Given<unknown> ? K : never;
}[keyof Policy];

/** A step as a pack writes it: its times may be the school's choice, by the name of the parameter that holds them. */
type Timing = Minutes | "climbAfter" | "policeRepeat";
export type PackStep = Omit<Step, "every" | "within"> & { every: Timing; within: Timing };
export type PackLadder = Omit<Ladder, "steps"> & { steps: Readonly<Record<StepId, PackStep>> };
type PackRisk = Omit<RiskForm, "higherRisk" | "clauses">;

/** A parameter's value as a pack or a school writes it, before `resolve.ts` joins what belongs together. */
export type Stated<K extends ParameterName> = K extends "ladder"
  ? PackLadder
  : K extends "risk"
    ? PackRisk
    : NonNullable<Policy[K]>["value"];
export type Statements = { [K in ParameterName]: Stated<K> };
