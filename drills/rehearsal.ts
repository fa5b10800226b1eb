import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as draw from "../cards/draw";
import { markDrill } from "../cards/mark-drill";
import { sayAnswer, sayNotice } from "../cards/say";
import { createEngine } from "../engine/create";
import type { Book, Secret } from "../engine/parts";
import type { Clock, Messenger, Store, Stored } from "../engine/ports";
import { drillPolicy } from "../policies/drill";
import type { Policy } from "../policies/policy";
import type { DrillResult } from "../schools/drill-sight";
import type { At, Id, Roster } from "../schools/school";
import { SqliteStore } from "../store/sqlite/sqlite-store";
import { type DrillKind, drillVisit } from "../visits/drill";
import type { Recipient } from "../visits/notice";
import type { Visit } from "../visits/visit";
import { drill as words } from "../words/en-gb";
import { outIn } from "./out-now";

export type RehearsalParts = {
  store: Pick<Store, "all" | "change" | "get" | "open">;
  messenger: Messenger;
  clock: Clock;
  report: (what: string, about: Readonly<Record<string, string | number>>) => void;
  ids: () => Id;
  salts: () => string;
};
export type Cast = {
  id: string;
  roster: Roster;
  policy: Policy;
  secret: Secret | undefined;
  kind: DrillKind;
  player: Id;
  by: Id;
};

const minute = 60_000;

/** One drill: an engine with the school's own people, policy and code word, and a store that is thrown away. */
export class Rehearsal {
  readonly begun: At;
  readonly engine: ReturnType<typeof createEngine>;
  private readonly told: { at: At; to: Recipient }[] = [];
  private over = false;

  private constructor(
    private readonly parts: RehearsalParts,
    private readonly cast: Cast,
    private readonly folder: string,
    private readonly store: SqliteStore,
  ) {
    this.begun = parts.clock.now();
    this.engine = createEngine({
      ...{ store, alone: true, clock: parts.clock, ids: parts.ids, salts: parts.salts, report: parts.report },
      book: bookOf(cast),
      messenger: this.messenger,
      draw: (slot, sight) => this.marked(draw.drawCard(slot, sight)),
      says: draw.saidOn,
      say: sayNotice,
      moved: () => this.marked(draw.drawMoved()),
      // A rehearsal is one alarm: Teams takes all of it.
      wakeAt: () => undefined,
      wake: () => void this.engine.sweep().catch(() => parts.report("a drill could not be swept", { drill: cast.id })),
    });
  }

  static async open(parts: RehearsalParts, cast: Cast): Promise<Rehearsal> {
    const folder = mkdtempSync(join(tmpdir(), "homeward-drill-"));
    const store = new SqliteStore(join(folder, "drill.sqlite"));
    const rehearsal = new Rehearsal(parts, cast, folder, store);
    for (const { id, value } of await parts.store.all("conversation")) await store.put("conversation", id, value);
    await store.insert(documentOf(cast, rehearsal.begun));
    return rehearsal;
  }

  get id(): string {
    return this.cast.id;
  }

  get player(): Id {
    return this.cast.player;
  }

  get by(): Id {
    return this.cast.by;
  }

  /** What the bot draws and says for it. */
  readonly cards = {
    drawCard: (...given: Parameters<typeof draw.drawCard>) => this.marked(draw.drawCard(...given)),
    drawSaid: (...given: Parameters<typeof draw.drawSaid>) => this.marked(draw.drawSaid(...given)),
    drawBoard: (...given: Parameters<typeof draw.drawBoard>) => this.marked(draw.drawBoard(...given)),
    drawVisits: (...given: Parameters<typeof draw.drawVisits>) => this.marked(draw.drawVisits(...given)),
    sayAnswer: (...given: Parameters<typeof sayAnswer>) => words.text(sayAnswer(...given)),
  };

  tellPlayer(): Promise<unknown> {
    return this.messenger.say(this.school, { person: this.player }, words.toPlayer[this.cast.kind], quiet);
  }

  /** Every alarm has come to an outcome. */
  async isDone(): Promise<boolean> {
    const { alarms = [] } = (await this.visit())?.visit ?? {};
    return alarms.length > 0 && alarms.every(({ ended }) => ended !== undefined);
  }

