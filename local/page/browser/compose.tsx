import { useEffect, useRef, useState } from "preact/hooks";

interface ComposeProps {
  label: string;
  placeholder: string;
  draft: string;
  context: string | undefined;
  leave: () => void;
  send: (text: string) => Promise<void>;
}

/** Enter sends, Shift+Enter begins a new line, Escape leaves an edit or a reply. */
export function Compose({ label, placeholder, draft, context, leave, send }: ComposeProps) {
  const [text, setText] = useState(draft);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    setText(draft);
    if (context) box.current?.focus();
  }, [draft, context]);
  const submit = () => {
    const said = text.trim();
    if (!said || said === draft.trim()) return;
    setText(context ? "" : draft);
    void send(said);
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === "Escape") leave();
    if (e.key !== "Enter" || e.shiftKey || e.isComposing) return;
    e.preventDefault();
    submit();
  };
  return (
    <div class="compose">
      {context && (
        <p class="compose-context">
          <span>{context}</span>
          <button type="button" class="link" onClick={leave}>
            Cancel
          </button>
        </p>
      )}
      <div class="compose-row">
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={label}
          placeholder={placeholder}
          data-testid="compose"
          onInput={(e) => setText(e.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" class="quiet" aria-label="Send" data-testid="send" onClick={submit}>
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path
              d="M3 3.5 17 10 3 16.5l2-6.5zM5 10h6"
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
              stroke-linejoin="round"
              stroke-linecap="round"
            />
          </svg>
        </button>
      </div>
    </div>
  );
}
