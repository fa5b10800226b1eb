import type { Ground } from "../../policies/policy";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import type { PlanInput } from "../plan-input";
import { type Refusal, refuse } from "../refusal";
import type { Agreement } from "../visit";

const say = refusals.planning;

/** The parents agreed, or one of the policy's grounds for going without, with all that it needs. */
export function agreementOf(input: PlanInput, f: Facts): Agreement | Refusal {
  if (input.agreed === "agreed") {
    const how = input.agreedHow ?? "";
    if (!how && f.policy.agreement.value === "required")
      return refuse("agreedHow", say.agreedHow, {
        field: "agreedHow",
        clause: f.policy.agreement.clauses[0],
      });
    return { kind: "agreed", how };
  }
  const ground = f.policy.unannounced.value.find(({ id }) => id === input.agreed);
  if (!ground)
    return refuse("badGround", say.badGround, {
      field: "agreed",
      clause: f.policy.unannounced.clauses[0],
    });
  return unannounced(ground, input);
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
