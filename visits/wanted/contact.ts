import { callReminders, contactAhead, contactDeciders } from "../contacts";
import { type Notice, type Slot, urgencies } from "../notice";
import { leaders } from "../reports";
import type { Contact, Visit } from "../visit";
import { beside, namesOf, toEach, type WantedFacts } from "./draft";
import { newestRounds } from "./tasks";

/** A call in place of a visit: who decides, who makes it, who sits in and who knows of it (AET-A-112 to 126). */
export function contactNotices(v: Visit, w: WantedFacts): Notice[] {
  const { contact } = v;
  if (!contact) return offered(v);
  if (contact.made || contact.notMade) return [];
  const { no, by, decided } = contact;
  const slot = { card: "contact", no } as const;
  const args = { by: namesOf([by], w), names: namesOf([by], w), startAt: contact.at, how: contact.how };
  const common = { slot, urgency: urgencies.reminder, args } as const;
  if (!decided) {
    const deciders = beside(v, w, contactDeciders(w)).filter((id) => id !== by && id !== contact.beside);
    return toEach(deciders, { ...common, key: "contactAsked", id: `contact/${no}`, at: contact.asked });
  }
  const answer = { ...args, by: namesOf([decided.by], w), how: decided.yes ? "yes" : "no" };
  return [
    ...toEach([by], {
      ...common,
      slot: mine,
      key: "contactDecided",
      id: `contactDecided/${no}`,
      at: decided.at,
      args: answer,
    }),
    ...underWay(v, w, common),
  ];
}

/** The card on which the call is planned, and goes on until it is recorded. */
const mine: Slot = { card: "contact" };

/** To whoever called the visit off over illness, else to the lead: where contact is needed, here it is planned. */
function offered({ off, plan }: Visit): Notice[] {
  if (!off?.ill) return [];
  const whose = plan.visitors.includes(off.by) ? off.by : plan.visitors[0];
  const draft = { key: "contactOffered", id: `contactOffered/${off.at}`, at: off.at, slot: mine } as const;
  return toEach(whose === undefined ? [] : [whose], { ...draft, urgency: urgencies.reminder });
}

type Common = Pick<Parameters<typeof toEach>[1], "slot" | "urgency" | "args">;

function underWay(v: Visit, w: WantedFacts, common: Common): Notice[] {
  const ahead = contactAhead(v);
  if (!ahead?.decided) return [];
  const { no, at, by, beside: second, knows, decided } = ahead;
  return [
    ...toEach(second ? [second] : [], { ...common, key: "contactBeside", id: `contactBeside/${no}`, at: decided.at }),
    ...toEach(knows === second ? [] : [knows], {
      ...common,
      key: "contactKnown",
      id: `contactKnown/${no}`,
      at: decided.at,
    }),
    ...unrecorded(v, w, ahead, common),
    ...(w.now >= at ? toEach([by], { ...common, slot: mine, key: "contactDue", id: `contactDue/${no}`, at }) : []),
  ];
}

/** Nobody has said what came of it: said again each hour, and to those who authorise and decide as well. */
function unrecorded(v: Visit, w: WantedFacts, call: Contact, common: Common): Notice[] {
  const rounds = callReminders(call)
    .filter((at) => at <= w.now)
    .flatMap((at, round) => {
      const draft = { ...common, key: "contactUnrecorded", id: `contactUnrecorded/${call.no}/${round}`, at } as const;
      const others = round > 0 ? beside(v, w, [...contactDeciders(w), ...leaders(w.policy, v)]) : [];
      return [
        ...toEach([call.by], { ...draft, slot: mine }),
        ...toEach(
          others.filter((id) => id !== call.by),
          draft,
        ),
      ];
    });
  return newestRounds(rounds);
}
