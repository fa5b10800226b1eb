import { useState } from "preact/hooks";
import type { ShownMessage } from "../shown.js";
import type { State } from "./state.js";
import { clockTime } from "./times.js";
import { preview } from "./words.js";

const SHOWN = 3;

interface NotificationsProps {
  state: State;
  /** The columns on show: what arrives there is seen anyway, unless the bot asked for a notification. */
  shown: string[];
  timezone: string;
}

/** What a locked phone would show of what arrives: words only. */
export function Notifications({ state, shown, timezone }: NotificationsProps) {
  const [clearedTo, setClearedTo] = useState(0);
  const newest = state.arrived[0]?.seq ?? 0;
  const notices = state.arrived.filter((m) => m.seq > clearedTo && notifies(m, state, shown)).slice(0, SHOWN);
  return (
    <section class="notifications" aria-label="Notifications" aria-live="polite" data-testid="notifications">
      {notices.length > 0 && (
        <button type="button" class="link" onClick={() => setClearedTo(newest)}>
          Clear
        </button>
      )}
      {notices.map((m) => (
        <p key={m.id} class="notification" data-testid="notification">
          <b>{placeName(m, state)}</b> <time dateTime={m.at}>{clockTime(m.at, timezone)}</time>
          <span>{preview(m)}</span>
        </p>
      ))}
    </section>
  );
}

function notifies(message: ShownMessage, state: State, shown: string[]): boolean {
  const column = state.people.find((p) => p.conversation === message.conversation)?.id ?? message.conversation;
  return message.alert || !shown.includes(column);
}

const placeName = ({ conversation }: ShownMessage, { people, channels }: State) =>
  people.find((p) => p.conversation === conversation)?.name ?? `# ${channels.find((c) => c.id === conversation)?.name}`;
