import { z } from "zod";
import { rowTitles as titles } from "../words/en-gb/policy/rows";
import { lines, minutes, plainLines, roles, row } from "./parameter";

const field = {
  needed: z.boolean().optional(),
  ask: z.literal("tick").optional(),
  only: z.literal("firstVisit").optional(),
  choices: plainLines.optional(),
};
const copy = {
  to: z.enum(["family", "outside", "staff"]).optional(),
  ifAppropriate: z.boolean().optional(),
  fields: z.array(z.string()).optional(),
};

/** Matrix part 6: the record and what follows. */
export const closing = {
  minutesWithin: row(titles.minutesWithin, "LAT-35 HEX-59 BEM-91 TMC-33 AET-09", minutes.max(10080)),
  minutesFields: row(
    titles.minutesFields,
    "LAT-35 LAT-36 LAT-37 HEX-59 HEX-60 BEM-91 TMC-33 TMC-34 AET-59 AET-A-14",
    lines(field),
  ),
  extraMinutesFields: row(titles.extraMinutesFields, "HEX-15 BEM-69 BEM-70 BEM-71 TMC-12", lines(field)),
  filedTo: row(titles.filedTo, "LAT-38 HEX-45 HEX-59 BEM-95 TMC-35 AET-A-16", z.string().min(1)),
  copiesTo: row(titles.copiesTo, "LAT-38 LAT-39 LAT-40 BEM-95", lines(copy)),
  outcomesTo: row(titles.outcomesTo, "LAT-41 BEM-09", roles),
  incidentsTo: row(titles.incidentsTo, "HEX-50 HEX-51 BEM-11 AET-59", roles.min(1)),
  interventionTo: row(titles.interventionTo, "AET-107", roles),
  allegationsTo: row(titles.allegationsTo, "AET-110", roles),
  safeguardingTo: row(titles.safeguardingTo, "BEM-76 BEM-94 TMC-32 AET-108", roles.min(1)),
  safeguardingWithin: row(titles.safeguardingWithin, "BEM-76 AET-108", minutes.max(60)),
  afterIncident: row(
    titles.afterIncident,
    "BEM-A-29 BEM-A-35",
    lines({
      on: z.array(z.enum(["concern", "intervention", "accident", "aggression", "injury", "unsafeEnd"])).min(1),
      by: z.enum(["visitor", "leaders"]),
    }),
  ),
  indicators: row(titles.indicators, "LAT-41 LAT-42 BEM-40 BEM-41 TMC-16 AET-13 AET-14 AET-15 AET-16", plainLines),
  logBy: row(titles.logBy, "P10", z.enum(["school", "class"])),
  keepMonths: row(titles.keepMonths, "HEX-67 P11", z.number().int().min(1).max(600).nullable()),
};
