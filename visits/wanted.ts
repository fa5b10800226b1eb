import { firstOfEach, type Notice } from "./notice";
import type { Visit } from "./visit";
import { back } from "./wanted/after";
import { alarmNotices } from "./wanted/alarms";
import { asked, calledOff, ready } from "./wanted/before";
import { contactNotices } from "./wanted/contact";
import type { WantedFacts } from "./wanted/draft";
import { attenders, clocks, concerns, cover, out } from "./wanted/during";
import { tasks } from "./wanted/tasks";

export type { WantedFacts };

/** Nobody has left by the record; whoever was sent after somebody who is feared to have is out all the same (S12). */
const beforehand =
  (by: (v: Visit, w: WantedFacts) => Notice[]) =>
  (v: Visit, w: WantedFacts): Notice[] => [
    ...by(v, w),
    ...attenders(v, w),
    ...clocks(v, w),
    ...cover(v, w),
    ...concerns(v, w),
  ];

const byPhase = {
  asked: beforehand(asked),
  ready: beforehand(ready),
  out,
  back,
  closed: back,
  off: beforehand(calledOff),
} as const;

/**
 * What the present state calls for, each with a stable id. What is no longer called for is simply no longer here: an
 * acknowledgement, a check-in or an outcome takes notices away by itself.
 */
export function wanted(v: Visit, w: WantedFacts): Notice[] {
  const all = [...byPhase[v.phase](v, w), ...tasks(v, w), ...contactNotices(v, w), ...alarmNotices(v, w)];
  return firstOfEach(all, ({ id }) => id);
}
