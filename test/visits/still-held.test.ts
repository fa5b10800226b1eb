import type { Policy, Role } from "../../policies/policy";
import { closingRoles, hasRole, ladderRoles } from "../../visits/people";
import { stillHeld } from "../../visits/still-held";
import { roster as everyone } from "../people";
import { firstName } from "../scenarios/cast";
import { schoolOn } from "../schools/read-school";
import { aspire } from "./aspire";
import { type PackName, Played } from "./played";
import { at } from "./story";

const packs: PackName[] = ["aspire", "bemrose", "hexthorpe", "liberty", "thomas-more"];
const pairs = packs.flatMap((was) => packs.filter((is) => is !== was).map((is) => [was, is] as const));
const noon = at("12:00");

describe.each(pairs)("S2: of a school that followed %s when they left, and follows %s now", (was, is) => {
  const [before, now] = [schoolOn(was), schoolOn(is)];
  const policy = stillHeld(before.policy, now.policy, now.roster, noon);
  const isHeld = (roles: readonly string[]) => now.roster.people.some((one) => hasRole(now.roster, one, roles, noon));

  it("somebody is told at each step, and can say that an alarm is over", () => {
    for (const { tell } of Object.values(policy.ladder.value.steps)) expect(isHeld(tell)).toBe(true);
    for (const roles of [closingRoles(policy), policy.safeguardingTo.value, policy.monitors.value])
      expect(isHeld(roles)).toBe(true);
    for (const role of ladderRoles(policy)) expect(policy.roles).toHaveProperty(role);
  });

  it("what is asked of them and by when stays as the policy of that day has it", () => {
    const asked = ({ steps }: typeof policy.ladder.value) =>
      Object.entries(steps).map(([id, { tell: _, channels: __, ...step }]) => [id, step]);
    expect(asked(policy.ladder.value)).toEqual(asked(before.policy.ladder.value));
    expect(policy.ladder.value.start).toEqual(before.policy.ladder.value.start);
  });
});

it("S2: a call for help is answered and ended by those who are there, though the policy names none of them", () => {
  const [old, present] = [new Played("hexthorpe"), schoolOn("thomas-more")];
  const [lead, companion] = old.roster.people.filter(({ roles }) => roles.includes("pastoral"));
  const story = old.out(firstName(lead?.name ?? ""), firstName(companion?.name ?? ""));
  const visitors = old.roster.people.filter(({ id }) => story.is.plan.visitors.includes(id));
  const { id } = old.roster.school;
  const others = present.roster.people.map((one) => ({ ...one, schools: [id], roles: [...one.roles] }));
  story.roster = { school: { ...present.roster.school, id }, people: [...visitors, ...others] };
  story.policy = stillHeld(old.policy, present.policy, story.roster, story.now);
  story.press(lead ?? raise(), "askForHelp", { kind: "help" });
  const about = { why: "Seen", spoken: Object.keys(story.alarm?.about ?? {}).join(",") };
  const closes = others.filter((one) => story.branch().press(one, "standDown", about).alarm === undefined);
  expect([story.told.some(({ alarm }) => alarm === 1), closes.length > 0]).toEqual([true, true]);
});

const raise = (): never => {
  throw new Error("Nobody went.");
};

it("S2: where somebody holds the roles still, it is the policy of that day and nothing else", () => {
  const { policy, roster } = schoolOn("aspire");
  expect(stillHeld(policy, schoolOn("liberty").policy, roster, noon)).toBe(policy);
});

describe("S2: whoever stands in where a role has nobody left", () => {
  /** Aspire's ladder, with others told at these steps. */
  const telling = (others: Readonly<Record<string, Role[]>>): Policy => {
    const { ladder } = aspire;
    const steps = Object.entries(ladder.value.steps).map(([id, step]) => [
      id,
      { ...step, tell: others[id] ?? step.tell },
    ]);
    return { ...aspire, ladder: { ...ladder, value: { ...ladder.value, steps: Object.fromEntries(steps) } } };
  };
  const ranks = (role: Role) => Object.fromEntries(Object.keys(aspire.ladder.value.steps).map((id) => [id, [role]]));
  const bound = telling({ call: ["warden"] });
  const callOf = ({ ladder }: Policy) => ladder.value.steps.call;

  it("at one step of the ladder are those who are asked for the same now, in their channels, and no other step changes", () => {
    const held = stillHeld(bound, aspire, everyone, noon);
    expect(callOf(held)).toEqual({ ...callOf(bound), tell: ["warden", "office"], channels: ["office"] });
    expect({ ...held.ladder.value.steps, call: undefined }).toEqual({ ...bound.ladder.value.steps, call: undefined });
    expect(held.approvers).toBe(bound.approvers);
  });

  it("are all whom the ladder tells where nobody is asked for the same, else whoever decides about visits", () => {
    const toldNow = (present: Policy) => callOf(stillHeld(bound, present, everyone, noon))?.tell;
    const others = ["dsl", "nobody", "office", "principal", "slt", "warden"];
    expect(toldNow(telling({ call: ["nobody"] }))?.toSorted()).toEqual(others);
    expect(toldNow(telling(ranks("nobody")))).toEqual(expect.arrayContaining([...aspire.approvers.value]));
  });

  it("are nobody where the school has nobody at all, and nothing breaks over it", () => {
    expect(callOf(stillHeld(bound, aspire, { ...everyone, people: [] }, noon))?.tell).toEqual(["warden"]);
  });

  it("decide and watch in their stead, list by list, by the ladder of that day", () => {
    const before: Policy = { ...aspire, safeguardingTo: { ...aspire.safeguardingTo, value: ["warden"] } };
    const held = stillHeld(before, aspire, everyone, noon);
    expect(held.safeguardingTo.value).toEqual(aspire.safeguardingTo.value);
    expect({ ...held, safeguardingTo: before.safeguardingTo }).toEqual(before);
  });
});
