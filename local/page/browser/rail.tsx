import type { ShownMessage, ShownPerson } from "../shown.js";
import { Avatar } from "./avatar.js";
import { Notifications } from "./notifications.js";
import { type State, unreadIn } from "./state.js";
import { preview } from "./words.js";

interface RailProps {
  state: State;
  school: string;
  shown: string[];
  toggle: (id: string) => void;
  timezone: string;
}

/** Everybody and every channel of the school; a press shows or hides its column. */
export function Rail({ state, school, shown, toggle, timezone }: RailProps) {
  const people = state.people.filter((p) => p.schools.includes(school) || p.schools.length === 0);
  const channels = state.channels.filter((c) => c.school === school && (c.name !== "General" || newest(state, c.id)));
  return (
    <div class="rail">
      <nav aria-label="People and channels">
        <h2>People</h2>
        <ul>
          {people.map((p) => (
            <RailRow
              key={p.id}
              id={p.id}
              name={p.name}
              line={rolesOf(p)}
              conversation={p.conversation}
              {...{ state, shown, toggle }}
            />
          ))}
        </ul>
        <h2>Channels</h2>
        <ul>
          {channels.map((c) => (
            <RailRow key={c.id} id={c.id} name={c.name} conversation={c.id} channel {...{ state, shown, toggle }} />
          ))}
        </ul>
      </nav>
      <Notifications {...{ state, shown, timezone }} />
    </div>
  );
}

interface RowProps extends Omit<RailProps, "school" | "timezone"> {
  id: string;
  name: string;
  conversation: string;
  line?: string;
  channel?: boolean;
}

function RailRow({ state, id, name, conversation, line, channel, shown, toggle }: RowProps) {
  const unread = unreadIn(state, conversation).length;
  const last = newest(state, conversation);
  const on = shown.includes(id);
  return (
    <li>
      <button
        type="button"
        class={unread ? "rail-row unread" : "rail-row"}
        aria-pressed={on}
        data-testid={`show:${id}`}
        onClick={() => toggle(id)}
      >
        {channel ? (
          <span class="hash" aria-hidden="true">
            #
          </span>
        ) : (
          <Avatar name={name} />
        )}
        <span class="rail-text">
          <span class="rail-name">{name}</span>
          {line && <span class="rail-line">{line}</span>}
          {last && (
            <span class="rail-line rail-preview" data-testid={`preview:${id}`}>
              {preview(last)}
            </span>
          )}
        </span>
        {unread > 0 && (
          <span class="badge" data-testid={`unread:${id}`}>
            {unread}
            <span class="sr-only"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}

export const rolesOf = (person: ShownPerson) => person.roles.map(asWords).join(", ");
/** `dutySlt`, as schools files write it, is the duty SLT. */
const asWords = (role: string) => role.replace(/[A-Z]/g, " $&").toLowerCase().split(" ").map(asWord).join(" ");
const asWord = (word: string) => (word.length <= 3 ? word.toUpperCase() : word);

const newest = (state: State, conversation: string): ShownMessage | undefined =>
  state.messages.findLast((m) => m.conversation === conversation);
