import type { Clock, Messenger, Store } from "../engine/ports";
import { inputOf } from "../policies/setting-input";
import type { Packs } from "../schools/checks";
import { localDate } from "../schools/hours";
import type { Schools } from "../schools/parse-schools";
import { holders } from "../schools/roster";
import type { Id, Roster } from "../schools/school";
import { administratorsOf } from "../schools/setup/administrators";
import { applied } from "../schools/setup/apply";
import type { Change } from "../schools/setup/change";
import { readChange } from "../schools/setup/inputs";
import { meansNow } from "../schools/setup/meaning";
import type { Asked, SetUpInput } from "../schools/setup/reader";
import {
  confirm,
  decline,
  type Entry,
  isNo,
  type No,
  nothingChanged,
  propose,
  type SetUp,
  type SetUpFacts,
  toChannel,
} from "../schools/setup/set-up";
import type { SetUpSight } from "../schools/setup/sight";
import { setUp as words } from "../words/en-gb";
import { draftOf, keepDraft } from "./drafts";
import { faultsOf } from "./faults";
import { pageAfter, pressOnLadder } from "./ladder";
import type { KeptWords, LiveBook } from "./live-book";
import { tellOfSetUp } from "./news";
import { noteRoom, type Room, roomsOf } from "./rooms";
import { pageOf, setUpSight } from "./sight";
import { tellOfStrangeChat } from "./strange-chat";
import { countChange } from "./version";

type Parts = {
  store: Pick<Store, "get" | "put" | "change" | "all" | "away" | "some">;
  live: LiveBook;
  packs: Packs;
  messenger: Pick<Messenger, "say">;
  clock: Clock;
  report: (what: string, about: Record<string, string>) => void;
};
type Facts = SetUpFacts & { rooms: readonly string[]; out: readonly Id[] };
export type SetUpAnswer = { sight: SetUpSight } & ({ said: string } | { refusal: No });

/** Set-up in Teams: what administrators see, what they press, and telling those who must hear of it (P2). */
export class SetUpDesk {
  constructor(private readonly parts: Parts) {}

  /** Whether a school has this person among its administrators. */
  may(person: Id): boolean {
    return this.schoolsOf(person).length > 0;
  }

  /** The first school of which this person is an administrator; undefined for everybody else. */
  async look(person: Id): Promise<SetUpSight | undefined> {
    await this.refresh();
    const [roster] = this.schoolsOf(person);
    return roster && this.sightOf(roster, person, {});
  }

  async press(person: Id, input: SetUpInput): Promise<SetUpAnswer | undefined> {
    await this.refresh();
    const roster = this.schoolOf(person, input.school);
    if (!roster) return undefined;
    const said = await this.answer(roster, person, input);
    const now = this.parts.live.book.roster(roster.school.id) ?? roster;
    const page = typeof said === "string" ? pageAfter(input) : undefined;
    const sight = await this.sightOf(now, person, page ? { ...input, page } : input);
    return typeof said === "string" ? { sight, said } : { sight, refusal: said };
  }

  private async answer(roster: Roster, person: Id, input: SetUpInput): Promise<string | No> {
    const { store } = this.parts;
    const drafted = await pressOnLadder(this.parts, roster.school.id, person, input);
    if (drafted && !("propose" in drafted)) return "said" in drafted ? drafted.said : drafted;
    if (!drafted && input.do === "show") return words.shown;
    const said = await this.decide(roster, person, input, drafted?.propose);
    if (typeof said !== "string") return said;
    if (drafted) await keepDraft(store, roster.school.id, person, undefined);
    await countChange(store);
    await this.refresh();
    // What can't be told now the sweep tells.
    void this.tell().catch(() => undefined);
    return said;
  }

  /** P5: a channel in which an administrator has said so can be chosen in set-up; undefined for everybody else. */
  async note(person: Id, room: Omit<Room, "by" | "at">): Promise<string | undefined> {
    const rosters = this.schoolsOf(person);
    for (const { school } of rosters)
      await noteRoom(this.parts.store, school.id, { ...room, by: person, at: this.parts.clock.now() });
    return rosters.length > 0 ? words.roomNoted : undefined;
  }

  private telling: Promise<unknown> = Promise.resolve();

  /** Whoever has not heard yet of a change; what can't be sent now is tried again the next time. A press and the sweep tell one after the other: nobody hears it twice. */
  tell(): Promise<void> {
    const tells = () => tellOfSetUp(this.parts);
    const told = this.telling.then(tells, tells);
    this.telling = told;
    return told;
  }

  /** Whoever writes from somebody else's chat can't be told of an alarm: administrators hear of it. */
  strangeChat(person: Id): Promise<void> {
    return tellOfStrangeChat(this.parts, this.parts.live.rosters(), person);
  }