  async result(how: DrillResult["how"], nameOf: (id: Id) => string): Promise<DrillResult> {
    const stored = await this.visit();
    const alarm = stored?.visit.alarms[0];
    return {
      at: this.begun,
      kind: this.cast.kind,
      by: nameOf(this.cast.by),
      how,
      ...this.figures(stored, alarm, nameOf),
    };
  }

  /** Whoever was told hears that it is over, and nothing on its cards can be pressed any more. */
  async close(sentence: string): Promise<void> {
    const stored = await this.visit();
    await this.engine.stop();
    const { messenger } = this.parts;
    const said = this.marked(draw.drawSaid(sentence));
    const hearers = new Map(
      [...this.told.map(({ to }) => to), { person: this.player }, { person: this.cast.by }].map((to) => [
        JSON.stringify(to),
        to,
      ]),
    );
    for (const to of hearers.values())
      if (!(await this.isBusy(to))) await messenger.say(this.school, to, words.text(sentence), quiet);
    for (const [key, { posted }] of Object.entries(stored?.post.cards ?? {}))
      if (posted) await messenger.update(this.school, recipientIn(key), said, posted);
    this.over = true;
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private figures(stored: Stored | undefined, alarm: Visit["alarms"][number] | undefined, nameOf: (id: Id) => string) {
    if (!alarm) return { steps: [] };
    const since = (at: At) => Math.round((at - alarm.openedAt) / minute);
    const first = this.told.find(({ at }) => at >= alarm.openedAt);
    const taken = stored?.history.flatMap((line) =>
      "event" in line && line.event.type === "AlarmTaken" ? [line.event] : [],
    )[0];
    return {
      toldAfter: first && since(first.at),
      takenAfter: taken && { who: nameOf(taken.who), minutes: since(taken.at) },
      endedAfter: alarm.ended && since(alarm.ended.at),
      steps: [...new Set(alarm.reached.map(({ step }) => step))],
    };
  }

  private get school(): Id {
    return this.cast.roster.school.id;
  }

  private async visit(): Promise<Stored | undefined> {
    const stored = this.over ? undefined : await this.store.read(this.school, visitId(this.cast));
    return stored && "visit" in stored ? stored : undefined;
  }

  /** They are out in truth. */
  private async isBusy(to: Recipient): Promise<boolean> {
    return "person" in to && (await outIn(this.parts.store, this.school)).includes(to.person);
  }

  private marked(card: object): object {
    return markDrill(card, this.cast.id);
  }

  /** The one door out: every text bears the mark, and nobody who is really out is troubled. */
  private get messenger(): Messenger {
    const { messenger, clock } = this.parts;
    const unreachable = { failed: "unreachable" } as const;
    return {
      say: async (school, to, text, options) => {
        if (await this.isBusy(to)) return unreachable;
        const sent = await messenger.say(school, to, words.text(text), options);
        if (!("failed" in sent)) this.told.push({ at: clock.now(), to });
        return sent;
      },
      show: async (school, to, card, under) =>
        (await this.isBusy(to)) ? unreachable : messenger.show(school, to, card, under),
      update: (school, to, card, posted) => messenger.update(school, to, card, posted),
    };
  }
}

const quiet = { alert: false, mention: [] } as const;
const visitId = ({ roster, id }: Cast): Id => `${roster.school.id}.drill${id}`;

function bookOf({ roster, policy, secret }: Cast): Book {
  const rehearsed = drillPolicy(policy);
  const here = (school: Id) => school === roster.school.id;
  return {
    schools: () => [roster.school.id],
    roster: (school) => (here(school) ? roster : undefined),
    policy: (school) => (here(school) ? rehearsed : undefined),
    secret: async (school) => (here(school) ? secret : undefined),
  };
}

function documentOf(cast: Cast, now: At): Stored {
  const { roster, policy, kind, player, by } = cast;
  const id = visitId(cast);
  const visit = drillVisit({ id, school: roster.school.id, kind, player, by, now });
  return {
    ...{ id, school: roster.school.id, etag: "", shape: 1, policy: drillPolicy(policy).hash, visit },
    ...{ history: [], post: { marks: {}, cards: {} }, nextDueAt: now, urgency: 3 },
  };
}

/** As `slotKey` writes it: `RECIPIENT|card…`. */
function recipientIn(key: string): Recipient {
  const [to = ""] = key.split("|");
  return to.startsWith("channel:") ? { channel: to.slice("channel:".length) } : { person: to };
}
