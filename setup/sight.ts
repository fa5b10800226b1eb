import { DateTime } from "luxon";
import type { PackLadder } from "../policies/statements";
import { localDate } from "../schools/hours";
import type { At, Id, Roster } from "../schools/school";
import { administratorsAfter, administratorsOf, fewest } from "../schools/setup/administrators";
import { keyOf } from "../schools/setup/apply";
import type { Change } from "../schools/setup/change";
import { meansNow } from "../schools/setup/meaning";
import { type Naming, nameOf, sayChange, sayDate } from "../schools/setup/say";
import { type Entry, isInFile, type SetUp } from "../schools/setup/set-up";
import { type ChoiceSight, type Page, pages, type SetUpSight } from "../schools/setup/sight";
import { setUp as words } from "../words/en-gb";
import type { LiveBook } from "./live-book";
import type { Room } from "./rooms";

type Around = Pick<SetUpSight, "page" | "others" | "packs" | "now"> & {
  viewer: Id;
  setting: string | undefined;
  rung?: string | undefined;
  row?: string | undefined;
  /** Who is out on a visit, where anything waits. */
  out?: readonly Id[];
  draft?: PackLadder | undefined;
  setUp: SetUp;
  rooms: readonly Room[];
};
type Ahead = { live: LiveBook; roster: Roster; now: At };

/** A school's set-up as an administrator sees it: how it stands, what waits, what was changed. */
export function setUpSight(live: LiveBook, roster: Roster, around: Around): SetUpSight {
  const { viewer, setUp, rooms, setting, page, others, packs, now } = around;
  const { id, timezone } = roster.school;
  const choice = ofOne.includes(page) && setting !== undefined ? choiceOf(live, id, around) : undefined;
  return {
    ...people(live, roster, now),
    ...days(roster, now),
    ...entries(setUp, namingIn(live, roster), {
      viewer,
      since: live.since(id),
      out: around.out ?? [],
      differs: (change) => live.differs(id, change),
    }),
    administrators: administratorsOf(roster, now).map((one) => nameOf(roster, one)),
    page: ofOne.includes(page) ? pageOfOne(page, choice) : page,
    ...{ others, packs, now, choice },
    missing: live.schools.missingOn(id, localDate(now, timezone)),
    advised: advised({ live, roster, now }),
    rooms: rooms.map(({ by, ...room }) => ({ ...room, by: nameOf(roster, by) })),
    codeWordSet: live.hasCodeWord(id),
    settings: live.settings(id),
    says: page === "choices" ? live.says(id) : [],
  };
}

/** Pages about one of the school's choices. */
const ofOne: readonly Page[] = ["choice", "rung", "newRung", "begins", "row", "newRow"];

function choiceOf(live: LiveBook, school: Id, { setting = "", draft, rung, row }: Around): ChoiceSight | undefined {
  const choice = live.choice(school, setting, draft);
  if (choice?.rows) return { ...choice, row: choice.rows.find(({ id }) => id === row) };
  if (!choice?.ladder || choice.says) return choice;
  return { ...choice, ladder: { ...choice.ladder, open: choice.ladder.rungs.find(({ id }) => id === rung) } };
}

/** Of a rung that is there no longer the ladder is shown, and of a choice that isn't, all of them. */
function pageOfOne(page: Page, choice: ChoiceSight | undefined): Page {
  if (!choice) return "choices";
  if (choice.rows) return page === "newRow" || (page === "row" && choice.row) ? page : "choice";
  const ladder = choice.says ? undefined : choice.ladder;
  return ladder && page !== "row" && page !== "newRow" && (page !== "rung" || ladder.open) ? page : "choice";
}

/** Where a press of an older card says nothing, the overview. */
export function pageOf({ page }: Readonly<Record<string, string>>): Page {
  return pages.find((one) => one === page) ?? "overview";
}

export const namingIn = (live: LiveBook, roster: Roster): Naming => ({
  roster,
  titles: live.titles(roster.school.id),
  checks: Object.fromEntries(live.checks(roster.school.id).map(({ id, title }) => [id, title])),
});

/** Beside which a log is read. */
type Eyes = { viewer: Id; since: At | undefined; out: readonly Id[]; differs: (change: Change) => string[] };

