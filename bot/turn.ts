import type { At } from "../schools/school";
import type { Arrived, Known } from "./admission";
import type { Desk, Turn } from "./desk";
import { baseOf } from "./directory";

export type Clocks = { desk: Pick<Desk, "now" | "directory">; onOurClock(timestamp: At): At };

const DAY_MS = 86_400_000;

export const turnOf = (
  room: Clocks,
  { conversation, replyToId }: Arrived,
  person: Known,
  timestamp: unknown,
): Turn => ({
  person,
  personal: conversation.conversationType === "personal" && !isRoom(conversation.id),
  place: room.desk.directory.placeOf(conversation.id),
  room: roomOf(conversation),
  pressed: replyToId ? { conversation: conversation.id, activity: replyToId } : undefined,
  sentAt: sentAt(timestamp, room.desk.now(), room.onOurClock),
});

/** As Teams names its channels; a chat of several people is none. */
const roomOf = ({ id, conversationType }: Arrived["conversation"]): string | undefined =>
  conversationType === "channel" && /^19:[^\s;]{3,200}(;|$)/.test(id) ? baseOf(id) : undefined;

/** Of a channel or a group, whatever else is said of it: nobody's own chat is called so. */
const isRoom = (id: string): boolean => /^19:[^\s;]+@thread\./.test(id);

/** S9: the earlier of its own timestamp and its arrival. A stamp a day old is a wrong clock, not a late press. */
function sentAt(timestamp: unknown, now: At, onOurClock: (timestamp: At) => At): At {
  const stamped = timestamp instanceof Date ? timestamp.getTime() : Number.NaN;
  if (Number.isNaN(stamped)) return now;
  const ours = onOurClock(stamped);
  return ours < now && now - ours < DAY_MS ? ours : now;
}
