import type { RequestForm } from "../../visits/sight";
import type { Entry } from "../entry";
import { formOf } from "../sample-visit";

const typed = {
  pupil: "Sam Taylor",
  reason: "attendance",
  purpose: "Agree how Sam can come back",
  whyNotInSchool: "Mum can't come in",
  date: "2025-11-24",
  start: "16:30",
  back: "17:30",
  agreed: "noContact",
  needs: "phoneTried",
};

export const requestSamples: Readonly<Record<string, { form: RequestForm; entry?: Entry }>> = {
  new: { form: formOf() },
  again: {
    form: formOf({ values: { date: "2025-11-24", pupil: "Sam Taylor", companion: formOf().companions[0]?.id ?? "" } }),
  },
  refused: {
    form: formOf(),
    entry: {
      input: typed,
      refusal: {
        say: "This is outside school hours. Say why it is absolutely necessary.",
        field: "outOfHoursWhy",
        clause: "AET-46",
      },
    },
  },
  amend: { form: formOf({ mode: "amend", visit: "meadow.k3v9q2m7xa", planNo: 2, values: typed }) },
  strict: {
    form: formOf({ agreement: "none", whyNotInSchool: false, lone: false, outsiderCounts: true, grounds: [] }),
  },
};
