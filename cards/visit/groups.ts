import { words } from "../../words/en-gb";
import { telUrl } from "../links";
import type { Look } from "../look";
import { open, type Press } from "../press";

const w = words.visit;

type Group = { title: string; presses: Press[] };

/** The presses that are likely now, the likeliest first; one that is not offered is not there. */
export const groups = (look: Look): Group[] =>
  filled([
    agreeing(look),
    taking(look),
    ...(letterIsAsked(look) ? [] : [leaving(look)]),
    onward(look),
    ...(returnIsNear(look) ? [later(look)] : []),
    stages(look, likely(look)),
    answers(look),
    ...(laterIsLikely(look) && !returnIsNear(look) ? [later(look)] : []),
    wrong(look),
    found(look),
  ]);

/** What the card asks for next, and one press to check in, above all others; once the return is near, the nudge's answers come first (S7). */
export const first = (look: Look): Press[] =>
  returnIsNear(look) ? [] : [...asked(look), ...checkingIn(look), ...(planIsAsked(look) ? changing(look) : [])];

/** The letter is posted before they leave the door. */
function asked(look: Look): Press[] {
  const letter = letterIsAsked(look) ? leaving(look).presses : [];
  const stage = nextStage(look);
  return [...letter, ...(stage ? staging(look, stage, letter.length > 0 ? "default" : "positive") : [])];
}

const letterIsAsked = (look: Look): boolean => look.raw.offers.includes("letterLeft") && !returnIsNear(look);
/** Its press stands beneath what is confirmed by it and the address that it goes to. */
const doorIsAsked = ({ raw }: Look): boolean => raw.next?.key === "goOn";

/** Sent back for changes, or a companion is missing: then that is what comes next. */
export const planIsAsked = ({ raw }: Look): boolean => raw.next?.key === "amend" || raw.next?.key === "nameCompanion";

const changing = ({ raw, press }: Look): Press[] =>
  press("amend", raw.next?.key === "nameCompanion" ? w.nameCompanion : w.amend, { style: "positive" });

const checkingIn = (look: Look): Press[] =>
  look.press("checkIn", w.checkIn, {
    style: asked(look).length > 0 || doorIsAsked(look) ? "default" : "positive",
  });

/** The stage that the card's first line asks for; none where it asks for something else. */
function nextStage(look: Look): Stage | undefined {
  const here = whereIAm(look);
  const asked = { signIn: "signIn", arrive: "arrive", returnNow: here === "leftTheHome" ? "signIn" : "leave" } as const;
  const stage = asked[(look.raw.next?.key ?? "") as keyof typeof asked] as Stage | undefined;
  return stage === "signIn" || (stage && stagesAt[here]?.includes(stage)) ? stage : undefined;
}

const returnIsNear = ({ raw }: Look): boolean => raw.next?.key === "leaveOrExtend";

/** All others, one press away: a cold thumb on a doorstep should not have to find its way past them. */
export const otherGroups = (look: Look): Group[] => {
  const now = [...likely(look), nextStage(look)];
  return filled([
    stages(
      look,
      everyStage.filter((verb) => !now.includes(verb)),
    ),
    notGoingIn(look),
    arrivingLater(look),
    ...(laterIsLikely(look) ? [] : [later(look)]),
  ]);
};

const filled = (all: readonly Group[]): Group[] => all.filter(({ presses }) => presses.length > 0);

const agreeing = ({ raw, press }: Look): Group => ({
  title: raw.offers.includes("agreeToVisit") ? w.agreeTitle : words.agree.agreed,
  presses: [
    ...press("agreeToVisit", words.agree.agree, { style: "positive" }),
    ...press("refuseVisit", words.agree.refuse),
  ],
});

/** Three ordinary answers. Which of them means help, each person has agreed with the school; the card cannot know (S4). */
const answers = (look: Look): Group => ({
  title: w.answersTitle,
  presses: [
    ...(returnIsNear(look) ? checkingIn(look) : []),
    ...(["stayingAWhile", "leavingSoon", "onMyWay"] as const).flatMap((answer) =>
      look.press("checkIn", w.answers[answer], { set: { answer } }),
    ),
    ...(outTogether(look) ? look.press("checkIn", w.bothOk, { set: { bothOk: "true" } }) : []),
  ],
});

const outTogether = ({ raw }: Look): boolean =>
  raw.visitors.filter(({ outing }) => outing && outing.back === undefined && !outing.attending).length === 2;

const everyStage = ["arrive", "noOneHome", "leave", "leftForHome", "signIn"] as const;
type Stage = (typeof everyStage)[number];

const stages = (look: Look, verbs: readonly Stage[]): Group => ({
  title: w.stagesTitle,
  presses: verbs.flatMap((verb) => staging(look, verb, "default")),
});

const staging = (look: Look, verb: Stage, style: "positive" | "default"): Press[] => [
  ...look.press(verb, stageTitle(look, verb), {
    style,
    ...(verb === "arrive" && look.raw.forms.adult ? { set: { adult: "yes" } } : {}),
  }),
  ...(verb === "arrive" && look.raw.forms.mayBeAlone
    ? look.press("arrive", w.arrivedAtDoor, { set: { adult: "no" } })
    : []),
];

