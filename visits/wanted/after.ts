import { asReadIn } from "../as-read";
import { minutes } from "../deadlines";
import { type Notice, urgencies } from "../notice";
import type { Visit } from "../visit";
import {
  aboutIt,
  beside,
  informed,
  namesOf,
  notice,
  toEach,
  visitSlot,
  type WantedFacts,
  watchers,
  watchSlot,
} from "./draft";
import { attenders, clocks, concerns, cover } from "./during";
import { unaccountedFor } from "./left";

/** Once the visitors are back. What was written goes on its way even where writing it closed the record. */

export const back = (v: Visit, w: WantedFacts): Notice[] => [
  ...everyoneBack(v, w),
  ...unaccountedFor(v, w),
  ...reports(v, w),
  ...clocks(v, w),
  ...cover(v, w),
  ...attenders(v, w),
  ...concerns(v, w),
];

/** S5; an hour later it is no news. A channel in which somebody on the visit reads waits for nobody who was sent because of a discreet call (S4). */
const everyoneBack = (v: Visit, w: WantedFacts): Notice[] =>
  [...watchers(v, w), ...informed(v, w)].flatMap((to) => {
    const at = ("channel" in to ? asReadIn(v, to.channel, w) : v).everyoneBack;
    const draft = { key: "everyoneBack", id: `back/${at}`, slot: watchSlot, args: aboutIt(v, w) } as const;
    return at === undefined || w.now - at > minutes(60) ? [] : [notice(to, { ...draft, at })];
  });

/** AET-59: issues to the Principal. Older records keep a concern here as well. What was written is on their card alone. */
function reports(v: Visit, w: WantedFacts): Notice[] {
  const { minutes: written } = v;
  if (!written) return [];
  const draft = {
    at: written.at,
    slot: visitSlot,
    urgency: urgencies.reminder,
    args: { ...aboutIt(v, w), by: namesOf([written.by], w) },
  } as const;
  return [
    ...(written.issues
      ? toEach(beside(v, w, w.policy.incidentsTo.value), { ...draft, key: "incident", id: `incident/${written.at}` })
      : []),
    ...toEach(
      (written.sentTo ?? []).filter((id) => !v.plan.visitors.includes(id)),
      {
        ...draft,
        key: "outcome",
        id: `outcome/${written.at}`,
        slot: { card: "minutes" },
      },
    ),
    ...(written.concern
      ? toEach(beside(v, w, w.policy.safeguardingTo.value), { ...draft, key: "concern", id: `concern/${written.at}` })
      : []),
  ];
}
