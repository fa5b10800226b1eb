import type { ShownMessage, ShownPerson } from "../shown.js";
import { Avatar } from "./avatar.js";
import { Card } from "./card.js";
import type { State } from "./state.js";
import { clockTime } from "./times.js";
import { messageHtml } from "./words.js";

interface MessageProps {
  state: State;
  message: ShownMessage;
  /** Through whose eyes: their answers to presses replace the card for them alone. */
  viewer: ShownPerson;
  timezone: string;
  inChannel?: boolean;
  edit?: () => void;
}

export function Message({ state, message, viewer, timezone, inChannel = false, edit }: MessageProps) {
  const bot = message.from === "bot";
  const name = bot ? "Homeward" : (state.people.find((p) => p.id === message.from)?.name ?? "Somebody");
  const mine = !bot && !inChannel;
  const unread = bot && message.seq > (state.read[message.conversation] ?? 0);
  return (
    <article
      class={classes({ message: true, mine, unread })}
      data-testid="message"
      data-from={bot ? "bot" : "person"}
      data-message-id={message.id}
    >
      {!mine && <Avatar name={name} bot={bot} />}
      <div class="message-body">
        <p class="message-meta">
          {!mine && <b>{name}</b>} <time dateTime={message.at}>{clockTime(message.at, timezone)}</time>
          {message.edited && !message.deleted && !bot && <span> Edited</span>}
          {message.alert && <span> · notified</span>}
          {edit && (
            <button type="button" class="link message-edit" onClick={edit}>
              Edit
            </button>
          )}
        </p>
        <Contents {...{ state, message, viewer }} />
        {message.undelivered && (
          <p class="note note-error" role="alert">
            The bot did not get this message.
          </p>
        )}
      </div>
    </article>
  );
}

function Contents({ state, message, viewer }: Pick<MessageProps, "state" | "message" | "viewer">) {
  if (message.deleted) return <p class="bubble gone">This message has been deleted.</p>;
  const view = state.views.find((v) => v.id === message.id && v.person === viewer.id);
  const cards = view ? [view.card] : message.cards;
  return (
    <>
      {message.text && (
        <div
          class="bubble"
          data-testid="text"
          dangerouslySetInnerHTML={{ __html: messageHtml(message.text, message.plain) }}
        />
      )}
      {cards.map((card, i) => (
        <Card
          key={i}
          card={card}
          people={state.people}
          oldClient={state.faults.oldClient}
          conversation={message.conversation}
          id={message.id}
          as={viewer.id}
        />
      ))}
    </>
  );
}

const classes = (flags: Record<string, boolean>) =>
  Object.entries(flags)
    .filter(([, on]) => on)
    .map(([name]) => name)
    .join(" ");
