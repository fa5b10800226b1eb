// Each law of the simulation, and what in the code would break it: `seed` finds it.

/** `law`: the beginning of what the simulation then says (`test/simulation/laws.ts`). */
export const lawMutants = [
  {
    name: "the chain of the record",
    ...{ law: "historyHolds", seed: 20261127, file: "engine/history.ts" },
    from: 'linkOf(lines.at(-1)?.digest ?? "", leafOf(event, salt, way), way)',
    to: 'linkOf("", leafOf(event, salt, way), way)',
  },
  {
    name: "all that happened at once",
    ...{ law: "historyHolds", seed: 20261127, file: "engine/commit.ts" },
    from: "const visit = folded(before?.visit, events);",
    to: "const visit = folded(before?.visit, events.slice(0, 1));",
  },
  {
    name: "the alarm of whoever is silent",
    ...{ law: "nobodyForgotten", seed: 20261137, file: "visits/deadlines.ts" },
    from: "outing.contact + minutes(Math.min(...limits))",
    to: "outing.contact + minutes(Math.min(...limits) * 2)",
  },
  {
    name: "the alarm of whoever is not back",
    ...{ law: "nobodyForgotten", seed: 20261127, file: "visits/deadlines.ts" },
    from: "backDue(v, who) + minutes(policy.overdueAfter.value)",
    to: "backDue(v, who) + minutes(policy.overdueAfter.value + 90)",
  },
  {
    name: "the end of a hold",
    ...{ law: "stillClimbs", seed: 20261183, file: "visits/deadlines.ts" },
    from: "if (alarm.holder) return alarm.holder.until;",
    to: "if (alarm.holder) return undefined;",
  },
  {
    name: "the code word in what is written",
    ...{ law: "covertIsHeard", seed: 20261129, file: "engine/hear.ts" },
    from: "covert: lists.some(",
    to: "covert: [].some(",
  },
  {
    name: "the disguised answer in what is pressed",
    ...{ law: "covertIsHeard", seed: 20261130, file: "engine/covert.ts" },
    from: "  const read = readsCovert(",
    to: "  const read = command.verb === 'cancel' && readsCovert(",
  },
  {
    name: "the disguised answer of whoever never signed out",
    ...{ law: "covertIsHeard", seed: 20261131, file: "engine/submit.ts" },
    from: "?? (await unsignedOn(work, actor, command))",
    to: "",
  },
  {
    name: "the time of the next try",
    ...{ law: "nothingWaitsForEver", seed: 20261136, file: "engine/due.ts" },
    from: "const times = [...sends, ...cards]",
    to: "const times = [...cards]",
  },
  {
    name: "one hour's silence before anybody is alarmed",
    ...{ law: "noFalseAlarms", seed: 20261129, file: "visits/deadlines.ts" },
    from: "outing.contact + minutes(Math.min(...limits))",
    to: "outing.contact + minutes(Math.min(...limits) / 4)",
  },
  {
    name: "the next deadline",
    ...{ law: "noLateAlarms", seed: 20261178, file: "visits/deadlines.ts" },
    from: "return ahead.length > 0 ? Math.min(...ahead)",
    to: "return ahead.length > 0 ? Math.max(...ahead)",
  },
  {
    name: "the check of who may",
    ...{ law: "nobodyElse", seed: 20261127, file: "visits/decide.ts" },
    from: "if (!rule.may(v, facts))",
    to: "if (!rule.may(v, facts) && v.id === '')",
  },
  {
    name: "that nobody approves a visit of their own",
    ...{ law: "nobodyElse", seed: 20261144, file: "visits/deciders.ts" },
    from: "holders(s.roster, roles, s.now).filter(({ id }) => !isVisitor(v, id))",
    to: "holders(s.roster, roles, s.now)",
  },
  {
    name: "the number of the plan that is approved",
    ...{ law: "approvedWhatWasSeen", seed: 20261140, file: "visits/decide.ts" },
    from: 'rule.binds === "plan" && asked.no !== v.plan.no',
    to: 'rule.binds === "plan" && asked.no > v.plan.no',
  },
  {
    name: "the look before a text is sent",
    ...{ law: "needlessSend", seed: 20261148, file: "engine/deliver.ts" },
    from: "  const now = await fresh(work, view);\n  if (now && isTaken",
    to: "  const now = undefined as View | undefined;\n  if (now && isTaken",
  },
  {
    name: "the lease of whoever is sending",
    ...{ law: "needlessSend", seed: 20261139, file: "engine/marks.ts" },
    from: "Math.max(alone !== undefined && held?.by !== alone ? 0 : (held?.lease ?? 0), held?.retryAt ?? 0)",
    to: "held?.retryAt ?? 0",
  },
  {
    name: "the mark of a repeat",
    ...{ law: "repeatsSaySo", seed: 20261132, file: "engine/marks.ts" },
    from: "unsure: mark !== undefined &&",
    to: "unsure: mark === undefined && mark !== undefined &&",
  },
  {
    name: "the answer of Teams that was lost",
    ...{ law: "repeatsSaySo", seed: 20261143, file: "engine/marks.ts" },
    from: 'mark.lease !== undefined || mark.failed === "ambiguous"),',
    to: "mark.lease !== undefined),",
  },
  {
    name: "the end of a limit",
    ...{ law: "notStarved", seed: 20261148, file: "engine/marks.ts" },
    from: '"later" in result) return { ...mark, ...free, tries: mark.tries - 1, retryAt: result.later };',
    to: '"later" in result) return { ...mark, ...free, tries: mark.tries - 1, retryAt: result.later + 60_000 };',
  },
  {
    name: "what Teams takes in a conversation",
    ...{ law: "withinLimits", seed: 20261139, file: "engine/limits.ts" },
    from: "{ count: 7, within: 1_000 },\n  { count: 8, within: 2_000 },",
    to: "",
  },
  {
    name: "what Teams takes from an app",
    ...{ law: "withinLimits", seed: 20261139, file: "engine/limits.ts" },
    from: "[{ count: 50, within: 1_000, forCovert: 4 }]",
    to: "[{ count: 500, within: 1_000, forCovert: 4 }]",
  },
];
