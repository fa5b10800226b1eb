import type { Monitoring } from "../../visits/sight/monitoring";
import { words } from "../../words/en-gb";
import { neutral, neutralised, plain } from "../neutral";
import { type Banner, banner, type Choice, type Fact, fact, lines } from "../pieces";
import { type Press, showAgain } from "../press";
import { type Said, timesIn } from "../times";

const w = words.monitoring;
/** More rows than these would outgrow what Teams takes. */
const most = 20;

/** A term in figures, what is overdue, and the policy's own review. */
export function monitoringView(raw: Monitoring): object {
  const m = neutralised(raw);
  const times = timesIn(raw.school.zone, raw.now);
  return {
    w,
    head: {
      title: w.title,
      under: `${m.school.name} · ${w.period(times.date(raw.period.from), times.date(raw.period.to))}`,
    },
    banners: [...banners(m, times), ...insured(m, times)],
    facts: facts(m),
    sections: sections(m, times).filter((section) => section.lines.length > 0),
    indicators: lines(raw.indicators.map((line) => ({ ...line, text: lookedAt(line, raw, times) }))),
    abouts: raw.indicators.map(({ id, text }): Choice => ({ title: plain(text, 80), value: id })),
    presses: [sendFeedback(), showAgain(w.refresh, "monitoring", "monitoring")],
    foot: w.foot(m.policy.title, times.dated(raw.now)),
  };
}

const sendFeedback = (): Press => ({
  type: "Action.Execute",
  title: w.send,
  verb: "sendFeedback",
  style: "positive",
  data: { verb: "sendFeedback", card: "monitoring" },
});

/** How many visits served it, where that is counted; else how it stands, as whoever last looked at it has said. */
function lookedAt({ id, text, visits }: Monitoring["indicators"][number], { looks }: Monitoring, times: Said): string {
  const said = visits === undefined ? text : w.reason(text, visits);
  const look = looks.find(({ indicator }) => indicator === id);
  if (look) return w.looked(said, times.moment(look.at), look.name, plain(look.text, 300));
  return visits === undefined ? w.notLooked(said) : said;
}

function insured({ insurance }: Monitoring, times: Said): Banner[] {
  if (!insurance) return [];
  const on = insurance.on === undefined ? "" : times.date(insurance.on);
  const said: Record<NonNullable<Monitoring["insurance"]>["state"], Banner> = {
    unset: banner("warning", w.insurance.unset),
    later: banner("emphasis", w.insurance.later(on)),
    soon: banner("warning", w.insurance.soon(on)),
    overdue: banner("attention", w.insurance.overdue(on)),
  };
  return [said[insurance.state]];
}

function banners({ review, mostlyUnannounced }: Monitoring, times: Said): Banner[] {
  const on = review.on === undefined ? "" : times.date(review.on);
  const by = review.by === null ? undefined : w.review.by(review.by);
  const reviews: Record<Monitoring["review"]["state"], Banner> = {
    unset: banner("warning", w.review.unset, by),
    later: banner("emphasis", w.review.later(on), by),
    soon: banner("warning", w.review.soon(on), by),
    overdue: banner("attention", w.review.overdue(on), by),
  };
  return [reviews[review.state], ...(mostlyUnannounced ? [banner("warning", w.mostlyUnannounced)] : [])];
}

const facts = (m: Monitoring): Fact[] => [
  { title: w.visits, value: String(m.visits) },
  { title: w.unannounced, value: w.share(m.unannounced, percent(m.unannounced, m.visits)) },
  { title: w.lone, value: String(m.lone.length) },
  { title: w.complaints, value: String(m.complaints) },
  { title: w.overdueReturns, value: String(m.overdueReturns) },
  { title: w.breaches, value: String(m.breaches) },
  { title: w.alarms, value: w.alarmsOf(m.alarms.count, m.alarms.false) },
  ...fact(w.unread, m.unread > 0 ? String(m.unread) : undefined),
];

const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.round((100 * part) / of));

type Section = { title: string; lines: string[] };

const sections = (m: Monitoring, times: Said): Section[] => [
  { title: w.reasons, lines: m.reasons.map(({ text, count }) => w.reason(text, count)) },
  { title: w.reports, lines: m.reports.map(({ kind, count }) => w.reason(words.reports[kind], count)) },
  { title: w.overdue, lines: m.overdue.map(({ kind, count }) => w.reason(words.tasks[kind], count)) },
  {
    title: w.loneTitle,
    lines: m.keepsLone ? cut(m.lone.map(({ at, name, approved }) => w.loneLine(times.moment(at), name, approved))) : [],
  },
  {
    title: w.regular,
    lines: cut(m.regular.map(({ name, count, lacks }) => w.regularLine(name, count, lacks.join("; ")))),
  },
  {
    title: w.feedbackGiven,
    lines: cut(m.feedback.map(({ name, at, text }) => w.feedbackLine(times.moment(at), name, text))),
  },
  {
    title: w.staff,
    lines: m.staff.length === 0 && m.asksOfStaff ? [w.allHeld] : cut(m.staff.flatMap((one) => staffLines(one, times))),
  },
];

const staffLines = ({ name, lacks, unknown, ends }: Monitoring["staff"][number], times: Said): string[] => [
  ...(lacks.length > 0 ? [w.lacks(name, lacks.join("; "))] : []),
  ...(unknown.length > 0 ? [w.unknown(name, unknown.join("; "))] : []),
  ...ends.map(({ what, on }) => w.ends(name, what, times.date(on))),
];

const cut = (all: readonly string[]): string[] =>
  all.length <= most ? [...all] : [...all.slice(0, most), neutral(w.more(all.length - most))];
