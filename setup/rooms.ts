import type { Store } from "../engine/ports";
import type { At, Id } from "../schools/school";

/** A channel in Teams in which an administrator said "set up" (P5): what stood behind it, who and when. */
export type Room = { conversation: string; said?: string | undefined; by: Id; at: At };
type Rooms = { rooms: readonly Room[] };

const kept = 20;

/** Noted once each, the newest first. */
export async function noteRoom(store: Pick<Store, "change">, school: Id, room: Room): Promise<void> {
  await store.change<Rooms>("room", school, (before) => {
    const others = (before?.rooms ?? []).filter(({ conversation }) => conversation !== room.conversation);
    return { rooms: [room, ...others].slice(0, kept) };
  });
}

export const roomsOf = async (store: Pick<Store, "get">, school: Id): Promise<readonly Room[]> =>
  (await store.get<Rooms>("room", school))?.rooms ?? [];
