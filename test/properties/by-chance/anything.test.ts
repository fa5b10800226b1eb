import { isDeepStrictEqual } from "node:util";
import { isActive } from "../../../schools/roster";
import type { At, Id } from "../../../schools/school";
import { nextDeadline } from "../../../visits/deadlines";
import { replay } from "../../../visits/evolve";
import type { Notice } from "../../../visits/notice";
import { allOut, hasRole, isHelp, isOut, isSilence, openAlarms, visitorsOut } from "../../../visits/people";
import { tick } from "../../../visits/tick";
import type { Alarm, Visit } from "../../../visits/visit";
import { wanted } from "../../../visits/wanted";
import { ann } from "../../people";
import type { Story } from "../../visits/story";
import { everyone } from "./people";
import { holds, samples } from "./runs";
import { anyTale, folded, type Moment, play, type Tale } from "./tale";

/** Whatever anybody presses, and whenever: no moment of any story breaks these. A rule gives what is wrong, if anything. */

type Seen = Moment & { told: readonly Notice[]; next: At | undefined };
type Rule = (moment: Seen, visit: Visit) => unknown;

const usually = 16;
const rules = new Map<string, Rule>();
const broken = new Set<string>();

/** All tales are told once, for all rules; one that is broken is told again by itself until the shortest way to break it is found. */
function always(name: string, rule: Rule): void {
  rules.set(name, rule);
  it(name, () => {
    if (broken.has(name)) holds(anyTale, usually, (tale) => look(tale, [[name, rule]], tell));
  });
}
/** Once the clock has had its say. */
const settled = (name: string, rule: Rule) =>
  always(name, (moment, visit) => (moment.command ? undefined : rule(moment, visit)));

const look = (
  tale: Tale,
  all: Iterable<[string, Rule]>,
  found: (name: string, wrong: unknown, moment: Moment) => void,
) =>
  play(tale, (moment) => {
    const visit = moment.after;
    if (!visit) return;
    const seen = { ...moment, told: wantedOf(moment.story), next: nextOf(moment.story) };
    for (const [name, rule] of all) {
      const wrong = rule(seen, visit);
      if (wrong !== undefined && wrong !== false && !(Array.isArray(wrong) && wrong.length === 0))
        found(name, wrong, moment);
    }
  });

const tell = (_name: string, wrong: unknown, { story, command, refusal, before }: Moment) => {
  throw new Error(
    JSON.stringify(
      {
        wrong,
        before: before?.phase,
        press: command && { ...command, who: command.who.name },
        refusal,
        told: lines(story),
      },
      null,
      1,
    ),
  );
};
const lines = ({ events, roster }: Story) =>
  events.map(({ at, by, type, ...rest }) => {
    const who = roster.people.find(({ id }) => id === by)?.name ?? by;
    return `${new Date(at).toISOString().slice(5, 16)} ${who} ${type} ${JSON.stringify(rest).slice(0, 160)}`;
  });

const wantedOf = (story: Story, now = story.now) => wanted(story.is, { ...story.facts(ann), now });
const nextOf = (s: Story) => nextDeadline(s.is, s.policy, s.roster, s.now);

beforeAll(() => {
  for (const tale of samples(anyTale, usually)) look(tale, rules, (name) => broken.add(name));
});

describe("whatever is pressed", () => {
  always(
    "is answered, and a refusal has a sentence",
    ({ refusal }) => refusal !== undefined && refusal.say.trim().length < 5 && refusal,
  );

  let moments = 0;
  always("is drawn for everybody", ({ story }) => {
    if (moments++ % 10 > 0) return undefined;
    for (const viewer of [...everyone, { channel: "slt" }, { channel: "office" }]) story.seen(viewer);
    return undefined;
  });

  settled("leaves a state that its events replay and that survives being written down", ({ story }, visit) => {
    const [replayed, stored] = [replay(story.events), JSON.parse(JSON.stringify(visit))];
    if (!isDeepStrictEqual(written(replayed), written(visit))) return { replayed };
    return !isDeepStrictEqual(stored, written(visit)) && { stored };
  });

  always("leaves a phase that fits who is out", (_moment, v) => {
    if ((v.phase === "out") !== visitorsOut(v).length > 0) return "out without anybody, or the other way round";
    if (v.phase === "back" && !v.tasks.some(({ kind }) => kind === "minutes")) return "back, and no minutes asked for";
    if (v.plan.visitors.length === 0) return "nobody goes";
    return undefined;
  });

  always("names nobody whom the school does not know", ({ story }, v) => {
    const named = [
      ...Object.keys(v.outings),
      ...v.alarms.flatMap(({ about }) => Object.keys(about)),
      ...v.plan.visitors,
    ];
    return named.filter((id) => !everyone.some((p) => p.id === id) && !story.roster.people.some((p) => p.id === id));
  });
});

