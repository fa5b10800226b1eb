import { createHash } from "node:crypto";
import type { Book } from "../engine/parts";
import type { Store } from "../engine/ports";
import type { Policy } from "../policies/policy";
import type { PackLadder, ParameterName } from "../policies/statements";
import type { Packs } from "../schools/checks";
import { atLocal, localDate } from "../schools/hours";
import { type Schools, type Secret, schoolsOf } from "../schools/parse-schools";
import type { SchoolsFile } from "../schools/schema";
import type { At, Id, Roster } from "../schools/school";
import { applied } from "../schools/setup/apply";
import type { Change } from "../schools/setup/change";
import type { LadderAround } from "../schools/setup/inputs-ladder";
import { inEffect, nothingChanged, type SetUp } from "../schools/setup/set-up";
import type { ChoiceSight, SetUpSight } from "../schools/setup/sight";
import { onlyOf, withChanges } from "../schools/setup/standing";
import { choiceOn, differsOn, type Ground, ladderOn, saidIn, settingsOn, writtenOn } from "./choices";
import { withThoseOut } from "./still-out";
import { versionOf } from "./version";

/** What administrators set that no log may hold (P1): the word in effect, and words that wait for a second administrator, by entry. */
export type KeptWords = { codeWord?: string | undefined; waiting?: Readonly<Record<string, string>> };

type Report = (what: string, about: Record<string, string>) => void;
/** After this long everything is read again, whatever the version says: a process may have died between a change and its number. */
const trusted = 10 * 60_000;

/** The schools as they stand: their file with what set-up changed on top of it. */
export class LiveBook {
  private read: Schools;
  /** Asked for at every press and every look at a visit. */
  private known: { rosters: ReadonlyMap<Id, Roster>; secrets: ReadonlyMap<Id, Secret> };
  /** What the file alone says is worked out once. */
  private readonly policiesOfFile: ReadonlyMap<Id, Policy>;
  private policies: ReadonlyMap<Id, Policy>;
  private version: number | undefined;
  private readAt = 0;
  private setUps: ReadonlyMap<Id, SetUp> = new Map();

  constructor(
    private readonly base: Schools,
    private readonly packs: Packs,
  ) {
    this.read = base;
    this.known = byId(base);
    this.policiesOfFile = hashedAll(base);
    this.policies = this.policiesOfFile;
  }

  readonly book: Book = {
    schools: () => this.rosters().map(({ school }) => school.id),
    roster: (school) => this.known.rosters.get(school),
    policy: (school) => this.policies.get(school),
    secret: async (school) => this.known.secrets.get(school),
    unready: (school, at) => this.unready(school, at),
  };

  rosters(): readonly Roster[] {
    return this.read.rosters;
  }

  get schools(): Schools {
    return this.read;
  }

  /** What stands in the store now, read anew only where it was changed since; a change that the file contradicts is left out and reported. */
  async refresh(store: Pick<Store, "all" | "get" | "away" | "some">, now: At, report: Report): Promise<void> {
    const version = await versionOf(store);
    if (version === this.version && now < this.readAt + trusted) return;
    const setUps = await store.all<SetUp>("setup");
    const words = await store.all<KeptWords>("secret");
    const leftOut = (school: Id, { kind }: Change) =>
      report("a change of set-up no longer fits the schools file", { school, kind });
    let file = this.base.file;
    for (const { id, value } of setUps)
      file = withChanges(file, id, inEffect(value, this.since(id)), { packs: this.packs, leftOut });
    const setUp = new Map(setUps.map(({ id, value }) => [id, value]));
    for (const { id, value } of words) if (this.takesWord(id, setUp.get(id))) file = withWord(file, id, value.codeWord);
    const read = file === this.base.file ? this.base : schoolsOf(file, this.packs);
    if ("faults" in read) return report("set-up could not be read", { faults: String(read.faults.length) });
    this.read = await withThoseOut(store, read);
    this.known = byId(this.read);
    this.policies = read === this.base ? this.policiesOfFile : hashedAll(read);
    this.setUps = setUp;
    this.version = version;
    this.readAt = now;
  }

  /** From when on what is changed in Teams stands on top of the file; undefined: all of it does. */
  since(school: Id): At | undefined {
    const { asOf, timezone } = this.base.file.schools.find(({ id }) => id === school) ?? {};
    if (asOf === undefined || timezone === undefined) return undefined;
    const [date = "", time = "00:00"] = asOf.split("T");
    return atLocal(date, time, timezone);
  }

  /** The word that was set in Teams, unless the file has one and says that it is newer. */
  private takesWord(school: Id, setUp: SetUp = nothingChanged): boolean {
    const inFile = this.base.file.schools.find(({ id }) => id === school)?.settings.codeWord !== undefined;
    return !inFile || inEffect(setUp, this.since(school)).some(({ kind }) => kind === "codeWord");
  }

  /** What administrators of the school changed in Teams, as it was last read. */
  setUp(school: Id): SetUp {
    return this.setUps.get(school) ?? nothingChanged;
  }

