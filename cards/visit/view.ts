import { words } from "../../words/en-gb";
import { homeBanners, warningBanners, warningForm } from "../home";
import { mapLink } from "../links";
import type { Look } from "../look";
import { neutral, plain } from "../neutral";
import {
  capital,
  clauseTail,
  type Fact,
  fact,
  foot,
  head,
  lines,
  planAsked,
  planFacts,
  schoolLines,
  visitTitle,
} from "../pieces";
import { type Press, toggle } from "../press";
import { reporting } from "../reporting";
import { assessmentFacts } from "../risk";
import { whereOf } from "../where";
import { first, groups, illPresses, otherGroups, planIsAsked } from "./groups";
import { amSent, standing } from "./standing";

const w = words.visit;
/** More reminders than these are folded away. */
const READ_AT_A_GLANCE = 3;

/** The staff's own card of a visit, in every phase: first what to do next and by when, then everything else. */
export function visitView(look: Look): object {
  const { raw, sight, press } = look;
  const out = raw.phase === "out" && iAmOut(look);
  const others = otherGroups(look);
  const guidance = raw.guidance.length > READ_AT_A_GLANCE;
  const { report, open } = reporting(look);
  const toWarn = warningForm(look);
  const stop = [
    ...press("cancel", w.cancel, { style: "destructive" }),
    ...(raw.forms.unsafe ? press("cancel", w.cancelUnsafe, { style: "destructive", set: { unsafe: "true" } }) : []),
    ...press("reopen", w.reopen),
  ];
  return {
    w,
    ...head(look, visitTitle(look)),
    banners: [...standing(look), ...known(look)],
    clocks: [...clocks(look), ...doors(look)],
    between: between(look),
    child: childPresses(look),
    childTitle: w.childTitle(capital(look.sight.titles.safeguarding)),
    first: first(look),
    checklist: lines(raw.forms.checklist ?? []),
    numbers: numbersIn(look),
    phone: raw.forms.phone ?? "",
    vehicle: raw.forms.vehicle ?? "",
    vehicleAsked: sight.forms.vehicleFields ? w.vehicle(sight.forms.vehicleFields) : "",
    idCard: raw.forms.idCard ?? "",
    idCardLabel: idCardLabel(raw.forms.identity),
    asksIdCard: raw.forms.idCard !== undefined,
    signOut: press("signOut", w.signOut, { style: "positive", set: { allTrue: "true" } }),
    groups: groups(look),
    ill: illPresses(look),
    illTitle: words.contact.illTitle,
    illnessError: words.contact.illnessError,
    illness: (raw.forms.illness ?? []).map((line) => ({
      id: `health_${line.id}`,
      label: plain(line.text + clauseTail(line)),
    })),
    others,
    out,
    counts: w.counts(schoolLines(look)),
    missing: lines(raw.missing),
    missingTitle: words.missing,
    guidance: lines(raw.guidance),
    guidanceTitle: words.guidance,
    asked: planAsked(look),
    facts: [...planFacts(look), ...(raw.phase === "ready" ? assessmentFacts(look) : [])],
    record: record(look),
    planShown: !out,
    guidanceShown: !guidance,
    more: more(look, { stop, others: others.length > 0, guidance, plan: out, report: [...open, ...toWarn.open] }),
    report,
    warning: toWarn.warning,
    stop,
    stopWhy: raw.forms.unsafe ? w.whyUnsafe(look.sight.titles.unsafe) : w.why,
    nextStop: press("nextStop", w.nextStop),
    ...foot(look),
  };
}

const idCardLabel = (identity: Look["raw"]["forms"]["identity"]): string =>
  [w.idCard, w.idWorn[identity?.worn ?? "open"], identity?.shown ? w.idShown : ""].filter(Boolean).join("; ");

/** Before they go, all that is known of the home; while they are out, what somebody wrote for them. */
const known = (look: Look) =>
  look.raw.phase === "asked" || look.raw.phase === "ready"
    ? homeBanners(look)
    : look.raw.phase === "out"
      ? warningBanners(look)
      : [];

export const iAmOut = ({ raw }: Look): boolean => {
  const me = "id" in raw.viewer ? raw.viewer.id : undefined;
  return raw.visitors.some(({ id, outing }) => id === me && outing !== undefined && outing.back === undefined);
};

