let down = false;
const waiting = new Set<() => void>();

function release(): void {
  down = false;
  // After the click that this release makes.
  setTimeout(() => {
    for (const draw of [...waiting]) draw();
    waiting.clear();
  });
}

addEventListener("pointerdown", () => (down = true), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release, true);
// Let go outside the window, of which a page is not always told.
addEventListener("pointermove", ({ buttons }) => buttons === 0 && down && release(), true);

/**
 * Draws now, or where a button is held down as soon as it is let go: a card that is replaced under a finger would lose
 * the press, since a click is only one where it went down and up on the same button.
 *
 * @returns what takes it back, for a drawing that another has overtaken.
 */
export function onceReleased(draw: () => void): () => void {
  if (!down) draw();
  else waiting.add(draw);
  return () => void waiting.delete(draw);
}
