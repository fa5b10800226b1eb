import { localDate } from "../schools/hours";
import type { At, Id, Roster } from "../schools/school";
import { type Naming, nameOf, sayChange } from "../schools/setup/say";
import type { Entry, SetUp } from "../schools/setup/set-up";
import type { SetUpSight } from "../schools/setup/sight";
import type { LiveBook } from "./live-book";

/** A school's set-up as an administrator sees it: how it stands, what waits, what was changed. */
export function setUpSight(
  live: LiveBook,
  roster: Roster,
  { entries }: SetUp,
  { viewer, now }: { viewer: Id; now: At },
): SetUpSight {
  const naming = namingIn(live, roster);
  const waiting = entries.filter(({ state }) => state === "waiting");
  const settled = entries.filter(({ state }) => state !== "waiting").toReversed();
  return {
    ...people(live, roster, now),
    ...days(roster, now),
    now,
    missing: live.schools.missing.get(roster.school.id) ?? [],
    codeWordSet: live.hasCodeWord(roster.school.id),
    settings: live.settings(roster.school.id),
    waiting: waiting.map((entry) => ({ no: entry.no, ...saidOf(entry, naming), mine: entry.by === viewer })),
    log: settled.map((entry) => ({
      ...saidOf(entry, naming),
      at: entry.at,
      second: entry.second && nameOf(roster, entry.second.by),
      declined: entry.state === "declined",
    })),
  };
}

export const namingIn = (live: LiveBook, roster: Roster): Naming => ({ roster, titles: live.titles(roster.school.id) });

const saidOf = (entry: Entry, naming: Naming) => ({
  say: sayChange(entry.change, naming),
  by: nameOf(naming.roster, entry.by),
});

function people(live: LiveBook, { school, people: here }: Roster, now: At) {
  const titles = live.titles(school.id);
  const today = localDate(now, school.timezone);
  const holding = (role: string) => here.filter((one) => one.roles.includes(role)).map(({ name }) => name);
  return {
    school: { id: school.id, name: school.name, zone: school.timezone },
    policy: { pack: school.policy, title: live.packTitle(school.id) },
    roles: Object.entries(titles).map(([role, title]) => ({ role, title, people: holding(role) })),
    people: here.map(({ id, name }) => ({ id, name })),
    acting: school.acting
      .filter(({ to }) => to >= today)
      .map(({ who, role, from, to }) => ({
        name: nameOf({ school, people: here }, who),
        title: titles[role] ?? role,
        from,
        to,
      })),
    channels: live.channelsWanted(school.id).map((name) => ({ name, set: Object.hasOwn(school.channels, name) })),
  };
}

function days({ school }: Roster, now: At) {
  const today = localDate(now, school.timezone);
  const early = Object.entries(school.earlyClosing).map(([date, time]) => ({ date, time }));
  return {
    closedDays: school.closedDays.filter((date) => date >= today),
    earlyClosing: early.filter(({ date }) => date >= today),
    cover: school.hours.cover ?? [],
  };
}
