import { stringify } from "csv-stringify/sync";
import { historyHolds } from "../engine/aside";
import { isFrozen } from "../engine/policies";
import type { Store } from "../engine/ports";
import type { Policy } from "../policies/policy";
import type { At, Id, Roster } from "../schools/school";
import { chosenIn } from "../schools/setup/chosen-in";
import { type Register, registerOf } from "../visits/monitoring/registers";
import { keptUntil } from "../visits/record/retention";
import { asText, recordParts } from "../visits/record/text";
import { record as w } from "../words/en-gb/record";

type Around = { policy: Policy; roster: Roster; now: At };
const nobody = { id: "", name: "", schools: [], roles: [], checks: {} };

/** P9: what begins like a formula is text, in every program that opens it. */
export const asCsv = ({ header, rows }: Register): string =>
  stringify([...rows], {
    header: true,
    columns: [...header],
    escape_formulas: true,
    bom: true,
    record_delimiter: "\r\n",
  });

/** One visit's record as plain text; nothing of any alarm or report is in it (S4). It says whether the history holds from which it was made. Undefined where there is none, or it can't be read. */
export async function exportVisit(
  store: Pick<Store, "read" | "get">,
  school: Id,
  id: Id,
  a: Around,
): Promise<string | undefined> {
  const stored = await store.read(school, id);
  if (!stored || "unreadable" in stored) return undefined;
  const policy = isFrozen(stored.visit) ? ((await store.get<Policy>("policy", stored.policy)) ?? a.policy) : a.policy;
  const kept = keptUntil(stored.visit, policy, a);
  const parts = recordParts(stored.visit, { ...a, policy, actor: nobody });
  const rest = [
    ...(kept ? [{ id: "kept", title: w.kept, text: kept }] : []),
    { id: "history", title: w.history, text: (await historyHolds(store, stored)) ? w.historyHolds : w.historyBroken },
    { id: "policy", title: w.policy, text: policy.title },
    {
      id: "chosen",
      title: w.chosen,
      text: chosenIn(policy)
        .map(({ title, value }) => w.choice(title, value))
        .join("\n"),
    },
  ];
  return `${asText([...parts, ...rest])}\n`;
}

/** A register of a span of time as CSV. */
export async function exportRegister(
  store: Pick<Store, "dueBack">,
  school: Id,
  span: { which: "visits" | "lone"; from: At; to: At },
  a: Around,
): Promise<string> {
  const stored = await store.dueBack(school, span.from, span.to);
  return asCsv(
    registerOf(
      stored.map(({ visit }) => visit),
      span.which,
      a,
    ),
  );
}
