import { words } from "../../words/en-gb";
import type { Look } from "../look";
import {
  type Banner,
  banner,
  foot,
  head,
  lineRuns,
  lines,
  nearby,
  nobody,
  person,
  planFacts,
  tick,
  visitTitle,
} from "../pieces";
import { toggle } from "../press";
import { reporting } from "../reporting";
import { assessmentFacts } from "../risk";

const w = words.approval;

/** What the approver needs to decide, then the decision. */
export function approvalView(look: Look): object {
  const { sight, raw, press } = look;
  const notYet = [...press("askForChanges", w.askForChanges), ...press("decline", w.decline, { style: "destructive" })];
  const { report, open } = reporting(look);
  const approve = press("approve", w.approve, { style: "positive" });
  return {
    w,
    ...head(look, visitTitle(look)),
    banners: [standing(look), ...warnings(look)],
    facts: planFacts(look),
    risk: assessmentFacts(look),
    missing: lines(raw.missing.filter(({ id }) => id !== "approval")),
    missingTitle: words.missing,
    guidance: lines(raw.guidance),
    guidanceTitle: words.guidance,
    approving: approve.length > 0,
    deciding: approve.length + notYet.length > 0,
    ticks: (sight.forms.ticks ?? []).map(tick),
    confirm: (raw.forms.confirm ?? []).map(condition),
    lone: sight.forms.lone === true,
    reserves: raw.forms.reserves?.length ? [nobody(w.noReserve), ...raw.forms.reserves.map(person)] : [],
    presses: [...approve, ...(notYet.length > 0 ? [toggle(w.notYet, "notYet")] : [])],
    notYet,
    toReport: open,
    report,
    ...foot(look),
  };
}

/** Unknown is not missing: the approver confirms each by name. */
const condition = ({ who, line }: NonNullable<Look["raw"]["forms"]["confirm"]>[number]): object =>
  lineRuns({ ...line, text: w.condition(who.name, line.text) });

function standing({ sight, raw, times }: Look): Banner {
  const { approval, sentBack, off } = sight;
  if (off)
    return banner(
      "emphasis",
      words.ended[raw.off?.how as keyof typeof words.ended] ?? words.ended.cancelled,
      w.byWhom(off.by.name, times.moment(off.at), off.why),
    );
  if (approval)
    return banner(
      "good",
      approval.acting ? w.approvedActing(approval.by.name) : w.approved(approval.by.name),
      w.byWhom(approval.by.name, times.moment(approval.at), approval.reason),
    );
  if (raw.offers.includes("approve"))
    return banner("accent", w.asked(sight.asked.by.name), w.by(times.due(sight.times.leave)));
  if (sentBack) return banner("warning", w.sentBack(sentBack.by.name), sentBack.why);
  return banner("emphasis", w.waiting);
}

function warnings({ sight, times }: Look): Banner[] {
  return [
    ...(sight.firstVisit ? [banner("warning", w.firstVisit)] : []),
    ...sight.incidents.map(({ at, how }) =>
      banner("warning", w.incident(times.day(at), words.incidents[how as keyof typeof words.incidents] ?? how)),
    ),
    ...nearby(sight, times),
    ...(sight.openChange ? [banner("attention", w.openChange, sight.openChange)] : []),
    ...(sight.unreachable.length > 0
      ? [banner("attention", w.unreachable, `${sight.unreachable.join(" ")} ${w.unreachableHow}`)]
      : []),
  ];
}