/** `undefined` is not written; anything that is no date or number would come back as null. */
const written = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, v]) => (v === undefined ? [] : [[key, written(v)]])));
};

describe("S1, S2: the watch", () => {
  settled(
    "has a time at which it looks again for everybody who is out, and for every alarm before the police are called",
    ({ story, next }, v) => {
      if (next !== undefined && !(next > story.now)) return "the next deadline is no time ahead";
      const alarms = openAlarms(v);
      if (next === undefined && alarms.some(({ police }) => !police)) return "an alarm is waiting for nothing";
      return next === undefined && allOut(v).filter((id) => !alarms.some(({ about }) => about[id]));
    },
  );

  settled("does nothing between two deadlines, so that none is missed", ({ story, told, next: ahead }, v) => {
    const next = ahead ?? story.now + 3 * 3_600_000;
    const before = new Set(told.map(({ id }) => id));
    for (const now of [next - 1, Math.floor((story.now + next) / 2)]) {
      const events = tick(v, { ...story.facts(ann), now, failed: [] });
      const more = wantedOf(story, now).filter(({ id }) => !before.has(id));
      if (events.length > 0 || more.length > 0) return { late: new Date(now), events, more };
    }
    return undefined;
  });

  settled("falls silent: once it has spoken there is nothing more to say", ({ story }, v) =>
    tick(v, { ...story.facts(ann), failed: [] }),
  );

  always("reckons nobody out who has not had the time to answer", (moment) =>
    folded(moment).filter(
      ({ before, event }) =>
        event.type === "FoundOut" && event.by === "clock" && event.at < (before?.plan.start ?? 0) + 10 * 60_000,
    ),
  );
});

describe("S2, S3: an alarm", () => {
  always(
    "is ended by nothing but its outcome, and by no device of those who are out unless nobody had it in hand",
    (moment) =>
      folded(moment).flatMap(({ before, event }) => {
        const alarm = event.type === "AlarmEnded" && before?.alarms.find(({ no }) => no === event.no);
        return alarm && before ? (wrongEnd(alarm, before, event, moment) ?? []) : [];
      }),
  );

  always("is never taken back: what has been raised stays in the record", ({ before }, v) =>
    (before?.alarms ?? []).filter(({ no }) => !v.alarms.some((alarm) => alarm.no === no)),
  );

  always(
    "has a number of its own",
    (_moment, v) => new Set(v.alarms.map(({ no }) => no)).size !== v.alarms.length && v.alarms.map(({ no }) => no),
  );
});

function wrongEnd(alarm: Alarm, v: Visit, event: { by: Id; how?: unknown }, { story, command, now }: Moment) {
  if (alarm.cause === "uncovered" || alarm.cause === "arrivalCall")
    return event.by === "clock" || event.by === command?.who.id ? undefined : "by nobody";
  const by = story.roster.people.find(({ id }) => id === event.by);
  if (!by) return "not by a person of the school";
  const aboutThem = Object.keys(alarm.about);
  if (isOut(v.outings[by.id]) || v.plan.visitors.includes(by.id)) {
    if (!isSilence(alarm)) return "a call for help, from a visitor's device";
    const held = alarm.holder && alarm.holder.until > now;
    return held || alarm.calls.length > 0 || alarm.police || alarm.decision ? "somebody had it in hand" : undefined;
  }
  if (!isActive(by, story.roster.school, now)) return "by somebody who has left";
  if (alarm.cause === "covert" && !hasRole(story.roster, by, ["dsl"], now)) return "covert help, not by the DSL";
  const unseen = aboutThem.filter((id) => {
    const back = v.outings[id]?.back?.how;
    return !(alarm.about[id]?.spoken || back === "seen" || (back && !isHelp(alarm)));
  });
  return unseen.length > 0 ? { neitherSpokenToNorSeen: unseen } : undefined;
}

