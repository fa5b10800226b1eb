import type { Policy } from "../../../policies/policy";
import { resolvePolicy } from "../../../policies/resolve";
import type { Person } from "../../../schools/school";
import { ann, cast, helen, joan, priya, roster, samuel, tom } from "../../people";
import { readPack } from "../../policies/read-pack";
import { at, inside, type Story } from "../story";

function policyOf(pack: string, settings: Record<string, unknown> = {}): Policy {
  const resolved = resolvePolicy(readPack(pack), settings);
  if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
  return { ...resolved.policy, hash: pack };
}

const chosen: Record<string, Record<string, unknown>> = {
  liberty: { ladder: "asSuggested" },
  bemrose: { ladder: "asSuggested" },
};

/** What each person of the cast is called at the other schools. */
const also: Record<string, string[]> = {
  [helen.id]: ["principal", "seniorStaff", "leadershipTeam", "slt"],
  [samuel.id]: ["seniorStaff", "slt", "dutySlt", "headOfHouse", "learningDirector"],
  [ann.id]: ["office", "admin", "reception", "groupAdmin", "base"],
  [joan.id]: ["dsl"],
};

const withTheirRoles = (policy: Policy) => ({
  ...roster,
  school: { ...roster.school, policy: policy.pack },
  people: cast.map((person): Person => {
    const roles = (also[person.id] ?? person.roles).filter((role) => policy.roles[role] !== undefined);
    return { ...person, roles: roles.length > 0 ? roles : ["visitor"] };
  }),
});

const told = new Map<string, Story>();
/** The end of a visit as another school's policy has it: both are in the house, and that policy holds from there on. */
export function insideAt(pack: string): Story {
  const story = told.get(pack) ?? insideOn(pack);
  told.set(pack, story);
  return story.branch();
}

function insideOn(pack: string): Story {
  const story = inside();
  story.policy = policyOf(pack, chosen[pack]);
  story.roster = withTheirRoles(story.policy);
  return story;
}

export const backAt = (pack: string): Story =>
  insideAt(pack).until("14:50").press(priya, "signIn").press(tom, "signIn");

/** The number of the first task of its kind that is still open. */
export const taskOf = (story: Story, kind: string): { no: number } => {
  const task = story.is.tasks.find((one) => one.kind === kind && !one.done);
  if (!task) throw new Error(`There is no ${kind} to do: ${story.refusal?.say ?? ""}`);
  return { no: task.no };
};

export const minutes = { text: "We agreed a plan.", issues: "no", concern: "no" };
/** The next school day, when the school closes. */
export const tomorrow = at("16:00", "2026-11-24");
