import type { At, Id } from "../schools/school";
import type { Happening } from "./events";
import { attends } from "./people";
import type { Visit } from "./visit";

/** A new time to be back: the visit's, or that of those who were sent to the address, who have one of their own (S12, S4). */
export function returnMoved(v: Visit, who: readonly Id[], back: At): Happening {
  const sent = who.filter((id) => attends(v, id));
  const { leave, start } = v.plan;
  return sent.length > 0 ? { type: "ReturnMoved", who: sent, back } : { type: "PlanChanged", leave, start, back };
}