function entries(
  { entries: all }: SetUp,
  naming: Naming,
  { viewer, since, out, differs }: Eyes,
): Pick<SetUpSight, "waiting" | "log"> {
  const waiting = all.filter(({ state }) => state === "waiting");
  const settled = all.filter(({ state }) => state !== "waiting").toReversed();
  return {
    waiting: waiting.map((entry) => ({
      ...{ no: entry.no, ...saidOf(entry, naming), mine: entry.by === viewer },
      differs: differs(entry.change),
      means: meansNow(entry.change, out),
    })),
    log: settled.map((entry) => ({
      ...saidOf(entry, naming),
      at: entry.at,
      second: entry.second && nameOf(naming.roster, entry.second.by),
      declined: entry.state === "declined",
      inFile: isInFile(entry, since),
    })),
  };
}

const saidOf = (entry: Entry, naming: Naming) => ({
  say: sayChange(entry.change, naming),
  by: nameOf(naming.roster, entry.by),
});

function people(live: LiveBook, roster: Roster, now: At) {
  const { school, people: here } = roster;
  const titles = live.titles(school.id);
  const today = localDate(now, school.timezone);
  const titleOf = (role: string) => titles[role] ?? role;
  const holding = (role: string) => here.filter((one) => one.roles.includes(role)).map(({ name }) => name);
  return {
    school: {
      ...{ id: school.id, name: school.name, zone: school.timezone },
      ...{ phone: school.phone, phone2: school.phone2 },
    },
    policy: { pack: school.policy, title: live.packTitle(school.id) },
    roles: Object.entries(titles).map(([role, title]) => ({ role, title, people: holding(role) })),
    people: here.map(({ id, name, phone, until, roles, schools }) => ({
      ...{ id, name, phone, until, titles: roles.map(titleOf) },
      several: schools.length > 1,
    })),
    checks: live.checks(school.id),
    acting: school.acting
      .filter(({ to }) => to >= today)
      .map(({ who, role, from, to }) => ({ name: nameOf(roster, who), title: titleOf(role), from, to })),
    rota: (school.rota ?? []).map((duty) => ({
      ...duty,
      key: keyOf(duty),
      title: titleOf(duty.role),
      who: duty.who.map((id) => nameOf(roster, id)),
    })),
    channels: live.channelsWanted(school.id).map((name) => ({ name, set: Object.hasOwn(school.channels, name) })),
  };
}

function days({ school }: Roster, now: At) {
  const today = localDate(now, school.timezone);
  const early = Object.entries(school.earlyClosing).map(([date, time]) => ({ date, time }));
  return {
    hours: school.hours,
    terms: (school.terms ?? []).filter(({ to }) => to >= today),
    closedDays: school.closedDays.filter((date) => date >= today),
    earlyClosing: early.filter(({ date }) => date >= today),
    cover: school.hours.cover ?? [],
  };
}

/** How far ahead people are told of what will be missing then. */
const ahead = { days: 30 };

/** What stops nothing, and should be seen to: term dates, and what a last day or the end of an acting post will leave undone. */
function advised({ live, roster, now }: Ahead): string[] {
  const { school } = roster;
  const day = (days: number) => localDate(now + days * 86_400_000, school.timezone);
  const then = DateTime.fromMillis(now, { zone: school.timezone }).plus(ahead).toISODate() ?? day(30);
  const lacking = live.schools.missingOn(school.id, day(0));
  const soon = Array.from({ length: ahead.days }, (_, at) => day(at + 1));
  const first = soon.find((date) => live.schools.missingOn(school.id, date).some((line) => !lacking.includes(line)));
  const lost = first ? live.schools.missingOn(school.id, first).filter((line) => !lacking.includes(line)) : [];
  return [
    ...administratorAdvice(roster, [day(-1), ...soon.slice(0, -1)]),
    ...termAdvice(school.terms ?? [], then, school.timezone),
    ...lost.map((line) => words.advice.soon(sayDate(first ?? "", school.timezone), line)),
  ];
}

/** `days`: yesterday and those to come, after each of which two should be there. */
function administratorAdvice(roster: Roster, days: readonly string[]): string[] {
  const at = days.findIndex((date) => administratorsAfter(roster, date).length < fewest);
  if (at < 0) return [];
  const [first] = days;
  if (days[at] === first) return [words.advice.oneAdministrator];
  return [words.advice.soonAdministrators(sayDate(days[at + 1] ?? days[at] ?? "", roster.school.timezone))];
}

function termAdvice(terms: readonly { to: string }[], then: string, zone: string): string[] {
  const last = terms
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (last === undefined) return [words.advice.noTerms];
  return last <= then ? [words.advice.termsEnd(sayDate(last, zone))] : [];
}
