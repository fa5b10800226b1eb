import type { Settings } from "./settings";

/** Longer than most answers take, and nobody feels it: Teams itself takes a few times as long. */
const ordinary = 100;

/** S4: where people are in earnest, answers come on a beat. In local mode they come at once, unless a beat is asked for. */
export const beatOf = ({ ANSWER_BEAT, MicrosoftAppId }: Pick<Settings, "ANSWER_BEAT" | "MicrosoftAppId">) => {
  const beat = ANSWER_BEAT ?? (MicrosoftAppId === undefined ? 0 : ordinary);
  return beat === 0 ? undefined : beat;
};
