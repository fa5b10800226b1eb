import { policyWords as w } from "../../words/en-gb";
import type { Condition } from "../policy";
import type { Stated } from "../statements";
import { allOf, listed, type Names, type Saying, type Sayings, toAll, toAny, type Under, yesNo } from "./saying";

type RiskName = keyof typeof import("../parameters-leaving").risk;
type LeavingName = keyof typeof import("../parameters-leaving").leaving;

function sayRisk(form: Stated<"risk">, names: Names): Saying {
  if (form.required === "never") return w.riskRequired.never;
  const who = form.conductedBy.length === 0 ? "" : w.conductedBy(names.any(form.conductedBy));
  const say = [
    w.riskRequired[form.required](form.form, who),
    ...(form.reviewAfter === "firstVisit" ? [w.completedAfter] : form.reviewAfter ? [w.reviewAfter] : []),
    ...(form.reuse && form.required === "firstVisit" ? [w.referredTo] : []),
    ...(form.loneForm ? [w.loneForm] : []),
    ...(form.hazards.length > 0 ? [w.hazards(form.hazards.length)] : []),
  ].join(" ");
  const hazards = form.hazards.map(({ text, controls, clauses }) => ({ text: withControls(text, controls), clauses }));
  const under = [...hazards, ...partsOfForm(form)];
  return under.length === 0 ? say : { say, under };
}

type Form = Stated<"risk">;

const withControls = (hazard: string, controls: Form["hazards"][number]["controls"]): string =>
  controls.length === 0 ? hazard : `${hazard} (${controls.map(cited).join("; ")})`;

const cited = ({ text, clauses }: Under): string => (clauses.length > 0 ? `${text}, ${clauses.join(", ")}` : text);

/** What else the form asks: its head, its columns, its ratings and its decision. */
function partsOfForm({ fields = [], columns = [], impacts, decision = [] }: Form): Under[] {
  const said =
    (say: (text: string) => string) =>
    ({ text, clauses }: Under) => ({ text: say(text), clauses });
  return [
    ...fields.map(said(w.formField)),
    ...columns.map(said(w.formColumn)),
    ...Object.values(impacts ?? {}).map(said(w.formRating)),
    ...decision.map(said(w.formDecision)),
  ];
}

const aboutCondition = ({ only, shown }: Condition) => [only && w.only[only], shown ? w.shown : undefined];

function sayIdentity({ carried, worn, shown }: Stated<"identity">): string {
  if (!carried) return w.identityNone;
  return `${[w.identityCarried, w.worn[worn], w.shownTo[shown]].filter((part) => part !== "").join(", ")}.`;
}

export const risk: Sayings<RiskName> = {
  risk: sayRisk,
  riskBaseline: (value) => (value === null ? w.noRiskBaseline : w.riskBaseline(value.on, value.notInPlace.length)),
  higherRisk: (value) =>
    value.length === 0 ? w.noHigherRisk : w.higherRisk(allOf(value.map((level) => w.levels[level]))),
  conditions: (value) => listed(w.conditions, w.noConditions, value, aboutCondition),
  extraConditions: (value) => listed(w.extraConditions, w.noExtraConditions, value, aboutCondition),
  insuredUntil: (date) => (date === null ? w.noInsuredUntil : w.insuredUntil(date)),
  insuranceRecord: (value) => yesNo(w.insuranceRecord, value),
};

export const leaving: Sayings<LeavingName> = {
  departure: (value) => listed(w.departure, w.noDeparture, value),
  briefing: (value) => listed(w.briefing, w.noBriefing, value),
  recordFields: (value) => listed(w.recordFields, w.noRecordFields, value),
  recordHeldBy: (value, names) => toAll(w.recordHeldBy, value, names),
  vehicleFields: (value) => (value.length === 0 ? w.noVehicleFields : w.vehicleFields(allOf(value))),
  phones: (value) => w.phones[value],
  numbersHeldBy: (value, names) => toAll(w.numbersHeldBy, value, names),
  schoolNumbers: w.schoolNumbers,
  signOutTo: (value, names) => toAll(w.signOutTo, value, names),
  knowOfVisit: (value, names) => (value.length === 0 ? w.noKnowOfVisit : w.knowOfVisit(names.any(value))),
  toldOfVisit: (value, names) => toAll(w.toldOfVisit, value, names),
  monitors: (value, names) => toAny(w.monitors, value, names),
  leadVisitor: (value) => w.leadVisitor[value],
  codeWord: (value) => yesNo(w.codeWord, value),
  identity: sayIdentity,
  healthCheck: (value) => listed(w.healthCheck, w.noHealthCheck, value),
  infectionControls: (value) => yesNo(w.infectionControls, value),
  infectionLines: (value) => listed(w.infectionLines, w.noInfectionLines, value, ({ when }) => [w.infectionWhen[when]]),
  alternativeContact: (value, names) =>
    value === null
      ? w.noAlternativeContact
      : listed(
          w.alternativeContact(names.any(value.approvers)),
          w.alternativeContact(names.any(value.approvers)),
          value.measures,
        ),
};
