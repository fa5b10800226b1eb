import { z } from "zod";
import { earlierToday } from "../../schools/hours";
import { isActive } from "../../schools/roster";
import type { At } from "../../schools/school";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import type { Happening } from "../events";
import { ids, oneOf, optionalClockTime, text } from "../inputs";
import { holdersBeside, ladderRoles, stepOf } from "../people";
import { type Refusal, refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import type { Alarm, Police, Visit } from "../visit";
import { alarmOf, alarmRule, openOnes, roundNow } from "./alarm-rule";

const say = refusals.alarming;

const decisionInput = z.object({
  decision: oneOf(["goThere", "police", "keepTrying", "policeCalled"], say.whatDecided),
  why: text(),
  who: ids,
  when: optionalClockTime,
  reference: text(120),
  answer: text(500),
});
type DecisionInput = z.infer<typeof decisionInput>;

/** AET-A-69: go to the address or ring the police; and the stamp of whoever has dialled (S10). */
export const recordDecision = rule<DecisionInput>({
  input: decisionInput,
  ...alarmRule,
  offered: (v, _f, no) => openOnes(v, no).some(({ cause }) => cause !== "uncovered"),
  already: (v, f, asked, input) => {
    const alarm = v.alarms.find(({ no }) => no === asked.no);
    if (input.decision === "policeCalled") return alarm?.police !== undefined && isStamped(alarm.police, input, f);
    return (
      alarm?.decision?.by === f.actor.id && alarm.decision.what === input.decision && f.now - alarm.decision.at < 60_000
    );
  },
  decide(v, input, f, asked): Decision {
    const alarm = alarmOf(v, asked.no);
    if (input.decision === "policeCalled") return stampPolice(alarm, input, f);
    if (!input.why)
      return refuse("why", say.why, {
        field: "why",
        clause: stepOf(f.policy, alarm.step).clauses.at(-1),
      });
    const decided: Happening = {
      type: "Decided",
      no: alarm.no,
      round: roundNow(alarm, f),
      what: input.decision,
      why: input.why,
      who: input.who,
    };
    if (input.decision === "goThere")
      return (
        refusedAttenders(v, input.who, f) ?? [
          decided,
          { type: "AttendersSent", alarm: alarm.no, who: input.who, back: f.now + 60 * 60_000 },
        ]
      );
    return [decided, ...afterDecision(alarm, input.decision, f)];
  },
});

function afterDecision(alarm: Alarm, what: "police" | "keepTrying", f: Facts): Happening[] {
  const { start, steps } = f.policy.ladder.value;
  const police = Object.keys(steps).find((id) => steps[id]?.ask === "police") ?? alarm.step;
  return [
    {
      type: "AlarmClimbed",
      no: alarm.no,
      round: roundNow(alarm, f),
      step: what === "police" ? police : start[alarm.cause],
      why: "outcome",
    },
  ];
}

/** S12: going to the address is itself a visit by two people. */
function refusedAttenders(v: Visit, who: readonly string[], f: Facts): Refusal | undefined {
  if (new Set(who).size < 2) return refuse("twoGo", say.twoGo, { field: "who" });
  const fits = (id: string) => {
    const person = f.roster.people.find((p) => p.id === id);
    return person && isActive(person, f.roster.school, f.now) && !f.away.includes(id) && !v.plan.visitors.includes(id);
  };
  if (!who.every(fits)) return refuse("badAttenders", say.badAttenders, { field: "who" });
  return leavesSomebody(v, who, f) ? undefined : refuse("nobodyLeft", say.nobodyLeft, { field: "who" });
}

/** S5: whoever is out is told of no alarm, so that with the last who answers them gone nobody would hear of any, theirs among them. */
const leavesSomebody = (v: Visit, who: readonly string[], f: Facts): boolean =>
  holdersBeside(v, f.roster, ladderRoles(f.policy), f.now, [...f.away, ...who]).length > 0;

const whenCalled = ({ when }: DecisionInput, f: Facts): At | undefined =>
  when === undefined ? undefined : earlierToday(f.now, when, f.roster.school.timezone);

/** The same stamp again (S9). A reference that comes after it, or what the police answered, is none (S10). */
function isStamped(police: Police, input: DecisionInput, f: Facts): boolean {
  const when = whenCalled(input, f);
  const isKnown = (said: string | undefined, known: string) => !said || said === known;
  return (
    police.by === f.actor.id &&
    isKnown(input.reference, police.reference) &&
    isKnown(input.answer, police.answer) &&
    (when === undefined || when === police.when)
  );
}

/** What is known of the call stays where nothing else is said; its time is that of whoever has made it. */
function stampPolice(alarm: Alarm, input: DecisionInput, f: Facts): Decision {
  const known = alarm.police;
  const own = known?.by === f.actor.id ? known : undefined;
  const when = whenCalled(input, f) ?? own?.when ?? f.now;
  const reference = input.reference ?? known?.reference ?? "";
  const answer = input.answer ?? known?.answer ?? "";
  return [{ type: "PoliceCalled", no: alarm.no, round: roundNow(alarm, f), police: { when, reference, answer } }];
}
