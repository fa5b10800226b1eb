import { copyParts, recordParts } from "../../visits/record/text";
import { priya, tom } from "../people";
import type { Story } from "./story";

/** All in which a discreet call might show to those on the visit (S4): it has to be the same with and without one. */

export const visitors = [priya, tom];
/** What each of them sees and is told. */
export const theirs = (story: Story, them = visitors) => {
  const { told } = story;
  return them.map((who) => [story.seen(who), told.filter(({ to }) => "person" in to && to.person === who.id)]);
};

/** What each of them finds in the record, and in a family's copy of it. The lists are drawn from what they see, and from nothing else. */
export const opened = (story: Story) =>
  visitors.map((who) => {
    const facts = story.facts(who);
    return [recordParts(story.is, facts), copyParts(story.is, facts, undefined)];
  });
