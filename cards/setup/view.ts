import type { SetUpSight } from "../../schools/setup/sight";
import { setUp as w, words } from "../../words/en-gb";
import { neutral, plain } from "../neutral";
import { type Banner, banner, type Choice, type Fact, fact, person } from "../pieces";
import { type Press, toggle } from "../press";
import { timesIn } from "../times";

const shownInLog = 10;

/** The administrators' card: first what is missing and what waits for them, then everything that can be changed, folded. */
export function setUpView(sight: SetUpSight): object {
  const { school, policy } = sight;
  return {
    w,
    head: { title: w.title(neutral(school.name)), under: w.under(neutral(policy.title)) },
    banners: [standing(sight)],
    suggested: suggested(sight),
    waiting: sight.waiting.map((one) => ({
      say: `${one.no}. ${neutral(w.proposedBy(capital(one.say), one.by))}`,
      presses: decisions(one),
    })),
    facts: facts(sight),
    toggles: toggles(),
    people: sight.people.map(person),
    roles: sight.roles.map(({ role, title }) => ({ title: plain(title, 80), value: role })),
    roleFacts: sight.roles.flatMap(({ title, people }) => fact(neutral(title), neutral(people.join(", ")) || w.nobody)),
    channels: sight.channels.map(({ name }) => ({ title: plain(name, 80), value: name })),
    settings: sight.settings.map(settingChoice),
    log: log(sight),
    ...presses,
    foot: words.foot(neutral(policy.title), timesIn(school.zone, sight.now).clock(sight.now)),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const standing = ({ missing }: SetUpSight): Banner =>
  missing.length === 0
    ? banner("good", w.complete)
    : banner("attention", w.missing, missing.map((line) => `- ${neutral(capital(line))}`).join("\n"));

type Do = Readonly<Record<string, string>>;
const press = (title: string, data: Do, style: "default" | "positive" | "destructive" = "default"): Press => ({
  type: "Action.Execute",
  title: plain(title, 80),
  verb: "setUp",
  style,
  data: { ...data, verb: "setUp", card: "setup" },
});

/** What the pack suggests for what is missing, one press each. */
const suggested = ({ settings }: SetUpSight): Press[] =>
  settings
    .filter((one) => one.open && one.suggested)
    .slice(0, 6)
    .map(({ name, title }) => press(w.takeSuggested(title), { do: "setting", setting: name, value: "asSuggested" }));

const decisions = ({ no, mine }: SetUpSight["waiting"][number]): Press[] =>
  mine
    ? [press(w.withdraw(no), { do: "decline", no: String(no) })]
    : [
        press(w.confirm(no), { do: "confirm", no: String(no) }, "positive"),
        press(w.decline(no), { do: "decline", no: String(no) }, "destructive"),
      ];

function facts(sight: SetUpSight): Fact[] {
  const { closedDays, earlyClosing, cover, acting } = sight;
  const missing = sight.channels.filter(({ set }) => !set).map(({ name }) => `${name} ${w.notSet}`);
  const there = sight.channels.filter(({ set }) => set).map(({ name }) => name);
  return [
    ...fact(w.facts.channels, neutral([...there, ...missing].join(", ")) || w.none),
    ...fact(w.facts.codeWord, sight.codeWordSet ? w.isSet : w.notSet),
    ...fact(w.facts.cover, cover.map(({ from, to }) => `${from}–${to}`).join(", ") || w.wholeDay),
    ...fact(w.facts.closed, spansOf(closedDays, sight).join(", ") || w.none),
    ...fact(w.facts.early, earlyClosing.map(({ date, time }) => `${day(date, sight)} ${time}`).join(", ")),
    ...fact(
      w.facts.acting,
      neutral(
        acting.map((one) => w.actingSays(one.name, one.title, day(one.from, sight), day(one.to, sight))).join("; "),
      ),
    ),
  ];
}

const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const day = (date: string, { school, now }: SetUpSight): string => timesIn(school.zone, now).day(noon(date));

/** Days that follow one another are said by their first and last. */
function spansOf(days: readonly string[], sight: SetUpSight): string[] {
  const spans: { from: string; to: string }[] = [];
  for (const date of days) {
    const last = spans.at(-1);
    if (last && noon(date) - noon(last.to) === 86_400_000) last.to = date;
    else spans.push({ from: date, to: date });
  }
  return spans.map(({ from, to }) => (from === to ? day(from, sight) : `${day(from, sight)}–${day(to, sight)}`));
}

const toggles = (): Press[] =>
  (Object.keys(w.show) as (keyof typeof w.show)[]).map((part) => toggle(w.show[part], part));

const settingChoice = ({ name, title, value, open }: SetUpSight["settings"][number]): Choice => ({
  title: neutral(open ? w.settingOpen(title) : w.settingNow(title, value), 200),
  value: name,
});

const log = ({ log: entries, school, now }: SetUpSight): object[] =>
  entries.slice(0, shownInLog).map(({ at, say, by, second, declined }) => ({
    text: neutral(
      `${timesIn(school.zone, now).moment(at)}: ${(declined ? w.loggedDeclined : w.logged)(capital(say), by, second)}`,
    ),
  }));

const presses = {
  rolePresses: [
    press(w.giveRole, { do: "giveRole" }),
    press(w.takeRole, { do: "takeRole" }),
    press(w.acting, { do: "acting" }),
  ],
  dayPresses: [
    press(w.close, { do: "close" }),
    press(w.open, { do: "open" }),
    press(w.closeEarly, { do: "closeEarly" }),
    press(w.setCover, { do: "cover" }),
  ],
  settingPresses: [press(w.set, { do: "setting" }), press(w.unset, { do: "unset" })],
  channelPresses: [press(w.setChannel, { do: "channel" })],
  wordPresses: [press(w.setWord, { do: "codeWord" })],
};
