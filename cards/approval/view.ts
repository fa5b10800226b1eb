import { words } from "../../words/en-gb";
import { homeBanners, warningForm } from "../home";
import type { Look } from "../look";
import { plain } from "../neutral";
import {
  type Banner,
  banner,
  changesIn,
  clauseTail,
  type Fact,
  fact,
  foot,
  head,
  lineRuns,
  lines,
  nobody,
  person,
  planAsked,
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
  const decline = press("decline", w.decline, { style: "destructive" });
  const notYet = [...press("askForChanges", w.askForChanges), ...decline];
  const asks = decline.length > 0 ? w.notYet : w.askForChanges;
  const { report, open } = reporting(look);
  const toWarn = warningForm(look);
  const approve = press("approve", sight.forms.coordinating ? w.coordinate : w.approve, { style: "positive" });
  return {
    w,
    ...head(look, visitTitle(look)),
    banners: [standing(look), ...changed(look), ...warnings(look)],
    facts: [...planFacts(look), ...saidBefore(look)],
    asked: planAsked(look),
    risk: assessmentFacts(look),
    missing: lines(raw.missing.filter(({ id }) => id !== "approval")),
    missingTitle: words.missing,
    guidance: lines(raw.guidance),
    guidanceTitle: words.guidance,
    approving: approve.length > 0,
    deciding: approve.length + notYet.length > 0,
    ticks: (sight.forms.ticks ?? []).map(tick),
    confirm: (raw.forms.confirm ?? []).map(condition),
    shown: (raw.forms.shown ?? []).map(condition),
    lone: sight.forms.lone === true,
    reserves: raw.forms.reserves?.length ? [nobody(w.noReserve), ...raw.forms.reserves.map(person)] : [],
    sanctions: (raw.forms.sanctions ?? []).map(sanction),
    reason: sight.forms.reasonNeeded ? w.reason : w.reasonOptional,
    talk: press("recordTalk", w.talkDone, { style: "positive" }),
    presses: [...approve, ...(notYet.length > 0 ? [toggle(asks, "notYet")] : [])],
    notYet,
    toReport: [...open, ...toWarn.open],
    report,
    warning: toWarn.warning,
    ...foot(look),
  };
}

/** Unknown is not missing: the approver confirms each by name. */
const condition = ({ who, line }: NonNullable<Look["raw"]["forms"]["confirm"]>[number]): object =>
  lineRuns({ ...line, text: w.condition(who.name, line.text) });

const sanction = (line: NonNullable<Look["raw"]["forms"]["sanctions"]>[number]): object => ({
  field: `sanction_${line.id}`,
  label: plain(w.sanction(line.text) + clauseTail(line)),
});

/** With whom it was talked over, and what outside bodies said. */
const saidBefore = ({ sight, times }: Look): Fact[] => [
  ...(sight.talks ?? []).flatMap(({ text, by, on, note }) =>
    fact(text, w.talked(by.name, times.day(Date.parse(`${on}T12:00:00Z`)), note)),
  ),
  ...(sight.sanctions ?? []).flatMap(({ text, said }) => fact(text, said)),
];

function standing({ sight, raw, times }: Look): Banner {
  const { approval, sentBack, off } = sight;
  if (off)
    return banner(
      "emphasis",
      words.ended[raw.off?.how as keyof typeof words.ended] ?? words.ended.cancelled,
      w.byWhom(off.by.name, times.moment(off.at), off.why),
    );
  if (approval)
    return banner("good", decided(approval), w.byWhom(approval.by.name, times.moment(approval.at), approval.reason));
  if (sentBack)
    return banner(
      "emphasis",
      w.waitingForChange(sight.asked.by.name),
      w.sentBackWhy(sentBack.by.name, times.moment(sentBack.at), sentBack.why),
    );
  const by = w.by(times.due(sight.times.leave));
  if (raw.offers.includes("recordTalk")) return banner("accent", w.toTalk(sight.asked.by.name), by);
  if (raw.offers.includes("approve")) return banner("accent", asksFor(sight), by);
  return banner("emphasis", raw.missing.some(({ id }) => id !== "approval") ? w.notReady : w.waiting);
}

/** Nobody approves what they asked for; who coordinates may have asked for it themselves (HEX-38, S11). */
function asksFor({ forms, asked, viewer }: Look["sight"]): string {
  if (!forms.coordinating) return w.asked(asked.by.name);
  return "id" in viewer && viewer.id === asked.by.id ? w.toCoordinateOwn : w.toCoordinate(asked.by.name);
}

/** What is new to somebody who has read it before. */
const changed = ({ sight, times }: Look): Banner[] => {
  const { what, approved, asked, before } = sight.changed ?? { what: [] };
  if (!approved && !asked && !before) return [];
  const since = asked ? "asked" : approved ? "approved" : "before";
  return [
    banner(
      "warning",
      w.changed(changesIn(what), since),
      asked && w.sentBackWhy(asked.by.name, times.moment(asked.at), asked.why),
    ),
  ];
};

const decided = ({ by, acting, coordinated }: NonNullable<Look["sight"]["approval"]>): string =>
  coordinated ? w.coordinated(by.name) : acting ? w.approvedActing(by.name) : w.approved(by.name);

function warnings(look: Look): Banner[] {
  const { sight } = look;
  return [
    ...homeBanners(look),
    ...(sight.openChange ? [banner("attention", w.openChange, sight.openChange)] : []),
    ...(sight.unreachable.length > 0 ? [banner("attention", w.unreachable, sight.unreachable.join(" "))] : []),
  ];
}
