import { z } from "zod";
import { refusals } from "../../words/en-gb";
import { citing, citingRisk } from "../cite";
import type { Facts } from "../command";
import { contacted } from "../contact";
import type { Happening } from "../events";
import { cameBack } from "../homecoming";
import { needed, oneOf, text } from "../inputs";
import { hasRole, isOut, isVisitor } from "../people";
import { refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import { titlesOf } from "../titles";
import type { Visit } from "../visit";

const say = refusals.returning;

/** Back at school, or safe at home for whoever went home directly. */
export const signIn = rule({
  input: z.object({}),
  binds: "nothing",
  when: ["out", "back", "closed"],
  may: (v, f) => v.outings[f.actor.id] !== undefined,
  whose: say.onlyThoseWhoWent,
  offered: (v, f) => isOut(v.outings[f.actor.id]),
  already: (v, f) => v.outings[f.actor.id]?.back !== undefined,
  decide(v, _input, f, asked) {
    const how = v.outings[f.actor.id]?.where === "goingHome" ? "home" : "signedIn";
    return [...contacted(v, f, asked, { what: "signedIn" }), ...cameBack(v, [f.actor.id], how, f)];
  },
});

const minutesInput = z.object({
  text: needed(say.minutes, 8000),
  actions: text(4000),
  issues: oneOf(["no", "yes"], say.anyIssues),
  issuesWhat: text(4000),
  concern: oneOf(["no", "yes"], say.anyConcern),
  concernWhat: text(4000),
  followUp: text(),
});
type Minutes = z.infer<typeof minutesInput>;

/** AET-59: whether there was an issue has to be answered; AET-108: a concern goes to the DSL. */
export const writeMinutes = rule<Minutes>({
  input: minutesInput,
  binds: "nothing",
  when: ["back"],
  may: (v, f) => isVisitor(v, f.actor.id),
  whose: say.whoWrites,
  offered: (v) => v.minutes === undefined,
  already: (v, f, _asked, input) => v.minutes?.by === f.actor.id && v.minutes.text === input.text,
  decide(v, input, f): Decision {
    if (input.issues === "yes" && !input.issuesWhat)
      return refuse("issues", say.issues(titlesOf(f.policy)), {
        field: "issuesWhat",
        clause: citing(f.policy.minutesFields.value, "issues"),
      });
    if (input.concern === "yes" && !input.concernWhat)
      return refuse("concern", say.concern(titlesOf(f.policy)), {
        field: "concernWhat",
        clause: citing(f.policy.minutesFields.value, "concern"),
      });
    const minutes = {
      text: input.text,
      actions: [input.actions, input.followUp].filter(Boolean).join("\n"),
      issues: input.issues === "yes" ? (input.issuesWhat ?? "") : "",
      concern: input.concern === "yes" ? (input.concernWhat ?? "") : "",
    };
    return [{ type: "MinutesWritten", minutes }, ...doneOf(v, "minutes")];
  },
});

const doneOf = (v: Visit, kind: string): Happening[] =>
  v.tasks.filter((task) => task.kind === kind && !task.done).map(({ no }) => ({ type: "TaskDone", no, note: "" }));

const taskInput = z.object({ note: text(4000), review: z.enum(["ok", "change"]).optional(), change: text(4000) });

export const completeTask = rule<z.infer<typeof taskInput>>({
  input: taskInput,
  binds: "task",
  when: ["out", "back"],
  may: (v, f) =>
    isVisitor(v, f.actor.id) ||
    hasRole(f.roster, f.actor, [...f.policy.approvers.value, ...f.policy.risk.value.conductedBy], f.now),
  whose: say.whoCompletes,
  offered: (v, _f, no) =>
    v.tasks.some((task) => !task.done && task.kind !== "minutes" && (no === undefined || task.no === no)),
  already: (v, f, asked) => v.tasks.some(({ no, done }) => no === asked.no && done?.by === f.actor.id),
  decide(v, input, f, asked): Decision {
    const task = v.tasks.find(({ no }) => no === asked.no);
    if (task?.kind === "minutes") return refuse("minutes", say.minutesElsewhere);
    if (task?.kind === "riskReview") return reviewed(task.no, input, f);
    if (!input.note)
      return refuse("note", say.note, {
        field: "note",
        clause: task?.kind === "safetyReason" ? f.policy.unsafeEnd.clauses[0] : undefined,
      });
    return [{ type: "TaskDone", no: asked.no, note: input.note }];
  },
});

/** AET-A-14: after each visit; a change that is wanted blocks the next visit until it is made (AET-A-15). */
function reviewed(no: number, { review, change }: z.infer<typeof taskInput>, f: Facts): Decision {
  if (!review)
    return refuse("review", say.review, {
      field: "review",
      clause: citingRisk(f.policy, "review"),
    });
  if (review === "change" && !change)
    return refuse("change", say.change, {
      field: "change",
      clause: citingRisk(f.policy, "changeFirst"),
    });
  return [
    { type: "RiskReviewed", change: review === "change" ? (change ?? "") : "" },
    { type: "TaskDone", no, note: "" },
  ];
}

export const reopen = rule<{ why: string }>({
  input: z.object({ why: needed(say.whyReopened, 2000) }),
  binds: "nothing",
  when: ["closed"],
  may: (v, f) =>
    isVisitor(v, f.actor.id) ||
    hasRole(f.roster, f.actor, [...f.policy.approvers.value, ...f.policy.safeguardingTo.value], f.now),
  whose: say.whoReopens,
  already: (v) => v.phase === "back",
  decide: (v, { why }, f) => [
    { type: "Reopened", why },
    {
      type: "TaskOpened",
      task: {
        no: v.tasks.length + 1,
        kind: "incident",
        for: [f.actor.id],
        opened: f.now,
        due: f.now + f.policy.minutesWithin.value * 60_000,
      },
    },
  ],
});
