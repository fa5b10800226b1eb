import { z } from "zod";
import { lines, minutes, plainLines, roles, row } from "./parameter";

const field = { needed: z.boolean().optional(), choices: plainLines.optional() };
const copy = {
  to: z.enum(["family", "outside", "staff"]).optional(),
  ifAppropriate: z.boolean().optional(),
  fields: z.array(z.string()).optional(),
};

/** Matrix part 6: the record and what follows. */
export const closing = {
  minutesWithin: row("time to write the minutes", "LAT-35 HEX-59 BEM-91 TMC-33 AET-09", minutes.max(10080)),
  minutesFields: row(
    "what the minutes hold",
    "LAT-35 LAT-36 LAT-37 HEX-59 HEX-60 BEM-91 TMC-33 TMC-34 AET-59 AET-A-14",
    lines(field),
  ),
  filedTo: row("where the record is filed", "LAT-38 HEX-45 HEX-59 BEM-95 TMC-35 AET-A-16", z.string().min(1)),
  copiesTo: row("who gets a copy", "LAT-38 LAT-39 LAT-40 BEM-95", lines(copy)),
  outcomesTo: row("who is told what came of it", "LAT-41 BEM-09", roles),
  incidentsTo: row("who is told of issues and incidents", "HEX-50 HEX-51 BEM-11 AET-59", roles.min(1)),
  interventionTo: row("who gets a record of physical intervention", "AET-107", roles),
  allegationsTo: row("who sees an allegation against a visitor", "AET-110", roles),
  safeguardingTo: row("who is told of a safeguarding concern", "BEM-76 BEM-94 TMC-32 AET-108", roles.min(1)),
  safeguardingWithin: row("time before a safeguarding concern is pressed again", "BEM-76 AET-108", minutes.max(60)),
  afterIncident: row(
    "what is seen to after an incident",
    "BEM-A-29 BEM-A-35",
    lines({
      on: z.array(z.enum(["concern", "intervention", "accident", "aggression", "injury", "unsafeEnd"])).min(1),
      by: z.enum(["visitor", "leaders"]),
    }),
  ),
  recordsKept: row("records kept", "LAT-33 BEM-95 AET-09 AET-106 AET-107 AET-A-129", plainLines),
  indicators: row("what is monitored", "LAT-41 LAT-42 BEM-40 BEM-41 TMC-16 AET-13 AET-14 AET-15 AET-16", plainLines),
  logBy: row("what the log of visits is kept by", "P10", z.enum(["school", "class"])),
  keepMonths: row("months a record is kept", "HEX-67 P11", z.number().int().min(1).max(600).nullable()),
};
