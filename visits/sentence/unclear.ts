/** What somebody wrote and Homeward did not understand, or could take in more than one way: the card asks. */
export type Unclear = {
  about: "pupil" | "date" | "start" | "back" | "leave" | "companion" | "reason" | "agreed" | "rest";
  said: string;
  /** What may be meant, as people say it. */
  among?: readonly string[];
};
