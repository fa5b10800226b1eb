/**
 * Seconds by the keystroke-level model of Card, Moran and Newell: thinking of what comes next, finding it with the hand, and
 * a press. A letter takes as long as a thumb needs on a phone at 30 words a minute, which is slow.
 */
const thinks = 1.35;
const finds = 1.1;
const presses = 0.2;
const letter = 0.4;

/** What it takes a person to answer a card: how many answers, and how long for all of them. */
export class Effort {
  answers = 0;
  seconds = 0;

  answered(letters = 0): void {
    this.answers++;
    this.seconds += thinks + finds + presses + letters * letter;
  }

  /** A list opens before something in it can be pressed. */
  chose(): void {
    this.answered();
    this.seconds += finds + presses;
  }
}
