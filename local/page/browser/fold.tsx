import { useReducer, useRef } from "preact/hooks";
import type { ShownMessage } from "../shown.js";

/** What is seen of a column without scrolling far; a night of alarms in every column would else be tens of thousands of elements. */
const NEWEST = 20;

/**
 * The newest messages, and how to see those before them. They are folded a score at once: a column is not to move with each that comes.
 * What somebody has begun to fill in stays, and all that came after it.
 */
export function useFold(messages: readonly ShownMessage[]) {
  const shown = useRef({ from: "", most: 2 * NEWEST });
  const [, redraw] = useReducer<number, void>((times) => times + 1, 0);
  const was = Math.max(
    0,
    messages.findIndex(({ id }) => id === shown.current.from),
  );
  const folds = messages.length - was > shown.current.most;
  const from = folds ? foldedTo(messages, was) : was;
  const show = (first: number, most: number) => {
    shown.current = { from: messages[first]?.id ?? "", most };
  };
  show(from, folds ? 2 * NEWEST : shown.current.most);
  const unfold = () => {
    const back = Math.max(0, from - NEWEST);
    show(back, messages.length - back + NEWEST);
    redraw();
  };
  return { from, unfold };
}

function foldedTo(messages: readonly ShownMessage[], was: number): number {
  const newest = messages.length - NEWEST;
  const begun = messages.findIndex(({ id }, i) => i >= was && i < newest && isBegun(id));
  return begun < 0 ? newest : begun;
}

const isBegun = (id: string): boolean =>
  document.querySelector(`[data-message-id="${CSS.escape(id)}"] [data-begun]`) !== null;

/** Above the oldest that is shown. What was in sight stays where it was. */
export function Earlier({ count, unfold }: { count: number; unfold: () => void }) {
  if (count === 0) return null;
  const onClick = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const box = currentTarget.closest<HTMLElement>(".messages");
    const fromEnd = box ? box.scrollHeight - box.scrollTop : 0;
    unfold();
    requestAnimationFrame(() => {
      box?.scrollTo({ top: box.scrollHeight - fromEnd });
      if (document.activeElement === document.body) box?.focus({ preventScroll: true });
    });
  };
  return (
    <button type="button" class="link earlier" data-testid="earlier" onClick={onClick}>
      {count === 1 ? "1 earlier message" : `${count} earlier messages`}
    </button>
  );
}
