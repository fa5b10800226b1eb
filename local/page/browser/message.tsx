import { useMemo } from "preact/hooks";
import type { ShownMessage, ShownPerson, ShownView } from "../shown.js";
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

/** The page is gone through with every piece of news; a message is drawn anew only with news of its own. */
export function Message({ state, message, viewer, timezone, inChannel = false, edit }: MessageProps) {
  const { people, faults, read, views } = state;
  const { oldClient } = faults;
  const unread = message.from === "bot" && message.seq > (read[message.conversation] ?? 0);
  const view = views.find((v) => v.id === message.id && v.person === viewer.id);
  return useMemo(
    () => (
      <Drawn {...{ message, viewer, timezone, inChannel, people, oldClient, unread, view }} {...(edit && { edit })} />
    ),
    [message, viewer, timezone, people, oldClient, unread, view],
  );
}

interface DrawnProps extends Omit<MessageProps, "state"> {
  people: ShownPerson[];
  oldClient: boolean;
  unread: boolean;
  view: ShownView | undefined;
}

function Drawn({ message, viewer, timezone, inChannel, edit, people, oldClient, unread, view }: DrawnProps) {
  const bot = message.from === "bot";
  const name = bot ? "Homeward" : (people.find((p) => p.id === message.from)?.name ?? "Somebody");
  const mine = !bot && !inChannel;
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
        <Contents {...{ message, viewer, people, oldClient, view }} />
        {message.undelivered && (
          <p class="note note-error" role="alert">
            The bot did not get this message.
          </p>
        )}
      </div>
    </article>
  );
}

type ContentsProps = Pick<DrawnProps, "message" | "viewer" | "people" | "oldClient" | "view">;

function Contents({ message, viewer, people, oldClient, view }: ContentsProps) {
  if (message.deleted) return <p class="bubble gone">This message has been deleted.</p>;
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
          people={people}
          oldClient={oldClient}
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
