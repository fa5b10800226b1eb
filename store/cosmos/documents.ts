import { randomBytes } from "node:crypto";
import type { Container, SqlParameter } from "@azure/cosmos";
import type { Kind } from "../../engine/ports";
import { keyOf } from "./keys";
import { queries } from "./queries";
import type { Surely } from "./surely";

/** `write`: names the change that made it, so that one without an answer is known again. */
type Item = { id: string; kind: Kind; name: string; value: unknown; write?: string };
type Kept = Item & { _etag: string };
type Entry<T> = { id: string; value: T };

/** Conversations, policies and the like: one item each, in its kind's partition. */
export class Documents {
  constructor(
    private readonly container: Container,
    private readonly surely: Surely,
  ) {}

  async get<T>(kind: Kind, id: string): Promise<T | undefined> {
    return (await this.item(kind, id))?.value as T | undefined;
  }

  async put<T>(kind: Kind, id: string, value: T): Promise<void> {
    await this.surely.again(() => this.container.items.upsert(itemOf(kind, id, value)));
  }

  all<T>(kind: Kind): Promise<Entry<T>[]> {
    return this.find(kind, queries.all, []);
  }

  async some<T>(kind: Kind, ids: readonly string[]): Promise<Entry<T>[]> {
    return ids.length === 0 ? [] : this.find(kind, queries.some, [{ name: "@ids", value: ids.map(keyOf) }]);
  }

  async change<T>(
    kind: Kind,
    id: string,
    next: (value: T | undefined) => T | null | undefined,
  ): Promise<T | undefined> {
    for (;;) {
      const before = await this.item(kind, id);
      const value = next(before?.value as T | undefined);
      if (value === undefined) return before?.value as T | undefined;
      if (value === null) {
        if (!before || (await this.takeAway(before))) return undefined;
      } else if (await this.swap(itemOf(kind, id, value), before?._etag)) return value;
    }
  }

  /** False where somebody else wrote first. That it is gone already, by whomever, is as good. */
  private async takeAway({ id, kind, _etag: condition }: Kept): Promise<boolean> {
    const item = this.container.item(id, kind);
    const drop = () => item.delete({ accessCondition: { type: "IfMatch", condition } }).then(() => true as const);
    const gone = async () => ((await item.read<Kept>()).resource === undefined ? (true as const) : undefined);
    return (await this.surely.once(drop, gone)) === true;
  }

  /** False where somebody else wrote first. */
  private async swap(item: Item, condition: string | undefined): Promise<boolean> {
    const write = randomBytes(6).toString("base64url");
    const named = { ...item, write };
    const put = () => this.write(named, condition).then(() => true as const);
    const ours = async () => {
      const { resource } = await this.container.item(item.id, item.kind).read<Kept>();
      return resource?.write === write ? (true as const) : undefined;
    };
    return (await this.surely.once(put, ours)) === true;
  }

  private write(item: Item, condition: string | undefined): Promise<unknown> {
    if (condition === undefined) return this.container.items.create(item);
    const options = { accessCondition: { type: "IfMatch", condition } };
    return this.container.item(item.id, item.kind).replace(item, options);
  }

  private async find<T>(kind: Kind, query: string, more: SqlParameter[]): Promise<Entry<T>[]> {
    const parameters = [{ name: "@kind", value: kind }, ...more];
    const items = this.container.items;
    const ask = () => items.query<Item>({ query, parameters }, { partitionKey: kind }).fetchAll();
    const { resources } = await this.surely.again(ask);
    return resources.map(({ name, value }) => ({ id: name, value: value as T })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async item(kind: Kind, id: string): Promise<Kept | undefined> {
    const { resource } = await this.surely.again(() => this.container.item(keyOf(id), kind).read<Kept>());
    return resource;
  }
}

const itemOf = (kind: Kind, id: string, value: unknown): Item => ({ id: keyOf(id), kind, name: id, value });
