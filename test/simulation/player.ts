import type { At, Id } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import { openAlarms } from "../../visits/people";
import type { Visit } from "../../visits/visit";
import type { Chance } from "./chance";
import { askedFor, bags, quietly } from "./presses";
import { CODE, type Party, type School } from "./schools";
import { minute, type Press, second, type Town } from "./town";

/** What somebody pressed, and when it arrives. */
type Underway = { press: Press; at: At };

/** Everybody in a town, with what they press and when it arrives. */
export class Player {
  private readonly schools = new Map<Id, School>();
  private underway: Underway[] = [];
  private readonly pressing = new Set<Id>();

  constructor(
    private readonly town: Town,
    private readonly chance: Chance,
    /** Whether presses come late and twice. */
    private readonly isLate = true,
  ) {
    for (const school of town.schools) for (const { id } of school.parties) this.schools.set(id, school);
  }

  /** Somebody does something: sometimes twice, about what is over, or so that it arrives late and after what was pressed later. */
  async acts(party: Party): Promise<void> {
    const { chance, town } = this;
    await this.arriving();
    const visit = town.stateOf(party.id);
    const anybody = this.whoever(party);
    const isOut = visit.phase !== "asked" && visit.phase !== "ready";
    if (isOut && chance.of(0.04)) return this.says(party, anybody);
    const { verb, input } = chance.pick(isOut ? await this.offered(visit.id, anybody) : bags.early);
    const who = isOut ? anybody : this.whoeverShould(party, verb, anybody);
    const no = this.numberFor(visit);
    const asked = verb === "amend" ? { ...askedFor(visit, this.schools.get(party.id)?.policy), ...input } : input;
    const press = { party: party.id, who, verb, input: this.filled(party, asked), no, sentAt: town.teams.at };
    const late = chance.of(0.12) && this.isLate ? chance.int(1, 10) * minute : 0;
    if (late > 0) this.underway.push({ press, at: town.teams.at + late });
    else await this.press(press);
    if (chance.of(0.1) && this.isLate) this.underway.push({ press, at: town.teams.at + chance.int(0, 3) * minute });
    if (verb === "amend" && this.isLate) this.approvedMeanwhile(party, visit);
  }

  /** One after the other presses: what somebody presses while an earlier press of theirs is being answered comes after that. */
  private async press(press: Press): Promise<void> {
    if (this.pressing.has(press.who)) return void this.underway.push({ press, at: this.town.teams.at });
    this.pressing.add(press.who);
    await this.town.press(press);
    this.pressing.delete(press.who);
  }

  /** Mostly people press what their card offers them; now and then what an old one does, or nobody's. */
  private async offered(visit: Id, who: Id): Promise<typeof bags.out> {
    if (this.chance.of(0.35)) return bags.out;
    const sight = await this.town.served(({ engine }) => engine.look(who, visit));
    const offers: readonly string[] = "offers" in sight ? sight.offers : [];
    const some = bags.out.filter(({ verb }) => offers.includes(verb));
    return some.length > 0 ? some : bags.out;
  }

  /** Whoever approves had the plan before that change in front of them. */
  private approvedMeanwhile(party: Party, { plan }: Visit): void {
    const { chance, town } = this;
    const approvers = this.schools.get(party.id)?.approvers ?? [];
    if (approvers.length === 0 || chance.of(0.3)) return;
    const input = this.filled(party, { reason: "Needed", confirmed: "true", lone: "true" });
    const press = { party: party.id, who: chance.pick(approvers), verb: "approve", input, no: plan.no } as const;
    this.underway.push({ press: { ...press, sentAt: town.teams.at }, at: town.teams.at + chance.int(0, 2) * minute });
  }

  /** On a visit that goes well people say that it does, once (so likely is it) or not at all, some time in so many minutes. */
  isQuiet({ id, lead, companion }: Party, { within, likely }: { within: number; likely: number }): void {
    const { chance, town } = this;
    if (!chance.of(likely)) return;
    const { verb, input, both = false } = chance.pick(quietly);
    const sentAt = town.teams.at + chance.int(0, within * 60) * second;
    for (const who of both ? [lead, companion] : [chance.pick([lead, companion])])
      this.underway.push({ press: { party: id, who, verb, input, sentAt }, at: sentAt });
  }

  /** Who has been told of an alarm that is open. */
  private responders({ id }: Party): { who: Id; no: number }[] {
    const visit = this.town.stateOf(id);
    const alarms = openAlarms(visit).map(({ no }) => no);
    const told = this.town.teams.of(visit.id).flatMap(({ to, alarm, key }) => {
      const hasIt = alarm !== undefined && key === "alarm" && alarms.includes(alarm) && !to.includes(":");
      return hasIt ? [{ who: to, no: alarm }] : [];
    });
    return [...new Map(told.map((one) => [`${one.who} ${one.no}`, one])).values()];
  }

