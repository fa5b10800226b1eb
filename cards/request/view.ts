import type { RequestForm } from "../../visits/sight";
import { words } from "../../words/en-gb";
import { neutralised } from "../neutral";
import { type Banner, banner, type Choice, clauseTail, lines, nobody } from "../pieces";
import { type Press, pressesFor, toggle } from "../press";
import { timesIn } from "../times";
import { companion, furtherAsks, furtherToggles, openedFurther, reasonAsks } from "./asks";

const w = words.request;

/** The inputs by which outside clients know this card. */
export const requestInputs = [
  "pupil",
  "address",
  "postcode",
  "reason",
  "purpose",
  "whyNotInSchool",
  "date",
  "leave",
  "start",
  "back",
  "companion",
  "outsiderName",
  "outsiderOrganisation",
  "outsiderPhone",
  "agreed",
  "agreedHow",
  "unannouncedWhy",
  "needs",
  "news",
  "siblings",
  "parentPhone",
  "outOfHoursWhy",
  "noAlternative",
  "loneWhy",
] as const;

/** Those that a card has where its policy asks for them; beside them `answer_ID` for the policy's own lines, and `stop2Pupil` and so on. */
export const furtherInputs = [
  "destination",
  "placeName",
  "meets",
  "depart",
  "reasonChoice",
  "reasonNeeds",
  "reportEvery",
  "reportAt",
  "agreedWay",
  "alsoGoing",
  "lead",
  "noneFree",
  "socialWorker",
  "socialWorkerName",
  "socialWorkerPhone",
  "agency",
  "outOfHoursContact",
  "goingHomeTold",
  "pupilClass",
] as const;

/** Asks only what the policy needs and nobody knows yet; `typed` opens the parts that somebody has begun to fill. */
export function requestView(form: RequestForm, typed?: Readonly<Record<string, string>>): object {
  const safe = neutralised(form);
  const mayGoAlone = form.lone || form.outsiderCounts;
  const given = { ...form.values, ...typed };
  return {
    w,
    head: {
      title: form.mode === "amend" ? w.amendTitle : w.title,
      under: `${safe.school.name} · ${safe.policy.title}`,
    },
    banners: form.mode === "amend" ? amending(safe) : begun(safe),
    // Pressing one would replace what somebody has typed.
    again: typed ? [] : again(form),
    v: Object.fromEntries([...requestInputs, ...furtherInputs].map((id) => [id, form.values[id] ?? ""])),
    reasons: safe.reasons.map(reason),
    companions: [...(mayGoAlone ? [nobody(w.nobody)] : []), ...form.companions.map(companion)],
    companionNeeded: !mayGoAlone,
    ...reasonAsks(form, safe),
    ...furtherAsks(form),
    asksAgreement: form.agreement !== "none" || form.grounds.length > 0,
    // Also where their agreement may be missing: then a ground for going without it is chosen here.
    agreementNeeded: form.agreement !== "none",
    howNeeded: form.agreement !== "none" && form.grounds.length === 0,
    grounds: [{ title: w.agreedYes, value: "agreed" }, ...safe.grounds.map(ground)],
    needs: safe.grounds
      .flatMap((one) => one.needs.map((need) => ({ title: need.text + clauseTail(need), value: need.id })))
      .filter(first),
    whyNotInSchool: form.whyNotInSchool,
    lone: form.lone,
    today: form.today,
    hours: w.hours(form.hours.from, form.hours.to),
    outsiderTitle: form.outsiderCounts ? w.outsiderCounts : w.outsiderExtra,
    opened: { ...opened(given), ...openedFurther(given, form) },
    more: toggles(form),
    guidance: lines(form.guidance),
    guidanceTitle: words.guidance,
    presses: presses(form),
    foot: w.foot,
  };
}

const amending = ({ sentBack }: RequestForm): Banner[] => [
  ...(sentBack ? [banner("warning", words.approval.sentBack(sentBack.by.name), sentBack.why)] : []),
  banner(sentBack ? "emphasis" : "warning", w.amendWarning),
];

/** What the card has been filled from, and what it has to ask. */
const begun = ({ like, unclear, school, today }: RequestForm): Banner[] => [
  ...(like
    ? [banner("accent", w.like(like.pupil, timesIn(school.zone, Date.parse(today)).day(like.at)), w.likeCheck)]
    : []),
  ...(unclear.length > 0 ? [banner("warning", w.unclearTitle, unclear.map(asked).join("\n\n"))] : []),
];

const asked = ({ about, said, among = [] }: RequestForm["unclear"][number]): string =>
  (w.unclear[about] ?? w.unclear.rest)(said, either(about === "reason" ? among.map(w.quoted) : among));

const either = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} ${words.or} ${all.at(-1)}`;

/** What was understood goes along as ids and times; what somebody typed does not. */
function again({ mode, again, values }: RequestForm): Press[] {
  const set = Object.fromEntries(carried.flatMap((id) => (values[id] ? [[id, values[id]]] : [])));
  const one = again.length === 1;
  return again.flatMap(({ visit, pupil }) =>
    pressesFor(mode === "request" ? ["requestVisit"] : [], { card: "request" })(
      "requestVisit",
      one ? w.againAs(pupil) : w.again(pupil),
      { set: { ...set, like: visit }, alone: true },
    ),
  );
}
const carried = ["date", "start", "back", "leave", "companion", "reason"] as const;

/** All in sight and none cut off: a closed drop-down on a phone has room for thirty letters. */
const reason = ({ id, text }: RequestForm["reasons"][number]): Choice => ({ title: text, value: id });
const ground = (line: RequestForm["grounds"][number]): Choice => ({
  title: w.unannounced(line.text) + clauseTail(line),
  value: line.id,
});
const first = ({ value }: Choice, at: number, all: readonly Choice[]): boolean =>
  all.findIndex((one) => one.value === value) === at;

const opened = (given: Readonly<Record<string, string>>): Record<string, boolean> => {
  const any = (...ids: string[]): boolean => ids.some((id) => Boolean(given[id]));
  return {
    unannounced: any("unannouncedWhy", "needs") || (any("agreed") && given.agreed !== "agreed"),
    outsider: any("outsiderName", "outsiderOrganisation", "outsiderPhone", "parentPhone"),
    special: any("outOfHoursWhy", "noAlternative", "loneWhy"),
  };
};

const toggles = (form: RequestForm): Press[] => [...furtherToggles(form), ...standingToggles(form)];

const standingToggles = ({ agreement, grounds, lone }: RequestForm): Press[] => [
  ...(agreement !== "none" && grounds.length > 0 ? [toggle(w.toggleUnannounced, "unannounced")] : []),
  toggle(w.toggleOutsider, "outsider"),
  toggle(lone ? w.toggleSpecialLone : w.toggleSpecial, "special"),
];

function presses({ mode, visit, planNo }: RequestForm): Press[] {
  const verb = mode === "amend" ? "amend" : "requestVisit";
  const answers = { card: "request", ...(visit ? { visit } : {}), ...(planNo === undefined ? {} : { plan: planNo }) };
  return pressesFor([verb], answers)(verb, mode === "amend" ? w.amend : w.send, { style: "positive" });
}
