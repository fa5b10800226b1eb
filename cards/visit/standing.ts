import { words } from "../../words/en-gb";
import type { Look } from "../look";
import { type Banner, banner, capital, nameList } from "../pieces";

const w = words.visit;

/** Where the visit stands: an open call for help first, then what to do next and by when. */
export function standing(look: Look): Banner[] {
  const outcome = [...children(look), ...meeting(look)];
  return [...sentThere(look), ...alarms(look), ...outcome, next(look), ...sentBack(look), ...cannot(look)];
}

/** S12: the first thing that they have to know, on their way to it. It names nothing of the alarm (S4). */
function sentThere({ sight, raw }: Look): Banner[] {
  const lookedFor = sight.visitors.filter(({ outing }) => outing && !outing.attending && outing.back === undefined);
  return amSent(raw) && lookedFor.length > 0 ? [banner("attention", w.sentThere(nameList(lookedFor)))] : [];
}

/** Whether the viewer is out because they were sent after the visitors. */
export const amSent = (raw: Look["raw"]): boolean =>
  raw.visitors.some((one) => isViewer(raw, one) && one.outing?.attending === true && one.outing.back === undefined);

function alarms({ sight, raw, times }: Look): Banner[] {
  return sight.alarms.flatMap((alarm, i) => {
    const { ended, holder, cause, no, openedAt } = { ...alarm, cause: raw.alarms[i]?.cause ?? alarm.cause };
    // S4: nobody on the visit is ever shown covert help, not even by mistake.
    if (ended || cause === "covert") return [];
    const others = aboutOthers(raw, alarm);
    const tapped = others ? undefined : raw.alarms[i]?.taps.filter(({ who }) => isViewer(raw, who)).at(-1);
    const held = holder ? w.held(holder.who.name) : w.notHeld;
    return [
      banner(
        "attention",
        w.alarm(no, w.causes[cause](others), times.moment(openedAt)),
        tapped ? `${w.tapped(times.clock(tapped.at), sight.school.phone)} ${held}` : held,
      ),
    ];
  });
}

/** Nobody when the alarm is about the viewer too. Whoever has been spoken to since is not looked for any more. */
function aboutOthers(raw: Look["raw"], { about }: Look["sight"]["alarms"][number]): string | undefined {
  const silent = about.filter(({ spoken }) => !spoken);
  return silent.some((one) => isViewer(raw, one)) ? undefined : nameList(silent.length > 0 ? silent : about);
}

/** What a colleague has pressed answers nothing for the viewer. */
const isViewer = ({ viewer }: Pick<Look["raw"], "viewer">, { id }: { id: string }): boolean =>
  "id" in viewer && viewer.id === id;

export function meeting({ sight, times }: Look): Banner[] {
  const { meeting, letter } = sight;
  const put = sight.leave ?? "nothing";
  if (!meeting || sight.phase !== "out") return [];
  if (meeting.state === "waiting")
    return [
      banner(
        "warning",
        meeting.until ? w.waiting(times.clock(meeting.until)) : w.waitingLong,
        letter ? w.wasLeft(times.moment(letter.at)) : (w.waitingHow[put] ?? w.waitingHow.nothing),
      ),
    ];
  if (letter) return [banner("good", w.wasLeft(times.moment(letter.at)))];
  const ended = w.off[meeting.how as keyof typeof w.off];
  return [banner("warning", ended ?? w.noOneWasHome[put] ?? w.noOneWasHome.nothing)];
}

/** A child: to whoever wrote it that somebody has it, to the DSL what it is. */
const children = ({ sight, raw, times }: Look): Banner[] =>
  sight.concerns.map(({ by, at, note, taken }, i) =>
    banner(
      taken ? "good" : "attention",
      w.childWhat[raw.concerns[i]?.what ?? "concern"] ?? w.childWhat.concern,
      [
        w.childSaid(by.name, times.moment(at)),
        note,
        taken ? w.childTaken(taken.by.name, times.moment(taken.at)) : w.childWaiting,
      ]
        .filter(Boolean)
        .join(" · "),
    ),
  );

export function next({ sight, raw, times }: Look): Banner {
  const { off, phase } = sight;
  if (off)
    return banner(
      "emphasis",
      words.ended[raw.off?.how as keyof typeof words.ended] ?? words.ended.cancelled,
      words.approval.byWhom(off.by.name, times.moment(off.at), off.why),
    );
  if (phase === "closed" && owedOf(sight).length > 0) return owedBanner(raw, sight, times);
  if (phase === "closed")
    return banner("good", w.closed, sight.closed === undefined ? undefined : capital(times.moment(sight.closed)));
  const key = raw.next?.key ?? "nothing";
  const by = raw.next?.by;
  const say = words.next[key];
  const tone = urgent.has(key)
    ? "attention"
    : by !== undefined && by < raw.now
      ? "warning"
      : key === "nothing"
        ? "good"
        : key === "notGoing"
          ? "emphasis"
          : "accent";
  return banner(tone, say(people(sight)), by === undefined ? undefined : capital(times.due(by)));
}

/** What this viewer knows to be left to do. */
export const owedOf = ({ tasks }: Look["sight"]) => tasks.filter(({ done }) => !done);

/** Nothing is closed while something is owed: what it is, and whose. */
function owedBanner(raw: Look["raw"], sight: Look["sight"], times: Look["times"]): Banner {
  const owed = owedOf(raw);
  const due = Math.min(...owed.map((task) => task.due));
  const each = owedOf(sight).map((task, i) =>
    w.owedBy(words.tasks[owed[i]?.kind ?? task.kind], nameList(task.for ?? [])),
  );
  return banner(due < raw.now ? "warning" : "accent", w.owed(each), capital(times.due(due)));
}

const urgent = new Set(["getAway", "returnNow", "callPolice", "ring", "decide", "goneOrNot", "sayWhere", "findOut"]);

/** An alarm that is open says whom it is about; else it is about everybody who goes. */
export const people = ({ alarms, visitors, watch, tasks, approval, viewer }: Look["sight"]) => ({
  writers: nameList(uniquely(tasks.flatMap(({ done, for: whose = [] }) => (done ? [] : whose)))),
  visitors: nameList(alarms.find(({ ended }) => !ended)?.about ?? visitors),
  watch: watch?.by.name,
  watches: watch !== undefined && isViewer({ viewer }, watch.by),
  coordinated: approval?.coordinated === true,
});

const uniquely = (all: readonly { id: string; name: string }[]) => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

const sentBack = ({ sight }: Look): Banner[] =>
  sight.sentBack && sight.phase === "asked"
    ? [banner("warning", words.approval.sentBack(sight.sentBack.by.name), sight.sentBack.why)]
    : [];

const cannot = ({ sight }: Look): Banner[] =>
  sight.cannot ? [banner("warning", words.agree.cannotCome(sight.cannot.by.name), sight.cannot.why)] : [];
