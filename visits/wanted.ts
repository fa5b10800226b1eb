import { firstOfEach, type Notice } from "./notice";
import type { Visit } from "./visit";
import { back } from "./wanted/after";
import { alarmNotices } from "./wanted/alarms";
import { asked, calledOff, ready } from "./wanted/before";
import { contactNotices } from "./wanted/contact";
import type { WantedFacts } from "./wanted/draft";
import { out } from "./wanted/during";
import { tasks } from "./wanted/tasks";

export type { WantedFacts };

const byPhase = { asked, ready, out, back, closed: back, off: calledOff } as const;

/**
 * What the present state calls for, each with a stable id. What is no longer called for is simply no longer here: an
 * acknowledgement, a check-in or an outcome takes notices away by itself.
 */
export function wanted(v: Visit, w: WantedFacts): Notice[] {
  const all = [...byPhase[v.phase](v, w), ...tasks(v, w), ...contactNotices(v, w), ...alarmNotices(v, w)];
  return firstOfEach(all, ({ id }) => id);
}
