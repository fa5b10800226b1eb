import type { Container } from "@azure/cosmos";
import type { Kind } from "../../engine/ports";
import { keyOf } from "./keys";
import { queries } from "./queries";
import { again } from "./surely";

type Item = { id: string; kind: Kind; name: string; value: unknown };
type Kept = Item & { _etag: string };

/** Conversations, policies and the like: one item each, in its kind's partition. */
export class Documents {
  constructor(private readonly container: Container) {}

  async get<T>(kind: Kind, id: string): Promise<T | undefined> {
    return (await this.item(kind, id))?.value as T | undefined;
  }

  async put<T>(kind: Kind, id: string, value: T): Promise<void> {
    await again(() => this.container.items.upsert(itemOf(kind, id, value)));
  }

  async all<T>(kind: Kind): Promise<{ id: string; value: T }[]> {
    const query = { query: queries.all, parameters: [{ name: "@kind", value: kind }] };
    const { resources } = await again(() => this.container.items.query<Item>(query, { partitionKey: kind }).fetchAll());
    return resources.map(({ name, value }) => ({ id: name, value: value as T })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async item(kind: Kind, id: string): Promise<Kept | undefined> {
    const { resource } = await again(() => this.container.item(keyOf(id), kind).read<Kept>());
    return resource;
  }
}

const itemOf = (kind: Kind, id: string, value: unknown): Item => ({ id: keyOf(id), kind, name: id, value });
