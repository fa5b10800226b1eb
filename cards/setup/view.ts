import type { Page, SetUpSight } from "../../schools/setup/sight";
import { setUp as w, words } from "../../words/en-gb";
import { neutral } from "../neutral";
import { type Banner, banner, fact } from "../pieces";
import type { Press } from "../press";
import { timesIn } from "../times";
import { choicePage } from "./choice";
import { channelsPage, dayFacts, daysPage } from "./days";
import { opening, type Presses, pressesOn, type Section, section, suggestion } from "./form";
import { beginsPage, newRungPage, rungPage } from "./ladder";
import { actingText, peoplePage, rolesPage, rotaPage } from "./people";
import { choicesPage, policyPage } from "./policy";
import { rowPage } from "./rows";
import { capital } from "./sayings";
import { schoolPage } from "./school";

const shownInLog = 10;

/** The administrators' card: what is missing and what waits for them, then the page that is open. */
export function setUpView(sight: SetUpSight): object {
  const { school, policy, page, now } = sight;
  const press = pressesOn(sight);
  return {
    head: { title: title(sight), under: w.under(neutral(policy.title)) },
    banners: standing(sight),
    suggested: page === "overview" ? suggested(sight, press) : [],
    waitingTitle: w.waiting,
    waiting: sight.waiting.map((one) => ({
      differs: one.differs.map((text) => ({ text: `▸ ${neutral(text)}` })),
      say: [
        `${one.no}. ${neutral(w.proposedBy(capital(one.say), one.by))}`,
        ...one.means.map((text) => `**${text}**`),
      ].join(" "),
      presses: decisions(one, press),
    })),
    sections: sections(sight, press),
    menu: menu(sight, press),
    foot: words.foot(neutral(policy.title), timesIn(school.zone, now).dated(now)),
  };
}

function title({ school, page, choice }: SetUpSight): string {
  const whole = w.title(neutral(school.name));
  const part = page === "choice" && choice?.says ? w.choices.saysTitle : w.pages[page];
  return page === "overview" ? whole : `${whole}: ${part}`;
}

function standing({ missing, advised, page }: SetUpSight): Banner[] {
  if (page !== "overview") return missing.length === 0 ? [] : [banner("attention", w.stillMissing(missing.length))];
  const list = (lines: readonly string[]) => lines.map((line) => `- ${neutral(capital(line))}`).join("\n");
  return [
    missing.length === 0 ? banner("good", w.complete) : banner("attention", w.missing, list(missing)),
    ...(advised.length > 0 ? [banner("warning", w.advised, list(advised))] : []),
  ];
}

/** What the pack suggests for what is missing, one press each. */
const suggested = ({ settings }: SetUpSight, press: Presses): Press[] =>
  settings
    .filter((one) => one.open && one.suggested)
    .slice(0, 6)
    .map((one) => suggestion(one, press));

const decisions = ({ no, mine }: SetUpSight["waiting"][number], press: Presses): Press[] =>
  mine
    ? [press(w.withdraw(no), { do: "decline", no: String(no) })]
    : [
        press(w.confirm(no), { do: "confirm", no: String(no) }, "positive"),
        press(w.decline(no), { do: "decline", no: String(no) }, "destructive"),
      ];

function sections(sight: SetUpSight, press: Presses): Section[] {
  const { choice } = sight;
  const drawn: Record<Page, () => Section[]> = {
    overview: () => [section("", { facts: facts(sight) })],
    school: () => schoolPage(sight, press),
    people: () => peoplePage(sight, press),
    roles: () => rolesPage(sight, press),
    rota: () => rotaPage(sight, press),
    days: () => daysPage(sight, press),
    channels: () => channelsPage(sight, press, timesIn(sight.school.zone, sight.now).moment),
    policy: () => policyPage(sight, press),
    choices: () => choicesPage(sight, press),
    choice: () => (choice ? choicePage(sight, choice, press) : choicesPage(sight, press)),
    rung: () => (choice?.ladder ? rungPage(sight, choice.ladder, press) : []),
    newRung: () => (choice?.ladder ? newRungPage(sight, choice.ladder, press) : []),
    begins: () => (choice?.ladder ? beginsPage(choice.ladder, press) : []),
    newRow: () => (choice ? rowPage(sight, { ...choice, row: undefined }, press) : []),
    row: () => (choice ? rowPage(sight, choice, press) : []),
    log: () => [section("", { texts: log(sight) })],
  };
  return drawn[sight.page]();
}

function facts(sight: SetUpSight) {
  const missing = sight.channels.filter(({ set }) => !set).map(({ name }) => `${name} ${w.notSet}`);
  const there = sight.channels.filter(({ set }) => set).map(({ name }) => name);
  return [
    ...fact(w.facts.people, w.peopleCount(sight.people.length)),
    ...fact(w.facts.acting, sight.acting.map((one) => actingText(one, sight)).join("; ")),
    ...fact(w.facts.rota, sight.rota.length > 0 ? w.rotaCount(sight.rota.length) : undefined),
    ...fact(w.facts.channels, neutral([...there, ...missing].join(", ")) || w.none),
    ...fact(w.facts.codeWord, sight.codeWordSet ? w.isSet : w.notSet),
    ...dayFacts(sight),
  ];
}

const inMenu: readonly Page[][] = [
  ["people", "roles", "rota", "days"],
  ["channels", "school", "policy", "choices", "log"],
];

/** The page above one that is about a part of it. */
const above: Partial<Record<Page, readonly [Page, string]>> = {
  choice: ["choices", w.pages.choices],
  rung: ["choice", w.ladder.back],
  newRung: ["choice", w.ladder.back],
  begins: ["choice", w.ladder.back],
  row: ["choice", w.rows.back],
  newRow: ["choice", w.rows.back],
};

/** Where to go from here; a school's own pages, and an administrator's other schools. */
function menu(sight: SetUpSight, press: Presses): { presses: Press[] }[] {
  if (sight.page !== "overview") {
    const up = above[sight.page];
    return [{ presses: [...(up ? [opening(press, ...up)] : []), opening(press, "overview", w.back)] }];
  }
  const others = sight.others.map(({ id, name }) =>
    press(w.otherSchool(name), { do: "show", page: "overview", school: id }),
  );
  const rows = inMenu.map((pages) => ({ presses: pages.map((page) => opening(press, page)) }));
  return others.length > 0 ? [...rows, { presses: others }] : rows;
}

function log({ log: entries, school, now }: SetUpSight): string[] {
  if (entries.length === 0) return [w.noLog];
  const lines = entries.slice(0, shownInLog).map(({ at, say, by, second, declined, inFile }) => {
    const said = (declined ? w.loggedDeclined : w.logged)(capital(say), by, second);
    return neutral(`${timesIn(school.zone, now).moment(at)}: ${inFile ? w.loggedInFile(said) : said}`);
  });
  return [w.logHow, ...lines];
}