  /** The school if one thing more stood in the file. A channel must be nobody else's, so for one all schools are looked at. */
  with(change: Change, school: Id): Schools | { faults: string[] } {
    const after = applied(this.read.file, school, change, this.packs);
    return schoolsOf(change.kind === "channel" ? after : onlyOf(after, school), this.packs);
  }

  /** Titles of the roles that the school's policy knows. */
  titles(school: Id): Readonly<Record<string, string>> {
    const roles = Object.entries(this.packOf(school)?.roles ?? {});
    return Object.fromEntries(roles.map(([role, name]) => [role, typeof name === "string" ? name : name.title]));
  }

  packTitle(school: Id): string {
    return this.packOf(school)?.title ?? "";
  }

  hasCodeWord(school: Id): boolean {
    return this.known.secrets.get(school)?.codeWord !== undefined;
  }

  /** Those that the ladder posts to, and those that there are. */
  channelsWanted(school: Id): string[] {
    const steps = Object.values(this.policies.get(school)?.ladder.value.steps ?? {});
    const there = Object.keys(this.book.roster(school)?.school.channels ?? {});
    return [...new Set([...steps.flatMap(({ channels }) => channels), ...there])];
  }

  /** What the policy leaves to the school, and how it stands. */
  settings(school: Id): SetUpSight["settings"] {
    const ground = this.groundOf(school);
    return ground ? settingsOn(ground) : [];
  }

  /** What the policy says itself. */
  says(school: Id): SetUpSight["says"] {
    const pack = this.packOf(school);
    return pack ? saidIn(pack) : [];
  }

  /** One of either, with all that is needed to choose it; in place of a ladder this draft of another. */
  choice(school: Id, name: string, draft?: PackLadder): ChoiceSight | undefined {
    const ground = this.groundOf(school);
    return ground && choiceOn(ground, name, draft);
  }

  /** What stands of a setting, as the file or the pack writes it. */
  written(school: Id, name: string): unknown {
    const ground = this.groundOf(school);
    return ground && writtenOn(ground, name as ParameterName);
  }

  /** What a change that waits would do otherwise, where that takes more than its sentence. */
  differs(school: Id, change: Change): string[] {
    const ground = this.groundOf(school);
    return ground ? differsOn(ground, change) : [];
  }

  /** What a ladder is edited beside: what stands, or the draft. */
  ladderAround(school: Id, draft: PackLadder | undefined): LadderAround | undefined {
    const ground = this.groundOf(school);
    return ground && ladderOn(ground, draft);
  }

  /** What the policy asks a visitor to hold. */
  checks(school: Id): { id: string; title: string }[] {
    const conditions = this.policies.get(school)?.conditions.value ?? [];
    return conditions.map(({ id, text }) => ({ id, title: text }));
  }

  /** Every policy there is. Reads them all, which takes a moment. */
  packsThere(): SetUpSight["packs"] {
    return [...this.packs.keys()].flatMap((name) => {
      const pack = this.packs.get(name);
      return pack ? [{ name, title: pack.title, trust: pack.about.trust }] : [];
    });
  }

  private groundOf(school: Id): Ground | undefined {
    const pack = this.packOf(school);
    const entry = this.read.file.schools.find(({ id }) => id === school);
    const [open, policy] = [this.read.open.get(school) ?? [], this.policies.get(school)];
    return pack && entry && { pack, entry, open, policy, channels: this.channelsWanted(school) };
  }

  private packOf(school: Id) {
    return this.packs.get(this.book.roster(school)?.school.policy ?? "");
  }

  private unready(school: Id, at: At): ReturnType<NonNullable<Book["unready"]>> {
    const roster = this.book.roster(school);
    const missing = roster ? this.read.missingOn(school, localDate(at, roster.school.timezone)) : [];
    const administrators = roster?.school.administrators ?? [];
    if (!roster || administrators.length === 0 || missing.length === 0) return undefined;
    const names = roster.people.filter(({ id }) => administrators.includes(id)).map(({ name }) => name);
    return { missing, administrators: names };
  }
}

const byId = ({ rosters, secrets }: Pick<Schools, "rosters" | "secrets">) => ({
  rosters: new Map(rosters.map((roster) => [roster.school.id, roster])),
  secrets: new Map(secrets.map((secret) => [secret.school, secret])),
});

const withWord = (file: SchoolsFile, school: Id, codeWord: string | undefined): SchoolsFile =>
  codeWord === undefined
    ? file
    : {
        ...file,
        schools: file.schools.map((one) =>
          one.id === school ? { ...one, settings: { ...one.settings, codeWord } } : one,
        ),
      };

const hashedAll = ({ policies }: Schools): Map<Id, Policy> =>
  new Map([...policies].map(([school, policy]) => [school, hashed(policy)]));

/** The same policy gives the same hash, in whatever order its values came. */
function hashed(policy: Omit<Policy, "hash">): Policy {
  return { ...policy, hash: createHash("sha256").update(canonical(policy)).digest("hex") };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
