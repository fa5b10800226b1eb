import type { Id } from "../schools/school";
import { refusals } from "../words/en-gb";
import { closing } from "./closing";
import type { Command, Facts } from "./command";
import type { Event, Happening } from "./events";
import { evolve } from "./evolve";
import { calledDiscreetly } from "./people";
import { isRefusal, type Refusal, refuse, together } from "./refusal";
import { type Asked, isInTime, type Rule } from "./rule";
import { rules } from "./rules";
import { isOpenTo } from "./still-known";
import { titlesOf } from "./titles";
import type { Alarm, Visit } from "./visit";

const say = refusals.pressing;

/**
 * What a press does to a visit: the events, none where it has been done already (S9), or why not.
 * Reads nothing but its arguments and never throws for anything a person can send.
 */
export function decide(visit: Visit | undefined, command: Command, facts: Facts): Event[] | Refusal {
  const rule: Rule | undefined = Object.hasOwn(rules, command.verb) ? rules[command.verb] : undefined;
  if (!rule) return refuse("unknownVerb", say.unknownVerb);
  const v = visit ?? blankVisit(command, facts);
  if (!v) return refuse("noSuchVisit", say.noSuchVisit);
  if (!isOpenTo(rule, v, facts)) return refuse("noSuchVisit", say.noSuchVisit);
  if (!rule.may(v, facts)) return refuse("notYours", rule.whose(titlesOf(facts.policy)));
  const parsed = rule.input.safeParse(command.input);
  if (!parsed.success) return badInput(parsed.error.issues);
  const asked: Asked = {
    no: command.no ?? 0,
    at: Number.isFinite(command.sentAt) ? Math.min(command.sentAt, facts.now) : facts.now,
    covert: command.covert === true,
    raw: command.input,
  };
  if (visit && rule.already?.(v, facts, asked, parsed.data)) return [];
  const stale = visit ? unfit(v, rule, asked, facts.actor.id) : undefined;
  if (stale) return stale;
  const decision = rule.decide(v, parsed.data, facts, asked);
  if (isRefusal(decision)) return decision;
  const events = decision.map((happening) => stamp(happening, facts, asked));
  return visit
    ? [...events, ...closed(visit, events, facts).map((happening) => stamp(happening, facts, asked))]
    : events;
}

const closed = (v: Visit, events: readonly Event[], facts: Facts): Happening[] =>
  events.length === 0 ? [] : closing(events.reduce<Visit>(evolve, v), facts);

type Issue = { message: string; path: PropertyKey[] };

/** All of it at once, one sentence to each input: nobody finds out press by press. */
function badInput(issues: readonly Issue[]): Refusal {
  const each = new Map(issues.toReversed().map((issue) => [issue.path[0], issue]));
  const first = issues.filter((issue) => each.get(issue.path[0]) === issue);
  return together(first.map(wrongIn)) ?? refuse("badInput", refusals.inputs.unreadable);
}

const wrongIn = ({ message, path: [field] }: Issue): Refusal =>
  refuse("badInput", message, field ? { field: String(field) } : {});

/** Contact counts from the press itself, and so does what an alarm shows of it; everything else from when it arrived (S9). */
const stamp = (happening: Happening, f: Facts, asked: Asked): Event => ({
  ...happening,
  at: isOfThePress(happening) ? asked.at : f.now,
  by: f.actor.id,
});

const isOfThePress = (happening: Happening): boolean =>
  happening.type === "Tapped" || (happening.type === "Contacted" && happening.how !== "call");

const answers = (alarm: Alarm, { no }: Asked, who: Id): boolean =>
  alarm.no === no && !alarm.ended && !calledDiscreetly(alarm, who);

function unfit(v: Visit, rule: Rule, asked: Asked, actor: Id): Refusal | undefined {
  if (!isInTime(rule, v, actor)) return refuse("wrongTime", say.wrongTime[v.phase]);
  if (rule.binds === "plan" && asked.no !== v.plan.no) return refuse("planMoved", say.planMoved);
  if (rule.binds === "alarm" && !v.alarms.some((alarm) => answers(alarm, asked, actor)))
    return refuse("alarmOver", say.alarmOver);
  if (rule.binds === "task" && !v.tasks.some(({ no, done }) => no === asked.no && !done))
    return refuse("taskDone", say.taskDone);
  return undefined;
}

/** A request, and somebody already out without one (S1), begin a visit of their own. */
const blankVisit = (command: Command, f: Facts): Visit | undefined =>
  command.verb === "requestVisit" || (command.verb === "reportOut" && !command.visit)
    ? ({
        id: f.newId,
        school: f.roster.school.id,
        phase: "asked",
        asked: { by: f.actor.id, at: f.now },
        plan: { visitors: [f.actor.id] },
        agreed: {},
        outings: {},
        alarms: [],
        tasks: [],
        breaches: [],
        refusals: [],
        delays: [],
      } as unknown as Visit)
    : undefined;
