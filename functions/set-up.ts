import type { Clock, Messenger, Store } from "../engine/ports";
import type { Schools } from "../schools/parse-schools";
import { holders, isActive } from "../schools/roster";
import type { Id, Roster } from "../schools/school";
import { applied } from "../schools/setup/apply";
import type { Change } from "../schools/setup/change";
import { readChange, type SetUpInput } from "../schools/setup/inputs";
import { nameOf, sayChange } from "../schools/setup/say";
import {
  confirm,
  decline,
  type Entry,
  heard,
  isNo,
  type No,
  nothingChanged,
  propose,
  type SetUp,
  type SetUpFacts,
  untold,
} from "../schools/setup/set-up";
import type { SetUpSight } from "../schools/setup/sight";
import { setUp as words } from "../words/en-gb";
import { settingUp } from "../words/en-gb/refusals/setting-up";
import type { KeptWords, LiveBook } from "./live-book";
import { namingIn, setUpSight } from "./set-up-sight";

type Parts = {
  store: Pick<Store, "get" | "change" | "all">;
  live: LiveBook;
  messenger: Pick<Messenger, "say">;
  clock: Clock;
  report: (what: string, about: Record<string, string>) => void;
};
export type SetUpAnswer = { sight: SetUpSight } & ({ said: string } | { refusal: No });

/** Set-up in Teams: what administrators see, what they press, and telling those who must hear of it (P2). */
export class SetUpDesk {
  constructor(private readonly parts: Parts) {}

  /** The first school of which this person is an administrator; undefined for everybody else. */
  async look(person: Id): Promise<SetUpSight | undefined> {
    await this.refresh();
    const roster = this.schoolOf(person);
    return roster && this.sightOf(roster, person);
  }

  async press(person: Id, input: SetUpInput): Promise<SetUpAnswer | undefined> {
    await this.refresh();
    const roster = this.schoolOf(person);
    if (!roster) return undefined;
    const said = await this.decide(roster, person, input);
    await this.refresh();
    void this.tell();
    const now = this.parts.live.book.roster(roster.school.id) ?? roster;
    const sight = await this.sightOf(now, person);
    return typeof said === "string" ? { sight, said } : { sight, refusal: said };
  }

  /** Whoever has not heard yet of a change; what can't be sent now is tried again the next time. */
  async tell(): Promise<void> {
    for (const { id, value } of await this.parts.store.all<SetUp>("setup")) {
      const roster = this.parts.live.book.roster(id);
      for (const { entry, who } of roster ? untold(value) : []) await this.tellOne(roster as Roster, entry, who);
    }
  }

  refresh(): Promise<void> {
    return this.parts.live.refresh(this.parts.store, this.parts.report);
  }

  private schoolOf(person: Id): Roster | undefined {
    const now = this.parts.clock.now();
    return this.parts.live.rosters().find((roster) => administratorsOf(roster, now).includes(person));
  }

  private async decide(roster: Roster, person: Id, input: SetUpInput): Promise<string | No> {
    const no = Number(input.no);
    if (input.do === "confirm") return this.settle(roster, person, no, confirm);
    if (input.do === "decline") return this.settle(roster, person, no, decline);
    const asked = readChange(input);
    if (isNo(asked)) return asked;
    const { change, word } = asked;
    const outcome = await this.change(roster, (setUp) => propose(setUp, change, this.factsOf(roster, person)));
    if (isNo(outcome)) return outcome;
    const entry = outcome.entries.findLast((one) => one.state === "waiting" && one.change.kind === change.kind);
    if (word !== undefined && entry) await this.keepWord(roster.school.id, entry.no, word);
    return entry?.by === person ? words.proposed : words.done;
  }

  private async settle(roster: Roster, person: Id, no: number, how: typeof confirm): Promise<string | No> {
    const outcome = await this.change(roster, (setUp) => how(setUp, no, this.factsOf(roster, person)));
    if (isNo(outcome)) return outcome;
    const entry = outcome.entries.find((one) => one.no === no);
    if (entry?.change.kind === "codeWord") await this.settleWord(roster.school.id, entry);
    return words.done;
  }

