import { z } from "zod";
import { rowTitles as titles } from "../words/en-gb/policy/rows";
import { wrong } from "../words/en-gb/policy/wrong";
import { line, lines, plainLines, roles, row } from "./parameter";

const level = z.enum(["H", "M", "L"]);
const likelihoods = z.strictObject({ probable: level, possible: level, remote: level });
const condition = {
  kind: z.enum(["training", "dbs", "policyRead", "insurance", "vehicle"]),
  only: z.enum(["lone", "driving", "regular"]).optional(),
  shown: z.boolean().optional(),
};

/** As the document prints it, where it does. */
const printed = z.string().min(1).optional();

const riskForm = z.strictObject({
  form: z.string().min(1),
  required: z.enum(["never", "everyVisit", "firstVisit"]),
  conductedBy: roles,
  hazards: lines({
    controls: plainLines,
    people: printed,
    severity: printed,
    likelihood: printed,
    level: level.optional(),
  }),
  matrix: z.strictObject({ major: likelihoods, severe: likelihoods, minor: likelihoods }).nullable(),
  /** `firstVisit`: what was made before the first visit is completed with what was seen on it. */
  reviewAfter: z.union([z.boolean(), z.literal("firstVisit")]),
  fields: plainLines.optional(),
  columns: plainLines.optional(),
  decision: plainLines.optional(),
  impacts: z.strictObject({ major: line, severe: line, minor: line }).optional(),
  newHome: z.boolean().optional(),
  reuse: z.boolean().optional(),
  changesBlockNext: z.boolean().optional(),
  loneForm: z.boolean().optional(),
  demands: plainLines.optional(),
});

/** Matrix part 3: the risk assessment, and what a visitor must hold. */
export const risk = {
  risk: row(
    titles.risk,
    "LAT-08 BEM-12 BEM-26 BEM-59 BEM-A-02 BEM-A-06 BEM-A-07 BEM-A-36 TMC-19 TMC-20 AET-22 AET-71 AET-72 AET-88 AET-A-01 AET-A-12 AET-A-14 AET-A-16 AET-A-17 AET-A-27",
    riskForm,
  ),
  riskBaseline: row(
    titles.riskBaseline,
    "AET-A-18 AET-A-19 AET-A-20",
    z
      .strictObject({
        on: z.iso.date(wrong.date),
        notInPlace: z.array(z.strictObject({ control: z.string().min(1), plan: z.string().trim().min(1).max(300) })),
      })
      .nullable(),
  ),
  higherRisk: row(titles.higherRisk, "AET-A-42", z.array(level)),
  conditions: row(
    titles.conditions,
    "BEM-43 AET-93 AET-99 AET-100 AET-A-44 AET-A-64 AET-A-88 AET-A-90",
    lines(condition),
  ),
  extraConditions: row(titles.extraConditions, "AET-94", lines(condition)),
  insuranceRecord: row(titles.insuranceRecord, "AET-16", z.boolean()),
  insuredUntil: row(titles.insuredUntil, "AET-16", z.iso.date(wrong.date).nullable()),
};

/** Matrix part 4: before departure. */
export const leaving = {
  departure: row(
    titles.departure,
    "LAT-25 LAT-26 HEX-31 HEX-32 HEX-34 HEX-35 HEX-40 HEX-42 HEX-49 BEM-50 BEM-52 BEM-66 BEM-68 BEM-89 BEM-A-16 BEM-A-25 BEM-A-34 TMC-22 TMC-24 TMC-26 AET-48 AET-50 AET-77 AET-79 AET-A-46 AET-A-65",
    plainLines,
  ),
  infectionControls: row(titles.infectionControls, "HEX-34 HEX-35 HEX-36 HEX-37 HEX-58", z.boolean()),
  infectionLines: row(
    titles.infectionLines,
    "HEX-34 HEX-35 HEX-36 HEX-37 HEX-58",
    lines({ when: z.enum(["leaving", "between", "return"]) }),
  ),
  briefing: row(titles.briefing, "HEX-40 HEX-49 AET-23 AET-62 AET-63 AET-64 AET-65 AET-66 AET-A-85", plainLines),
  recordFields: row(
    titles.recordFields,
    "LAT-25 LAT-32 HEX-44 HEX-46 BEM-31 BEM-32 BEM-33 BEM-34 BEM-47 BEM-48 TMC-21 TMC-38 AET-40 AET-41 AET-42 AET-43 AET-A-50 AET-A-54",
    plainLines,
  ),
  recordHeldBy: row(titles.recordHeldBy, "HEX-45 BEM-30 TMC-38 AET-44 AET-A-49", roles),
  vehicleFields: row(
    titles.vehicleFields,
    "BEM-A-14 BEM-A-15 AET-91 AET-A-63",
    z.array(z.enum(["make", "model", "registration", "colour"])),
  ),
  phones: row(titles.phones, "HEX-31 HEX-32 TMC-22 TMC-40 AET-77 AET-A-61", z.enum(["each", "twoAVisit", "oneAVisit"])),
  numbersHeldBy: row(titles.numbersHeldBy, "HEX-33 BEM-35 TMC-40 AET-78 AET-A-62", roles),
  schoolNumbers: row(titles.schoolNumbers, "AET-A-65", z.number().int().min(1).max(5)),
  signOutTo: row(titles.signOutTo, "HEX-43 HEX-56 BEM-30 BEM-60 BEM-A-09 BEM-A-11 TMC-21 AET-A-49 AET-A-53", roles),
  knowOfVisit: row(titles.knowOfVisit, "HEX-52", roles),
  toldOfVisit: row(titles.toldOfVisit, "HEX-45 BEM-14 BEM-60 TMC-38 AET-44", roles),
  monitors: row(titles.monitors, "HEX-62 BEM-30 TMC-43 AET-44 AET-A-55", roles.min(1)),
  leadVisitor: row(titles.leadVisitor, "TMC-28", z.enum(["lead", "open"])),
  codeWord: row(titles.codeWord, "AET-84 AET-A-66", z.boolean()),
  identity: row(
    titles.identity,
    "HEX-42 BEM-66 BEM-68 TMC-24 AET-48 AET-49 AET-50 AET-A-84",
    z.strictObject({
      carried: z.boolean(),
      worn: z.enum(["visible", "notRoundNeck", "visibleNotRoundNeck", "open"]),
      shown: z.enum(["onArrival", "firstVisit", "open"]),
    }),
  ),
  healthCheck: row(
    titles.healthCheck,
    "HEX-34 HEX-58 AET-A-107 AET-A-108 AET-A-109 AET-A-110 AET-A-111",
    lines({ ask: z.literal("ifIll").optional() }),
  ),
  alternativeContact: row(
    titles.alternativeContact,
    "HEX-55 AET-A-112 AET-A-113 AET-A-114 AET-A-122 AET-A-130",
    z
      .strictObject({
        approvers: roles.min(1),
        order: z.array(z.enum(["phone", "video"])).min(1),
        schoolHoursOnly: z.boolean(),
        measures: lines({ when: z.enum(["planned", "during", "personal", "recorded"]).optional() }),
      })
      .nullable(),
  ),
};
