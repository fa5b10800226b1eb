import { useState } from "preact/hooks";
import type { ShownChannel, ShownMessage, ShownPerson } from "../shown.js";
import { write } from "./calls.js";
import { DayLine } from "./chat-column.js";
import { Column } from "./column.js";
import { Compose } from "./compose.js";
import { Earlier, useFold } from "./fold.js";
import { Message } from "./message.js";
import type { State } from "./state.js";
import { preview } from "./words.js";

interface ChannelProps {
  state: State;
  channel: ShownChannel;
  timezone: string;
  close: () => void;
}

/** A channel, seen and written in as one of its members at a time. */
export function ChannelColumn({ state, channel, timezone, close }: ChannelProps) {
  const members = state.people.filter((p) => channel.members.includes(p.id));
  const [as, setAs] = useState(firstSpeaker(members));
  const [replying, setReplying] = useState<ShownMessage>();
  const viewer = members.find((p) => p.id === as);
  const messages = state.messages.filter((m) => m.conversation === channel.id);
  const posts = messages.filter((m) => !m.thread);
  const { from, unfold } = useFold(posts);
  const send = async (text: string) => {
    await write({ conversation: channel.id, as, text, thread: replying?.id });
    setReplying(undefined);
  };
  return (
    <Column
      {...{ state, close }}
      conversation={channel.id}
      testid={`channel:${channel.id}`}
      label={`Channel ${channel.name}`}
      header={<ChannelHeader {...{ channel, members, as, setAs }} />}
      footer={
        <Compose
          label={`Write in ${channel.name} as ${viewer?.name ?? "nobody"}`}
          placeholder="@Homeward reaches the bot"
          draft="@Homeward "
          context={replying && `Replying to: ${preview(replying)}`}
          leave={() => setReplying(undefined)}
          send={send}
        />
      }
    >
      <Earlier count={from} unfold={unfold} />
      {viewer &&
        posts.slice(from).map((post, i) => (
          <div key={post.id} class="said">
            <DayLine at={post.at} before={i > 0 ? posts[from + i - 1]?.at : undefined} timezone={timezone} />
            <Post
              {...{ state, post, viewer, timezone }}
              replies={messages.filter((m) => m.thread === post.id)}
              reply={() => setReplying(post)}
            />
          </div>
        ))}
    </Column>
  );
}

/** Somebody of the SLT who stays at school, where there is one. */
function firstSpeaker(members: ShownPerson[]): string {
  const slt = members.filter((p) => p.roles.includes("slt"));
  return (slt.find((p) => !p.roles.includes("visitor")) ?? slt[0] ?? members[0])?.id ?? "";
}

interface PostProps {
  state: State;
  post: ShownMessage;
  replies: ShownMessage[];
  viewer: ShownPerson;
  timezone: string;
  reply: () => void;
}

function Post({ state, post, replies, viewer, timezone, reply }: PostProps) {
  return (
    <article class="post" data-testid="post">
      <Message {...{ state, viewer, timezone }} message={post} inChannel />
      {replies.map((m) => (
        <Message key={m.id} {...{ state, viewer, timezone }} message={m} inChannel />
      ))}
      <button type="button" class="link" onClick={reply}>
        Reply
      </button>
    </article>
  );
}

interface HeaderProps {
  channel: ShownChannel;
  members: ShownPerson[];
  as: string;
  setAs: (id: string) => void;
}

function ChannelHeader({ channel, members, as, setAs }: HeaderProps) {
  return (
    <>
      <span class="hash" aria-hidden="true">
        #
      </span>
      <span class="column-title">
        <h2>{channel.name}</h2>
        <label class="rail-line">
          as{" "}
          <select data-testid="as" value={as} onChange={(e) => setAs(e.currentTarget.value)}>
            {members.map((p) => (
              <option key={p.id} value={p.id}>
                {p.name}
              </option>
            ))}
          </select>
        </label>
      </span>
    </>
  );
}