describe("S5: nobody watches themselves", () => {
  always("so no alarm goes to anybody who is on the visit or out", ({ told }, v) => {
    const away = new Set([...v.plan.visitors, ...allOut(v)]);
    return told.filter(
      ({ to, slot, alarm, mention = [] }) =>
        (alarm !== undefined || slot.card === "alarm" || slot.card === "watch") &&
        (("person" in to && away.has(to.person)) || mention.some((id) => away.has(id))),
    );
  });

  always(
    "so nobody who goes has the watch",
    (_moment, v) => v.watch && v.plan.visitors.includes(v.watch.by) && v.watch,
  );
});

describe("S9: a press", () => {
  always("counts from when it was made, not from when it arrived", ({ before, command, now }, v) => {
    const who = command?.who.id ?? "";
    const [was, is] = [before?.outings[who], v.outings[who]];
    if (!command || !was || !is || was.left !== is.left || is.back) return undefined;
    const sent = Number.isNaN(command.sentAt) ? now : Math.min(command.sentAt, now);
    return is.contact > Math.max(was.contact, sent) && { was: was.contact, is: is.contact, sent };
  });

  always("of check-in or help is refused to nobody who is out", ({ before, command, refusal }) => {
    const isOutNow = command && isOut(before?.outings[command.who.id]);
    const asks = command?.verb === "checkIn" || command?.verb === "askForHelp" || command?.verb === "signIn";
    return isOutNow && asks && refusal?.refused !== "badInput" && refusal;
  });
});

describe("S11: an approval", () => {
  const approvers = ["principal"];

  always("is of the plan as it stands, by somebody who may and who does not go", ({ story }, v) => {
    if (v.phase !== "ready") return undefined;
    const by = story.roster.people.find(({ id }) => id === v.approval?.by);
    if (!v.approval || !by) return "none";
    if (v.approval.planNo !== v.plan.no) return "of another plan";
    if (v.plan.visitors.includes(by.id) || v.asked.by === by.id) return "of one's own visit";
    return !hasRole(story.roster, by, approvers, v.approval.at) && "by somebody who may not";
  });

  always("does not bear more than was approved: place, reason, risk, people, half an hour", ({ story }, v) => {
    if (v.phase !== "ready") return undefined;
    const approved = replay(story.events.slice(0, 1 + story.events.findLastIndex(({ type }) => type === "Approved")));
    const [was, is] = [approved.plan, v.plan];
    const moved = Math.max(
      Math.abs(is.start - was.start),
      Math.abs(is.back - was.back),
      Math.abs(is.leave - was.leave),
    );
    if (moved > 30 * 60_000) return { moved: moved / 60_000 };
    if (v.assessment?.at !== approved.assessment?.at) return "another risk assessment";
    const more = is.visitors.filter((id) => !was.visitors.includes(id) && id !== v.approval?.reserve);
    if (more.length > 0) return { more };
    return (["pupil", "address", "postcode", "reason", "purpose", "news"] as const).filter(
      (key) => was[key] !== is[key],
    );
  });

  always("takes along nobody who has refused since they agreed", (_moment, v) => {
    if (v.phase !== "ready") return undefined;
    return v.refusals.filter(
      ({ who, at }) => v.plan.visitors.includes(who) && (v.agreed[who] ?? 0) <= at && who !== v.approval?.reserve,
    );
  });
});

describe("what is wanted", () => {
  settled(
    "has ids of its own, the same a moment later, and since a time that does not move",
    ({ story, now, told: first, next }) => {
      const later = wantedOf(story, now + 1);
      if (new Set(first.map(({ id }) => id)).size !== first.length) return "two with one id";
      if (first.some(({ at }) => !(at <= now))) return first.filter(({ at }) => !(at <= now));
      return next !== now + 1 && later.filter(({ id, at }) => !first.some((n) => n.id === id && n.at === at));
    },
  );

  always("P10: carries no pupil, place or reason in its sentence", ({ told }, { plan }) => {
    const secrets = [plan.pupil, plan.address, plan.postcode, plan.purpose, plan.news, plan.whyNotInSchool].filter(
      (text) => text?.length > 5,
    );
    return told.filter(({ say }) => secrets.some((text) => JSON.stringify(say.args).includes(text)));
  });
});
