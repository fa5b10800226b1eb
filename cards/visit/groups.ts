import type { Look } from "../look";
import type { Press } from "../press";
import { words } from "../words/en-gb";

const w = words.visit;

type Group = { title: string; presses: Press[] };

/** The presses that matter now, in the order in which they are likely to be wanted; one that is not offered is not there. */
export function groups(look: Look): Group[] {
  const all = [agreeing(look), answers(look), stages(look), later(look), wrong(look), found(look)];
  return all.filter(({ presses }) => presses.length > 0);
}

const agreeing = ({ press }: Look): Group => ({
  title: w.agreeTitle,
  presses: [
    ...press("agreeToVisit", words.agree.agree, { style: "positive" }),
    ...press("refuseVisit", words.agree.refuse),
  ],
});

/** Three ordinary answers. Which of them means help, each person has agreed with the school; the card cannot know (S4). */
const answers = ({ press }: Look): Group => ({
  title: w.answersTitle,
  presses: (["stayingAWhile", "leavingSoon", "onMyWay"] as const).flatMap((answer) =>
    press("checkIn", w.answers[answer], { set: { answer } }),
  ),
});

/** Whoever goes straight home signs in there. */
const goingHome = ({ raw }: Look): boolean =>
  raw.visitors.some(({ id, outing }) => "id" in raw.viewer && id === raw.viewer.id && outing?.where === "goingHome");

const stages = (look: Look): Group => ({
  title: w.stagesTitle,
  presses: [
    ...look.press("arrive", w.arrive),
    ...look.press("noOneHome", w.noOneHome),
    ...look.press("leave", w.leave),
    ...look.press("leftForHome", w.leftForHome),
    ...look.press("signIn", goingHome(look) ? w.signInHome : w.signIn, {
      style: look.raw.next?.key === "signIn" ? "positive" : "default",
    }),
  ],
});

const later = ({ raw, press }: Look): Group => ({
  title: raw.phase === "out" ? w.laterTitle : w.lateToLeaveTitle,
  presses: (["15", "30", "60"] as const).flatMap((more) => press("changePlan", w.later[more], { set: { more } })),
});

const wrong = ({ press }: Look): Group => ({
  title: w.wrongTitle,
  presses: [
    ...press("askForHelp", w.help, { style: "destructive", set: { kind: "help" } }),
    ...press("askForHelp", w.violence, { style: "destructive", set: { kind: "violence" } }),
    ...press("endUnsafe", w.unsafe, { set: { how: "unsafe" } }),
    ...press("endUnsafe", w.unsafeViolence, { set: { how: "violence" } }),
  ],
});

const found = ({ press }: Look): Group => ({
  title: w.foundTitle,
  presses: press("reportOut", w.reportOut),
});
