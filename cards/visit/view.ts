import { telUrl } from "../links";
import type { Look } from "../look";
import { type Fact, fact, foot, head, lines, planFacts, schoolLines, visitTitle } from "../pieces";
import { open, type Press, toggle } from "../press";
import { whereOf } from "../where";
import { words } from "../words/en-gb";
import { groups } from "./groups";
import { standing } from "./standing";

const w = words.visit;

/** The staff's own card of a visit, in every phase: first what to do next and by when, then everything else. */
export function visitView(look: Look): object {
  const { raw, press } = look;
  const out = raw.phase === "out" && iAmOut(look);
  const stop = [...press("cancel", w.cancel, { style: "destructive" }), ...press("reopen", w.reopen)];
  return {
    w,
    ...head(look, visitTitle(look)),
    banners: standing(look),
    clocks: clocks(look),
    first: press("checkIn", w.checkIn, { style: "positive" }),
    checklist: lines(raw.forms.checklist ?? []),
    phone: raw.forms.phone ?? "",
    vehicle: raw.forms.vehicle ?? "",
    signOut: press("signOut", w.signOut, { style: "positive", set: { allTrue: "true" } }),
    groups: groups(look),
    call: out ? [open(w.ringSchool, telUrl(raw.school.phone))] : [],
    out,
    counts: w.counts(schoolLines(look)),
    missing: lines(raw.missing),
    missingTitle: words.missing,
    guidance: lines(raw.guidance),
    guidanceTitle: words.guidance,
    facts: planFacts(look),
    record: record(look),
    planShown: !out,
    more: more(look, stop),
    stop,
    ...foot(look),
  };
}

export const iAmOut = ({ raw }: Look): boolean => {
  const me = "id" in raw.viewer ? raw.viewer.id : undefined;
  return raw.visitors.some(({ id, outing }) => id === me && outing !== undefined && outing.back === undefined);
};

const clocks = ({ sight, times }: Look): Fact[] =>
  sight.phase !== "out"
    ? []
    : [
        ...fact(w.backBy, `${times.moment(sight.times.back)}, ${times.away(sight.times.back)}`),
        ...sight.visitors.flatMap(({ name, outing }) =>
          fact(
            name,
            outing &&
              (outing.back
                ? w.isBack(times.moment(outing.back))
                : w.contact(times.moment(outing.contact), whereOf(outing.where))),
          ),
        ),
        ...fact(w.watchedBy, sight.watch?.by.name),
      ];

function more({ raw, press }: Look, stop: readonly Press[]): Press[] {
  return [
    ...press("amend", w.amend, { alone: true }),
    ...(raw.phase === "out" ? [toggle(words.showPlan, "plan")] : []),
    ...(stop.length > 0 ? [toggle(raw.offers.includes("reopen") ? w.toReopen : w.toCancel, "stop")] : []),
  ];
}

/** What was written down afterwards. */
const record = ({ sight, raw, times }: Look): Fact[] => [
  ...sight.tasks.flatMap(({ kind, due, done }) => fact(words.tasks[kind], done ? w.done : times.by(due))),
  ...fact(w.breaches, raw.breaches.map((what) => w.breach[what as keyof typeof w.breach] ?? what).join("; ")),
  ...fact(w.minutes, sight.minutes && w.minutesBy(sight.minutes.by.name, sight.minutes.text)),
  ...fact(w.actions, sight.minutes?.actions || undefined),
  ...fact(w.issues, sight.minutes?.issues || undefined),
];
