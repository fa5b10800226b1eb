import { z } from "zod";
import { refusals as all } from "../../words/en-gb";
import { citingRisk } from "../cite";
import type { Facts } from "../command";
import type { Happening } from "../events";
import { refusedFull } from "../full";
import { needed, optionalDay, optionalOneOf, text } from "../inputs";
import { hasRole, isVisitor } from "../people";
import { type Refusal, refuse } from "../refusal";
import { leaders } from "../reports";
import { type Decision, rule } from "../rule";
import { mayDo, reportOf } from "../tasks";
import { taskKinds } from "../tasks/kinds";
import { opened, type TaskDraft, writtenBy } from "../tasks/paperwork";
import { agenciesToldOf } from "../tellings";
import { titlesOf } from "../titles";
import type { Task, Visit } from "../visit";
import { endWarning } from "../warnings";
import { refusedReview } from "./warning";

const refusals = all.returning;

const taskInput = z.object({
  note: text(4000),
  review: optionalOneOf(["ok", "change"]),
  change: text(4000),
  how: optionalOneOf(["done", "notNeeded"]),
  warningReview: optionalDay,
  meetWith: text(100),
});
type TaskInput = z.infer<typeof taskInput>;

export const completeTask = rule<TaskInput>({
  input: taskInput,
  binds: "task",
  when: ["asked", "ready", "out", "back", "closed", "off"],
  may: (v, f) => v.tasks.some((task) => mayDo(v, task, f.actor, f)),
  whose: refusals.whoCompletes,
  offered: (v, f) =>
    v.tasks.some((task) => !task.done && task.kind !== "minutes" && task.kind !== "call" && mayDo(v, task, f.actor, f)),
  already: (v, f, asked) => v.tasks.some(({ no, done }) => no === asked.no && done?.by === f.actor.id),
  decide(v, input, f, asked): Decision {
    const task = v.tasks.find(({ no }) => no === asked.no);
    if (!task || !mayDo(v, task, f.actor, f)) return refuse("notYours", refusals.whoCompletes(titlesOf(f.policy)));
    if (task.kind === "minutes") return refuse("minutes", refusals.minutesElsewhere);
    if (task.kind === "call") return refuse("minutes", refusals.callElsewhere);
    if (task.kind === "riskReview") return reviewed(task.no, input, f);
    if (task.kind === "warning" && input.how !== "notNeeded") return stillStands(task, input, f);
    if (task.kind === "inform" && input.how === "notNeeded")
      return refuse("inform", refusals.mustBeTold, { clause: clauseOf(task, f) });
    const noted = input.how === "notNeeded" || taskKinds[task.kind].note;
    if (noted && !input.note)
      return refuse("note", input.how === "notNeeded" ? refusals.whyNot : refusals.note, {
        field: "note",
        clause: clauseOf(task, f),
      });
    if (task.kind === "warning") return endWarning(v, task.warning ?? 0, input.note ?? "");
    const alone = refusedMeeting(v, task, input, f);
    if (alone) return alone;
    const how = input.how === "notNeeded" ? "notNeeded" : undefined;
    return [{ type: "TaskDone", no: task.no, note: input.note ?? "", how }, ...after(v, task, how, input, f)];
  },
});

/** A meeting that was ended at a threat is held again with one of those who lead, by name (BEM-11). */
function refusedMeeting(v: Visit, { kind }: Task, { how, meetWith }: TaskInput, f: Facts): Refusal | undefined {
  const { unsafeEnd, roster, policy, now } = { ...f, unsafeEnd: f.policy.unsafeEnd };
  if (kind !== "meetAgain" || how === "notNeeded" || unsafeEnd.value.meetAgain !== "withLeadership") return undefined;
  const person = roster.people.find(({ id }) => id === meetWith);
  return person && hasRole(roster, person, leaders(policy, v), now)
    ? undefined
    : refuse("meetWith", refusals.meetWith(titlesOf(policy)), { field: "meetWith", clause: unsafeEnd.clauses.at(-1) });
}

