import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { markRead } from "./calls.js";
import { onceReleased } from "./finger.js";
import { LockScreen, usePhone } from "./phone.js";
import { type State, unreadIn } from "./state.js";

interface ColumnProps {
  state: State;
  testid: string;
  label: string;
  conversation: string;
  header: ComponentChildren;
  close: () => void;
  children: ComponentChildren;
  footer: ComponentChildren;
}

/** The chat somebody last worked in: what arrives there is seen. */
let attended: string | undefined;

/** The frame a chat and a channel share: header, what was said, where to write. */
export function Column({ state, testid, label, conversation, header, close, children, footer }: ColumnProps) {
  const [phone, turnPhone] = usePhone(testid);
  const unread = unreadIn(state, conversation);
  const newest = unread.at(-1)?.seq;
  const seen = () => {
    attended = conversation;
    if (newest !== undefined) void markRead(conversation, newest);
  };
  useEffect(() => {
    if (attended === conversation && document.hasFocus()) seen();
  }, [newest]);
  return (
    <section
      class={phone ? "column phone" : "column"}
      aria-label={label}
      data-testid={testid}
      onPointerDown={seen}
      onFocusIn={seen}
    >
      <header class="column-header">
        {header}
        {unread.length > 0 && (
          <span class="badge">
            {unread.length}
            <span class="sr-only"> new</span>
          </span>
        )}
        <button
          type="button"
          class="quiet column-phone"
          aria-label={`${label} on a phone`}
          aria-pressed={phone}
          data-testid="on-phone"
          onClick={turnPhone}
        >
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path
              d="M6 2.5h8v15H6zM9 15h2"
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
              stroke-linejoin="round"
            />
          </svg>
        </button>
        <button type="button" class="quiet column-close" aria-label={`Hide ${label}`} onClick={close}>
          ×
        </button>
      </header>
      {phone && <LockScreen unread={unread} />}
      <Scroll key={conversation} news={state.messages.findLast((m) => m.conversation === conversation)?.seq}>
        {children}
        <Typing since={state.typing[conversation]} />
      </Scroll>
      {footer}
    </section>
  );
}

const TYPING_MS = 3000;

function Typing({ since }: { since: number | undefined }) {
  const [over, setOver] = useState<number>();
  useEffect(() => {
    const end = setTimeout(() => setOver(since), TYPING_MS);
    return () => clearTimeout(end);
  }, [since]);
  return since && since !== over ? <p class="typing">Homeward is typing…</p> : null;
}

const NEAR_END_PX = 80;

/** The end, or the beginning of a last message that is taller than the column: a form is read from its top. */
function endOf(box: HTMLElement, content: HTMLElement): number {
  const last = [...content.querySelectorAll<HTMLElement>(".message")].at(-1);
  if (!last || last.offsetHeight < box.clientHeight) return box.scrollHeight;
  return last.getBoundingClientRect().top - content.getBoundingClientRect().top;
}

/** Keeps the end in sight while messages arrive and cards grow, unless somebody has scrolled back to read. */
function Scroll({ news, children }: { news: number | undefined; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const toEnd = () =>
    box.current && content.current && box.current.scrollTo({ top: endOf(box.current, content.current) });
  useLayoutEffect(() => {
    following.current = true;
    return onceReleased(toEnd);
  }, [news]);
  useEffect(() => {
    const growth = new ResizeObserver(() => void (following.current && onceReleased(toEnd)));
    for (const element of [box.current, content.current]) if (element) growth.observe(element);
    return () => growth.disconnect();
  }, []);
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    following.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  };
  return (
    <div
      ref={box}
      class="messages"
      role="log"
      aria-label="Messages"
      data-testid="messages"
      // A box that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      onScroll={onScroll}
    >
      <div ref={content}>{children}</div>
    </div>
  );
}
