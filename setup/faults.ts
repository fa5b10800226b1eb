import type { Schools } from "../schools/parse-schools";
import type { Id, Roster } from "../schools/school";
import { administratorsAfter, fewest } from "../schools/setup/administrators";
import type { Change, ChangeOf } from "../schools/setup/change";
import { waitsForOut } from "../schools/setup/meaning";
import { settingUp as say } from "../words/en-gb/refusals/setting-up";

/** The file as it stands and as it would stand. */
export type Compared = {
  before: Schools;
  after: Schools | { faults: string[] };
  today: string;
  rooms: readonly string[];
  /** Who is out on a visit. */
  out: readonly Id[];
};

/** What the change would break: the file's own rules, and what the school then would lack and doesn't now. A sentence each. */
export function faultsOf(change: Change, { school, people }: Roster, compared: Compared): string[] {
  const { before, after, today } = compared;
  const wrong = notForThem(change, people) ?? notARoom(change, compared) ?? waitsForOut(change, compared.out);
  if (wrong) return [wrong];
  if ("faults" in after) return after.faults;
  if (change.kind === "leaves" && locksOut(change, { school, people }, after)) return [say.lastAdministrator];
  // Another policy asks for other things, and somebody who goes goes whether they are missed or not: the card says what is missing then.
  if (change.kind === "policy" || change.kind === "leaves") return [];
  if (
    change.kind === "administrator" &&
    !change.stands &&
    administratorsAfter(rosterIn(after, school.id), today).length < fewest
  )
    return [say.twoAtLeast];
  const lacked = before.missingOn(school.id, today);
  const more = after.missingOn(school.id, today).filter((line) => !lacked.includes(line));
  return more.map(say.stillNeeded);
}

const rosterIn = ({ rosters }: Schools, school: Id): Roster =>
  rosters.find((one) => one.school.id === school) as Roster;

/** Nobody but them could set the school up after that day. */
const locksOut = ({ who, until }: ChangeOf<"leaves">, { school }: Roster, after: Schools): boolean =>
  until !== null &&
  school.administrators?.includes(who) === true &&
  administratorsAfter(rosterIn(after, school.id), until).length === 0;

/** Whoever is meant must be of this school; and whoever is new, not yet. */
function notForThem(change: Change, people: Roster["people"]): string | undefined {
  if (!("who" in change)) return undefined;
  const isHere = people.some(({ id }) => id === change.who);
  if (change.kind === "person") return isHere ? say.isHere : undefined;
  return isHere ? undefined : say.who;
}

/** P5: a channel comes only from where an administrator has said so. */
const notARoom = (change: Change, { rooms }: Compared): string | undefined =>
  change.kind === "channel" && !rooms.includes(change.conversation) ? say.room : undefined;