/** Where an adult has to be there, arriving says that one is, and without one they wait outside. */
function stageTitle(look: Look, verb: Stage): string {
  const { adult } = look.raw.forms;
  if (adult && verb === "arrive") return w.arriveWith[adult] ?? w.arrive;
  if (adult && verb === "noOneHome") return w.noAdultHome;
  return verb === "signIn" && whereIAm(look) === "goingHome" ? w.signInHome : w[verb];
}

const whereIAm = ({ raw }: Look): string =>
  raw.visitors.find(({ id }) => "id" in raw.viewer && id === raw.viewer.id)?.outing?.where ?? "";

/** What may come next where the viewer is; whoever forgets to press on the way can still sign in when back. */
function likely(look: Look): readonly Stage[] {
  const here = stagesAt[whereIAm(look)] ?? [];
  const now: Stage[] = look.raw.next?.key === "arrive" || here.includes("signIn") ? [...here] : [...here, "signIn"];
  return now.filter((stage) => stage !== nextStage(look));
}

const stagesAt: Readonly<Record<string, readonly Stage[]>> = {
  onTheWay: ["arrive", "noOneHome"],
  atTheHome: ["leave"],
  waitingOutside: ["arrive", "leave"],
  leftTheHome: ["signIn", "leftForHome"],
  goingHome: ["signIn"],
};

/** Once the return is near, and before leaving. */
const laterIsLikely = (look: Look): boolean => look.raw.phase !== "out" || returnIsNear(look);

const later = ({ raw, press }: Look): Group => ({
  title: raw.phase === "out" ? w.laterTitle : w.lateToLeaveTitle,
  presses: (["15", "30", "60"] as const).flatMap((more) => press("changePlan", w.later[more], { set: { more } })),
});

const taking = ({ press }: Look): Group => ({
  title: w.toChild,
  presses: press("takeConcern", w.takeConcern, { style: "positive" }),
});

const leaving = ({ raw, press }: Look): Group => {
  const put = raw.leave ?? "nothing";
  return {
    title: w.letterTitle,
    presses: press("letterLeft", w.letterLeft[put] ?? w.letterLeft.nothing, { style: "positive" }),
  };
};

/** The next door in one press: what came of this one is in it. */
function onward({ raw, sight, press }: Look): Group {
  const at = raw.round.findIndex(({ here }) => here);
  const door = at < 0 ? undefined : sight.round[at + 1];
  if (!door) return { title: "", presses: [] };
  const to = { door: String(at + 1) };
  const left = raw.meeting !== undefined || whereIAm({ raw } as Look) === "leftTheHome";
  const outcomes = [
    ["spoken", w.onSpoken],
    ["noOneHome", w.onNoOne],
    ...(raw.leave === undefined || raw.leave === "nothing" ? [] : [["letter", w.onLetter] as const]),
  ] as const;
  return {
    title: w.onTitle(door.address ?? w.door(at + 2)),
    presses: left
      ? press("nextStop", w.onNow, { set: to, style: "positive", alone: true })
      : outcomes.flatMap(([outcome, title]) => press("nextStop", title, { set: { ...to, outcome }, alone: true })),
  };
}

/** At the door: why the policy calls a visit off there. */
const notGoingIn = (look: Look): Group => ({
  title: w.notInTitle,
  presses: whereIAm(look) === "leftTheHome" ? [] : turnedAway(look),
});

const turnedAway = ({ raw, press }: Look): Press[] =>
  (raw.forms.refusals ?? []).flatMap((how) => press("endUnsafe", w[how] ?? w.unsafe, { set: { how } }));

const arrivingLater = ({ raw, press }: Look): Group => ({
  title: w.arrivingLaterTitle,
  presses: raw.forms.arrivesLater
    ? (["15", "30"] as const).flatMap((more) => press("changePlan", w.later[more], { set: { more, arriving: "true" } }))
    : [],
});

/** Asked on the day of the visit, before leaving (AET-A-107, AET-A-111). */
export const illPresses = ({ raw, press }: Look): Press[] =>
  raw.phase === "ready" && raw.forms.ill ? press("cancel", words.contact.ill, { set: { ill: "true" } }) : [];

const wrong = ({ raw, press }: Look): Group => {
  const help = [
    ...press("askForHelp", w.help, { style: "destructive", set: { kind: "help" } }),
    ...press("askForHelp", w.violence, { style: "destructive", set: { kind: "violence" } }),
    ...press("askForHelp", w.rang999, { style: "destructive", set: { kind: "help", rang: "true" } }),
    ...press("endUnsafe", w.unsafe, { set: { how: "unsafe" } }),
  ];
  return {
    title: w.wrongTitle,
    presses: help.length > 0 ? [...help, open(w.ringSchool, telUrl(raw.school.phone))] : [],
  };
};

/** Before anybody has signed out; once the others have, of whoever has not; and once they are back, or it is off. */
const found = (look: Look): Group =>
  look.raw.next?.key === "sayWhere"
    ? {
        title: look.raw.phase === "off" ? w.offTitle : w.afterTitle,
        presses: [...look.press("stayBehind", w.stayedBehind), ...look.press("reportOut", w.stillOut)],
      }
    : leftAlready(look);

const leftAlready = ({ raw, press }: Look): Group =>
  raw.phase === "out"
    ? {
        title: raw.offers.includes("stayBehind") ? w.alongTitle : w.staysTitle,
        presses: [...press("reportOut", w.alreadyOut), ...press("stayBehind", w.stayBehind)],
      }
    : { title: w.foundTitle, presses: press("reportOut", w.reportOut) };