  refresh(): Promise<void> {
    const { live, store, clock, report } = this.parts;
    return live.refresh(store, clock.now(), report);
  }

  private schoolsOf(person: Id): Roster[] {
    const now = this.parts.clock.now();
    return this.parts.live.rosters().filter((roster) => administratorsOf(roster, now).includes(person));
  }

  /** Of several the one that the card is about; never one that is not theirs. */
  private schoolOf(person: Id, school: Id | undefined): Roster | undefined {
    const theirs = this.schoolsOf(person);
    return school === undefined ? theirs[0] : theirs.find((roster) => roster.school.id === school);
  }

  private async decide(roster: Roster, person: Id, input: SetUpInput, drafted?: Change): Promise<string | No> {
    const no = Number(input.no);
    const facts = await this.factsOf(roster, person);
    if (input.do === "confirm") return this.settle(roster, no, facts, confirm);
    if (input.do === "decline") return this.settle(roster, no, facts, decline);
    const asked = drafted ? { change: drafted } : readChange(input, { ...facts, ...this.standing(roster) });
    if (isNo(asked)) return asked;
    const { change, word }: Asked = asked;
    const outcome = await this.change(roster, (setUp) => propose(setUp, change, facts));
    if (isNo(outcome)) return outcome;
    const entry = outcome.entries.findLast((one) => one.state === "waiting" && one.change.kind === change.kind);
    if (word !== undefined && entry) await this.keepWord(roster.school.id, entry.no, word);
    return [entry?.by === person ? words.proposed : words.done, ...meansNow(change, facts.out)].join(" ");
  }

  private standing({ school }: Roster) {
    const baseline = this.parts.live.book.policy(school.id)?.riskBaseline?.value ?? null;
    const names = this.parts.live.settings(school.id).map(({ name }) => name);
    const asked = (name: string) => names.find((one) => one === name);
    return {
      rota: school.rota ?? [],
      baseline,
      written: (name: string) => this.parts.live.written(school.id, name),
      inputOf: (name: string) => (asked(name) ? inputOf(asked(name) as Parameters<typeof inputOf>[0]) : undefined),
    };
  }

  private async settle(roster: Roster, no: number, facts: Facts, how: typeof confirm): Promise<string | No> {
    const outcome = await this.change(roster, (setUp) => how(setUp, no, facts));
    if (isNo(outcome)) return outcome;
    const entry = outcome.entries.find((one) => one.no === no);
    if (entry?.change.kind === "codeWord") await this.settleWord(roster.school.id, entry);
    const means = entry?.state === "inEffect" ? meansNow(entry.change, facts.out) : [];
    return [words.done, ...means].join(" ");
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

  private async factsOf(roster: Roster, actor: Id): Promise<Facts> {
    const { live, clock, packs, store } = this.parts;
    const { id: school, timezone } = roster.school;
    const now = clock.now();
    const rooms = (await roomsOf(store, school)).map(({ conversation }) => conversation);
    const out = await store.away(school);
    const compared = { before: live.schools, today: localDate(now, timezone), rooms, out };
    return {
      now,
      actor,
      rooms,
      out,
      administrators: administratorsOf(roster, now),
      stands: (change) => sameFile(applied(live.schools.file, school, change, packs), live.schools.file),
      faults: (change) => faultsOf(change, roster, { ...compared, after: live.with(change, school) }),
      tell: (change) => [
        ...new Set([live.schools, live.with(change, school)].flatMap((schools) => this.toldOf(schools, school))),
        ...(change.kind === "channel" ? [toChannel(change.name)] : []),
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
    return holders(roster, roles, this.parts.clock.now()).map(({ id }) => id);
  }

  private async sightOf(roster: Roster, viewer: Id, input: SetUpInput): Promise<SetUpSight> {
    const { store, live, clock } = this.parts;
    const { id } = roster.school;
    const page = pageOf(input);
    // Of the two lists of one page: what is left to the school, and what its policy says.
    const setting = input.read === "said" ? input.said : input.setting;
    const others = this.schoolsOf(viewer).filter(({ school }) => school.id !== id);
    return setUpSight(live, roster, {
      ...{ viewer, page, setting, now: clock.now() },
      others: others.map(({ school }) => ({ id: school.id, name: school.name })),
      setUp: live.setUp(id),
      ...{ rung: input.rung, row: input.row },
      out: live.setUp(id).entries.some(({ state }) => state === "waiting") ? await store.away(id) : [],
      draft: setting === "ladder" ? await draftOf(store, id, viewer) : undefined,
      rooms: page === "channels" ? await roomsOf(store, id) : [],
      packs: page === "policy" ? live.packsThere() : [],
    });
  }
}

const sameFile = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
