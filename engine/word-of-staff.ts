import { hash } from "node:crypto";
import { readingAt } from "../schools/roster";
import type { Id, Roster } from "../schools/school";
import { allOut, openAlarms } from "../visits/people";
import { asksAfterSomebody, isReadable } from "./facts";
import { faultOf } from "./faults";
import type { Stored } from "./ports";
import type { Work } from "./work";

const second = 1_000;
const every = 10 * second;
const atOnce = 16;

/** `list`: a digest of who is at the school and in which roles; `reading`: the day, and who is on duty by the rota. */
type Staff = { list: string; reading: string };
type Known = Staff & { roster: Roster };

/**
 * Who answers for visits at a school has changed: its list, or the day or hour with which somebody's role begins or ends. No visit falls due by that, so those
 * that it concerns are looked at now: whoever has the watch or is told of an alarm may be somebody else since (S5). Kept in the store, since another list
 * mostly comes with another process.
 */
export class WordOfStaff {
  private readonly known = new Map<Id, Known>();
  private lookedAt = Number.NEGATIVE_INFINITY;
  running: Promise<boolean> | undefined;

  constructor(private readonly work: Work) {}

  /** Beside everything else. Gives whether anything was made due; undefined where it is not its time, or it is under way. */
  look(): Promise<boolean> | undefined {
    const now = this.work.parts.elapsed?.() ?? this.work.parts.clock.now();
    if (this.running || Math.abs(now - this.lookedAt) < every) return undefined;
    this.lookedAt = now;
    this.running = this.lookAtAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async lookAtAll(): Promise<boolean> {
    const schools = this.work.parts.book.schools();
    const found: boolean[] = [];
    for (let from = 0; from < schools.length; from += atOnce)
      found.push(...(await Promise.all(schools.slice(from, from + atOnce).map(this.heard))));
    return found.includes(true);
  }

  private heard = (school: Id): Promise<boolean> =>
    this.hear(school).catch((error: unknown) => {
      this.work.parts.report?.("nobody heard whose staff has changed", faultOf(error));
      return false;
    });

  private async hear(school: Id): Promise<boolean> {
    const { book, clock, store } = this.work.parts;
    const roster = book.roster(school);
    const known = this.known.get(school);
    const reading = roster && readingAt(roster, clock.now());
    if (!roster || reading === undefined || (known?.roster === roster && known.reading === reading)) return false;
    const staff = { list: known?.roster === roster ? known.list : digestOf(roster), reading };
    const before = known ?? (await store.get<Staff>("pulse", keyOf(school)));
    const isNew = before?.list !== staff.list || before.reading !== reading;
    // Before it is known: where the store fails, the next look does it.
    const found = isNew && before !== undefined && (await this.lookWhere(school, before.list !== staff.list));
    if (isNew) await store.put<Staff>("pulse", keyOf(school), staff);
    this.known.set(school, { ...staff, roster });
    return found;
  }

  /** Of a new day or duty only what cannot wait for its own time. */
  private async lookWhere(school: Id, isOtherList: boolean): Promise<boolean> {
    const { store, clock } = this.work.parts;
    const open = (await store.open(school)).filter(isReadable).filter((one) => isOtherList || cannotWait(one));
    for (const { id } of open) await store.makeDue(school, id, clock.now());
    return open.length > 0;
  }
}

const keyOf = (school: Id): Id => `staff/${school}`;
const digestOf = (roster: Roster): string => hash("sha256", JSON.stringify(roster), "base64url");

const cannotWait = (stored: Stored): boolean =>
  allOut(stored.visit).length + openAlarms(stored.visit).length > 0 || asksAfterSomebody(stored);