  /** Two ring in turn, and say so each time: their cards take all the messages that Teams allows. Then somebody is reached. */
  async flurry(party: Party): Promise<void> {
    const { chance, town } = this;
    const told = this.responders(party);
    const one = told.length > 0 ? chance.pick(told) : undefined;
    const both = told.filter(({ no }) => no === one?.no).slice(-2);
    if (!one) return;
    for (let calls = 16; calls >= 0; calls--) {
      const { who, no } = both[calls % both.length] ?? one;
      const about = [party.lead, party.companion].join(",");
      const input: Input = calls > 0 ? { outcome: "noAnswer" } : { outcome: "ok", about };
      await town.press({ party: party.id, who, verb: "recordCall", input, no });
      await town.sweep();
      await town.until(town.teams.at + 60);
    }
  }

  /** Most of those who were told of an alarm see it through before the day is over. */
  async seesThrough(party: Party): Promise<void> {
    if (this.chance.of(0.4)) return;
    for (const { who, no } of this.responders(party)) {
      const about = [party.lead, party.companion].join(",");
      await this.town.press({ party: party.id, who, verb: "recordCall", input: { outcome: "ok", about }, no });
      const input = this.filled(party, { why: "Spoken to, and safe", spoken: "LEAD" });
      await this.town.press({ party: party.id, who, verb: "standDown", input, no });
    }
  }

  /** What was on its way this long, in any order. */
  private async arriving(): Promise<void> {
    const now = this.town.teams.at;
    const there = this.underway.filter(({ at }) => at <= now);
    this.underway = this.underway.filter(({ at }) => at > now);
    while (there.length > 0) {
      const [one] = there.splice(this.chance.int(0, there.length - 1), 1);
      if (one) await this.press(one.press);
    }
  }

  async everythingArrives(): Promise<void> {
    const now = this.town.teams.at;
    this.underway = this.underway.map(({ press }) => ({
      press: { ...press, sentAt: Math.min(press.sentAt ?? now, now) },
      at: now,
    }));
    await this.arriving();
  }

  private whoever(party: Party): Id {
    const { chance } = this;
    const staff = this.schools.get(party.id)?.staff ?? [];
    return chance.of(0.5) ? chance.pick([party.lead, party.companion]) : chance.pick(staff);
  }

  /** Before anybody leaves, mostly those whose turn it is: else hardly any visit would come so far. */
  private whoeverShould(party: Party, verb: Verb, anybody: Id): Id {
    if (this.chance.of(0.3)) return anybody;
    if (verb === "approve" && party.leadDecides && this.chance.of(0.3)) return party.lead;
    const turns: Partial<Record<Verb, readonly Id[]>> = {
      agreeToVisit: [party.companion],
      assessRisk: [party.lead],
      amend: [party.lead],
      approve: this.schools.get(party.id)?.approvers ?? [],
    };
    const whose = turns[verb] ?? [];
    return whose.length > 0 ? this.chance.pick(whose) : anybody;
  }

  private async says(party: Party, who: Id): Promise<void> {
    const goes = [party.lead, party.companion].includes(who);
    const text = this.chance.of(0.5) && goes ? `Back soon, with the ${CODE}` : "All fine here";
    await this.town.says(party.id, who, text);
  }

  /** What the button answers: what is open, or now and then anything. */
  private numberFor(visit: Visit): number | undefined {
    if (this.chance.of(0.05)) return this.chance.int(0, 4);
    const older = this.chance.of(0.2) ? 1 : 0;
    if (visit.phase === "asked" || visit.phase === "ready") return Math.max(1, visit.plan.no - older);
    const alarms = openAlarms(visit);
    return alarms.length > 0 ? this.chance.pick(alarms).no : undefined;
  }

  private two(staff: readonly Id[]): Id[] {
    const from = this.chance.int(0, staff.length - 1);
    return [...staff.slice(from), ...staff.slice(0, from)].slice(0, 2);
  }

  private filled(party: Party, input: Input): Input {
    const staff = this.schools.get(party.id)?.staff ?? [];
    const people: Readonly<Record<string, Id>> = {
      ...{ LEAD: party.lead, COMPANION: party.companion },
      ...{ SOMEBODY: this.chance.pick(staff), STAFF: this.two(staff).join(",") },
    };
    const ticks = this.schools.get(party.id)?.policy.approvalTicks.value.map(({ id }) => id);
    const filled = Object.entries(input).map(([key, value]) => [key, people[value] ?? value]);
    return { ...Object.fromEntries(filled), ...(ticks ? { ticks: ticks.join(",") } : {}) };
  }
}
