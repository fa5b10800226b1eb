import { wrong } from "../words/en-gb/policy/wrong";
import type { Cause } from "./policy";
import type { Statements } from "./statements";

/** What a policy says in one row and its other rows do not do: whoever reads the first would rely on it. */

type Fault = { path: readonly PropertyKey[]; say: string };
type Stated = Partial<Statements>;

export const atOdds = (stated: Stated): Fault[] => [
  ...policeFaults(stated),
  ...intervalFaults(stated),
  ...reasonFaults(stated),
];

/** Where the ladder has to ask for the police: from its start, or where somebody says that there is concern. */
const policeFrom: Readonly<Record<Statements["policeWhen"][number], Cause | "decided">> = {
  violence: "violence",
  covertHelp: "covert",
  emergencyCall: "emergency",
  welfareConcern: "decided",
  noAnswerAndConcern: "decided",
  judgement: "decided",
};

function policeFaults({ ladder, policeWhen = [] }: Stated): Fault[] {
  if (!ladder) return [];
  const { start, steps } = ladder;
  const asked = (id: string | undefined) => steps[id ?? ""]?.ask === "police";
  const decided = Object.values(steps).some(({ ask, on }) => ask !== "police" && asked(on.concern));
  return policeWhen.flatMap((when): Fault[] => {
    const from = policeFrom[when];
    if (from === "decided") return decided ? [] : [{ path: ["ladder", "steps"], say: wrong.policeNowhere(when) }];
    return asked(start[from]) ? [] : [{ path: ["ladder", "start", from], say: wrong.policeLater(when) }];
  });
}

/** "At set intervals", and none is set: nobody would be missed before they are due back. */
const intervalFaults = ({ checkInTimes, checkInEvery, callAfter }: Stated): Fault[] =>
  checkInTimes === "interval" && checkInEvery === null && callAfter === null
    ? [{ path: ["checkInTimes"], say: wrong.noInterval }]
    : [];

/** An open list has a line for what is not in it, and a closed one has none (LAT-13, AET-29). */
function reasonFaults({ reasons }: Stated): Fault[] {
  if (!reasons || reasons.closed !== reasons.list.some(({ id }) => id === "other")) return [];
  return [{ path: ["reasons", "closed"], say: reasons.closed ? wrong.otherInClosed : wrong.noOther }];
}
