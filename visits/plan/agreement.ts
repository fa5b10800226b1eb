import type { Ground } from "../../policies/policy";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { type Refusal, refuse } from "../refusal";
import type { Agreement } from "../visit";
import type { PlanInput } from "./input";

const say = refusals.planning;

/** The parents agreed, or one of the policy's grounds for going without, with all that it needs. */
export function agreementOf(input: PlanInput, f: Facts): Agreement | Refusal {
  const { agreement } = f.policy;
  if (agreement.value === "none" && !input.agreed) return { kind: "notAsked" };
  if (!input.agreed) return refuse("badInput", say.agreed, { field: "agreed", clause: agreement.clauses[0] });
  if (input.agreed === "agreed") return agreed(input, f);
  const ground = groundsOf(f.policy).find(({ id }) => id === input.agreed);
  if (!ground)
    return refuse("badGround", say.badGround, {
      field: "agreed",
      clause: f.policy.unannounced.clauses[0],
    });
  return unannounced(ground, input);
}

/** Where an urgent visit may not leave out the agreement, there is no ground for it (BEM-29). */
export const groundsOf = ({ unannounced, urgentSkips }: Facts["policy"]): readonly Ground[] =>
  urgentSkips.value.includes("agreement") ? unannounced.value : [];

function agreed(input: PlanInput, { policy }: Facts): Agreement | Refusal {
  const how = input.agreedHow ?? "";
  const ways = policy.agreementWays?.value ?? [];
  if (ways.length > 0 && !ways.some(({ id }) => id === input.agreedWay))
    return refuse("agreedWay", say.agreedWay, { field: "agreedWay", clause: policy.agreementWays?.clauses[0] });
  if (!how && policy.agreement.value !== "none")
    return refuse("agreedHow", say.agreedHow, { field: "agreedHow", clause: policy.agreement.clauses[0] });
  return { kind: "agreed", how, ...(ways.length > 0 ? { way: input.agreedWay } : {}) };
}

function unannounced(ground: Ground, input: PlanInput): Agreement | Refusal {
  const clause = ground.clauses[0];
  if (!input.unannouncedWhy)
    return refuse("whyUnannounced", say.whyUnannounced, {
      field: "unannouncedWhy",
      clause,
    });
  const missing = ground.needs.find(({ id }) => !input.needs.includes(id));
  if (missing)
    return refuse("groundNeeds", say.groundNeeds(ground.needs.map(({ text }) => text)), {
      field: "needs",
      clause: missing.clauses[0] ?? clause,
    });
  return { kind: "unannounced", ground: ground.id, why: input.unannouncedWhy, needs: ground.needs.map(({ id }) => id) };
}
