import type { FeedEvents, ShownMessage, Snapshot } from "../shown.js";

export interface State extends Snapshot {
  typing: Record<string, number>;
  /** What has arrived since the page was opened, newest first: the stuff of notifications. */
  arrived: ShownMessage[];
  connected: boolean;
}

export type Change =
  | { [K in keyof FeedEvents]: { name: K; event: FeedEvents[K] } }[keyof FeedEvents]
  | { name: "connected"; event: boolean };

/** What the page knows after one more piece of news. */
export function reduce(state: State | undefined, change: Change): State | undefined {
  if (change.name === "snapshot")
    return { ...change.event, typing: {}, arrived: state ? withMissed(state, change.event) : [], connected: true };
  if (!state) return undefined;
  switch (change.name) {
    case "message":
      return withMessage(state, change.event);
    case "view":
      return { ...state, views: [...state.views.filter((v) => !sameView(v, change.event)), change.event] };
    case "typing":
      return { ...state, typing: { ...state.typing, [change.event.conversation]: Date.now() } };
    case "read":
      return { ...state, read: { ...state.read, [change.event.conversation]: change.event.upTo } };
    case "clock":
      return { ...state, clock: change.event };
    case "faults":
      return { ...state, faults: change.event };
    case "botAnswers":
      return { ...state, botAnswers: change.event };
    case "connected":
      return { ...state, connected: change.event };
  }
}

const KEPT_NOTIFICATIONS = 20;

/** What came while the line to the server was broken notifies as anything else does. */
function withMissed(state: State, { messages }: Snapshot): ShownMessage[] {
  const last = Math.max(0, ...state.messages.map(({ seq }) => seq));
  const missed = messages.filter(({ seq, from }) => seq > last && from === "bot").reverse();
  return [...missed, ...state.arrived].slice(0, KEPT_NOTIFICATIONS);
}

interface Seen {
  id: string;
  person: string;
}
const sameView = (a: Seen, b: Seen) => a.id === b.id && a.person === b.person;

function withMessage(state: State, message: ShownMessage): State {
  const known = state.messages.some((m) => m.id === message.id);
  const messages = known
    ? state.messages.map((m) => (m.id === message.id ? message : m))
    : [...state.messages, message];
  const { [message.conversation]: _, ...typing } = state.typing;
  // A message that was delivered late or not at all is no new version of a card; any other change replaces answers to presses.
  const views = known && !message.undelivered ? state.views.filter((v) => v.id !== message.id) : state.views;
  const news = !known && message.from === "bot" ? [message] : [];
  return { ...state, messages, views, typing, arrived: [...news, ...state.arrived].slice(0, KEPT_NOTIFICATIONS) };
}

export const unreadIn = (state: State, conversation: string) =>
  state.messages.filter(
    (m) => m.conversation === conversation && m.from === "bot" && m.seq > (state.read[conversation] ?? 0),
  );
