import { randomUUID } from "node:crypto";
import type { DrillResult, DrillSight } from "../schools/drill-sight";
import { isActive } from "../schools/roster";
import type { Id, Roster } from "../schools/school";
import type { LiveBook } from "../setup/live-book";
import type { DrillKind } from "../visits/drill";
import { concerned, hasRole, isApartAlarm, openAlarms } from "../visits/people";
import { drill as words } from "../words/en-gb";
import { outIn } from "./out-now";
import { Rehearsal, type RehearsalParts } from "./rehearsal";

type Parts = RehearsalParts & { live: LiveBook };
export type DrillNo = { refused: string; say: string; field?: string };
export type DrillAnswer = { sight: DrillSight } & ({ said: string } | { refusal: DrillNo });

const HOUR = 3_600_000;
const kept = 50;
const no = (refused: string, say: string, field?: string): DrillNo => ({ refused, say, ...(field ? { field } : {}) });

/**
 * Rehearsals of an alarm. Each runs in an engine and a store of its own, so that nothing of it stands among real visits, and nobody who
 * plays in it counts as out; a real alarm calls it off, and nobody who is really out hears of it.
 */
export class Drills {
  private readonly active = new Map<Id, Rehearsal>();
  constructor(private readonly parts: Parts) {}

  may(person: Id): boolean {
    return this.schoolOf(person) !== undefined;
  }

  /** Undefined for whoever may not begin one. */
  async look(person: Id): Promise<DrillSight | undefined> {
    const roster = this.schoolOf(person);
    return roster && this.sightOf(roster);
  }

  async press(person: Id, input: Readonly<Record<string, string>>): Promise<DrillAnswer | undefined> {
    const roster = this.schoolOf(person);
    if (!roster) return undefined;
    const said = input.do === "end" ? await this.stop(roster.school.id) : await this.begin(roster, person, input);
    const sight = await this.sightOf(roster);
    return typeof said === "string" ? { sight, said } : { sight, refusal: said };
  }

  /** The rehearsal that a card belongs to; undefined once it is over. */
  byId(id: string): Rehearsal | undefined {
    return [...this.active.values()].find((one) => one.id === id);
  }

  /** Whoever plays the colleague writes to it. */
  ofPlayer(person: Id): Rehearsal | undefined {
    return [...this.active.values()].find(({ player }) => player === person);
  }

  /** What is due of rehearsals, after everything real. */
  async sweep(): Promise<void> {
    for (const [school, rehearsal] of this.active) {
      const how = await this.endOf(school, rehearsal);
      if (how) await this.finish(school, rehearsal, how);
      else await rehearsal.engine.sweep();
    }
  }

  private async endOf(school: Id, rehearsal: Rehearsal): Promise<DrillResult["how"] | undefined> {
    const alarm = await this.realAlarm(school, rehearsal);
    // A discreet call ends it too, and nothing says why: whoever hears may be beside whoever called (S4).
    if (alarm) return alarm === "open" ? "calledOff" : "stopped";
    if (await rehearsal.isDone()) return "finished";
    return this.parts.clock.now() - rehearsal.begun > HOUR ? "timeOut" : undefined;
  }

  private async begin(
    roster: Roster,
    by: Id,
    { kind, player }: Readonly<Record<string, string>>,
  ): Promise<string | DrillNo> {
    const { school } = roster;
    if (kind !== "silence" && kind !== "covert") return no("badInput", words.whatKind, "kind");
    if (!roster.people.some((one) => one.id === player && isActive(one, school, this.parts.clock.now())))
      return no("badInput", words.who, "player");
    if (this.active.has(school.id)) return no("already", words.already);
    if (await this.realAlarm(school.id, { by, player: player as Id })) return no("realAlarm", words.realAlarm);
    if ((await outIn(this.parts.store, school.id)).includes(player as Id))
      return no("playerOut", words.playerOut, "player");
    await this.open(roster, kind, player as Id, by);
    return words.begun;
  }

  private async open(roster: Roster, kind: DrillKind, player: Id, by: Id): Promise<void> {
    const { school } = roster;
    const policy = this.parts.live.book.policy(school.id);
    if (!policy) return;
    const secret = await this.parts.live.book.secret(school.id);
    const rehearsal = await Rehearsal.open(this.parts, {
      id: randomUUID().slice(0, 8),
      roster,
      policy,
      secret,
      kind,
      player,
      by,
    });
    this.active.set(school.id, rehearsal);
    await this.keep(school.id, await rehearsal.result("stopped", nameIn(roster)));
    await rehearsal.tellPlayer();
    void rehearsal.engine.sweep();
  }

  private async stop(school: Id): Promise<string> {
    const rehearsal = this.active.get(school);
    if (rehearsal) await this.finish(school, rehearsal, "stopped");
    return words.ended;
  }

  private async finish(school: Id, rehearsal: Rehearsal, how: DrillResult["how"]): Promise<void> {
    this.active.delete(school);
    const roster = this.parts.live.book.roster(school);
    await this.keep(school, await rehearsal.result(how, roster ? nameIn(roster) : (id) => id));
    await rehearsal.close(how === "calledOff" ? words.calledOff : words.over);
  }

  /** Recorded from its beginning, so that one which a new start of the program breaks off is on record too. */
  private async keep(school: Id, result: DrillResult): Promise<void> {
    await this.parts.store.change<DrillResult[]>("drill", school, (before = []) =>
      [result, ...before.filter(({ at }) => at !== result.at)].slice(0, kept),
    );
  }

  /** A discreet call of a visit that whoever begins the drill or plays in it is on is none for them (S4). */
  private async realAlarm(
    school: Id,
    { by, player }: { by: Id; player: Id },
  ): Promise<"open" | "discreet" | undefined> {
    const open = await this.parts.store.open(school);
    const alarms = open.flatMap((stored) =>
      "visit" in stored ? openAlarms(stored.visit).map((alarm) => ({ visit: stored.visit, alarm })) : [],
    );
    if (alarms.some(({ visit, alarm }) => !isApartAlarm(visit, alarm))) return "open";
    const known = alarms.some(({ visit }) => ![by, player].some((id) => concerned(visit).includes(id)));
    return known ? "discreet" : undefined;
  }

  private schoolOf(person: Id): Roster | undefined {
    const { live, clock } = this.parts;
    const now = clock.now();
    return live.rosters().find((roster) => {
      const one = roster.people.find(({ id }) => id === person);
      const roles = live.book.policy(roster.school.id)?.approvers.value ?? [];
      if (!one || !isActive(one, roster.school, now)) return false;
      return roster.school.administrators?.includes(person) || hasRole(roster, one, roles, now);
    });
  }

  private async sightOf(roster: Roster): Promise<DrillSight> {
    const { id, name, timezone: zone } = roster.school;
    const playing = this.active.get(id);
    const log = (await this.parts.store.get<DrillResult[]>("drill", id)) ?? [];
    return {
      school: { id, name, zone },
      now: this.parts.clock.now(),
      people: roster.people.map((one) => ({ id: one.id, name: one.name })),
      underWay: playing && { player: nameIn(roster)(playing.player) },
      // What is under way stands on record as broken off, should the program end; nothing has come of it yet.
      log: playing ? log.filter(({ at }) => at !== playing.begun) : log,
    };
  }
}

const nameIn =
  ({ people }: Roster) =>
  (id: Id): string =>
    people.find((one) => one.id === id)?.name ?? id;
