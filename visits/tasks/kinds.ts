import type { TaskKind } from "../visit";

/**
 * Whose a kind of task is, and what its answer says. `shared`: between those who went, whoever comes first does it; what somebody else was given is
 * theirs. `note`: whether a sentence goes with it, or that it is done says enough.
 */
type Kind = { shared: boolean; note: boolean };

export const taskKinds: Readonly<Record<TaskKind, Kind>> = {
  minutes: { shared: true, note: false },
  riskReview: { shared: true, note: false },
  incident: { shared: true, note: true },
  file: { shared: true, note: false },
  tellAgency: { shared: true, note: true },
  advise: { shared: true, note: true },
  inform: { shared: true, note: true },
  newDate: { shared: true, note: true },
  safetyReason: { shared: true, note: true },
  report: { shared: false, note: false },
  action: { shared: false, note: false },
  forward: { shared: false, note: false },
  referral: { shared: true, note: true },
  copy: { shared: true, note: true },
  release: { shared: false, note: false },
  meetAgain: { shared: true, note: true },
  returnChecks: { shared: false, note: false },
  retention: { shared: false, note: false },
  letter: { shared: false, note: true },
  after: { shared: true, note: true },
  dayAgain: { shared: false, note: false },
  call: { shared: false, note: true },
  warning: { shared: false, note: false },
};
