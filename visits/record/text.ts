import { DateTime } from "luxon";
import { forStaffAlone } from "../../policies/checks";
import { sayDay, sayTime } from "../../schools/hours";
import type { At, Id } from "../../schools/school";
import { times } from "../../words/en-gb";
import { record as w } from "../../words/en-gb/record";
import type { Facts } from "../command";
import { fieldOf, met, ownFields } from "../minutes/fields";
import { who } from "../seen/who";
import type { Action, Visit } from "../visit";
import {
  type Around,
  approvedParts,
  askedParts,
  departureParts,
  names,
  type Part,
  part,
  seenToParts,
} from "./confirmed";
import { riskText } from "./risk";
import { betweenParts, copyTaskParts, givenTo, goers, wayParts, whoWent } from "./way";

/** The parts of a record: a heading each and what stands beneath it, in plain text. Nothing of any alarm or report is ever in it (S4, P9). */

/** The whole record of a visit, for the file that the policy names. */
export const recordParts = (v: Visit, f: Around): Part[] => [
  ...planParts(v, f),
  ...departureParts(v, f),
  ...betweenParts(v, f),
  ...timesParts(v, f),
  ...seenToParts(v, f),
  ...minutesParts(v, f, "whole"),
  ...copyTaskParts(v, f),
];

/** What somebody outside is given: the minutes, and of them only `fields` where a list is given. What is for staff alone never is. */
export function copyParts(v: Visit, f: Around, fields: readonly string[] | undefined): Part[] {
  const open = minutesParts(v, f).filter(({ id }) => !forStaffAlone.includes(id));
  const chosen = fields ? open.filter(({ id }) => fields.includes(id)) : open;
  return [part("when", w.when, dayOf(v, f)), part("who", w.who, names(goers(v), f)), ...chosen].flat();
}

/** As lines, to be copied by hand or printed. */
export const asText = (parts: readonly Part[]): string =>
  parts.map(({ title, text }) => (text.includes("\n") ? `${title}:\n${text}` : `${title}: ${text}`)).join("\n");

const zoneOf = ({ roster }: Around): string => roster.school.timezone;

const dayOf = ({ plan }: Visit, f: Around): string =>
  DateTime.fromMillis(plan.start, { zone: zoneOf(f), locale: times.locale }).toFormat(times.wholeDayAt);

function planParts(v: Visit, f: Around): Part[] {
  const { plan, approval } = v;
  const reason = f.policy.reasons.value.list.find(({ id }) => id === plan.reason)?.text;
  const moment = (at: At) => `${sayDay(at, zoneOf(f))} ${sayTime(at, zoneOf(f))}`;
  return [
    part("pupil", w.pupil, plan.pupil),
    part("when", w.when, dayOf(v, f)),
    part("who", w.who, whoWent(goers(v), f)),
    part("stayed", w.stayed, names(Object.keys(v.stayed ?? {}), f)),
    part("with", w.with, plan.outsider && `${plan.outsider.name}, ${plan.outsider.organisation}`),
    part("reason", w.reason, reason),
    part("purpose", w.purpose, plan.purpose),
    wayParts(v, f),
    askedParts(v, f),
    part(
      "coordination",
      w.coordinated,
      v.coordination && w.approvedBy(names([v.coordination.by], f), moment(v.coordination.at), ""),
    ),
    // Where nobody approves, the record never says that somebody did (HEX-28).
    part(
      "approval",
      approval?.coordinated ? w.coordinated : w.approval,
      approval && w.approvedBy(names([approval.by], f), moment(approval.at), approval.reason),
    ),
    approvedParts(v, f),
    part("risk", w.risk, riskText(v, f)),
  ].flat();
}

/** When they left, were there and came back: evidence that the meeting took place (BEM-90). */
function timesParts(v: Visit, f: Around): Part[] {
  const time = (at: At) => sayTime(at, zoneOf(f), v.plan.start);
  const each = v.plan.visitors.flatMap((id) => {
    const outing = v.outings[id];
    if (!outing) return [];
    const name = who(id, f as Facts).name;
    const left = (unsigned(v, id) ? w.countedOut : w.left)(name, time(outing.left));
    return [outing.back ? w.back(left, time(outing.back.at)) : left];
  });
  const lines = [...each, ...(v.arrived === undefined ? [] : [w.arrived(time(v.arrived))])];
  const ended = v.meeting?.state === "off" ? w.endings[v.meeting.how] : undefined;
  const breaches = [...new Set(v.breaches.map(({ what }) => w.breach[what]))].join("; ");
  return [
    part("times", w.times, lines.join("; ")),
    part("ended", w.ended, ended),
    part("breaches", w.breaches, breaches),
  ].flat();
}

/** They did not sign out: when they really left nobody has written down. */
const unsigned = ({ breaches, outings }: Visit, id: Id): boolean =>
  breaches.some(({ at, who: whom }) => at === outings[id]?.left && whom.includes(id));

/** The `whole` record also says what nobody has written down of a meeting. */
export function minutesParts(v: Visit, f: Around, what: "whole" | "copy" = "copy"): Part[] {
  const { minutes } = v;
  if (!minutes) return [];
  const none = what === "whole" && met(v) ? w.notSaid : undefined;
  const own = ownFields(v, f).flatMap(({ id, text, ask }) =>
    part(id, text, minutes.fields?.[id] === "true" && ask === "tick" ? w.yes : minutes.fields?.[id] || none),
  );
  const plan = [minutes.actions, ...(minutes.plan ?? []).map((action) => actionText(action, f))].filter(Boolean);
  const asked = fieldOf(f, "actions") !== undefined;
  return [
    ...part("minutes", w.discussed, minutes.text),
    ...own,
    ...part("actions", w.actions, plan.join("\n") || (asked ? w.noActions : "")),
    ...part("issues", w.issues, minutes.issues),
    ...part("otherIssues", w.otherIssues, minutes.otherIssues),
    ...part("referral", w.referral, minutes.referral),
    ...part("nextVisit", w.nextDate, minutes.nextDate && dayText(minutes.nextDate)),
    ...part("outcomeTo", w.sentTo, givenTo(minutes, f)),
    ...part("writtenBy", w.writtenBy, w.by(who(minutes.by, f as Facts).name, sayDay(minutes.at, zoneOf(f)))),
  ];
}

export function actionText({ what, who: whose, by, about }: Action, f: Around): string {
  const said = w.action(what, who(whose, f as Facts).name, by === undefined ? "" : sayDay(by, zoneOf(f)));
  const choice = fieldOf(f, "actions")?.choices?.find(({ id }) => id === about);
  return choice ? w.about(choice.text, said) : said;
}

export const dayText = (date: string): string =>
  DateTime.fromISO(date, { locale: times.locale }).toFormat(times.wholeDay);
