import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PressAnswer, ShownPerson } from "../shown.js";
import { press } from "./calls.js";
import { drawCard, type Pressed } from "./draw-card.js";
import { onceReleased } from "./finger.js";

interface CardProps {
  card: object;
  people: ShownPerson[];
  oldClient: boolean;
  conversation: string;
  id: string;
  as: string;
}

/** An Adaptive Card with its presses: busy while the bot thinks, then whatever Teams would show of its answer. */
export function Card({ card, people, oldClient, conversation, id, as }: CardProps) {
  const box = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<PressAnswer>();
  const pressing = useRef(false);
  const json = JSON.stringify(card);
  const onPress = async ({ kind, ...pressed }: Pressed) => {
    pressing.current = true;
    setBusy(true);
    setAnswer(undefined);
    const pressedButton = document.activeElement;
    const came = await press({ conversation, id, as, kind: oldClient ? "submit" : kind, ...pressed });
    setAnswer(came);
    setBusy(false);
    setTimeout(() => endPress(pressing, came?.kind === "card" ? box.current : null), ANSWER_DRAWN_MS);
    afterTwoFrames(() => giveFocusBack(pressedButton, box.current));
  };
  const latest = useRef(onPress);
  latest.current = onPress;
  // Before the message itself is first seen: it would be there empty for a moment, and be painted twice.
  useLayoutEffect(() => {
    const draw = () => {
      setBusy(false);
      delete box.current?.dataset.begun;
      box.current?.replaceChildren(drawCard(JSON.parse(json), people, (pressed) => void latest.current(pressed)));
      if (pressing.current) afterTwoFrames(() => showTop(box.current));
      pressing.current = false;
    };
    return onceReleased(draw);
  }, [json]);
  useLayoutEffect(() => disableButtons(box.current, busy), [busy, json]);
  return (
    <div class="card" data-testid="card" aria-busy={busy}>
      <div ref={box} class="card-face" inert={busy} tabIndex={-1} onInput={begin} />
      {busy && (
        <span class="spinner" role="status">
          <span class="sr-only">Sending…</span>
        </span>
      )}
      <AnswerNote answer={answer} />
    </div>
  );
}

/** What somebody has begun to fill in is not folded away. */
const begin = ({ currentTarget }: { currentTarget: HTMLElement }): void => {
  currentTarget.dataset.begun = "true";
};

const ANSWER_DRAWN_MS = 1000;

/** An answer that is the very card that was there is not drawn again: its top is shown all the same, and what comes later moves nothing. */
function endPress(pressing: { current: boolean }, card: HTMLElement | null): void {
  if (pressing.current) showTop(card);
  pressing.current = false;
}

/** In the first frame the browser may still take the focus away from the button that was pressed. */
const afterTwoFrames = (act: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(act));

/** What came of a press stands at a card's top, which may have left the view while somebody pressed further down. */
function showTop(card: HTMLElement | null): void {
  const message = card?.closest(".message");
  const view = message?.closest(".messages");
  if (!message || !view) return;
  if (message.getBoundingClientRect().top < view.getBoundingClientRect().top)
    message.scrollIntoView({ block: "start" });
}

/** A button that is down can't hold the keyboard's focus, and a card that was replaced has lost it. */
function giveFocusBack(button: Element | null, card: HTMLElement | null): void {
  if (document.activeElement !== document.body) return;
  const target = button instanceof HTMLElement && button.isConnected ? button : card;
  target?.focus({ preventScroll: true });
}

function disableButtons(box: HTMLElement | null, busy: boolean): void {
  for (const button of box?.querySelectorAll<HTMLButtonElement>("button.ac-pushButton") ?? []) {
    if (busy && !button.disabled) button.dataset.resting = "true";
    if (busy || button.dataset.resting) button.disabled = busy;
    if (!busy) delete button.dataset.resting;
  }
}

function AnswerNote({ answer }: { answer: PressAnswer | undefined }) {
  if (!answer || answer.kind === "card" || answer.kind === "none") return null;
  const error = answer.kind !== "message";
  return (
    <p
      class={error ? "note note-error" : "note"}
      role={error ? "alert" : "status"}
      data-testid="card-note"
      data-kind={answer.kind}
    >
      {answer.text}
    </p>
  );
}