  /** One compare-and-set; a refusal leaves what is there. */
  private async change({ school }: Roster, next: (setUp: SetUp) => SetUp | No): Promise<SetUp | No> {
    let refusal: No | undefined;
    const kept = await this.parts.store.change<SetUp>("setup", school.id, (before = nothingChanged) => {
      const after = next(before);
      refusal = isNo(after) ? after : undefined;
      return isNo(after) || after === before ? undefined : after;
    });
    return refusal ?? kept ?? nothingChanged;
  }

  private async keepWord(school: Id, no: number, word: string): Promise<void> {
    await this.parts.store.change<KeptWords>("secret", school, (before = {}) => ({
      ...before,
      waiting: { ...before.waiting, [no]: word },
    }));
  }

  private async settleWord(school: Id, { no, state }: Entry): Promise<void> {
    await this.parts.store.change<KeptWords>("secret", school, (before = {}) => {
      const { [no]: word, ...waiting } = before.waiting ?? {};
      return { codeWord: state === "inEffect" && word !== undefined ? word : before.codeWord, waiting };
    });
  }

  private factsOf(roster: Roster, actor: Id): SetUpFacts {
    const { live, clock } = this.parts;
    const school = roster.school.id;
    const now = clock.now();
    return {
      now,
      actor,
      administrators: administratorsOf(roster, now),
      stands: (change) => sameFile(applied(live.schools.file, school, change), live.schools.file),
      faults: (change) => faultsOf(live.with(change, school), live.schools, roster, change),
      tell: (change) => [
        ...new Set([live.schools, live.with(change, school)].flatMap((schools) => this.toldOf(schools, school))),
      ],
    };
  }

  /** P2: Principal and DSL, by whatever roles the policy gives approving and safeguarding to. */
  private toldOf(schools: Schools | { faults: string[] }, school: Id): Id[] {
    if ("faults" in schools) return [];
    const roster = schools.rosters.find((one) => one.school.id === school);
    const policy = schools.policies.get(school);
    if (!roster || !policy) return [];
    const roles = [...policy.approvers.value, ...policy.safeguardingTo.value];
    return roles.flatMap((role) => holders(roster, role, this.parts.clock.now()).map(({ id }) => id));
  }

  private async tellOne(roster: Roster, entry: Entry, who: Id): Promise<void> {
    const { messenger, store } = this.parts;
    const text = this.news(roster, entry);
    const sent = await messenger.say(roster.school.id, { person: who }, text, { alert: true, mention: [] });
    if ("failed" in sent) return;
    await store.change<SetUp>("setup", roster.school.id, (setUp) => setUp && heard(setUp, entry.no, who));
  }

  private news(roster: Roster, { change, state, by, second }: Entry): string {
    const said = sayChange(change, namingIn(this.parts.live, roster));
    const names = [nameOf(roster, by), second ? nameOf(roster, second.by) : ""] as const;
    if (state === "waiting") return words.tellWaiting(roster.school.name, said, names[0]);
    if (state === "declined") return words.tellDeclined(roster.school.name, said, names[1]);
    return words.tellInEffect(roster.school.name, said, ...names);
  }

  private async sightOf(roster: Roster, viewer: Id): Promise<SetUpSight> {
    const { store, live, clock } = this.parts;
    const setUp = (await store.get<SetUp>("setup", roster.school.id)) ?? nothingChanged;
    return setUpSight(live, roster, setUp, { viewer, now: clock.now() });
  }
}

const administratorsOf = ({ school, people }: Roster, now: number): Id[] =>
  people.filter((one) => school.administrators?.includes(one.id) && isActive(one, school, now)).map(({ id }) => id);

/** What the change would break: the file's own rules, and what the school then would lack and doesn't now. */
function faultsOf(
  after: Schools | { faults: string[] },
  before: Schools,
  { school, people }: Roster,
  change: Change,
): string[] {
  if ((change.kind === "role" || change.kind === "acting") && !people.some(({ id }) => id === change.who))
    return [settingUp.who];
  if (change.kind === "role" && (people.find(({ id }) => id === change.who)?.schools.length ?? 0) > 1)
    return [settingUp.atSeveral];
  if ("faults" in after) return after.faults;
  const lacked = before.missing.get(school.id) ?? [];
  const more = (after.missing.get(school.id) ?? []).filter((line) => !lacked.includes(line));
  return change.kind === "policy" ? [] : more.map(settingUp.stillNeeded);
}

const sameFile = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