const clocks = ({ sight, raw, times }: Look): Fact[] =>
  sight.phase !== "out"
    ? []
    : [
        ...(amSent(raw) ? fact(words.plan.where, mapLink(raw.address, raw.postcode)) : []),
        ...fact(w.backBy, times.moment(sight.times.back)),
        ...sight.visitors.flatMap(({ name, outing }) =>
          fact(
            name,
            outing &&
              (outing.back
                ? w.isBack(times.moment(outing.back))
                : outing.unheard
                  ? w.noWord(times.moment(outing.contact))
                  : w.contact(times.moment(outing.contact), whereOf(outing))),
          ),
        ),
        ...fact(w.watchedBy, sight.watch?.by.name),
      ];

/** The doors of a round, and what came of each. */
const doors = ({ sight, raw }: Look): Fact[] =>
  sight.round.flatMap(({ pupil, address, meets, letter }, i) => {
    const { here, outcome } = raw.round[i] as Look["raw"]["round"][number];
    const came = outcome ? w.doorOutcomes[outcome] : here && raw.phase === "out" ? w.here : "";
    return fact(w.door(i + 1), [pupil, address, meets, came, letter ? w.posted : ""].filter(Boolean).join(" · "));
  });

/** What is confirmed by going on to the next door (HEX-37). */
const between = ({ raw }: Look): object[] =>
  raw.round.some(({ here }, i) => here && i + 1 < raw.round.length) && raw.offers.includes("nextStop")
    ? lines(raw.forms.between ?? [])
    : [];

const childPresses = ({ press }: Look): Press[] =>
  (["unsure", "concern", "danger", "rang999"] as const).flatMap((what) =>
    press("reportChild", w.child[what], {
      set: { what },
      style: what === "concern" || what === "unsure" ? "default" : "destructive",
    }),
  );

/** What to put into one's phone before leaving (AET-A-65). */
function numbersIn({ raw, sight }: Look): string {
  const { numbers } = raw.forms;
  return numbers === undefined
    ? ""
    : w.schoolNumbers(
        numbers.all.map((number) => neutral(number)),
        numbers.lacking,
        sight.titles.monitor,
      );
}

type Folded = { stop: readonly Press[]; others: boolean; guidance: boolean; plan: boolean; report: readonly Press[] };

/** What the card keeps folded, so that what to do now stays in sight on a phone. */
const more = (look: Look, { stop, others, guidance, plan, report }: Folded): Press[] => [
  ...(others ? [toggle(w.others, "others")] : []),
  ...(look.raw.offers.includes("reportChild") ? [toggle(w.toChild, "child")] : []),
  ...(planIsAsked(look) ? [] : look.press("amend", w.amend)),
  ...(illPresses(look).length > 0 ? [toggle(words.contact.illTitle, "ill")] : []),
  ...(look.raw.offers.includes("nextStop") ? [toggle(w.toNextStop, "nextStop")] : []),
  ...(guidance ? [toggle(w.reminders(look.raw.guidance.length), "guidance")] : []),
  ...(plan ? [toggle(words.showPlan, "plan")] : []),
  ...report,
  ...(stop.length > 0 ? [toggle(look.raw.offers.includes("reopen") ? w.toReopen : w.toCancel, "stop")] : []),
];

/** What was written down afterwards. */
const record = ({ sight, raw, times }: Look): Fact[] => [
  ...fact(w.keptUntil, raw.keptUntil && times.date(raw.keptUntil)),
  ...sight.tasks
    .filter(({ kind, done }) => !(kind === "minutes" && done && sight.minutes) && !(done && raw.phase === "out"))
    .flatMap(({ kind, due, done, line, finished }) =>
      fact(words.tasks[kind], [done ? doneAs(finished?.how) : times.due(due), line?.text].filter(Boolean).join(" · ")),
    ),
  ...fact(w.breaches, sight.breaches.map((what) => w.breach[what as keyof typeof w.breach] ?? what).join("; ")),
  ...fact(w.minutes, sight.minutes && w.minutesBy(sight.minutes.by.name, sight.minutes.text)),
  ...fact(w.actions, sight.minutes?.actions || undefined),
  ...fact(w.issues, sight.minutes?.issues || undefined),
  ...fact(w.concern, sight.minutes?.concern || undefined),
];

const doneAs = (how: "notNeeded" | undefined): string => (how === "notNeeded" ? words.task.notNeeded : w.done);
