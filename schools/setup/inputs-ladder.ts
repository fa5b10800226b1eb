import { ladderFaults } from "../../policies/ladder";
import { causes, type StepId } from "../../policies/policy";
import type { PackLadder, PackStep } from "../../policies/statements";
import { wrong } from "../../words/en-gb/policy/wrong";
import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import { setUpLadder as w } from "../../words/en-gb/set-up-ladder";
import { changed, lowered, outcomes, type Rung, raised, withoutRung, withRung } from "./ladder-edit";
import { given, list, no } from "./read";
import type { SetUpInput } from "./reader";
import { isNo, type No } from "./set-up";

/** What a draft is read beside. `minutes`: how long the times are that the ladder takes from other choices. */
export type LadderAround = {
  ladder: PackLadder;
  roles: readonly string[];
  channels: readonly string[];
  minutes: { climbAfter: number; policeRepeat: number };
};
type Edit = (input: SetUpInput, around: LadderAround) => PackLadder | No;

/** A rung at a time, into a draft; whether the whole then holds is asked when it is proposed. */
const edits: Readonly<Record<string, Edit>> = {
  addRung(input, around) {
    const rung = rungIn(input, around);
    if (isNo(rung)) return rung;
    const after = given(input, "after");
    if (after && !Object.hasOwn(around.ladder.steps, after)) return no("after", say.rung);
    if (around.ladder.steps[after]?.ask === "police") return no("after", say.afterPolice);
    return withRung(around.ladder, rung, after || undefined);
  },
  saveRung(input, around) {
    const { ladder } = around;
    const id = given(input, "rung");
    const before = Object.hasOwn(ladder.steps, id) ? ladder.steps[id] : undefined;
    if (!before) return no("rung", say.rung);
    const rung = rungIn(input, around, before);
    if (isNo(rung)) return rung;
    const late = given(input, "late") || before.late;
    const next = changed(ladder, id, { ...rung, late, on: onIn(input), clauses: before.clauses });
    return ownFault(next, id) ?? next;
  },
  rungUp: (input, { ladder }) => raised(ladder, given(input, "rung")) ?? no("rung", say.notUp),
  rungDown: (input, { ladder }) => lowered(ladder, given(input, "rung")) ?? no("rung", say.notDown),
  takeRung(input, { ladder }) {
    const id = given(input, "rung");
    if (!Object.hasOwn(ladder.steps, id)) return no("rung", say.rung);
    return withoutRung(ladder, id) ?? no("rung", say.begins);
  },
  begin(input, { ladder }) {
    const chosen = causes.map((cause) => [cause, given(input, cause) || ladder.start[cause]] as const);
    const next = { ...ladder, start: Object.fromEntries(chosen) as PackLadder["start"] };
    const lost = chosen.find(([, id]) => !Object.hasOwn(ladder.steps, id ?? ""));
    if (lost) return no(lost[0], say.rung);
    const fault = ladderFaults(next).find(({ path: [part] }) => part === "start");
    return fault ? no(String(fault.path[1]), say.fault(w.causes[causeOf(fault.path[1])], fault.say)) : next;
  },
};

export const editsLadder = (verb: string | undefined): verb is string => Object.hasOwn(edits, verb ?? "");
export const editedLadder = (input: SetUpInput, around: LadderAround): PackLadder | No =>
  edits[input.do ?? ""]?.(input, around) ?? no("do", say.what);

/** What would keep it from being proposed, said of its rungs by their numbers. */
export function faultsOfDraft(ladder: PackLadder): { say: string; field: string; rung?: StepId }[] {
  if (Object.keys(ladder.steps).length === 0) return [{ say: say.noRung, field: "rung" }];
  return ladderFaults(ladder).map(({ path: [part, id], say: why }) =>
    part === "start"
      ? { say: say.fault(w.causes[causeOf(id)], why), field: "rung" }
      : { say: say.fault(w.rung(numberOf(ladder, String(id))), why), field: "rung", rung: String(id) },
  );
}

export const numberOf = ({ steps }: PackLadder, id: StepId): number => Object.keys(steps).indexOf(id) + 1;
const causeOf = (value: unknown) => causes.find((one) => one === value) ?? "noContact";
const asks = ["call", "decide", "police"] as const;

function rungIn(input: SetUpInput, around: LadderAround, before?: PackStep): Rung | No {
  const tell = list(input, "tell").filter((role) => around.roles.includes(role));
  const channels = list(input, "channels").filter((name) => around.channels.includes(name));
  const ask = asks.find((one) => one === given(input, "ask"));
  if (tell.length + channels.length === 0) return no("tell", say.fault(w.thisRung, wrong.tellsNobody));
  if (!ask) return no("ask", say.ask);
  const every = timeIn(input, "every", around, before);
  if (every === undefined) return no("every", say.fault(w.every, wrong.minutes));
  const within = timeIn(input, "within", around, before);
  if (within === undefined) return no("within", say.fault(w.within, wrong.minutes));
  return { tell, channels, ask, every, within };
}

/** A time that the ladder takes from another choice stays so while nobody types another. */
function timeIn(
  input: SetUpInput,
  name: "every" | "within",
  { minutes }: LadderAround,
  before: PackStep | undefined,
): PackStep["every"] | undefined {
  const typed = given(input, name);
  const [stood, usual] = [before?.[name], given(input, "ask") === "police" ? "policeRepeat" : "climbAfter"] as const;
  if (typed === "") return stood ?? usual;
  if (typeof stood === "string" && typed === String(minutes[stood])) return stood;
  return /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 60 ? Number(typed) : undefined;
}

const onIn = (input: SetUpInput): PackStep["on"] =>
  Object.fromEntries(outcomes.flatMap((one) => (given(input, one) ? [[one, given(input, one)]] : [])));

/** What is wrong with that rung itself, beside the input it is about; what others must still lead to is said of the whole. */
function ownFault(ladder: PackLadder, id: StepId): No | undefined {
  const fault = ladderFaults(ladder).find(
    ({ path, say: why }) => path[0] === "steps" && path[1] === id && why !== wrong.nothingLeadsThere,
  );
  if (!fault) return undefined;
  const [, , part, outcome] = fault.path.map(String);
  const field = part === "on" ? (outcome ?? "ok") : (part ?? (fault.say === wrong.tellsNobody ? "tell" : "ok"));
  return no(field, say.fault(w.thisRung, fault.say));
}
