import { words } from "../../words/en-gb";
import { telLink, telUrl } from "../links";
import { type Fact, fact } from "../pieces";
import { open, type Press } from "../press";
import { heardOf, whereOf } from "../where";
import type { AlarmLook } from "./look";

const w = words.alarm;

type Row = { name: string; facts: Fact[]; presses: Press[] };

/** Each visitor concerned: since when nothing was heard, and how to reach them. */
export const aboutEach = (look: AlarmLook): Row[] =>
  look.rawAlarm.ended
    ? look.rawAlarm.about.map((_, i) => spokenRow(look, i)).filter(({ facts }) => facts.length > 0)
    : look.rawAlarm.about.map((_, i) => row(look, i));

/** When it is over, how to reach them is not wanted any more. */
function spokenRow({ alarm, times }: AlarmLook, i: number): Row {
  const { name, spoken } = alarm.about[i] as AlarmLook["alarm"]["about"][number];
  return { name, facts: fact(w.spoken, spoken && w.spokenBy(spoken.by, times.moment(spoken.at))), presses: [] };
}

function row(look: AlarmLook, i: number): Row {
  const { alarm, rawAlarm, times } = look;
  const { name, lastContact, unheard, spoken } = alarm.about[i] as AlarmLook["alarm"]["about"][number];
  const { id, phone, otherPhone } = rawAlarm.about[i] as AlarmLook["alarm"]["about"][number];
  const visitor = look.sight.visitors.find((one) => one.id === id);
  return {
    name,
    facts: [
      ...fact(words.watch.lastContact, heardOf({ contact: lastContact, unheard }, times)),
      ...fact(w.spoken, spoken && w.spokenBy(spoken.by, times.moment(spoken.at))),
      ...fact(words.watch.status, standingOf(look, id)),
      ...fact(
        words.watch.phone,
        rawAlarm.doNotRing ? phone && w.notToRing : [phone, otherPhone].map(telLink).filter(Boolean).join(" · "),
      ),
      ...fact(words.watch.vehicle, visitor?.vehicle),
    ],
    presses: rowPresses(look, id, phone),
  };
}

/** Back by a press of theirs is no word of theirs: it ends nothing that somebody has in hand (S3). */
function standingOf({ sight, rawAlarm, times }: AlarmLook, id: string): string | undefined {
  const outing = sight.visitors.find((one) => one.id === id)?.outing;
  if (outing?.back === undefined) return outing && whereOf(outing);
  const when = times.moment(outing.back);
  if (outing.backHow !== "signedIn" && outing.backHow !== "home") return words.visit.isBack(when);
  return rawAlarm.doNotRing ? w.signedIn(when) : w.signedInOnly(when);
}

function rowPresses({ rawAlarm, press, raw }: AlarmLook, id: string, phone: string | undefined): Press[] {
  const called =
    raw.visitors.find((one) => one.id === id)?.name ?? rawAlarm.about.find((one) => one.id === id)?.name ?? "";
  return [
    ...(phone && !rawAlarm.doNotRing
      ? [
          open(
            words.watch.ring(called),
            telUrl(phone),
            rawAlarm.ask === "call" && rawAlarm.cause !== "uncovered" ? "positive" : "default",
          ),
        ]
      : []),
    ...press("seenBack", words.watch.seenBack(called), { set: { who: id }, alone: true }),
    ...(rawAlarm.doNotRing ? [] : press("phonedIn", w.phonedOk(called), { set: { who: id, what: "ok" }, alone: true })),
  ];
}
