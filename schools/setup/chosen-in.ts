import type { Policy } from "../../policies/policy";
import { sayValue } from "../../policies/say-value";
import { parameterNames } from "../../policies/schema";
import { titleOf } from "./say";

/** What the school chose where its policy says nothing, in a few words each; what leaves a thing out says no more than the policy's silence. */
export const chosenIn = (policy: Omit<Policy, "hash">): { title: string; value: string }[] =>
  parameterNames.flatMap((name) => {
    const given = policy[name];
    if (given?.by !== "school" || isNothing(given.value)) return [];
    return [{ title: titleOf(name), value: sayValue(name, given.value, policy.roles) }];
  });

const isNothing = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);
