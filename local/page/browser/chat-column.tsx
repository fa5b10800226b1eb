import { useMemo, useState } from "preact/hooks";
import type { ShownMessage, ShownPerson } from "../shown.js";
import { Avatar } from "./avatar.js";
import { edit, write } from "./calls.js";
import { Column } from "./column.js";
import { Compose } from "./compose.js";
import { Earlier, useFold } from "./fold.js";
import { Message } from "./message.js";
import { rolesOf } from "./rail.js";
import type { State } from "./state.js";
import { day } from "./times.js";

interface ChatProps {
  state: State;
  person: ShownPerson;
  timezone: string;
  close: () => void;
}

/** One person's own chat with Homeward. */
export function ChatColumn({ state, person, timezone, close }: ChatProps) {
  const [editing, setEditing] = useState<ShownMessage>();
  const { conversation, id: as, name } = person;
  const messages = state.messages.filter((m) => m.conversation === conversation);
  const { from, unfold } = useFold(messages);
  const send = async (text: string) => {
    if (editing) await edit({ conversation, as, id: editing.id, text });
    else await write({ conversation, as, text });
    setEditing(undefined);
  };
  return (
    <Column
      {...{ state, conversation, close }}
      testid={`chat:${person.id}`}
      label={`${name}'s chat with Homeward`}
      header={<ChatHeader person={person} />}
      footer={
        <Compose
          label={`Write as ${name}`}
          placeholder="Type a message"
          draft={editing?.text ?? ""}
          context={editing && "Editing your message"}
          leave={() => setEditing(undefined)}
          send={send}
        />
      }
    >
      {messages.length === 0 && <p class="day-line">Nothing said yet. “help” is a good start.</p>}
      <Earlier count={from} unfold={unfold} />
      {messages.slice(from).map((m, i) => (
        <div key={m.id} class="said">
          <DayLine at={m.at} before={i > 0 ? messages[from + i - 1]?.at : undefined} timezone={timezone} />
          <Message
            {...{ state, timezone }}
            message={m}
            viewer={person}
            {...(m.from === as && !m.deleted ? { edit: () => setEditing(m) } : {})}
          />
        </div>
      ))}
    </Column>
  );
}

function ChatHeader({ person }: { person: ShownPerson }) {
  return (
    <>
      <Avatar name={person.name} />
      <span class="column-title">
        <h2>{person.name}</h2>
        <span class="rail-line">{rolesOf(person)}</span>
      </span>
    </>
  );
}

export function DayLine({ at, before, timezone }: { at: string; before: string | undefined; timezone: string }) {
  return useMemo(() => {
    const today = day(at, timezone);
    return before && day(before, timezone) === today ? null : <p class="day-line">{today}</p>;
  }, [at, before, timezone]);
}
