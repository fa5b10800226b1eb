import { clock, type Law } from "./seen";
import { minute } from "./town";

/** A card that is gone from its chat is put there anew: whoever looks for its buttons finds them. */
export const cardsStand: Law = ({ stored, town }) => {
  const before = town.teams.at - 7 * minute - 2 * town.skew;
  return Object.entries(stored.post.cards).flatMap(([key, { posted }]) => {
    const since = town.teams.gone.get(posted?.activity ?? "");
    return since !== undefined && since < before ? [`${key} is gone since ${clock(since)}`] : [];
  });
};