const clauseOf = ({ kind, line }: Task, { policy }: Facts): string | undefined =>
  kind === "safetyReason"
    ? policy.unsafeEnd.clauses[0]
    : kind === "dayAgain"
      ? policy.series.clauses.at(-1)
      : [...policy.copiesTo.value, ...policy.tellOthers.value].find(({ id }) => id === line)?.clauses[0];

/** What one thing done brings about: the reason goes to its readers (AET-56), a copy that was released is sent. */
function after(
  v: Visit,
  task: Task,
  how: "notNeeded" | undefined,
  { note = "", meetWith }: TaskInput,
  f: Facts,
): Happening[] {
  if (task.kind === "safetyReason") return opened(v, [{ kind: "unsafeEnd", text: note }], [], f);
  if (task.kind === "report") return agenciesToldOf(v, reportOf(v, task)?.kind, f);
  if (task.kind === "meetAgain" && how !== "notNeeded" && meetWith) {
    const draft: TaskDraft = { kind: "action", for: [meetWith], what: note, due: writtenBy(f), apart: true };
    return opened(v, [], [draft], f);
  }
  if (task.kind !== "release" || how === "notNeeded") return [];
  const send: TaskDraft = {
    kind: "copy",
    for: [v.plan.visitors[0] ?? f.actor.id],
    line: task.line,
    due: writtenBy(f),
    apart: true,
  };
  return opened(v, [], [send], f);
}

/** What was seen on the first visit is for later ones to refer to, and holds none of them up (TMC-19, TMC-20). */
function completed(no: number, { review, change }: TaskInput, f: Facts): Decision {
  if (!review || (review === "change" && !change))
    return refuse("change", refusals.completed, {
      field: review ? "change" : "review",
      clause: f.policy.risk.clauses[0],
    });
  return [
    { type: "RiskReviewed", change: "", seen: review === "change" ? change : undefined },
    { type: "TaskDone", no, note: "" },
  ];
}

/** A warning is looked at again by another day. */
function stillStands({ no, warning = 0 }: Task, { warningReview: review, note = "" }: TaskInput, f: Facts): Decision {
  const refused = refusedReview(review ?? "", f);
  if (!review || refused) return refused ?? [];
  return [
    { type: "WarningRenewed", no: warning, review },
    { type: "TaskDone", no, note },
  ];
}

/** AET-A-14: after each visit; a change that is wanted blocks the next visit until it is made (AET-A-15). */
function reviewed(no: number, { review, change }: TaskInput, f: Facts): Decision {
  if (f.policy.risk.value.reviewAfter === "firstVisit") return completed(no, { review, change }, f);
  if (!review) return refuse("review", refusals.review, { field: "review", clause: citingRisk(f.policy, "review") });
  if (review === "change" && !change)
    return refuse("change", refusals.change, { field: "change", clause: citingRisk(f.policy, "changeFirst") });
  return [
    { type: "RiskReviewed", change: review === "change" ? (change ?? "") : "" },
    { type: "TaskDone", no, note: "" },
  ];
}

export const reopen = rule<{ why: string }>({
  input: z.object({ why: needed(refusals.whyReopened, 2000) }),
  binds: "nothing",
  when: ["closed"],
  may: (v, f) =>
    isVisitor(v, f.actor.id) ||
    hasRole(f.roster, f.actor, [...leaders(f.policy, v), ...f.policy.safeguardingTo.value], f.now),
  whose: refusals.whoReopens,
  already: (v) => v.phase === "back",
  decide: (v, { why }, f) =>
    refusedFull(v, "tasks", f) ?? [
      { type: "Reopened", why },
      ...opened(v, [], [{ kind: "incident", for: [f.actor.id], due: writtenBy(f) }], f),
    ],
});
