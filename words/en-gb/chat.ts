/** What the bot itself says; all that speaks of a visit is in `cards/`. */

/** P6: the same for strangers, pupils, guests, other tenants and people past their last day. */
export const STRANGER =
  "Homeward is for staff whom the school has set up. If you should be one of them, ask the school office.";

/** S14: never a false tick. */
export const notSaved = (phone: string | undefined): string =>
  `Not saved. Try again, or ring the school${phone ? ` on ${phone}` : ""}.`;

export const UNKNOWN_BUTTON = "This button no longer does anything. Write “help” to see what you can do now.";
export const UNREADABLE_PRESS = "That could not be read. Nothing was changed; open the card again and try once more.";
export const tooLong = (limit: number): string =>
  `That is too long: at most ${limit.toLocaleString("en-GB")} characters in one field. Nothing was changed; shorten it and press again.`;

export const ONLY_IN_PERSON = "Say that to me in our own chat, not in a channel.";
export const NOT_THIS_CHANNEL =
  "This channel is not one that the school has set up for home visits. Say that to me in our own chat.";
export const NO_CODE_WORD = "There is no code word here that you may read.";
export const codeWordIs = (school: string, word: string): string => `The code word of ${school} is: ${word}`;
/** The press was stored, and its card could not be drawn. */
export const SAVED = 'Saved. Say "my visits" to see it.';
export const FORM_BELOW = "The card is below.";
export const FORM_FILLED = "Filled in as last time. Nothing is sent until you press the button.";
export const REFRESHED = "As it stands now.";
