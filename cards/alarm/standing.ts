import { words } from "../../words/en-gb";
import { type Banner, banner, nameList } from "../pieces";
import { length } from "../times";
import { lastHeard } from "./last-heard";
import { type AlarmLook, isRoutine } from "./look";

const w = words.alarm;

/** How things stand with one alarm: over, or what is wanted of whom. */
export function standing(look: AlarmLook): Banner[] {
  const { alarm, rawAlarm } = look;
  if (alarm.ended) return [ended(look)];
  return [
    ...(rawAlarm.ask === "police" || alarm.police ? [police(look)] : []),
    ...(rawAlarm.doNotRing ? [banner("attention", w.doNotRing, w.doNotRingWhy)] : []),
    ...(rawAlarm.ask === "police" ? [] : [what(look)]),
    ...(rawAlarm.concern === "likely" ? [banner("attention", w.concernLikely, w.concernLikelyHow)] : []),
    ...taps(look),
    ...decided(look),
    ...held(look),
  ];
}

function ended({ alarm, rawAlarm, times }: AlarmLook): Banner {
  const { by, at, note } = alarm.ended as NonNullable<typeof alarm.ended>;
  const how = w.endings[rawAlarm.ended?.how as keyof typeof w.endings] ?? rawAlarm.ended?.how ?? "";
  return banner("good", isRoutine(rawAlarm) ? w.callOver(how) : w.over(how), w.overBy(by, times.moment(at), note));
}

function police({ alarm, times }: AlarmLook): Banner {
  const { police } = alarm;
  if (!police)
    return banner(
      "attention",
      w.nobodyCalled,
      alarm.policeBy ? `${w.nobodyCalledHow} ${w.policeBy(alarm.policeBy)}` : w.nobodyCalledHow,
    );
  return banner(
    "warning",
    w.called(times.moment(police.when), police.by.name),
    [police.reference && w.ref(police.reference), police.answer && w.answered(police.answer)]
      .filter(Boolean)
      .join(" · "),
  );
}

function what({ alarm, rawAlarm, times, sight }: AlarmLook): Banner {
  const unspoken = alarm.about.filter(({ spoken }) => !spoken);
  const names = nameList(unspoken);
  const told = (about: AlarmLook["alarm"]["about"]) => ({
    names: nameList(about),
    last: times.moment(Math.min(...about.map(({ lastContact }) => lastContact))),
    due: times.moment(alarm.dueAt),
    back: times.moment(sight.times.back),
  });
  const say =
    rawAlarm.cause === "noContact"
      ? silence(unspoken, times, told)
      : (usualCall(rawAlarm) ?? w.causes[rawAlarm.cause])(told(alarm.about));
  // Whoever is out, or has nothing to do with it any more, has no button to answer with: nothing is asked of them.
  const asks = rawAlarm.offers.length > 0 ? w.asks[rawAlarm.ask](names, rawAlarm.cause) : undefined;
  return banner(isRoutine(rawAlarm) ? "accent" : "attention", say, asks);
}

/** That they did not answer is said only where somebody has rung. */
function usualCall(raw: AlarmLook["rawAlarm"]) {
  if (raw.cause !== "arrivalCall" || isRoutine(raw)) return undefined;
  const outcome = raw.calls.at(-1)?.outcome;
  return outcome === "noAnswer" || outcome === "concern" ? w.usualCall[outcome] : w.usualCall.unmade;
}

type About = AlarmLook["alarm"]["about"];

/** Of whoever has only been counted as out it is not said that there was contact; nor, of whoever has pressed something since, since when there was none. */
function silence(
  about: About,
  times: AlarmLook["times"],
  told: (about: About) => Parameters<typeof w.noWord>[0],
): string {
  const heard = lastHeard(
    about.filter(({ pressed }) => !pressed),
    times,
  );
  const silent = about.filter(({ unheard }) => unheard);
  const pressed = about.filter(({ unheard, pressed }) => pressed && !unheard);
  return [
    ...(heard.length > 0 ? [w.noContact(heard)] : []),
    ...(pressed.length > 0 ? [w.noVoice(told(pressed))] : []),
    ...(silent.length > 0 ? [w.noWord(told(silent))] : []),
  ].join(". ");
}

/** Shown, never believed (S3); nobody is to ring whoever has called discreetly (S4). */
const taps = ({ alarm, rawAlarm, times }: AlarmLook): Banner[] => {
  const say = rawAlarm.doNotRing ? w.tappedQuietly : w.tapped;
  return alarm.taps.slice(-1).map(({ who, at }) => banner("warning", say(who.name, times.clock(at)), w.tappedHow));
};

const decided = ({ alarm, rawAlarm, times }: AlarmLook): Banner[] => {
  const { decision } = alarm;
  if (!decision) return [];
  const say = w.decided[rawAlarm.decision?.what as keyof typeof w.decided] ?? w.decided.keepTrying;
  return [
    banner(
      "emphasis",
      say(nameList(decision.who)),
      w.overBy(decision.by.name, times.moment(decision.at), decision.why),
    ),
  ];
};

function held({ alarm, rawAlarm, times }: AlarmLook): Banner[] {
  const { holder, climbsAt, comesEvery } = alarm;
  const again = comesEvery !== undefined;
  if (holder) return [banner("emphasis", w.held(holder.who.name, times.clock(holder.until)), w.heldMeans(again))];
  if (climbsAt !== undefined && isRoutine(rawAlarm)) return [banner("emphasis", w.ringBy(times.due(climbsAt)))];
  const climbs = alarm.decision ? w.climbsOn : w.climbs;
  if (climbsAt !== undefined) return [banner("warning", climbs(again, times.due(climbsAt)))];
  return again ? [banner("warning", climbs(again, w.every(length(comesEvery * 60_000))))] : [];
}
