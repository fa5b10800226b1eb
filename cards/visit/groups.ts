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

const stages = ({ raw, press }: Look): Group => ({
  title: w.stagesTitle,
  presses: [
    ...press("arrive", w.arrive),
    ...press("noOneHome", w.noOneHome),
    ...press("leave", w.leave),
    ...press("leftForHome", w.leftForHome),
    ...press("signIn", w.signIn, { style: raw.next?.key === "signIn" ? "positive" : "default" }),
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
