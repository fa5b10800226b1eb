import { randomBytes } from "node:crypto";
import type { Container, FeedOptions, SqlParameter } from "@azure/cosmos";
import type { Due, DueAs, Stored, Unreadable } from "../../engine/ports";
import { TooLarge } from "../../engine/too-large";
import { byLeave, isReadable } from "../document";
import { keyOf } from "./keys";
import { queries } from "./queries";
import { isNo, isTooLarge, type Surely } from "./surely";
import { conditionIn, dueOf, etagOf, itemOf, type Kept, storedOf, type VisitItem } from "./visit-item";

/** From `urgencies`: covert help, alarms, reminders, the rest. */
const byUrgency = [0, 1, 2, 3] as const;

const newWrite = (): string => randomBytes(6).toString("base64url");

/** The visits: one item each, in its school's partition, changed as a whole or not at all. */
export class Visits {
  constructor(
    private readonly container: Container,
    private readonly surely: Surely,
  ) {}

  async read(school: string, id: string): Promise<Stored | Unreadable | undefined> {
    const item = await this.item(school, id);
    return item && storedOf(item);
  }

  async insert(stored: Stored): Promise<"done" | "exists"> {
    const write = newWrite();
    const item = itemOf({ ...stored, etag: "" }, write);
    const create = () => this.container.items.create(item).then(() => "done" as const);
    const ours = async () => ((await this.wrote(stored, write)) ? ("done" as const) : undefined);
    return (await fitting(stored, this.surely.once(create, ours))) === "done" ? "done" : "exists";
  }

  async replace(stored: Stored): Promise<{ etag: string } | "conflict"> {
    const condition = conditionIn(stored.etag);
    if (!condition) return "conflict";
    const write = newWrite();
    const item = itemOf(stored, write);
    const swap = async () => ({ etag: await this.swap(item, condition) });
    const ours = async () => {
      const etag = await this.wrote(stored, write);
      return etag === undefined ? undefined : { etag };
    };
    const written = await fitting(stored, this.surely.once(swap, ours));
    return written === "no" ? "conflict" : written;
  }

  private async swap(item: VisitItem, condition: string): Promise<string> {
    const options = { accessCondition: { type: "IfMatch", condition } };
    const { etag } = await this.container.item(item.id, item.school).replace(item, options);
    return etagOf({ ...item, _etag: etag });
  }

  /** The etag that this write gave. Where others have written since, one by which they are noticed. */
  private async wrote({ school, id, etag }: Stored, write: string): Promise<string | undefined> {
    const { resource } = await this.container.item(keyOf(id), school).read<Kept>();
    if (!resource?.writes?.includes(write)) return undefined;
    return resource.writes.at(-1) === write ? etagOf(resource) : etag || " ";
  }

  /** Index seek: most often the first question finds all that is due. In a storm each urgency is asked for by itself. */
  async due(now: number, limit: number): Promise<Due[]> {
    const earliest = await this.find<VisitItem>(queries.due(limit + 1), { now });
    if (earliest.length <= limit) return earliest.map(dueOf).sort(mostUrgentFirst);
    const found: Due[] = [];
    for (const urgency of byUrgency) {
      const left = limit - found.length;
      if (left > 0)
        found.push(...(await this.find<VisitItem>(queries.dueOfUrgency(left), { urgency, now })).map(dueOf));
    }
    return found;
  }

  async nextDueAt(): Promise<number | undefined> {
    return (await this.find<VisitItem>(queries.firstDue, {}))[0]?.due;
  }

  /** Of what somebody else has just written nothing is put off. */
  async makeDue(school: string, id: string, at: number, was?: DueAs): Promise<void> {
    const item = await this.item(school, id);
    if (!item || (was && (item.due !== was.dueAt || item.urgency !== was.urgency))) return;
    const options = { accessCondition: { type: "IfMatch", condition: item._etag } };
    const put = () => this.container.item(item.id, school).replace({ ...item, due: at }, options);
    await this.surely.again(put).catch((error: unknown) => {
      if (!isNo(error)) throw error;
    });
  }

  async open(school: string): Promise<(Stored | Unreadable)[]> {
    const items = await this.find<Kept>(queries.open, { school });
    return items.map(storedOf).sort((a, b) => byLeave(a, b));
  }

  async household(school: string, household: string): Promise<Stored[]> {
    return newestFirst(await this.find<Kept>(queries.household, { school, household }));
  }

  async ofPerson(school: string, person: string, since: number): Promise<Stored[]> {
    return newestFirst(await this.find<Kept>(queries.ofPerson, { school, person, since }));
  }

  async dueBack(school: string, from: number, to: number): Promise<Stored[]> {
    const found = newestFirst(await this.find<Kept>(queries.dueBack, { school, from, to }));
    return found.toSorted((a, b) => a.visit.plan.back - b.visit.plan.back);
  }

  private async item(school: string, id: string): Promise<Kept | undefined> {
    const { resource } = await this.surely.again(() => this.container.item(keyOf(id), school).read<Kept>());
    return resource;
  }

  private async find<T>(query: string, values: Record<string, string | number>): Promise<T[]> {
    const parameters: SqlParameter[] = Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value }));
    const options: FeedOptions = typeof values.school === "string" ? { partitionKey: values.school } : {};
    const { resources } = await this.surely.again(() =>
      this.container.items.query<T>({ query, parameters }, options).fetchAll(),
    );
    return resources;
  }
}

/** Two megabytes are what Cosmos DB takes. */
const fitting = <T>({ school, id }: Stored, written: Promise<T>): Promise<T> =>
  written.catch((error: unknown) => {
    throw isTooLarge(error) ? new TooLarge(school, id) : error;
  });

const mostUrgentFirst = (a: Due, b: Due): number => a.urgency - b.urgency || a.dueAt - b.dueAt;

const newestFirst = (items: readonly Kept[]): Stored[] =>
  items
    .map(storedOf)
    .filter(isReadable)
    .sort((a, b) => byLeave(b, a));
